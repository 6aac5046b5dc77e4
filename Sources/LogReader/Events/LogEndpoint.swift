/// An address in a log, with its port where the log has it.
public struct LogEndpoint: Hashable, Sendable, Codable {
  /// As text: logs hold invalid and redacted addresses too. IPv4 in IPv6 is written as IPv4.
  public var address: String
  public var port: Int?

  public init(address: String, port: Int? = nil) {
    var address = address.trimmed
    if address.hasPrefix("["), address.hasSuffix("]") {
      address = String(address.dropFirst().dropLast())
    }
    let mapped = "::ffff:"
    if address.utf8.first == UInt8(ascii: ":"), address.lowercased().hasPrefix(mapped),
      address.contains(".")
    {
      address = String(address.dropFirst(mapped.count))
    }
    self.address = address
    self.port = port.flatMap { (1...65_535).contains($0) ? $0 : nil }
  }

  /// Reads `1.2.3.4:5`, `[::1]:5`, `::1` and `host`; nil where nothing is there.
  public init?(parsing text: String) {
    let text = text.trimmed
    guard !text.isEmpty, text != "-" else { return nil }
    if text.hasPrefix("["), let close = text.lastIndex(of: "]") {
      let address = String(text[text.index(after: text.startIndex)..<close])
      let rest = text[text.index(after: close)...]
      self.init(address: address, port: rest.hasPrefix(":") ? Int(rest.dropFirst()) : nil)
      return
    }
    // An IPv6 address without brackets has no port, but for the mapped form that xrdp writes.
    let colons = text.utf8.reduce(0) { $1 == UInt8(ascii: ":") ? $0 + 1 : $0 }
    if let colon = text.lastIndex(of: ":"),
      colons == 1 || text.contains(".") || text.hasPrefix("::ffff:"),
      let port = Int(text[text.index(after: colon)...]), colons == 1 || text[..<colon].contains(".")
    {
      self.init(address: String(text[..<colon]), port: port)
      return
    }
    self.init(address: text)
  }

  /// The machine itself: says nothing about who connects.
  public var isLocal: Bool {
    address.isEmpty || address == "LOCAL" || address == "本地" || address == "::1"
      || address.hasPrefix("127.")
  }
}

extension String {
  /// Without blanks and control characters at both ends; most texts have none there.
  var trimmed: String {
    if let first = utf8.first, let last = utf8.last, (0x21...0x7e).contains(first),
      (0x21...0x7e).contains(last)
    {
      return self
    }
    return self[...].trimmed
  }
}

extension StringProtocol {
  /// Without blanks and control characters at both ends.
  var trimmed: String {
    let isBlank: (Character) -> Bool = { $0.isWhitespace || $0 == "\0" }
    guard let first = firstIndex(where: { !isBlank($0) }),
      let last = lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(self[first...last])
  }
}
