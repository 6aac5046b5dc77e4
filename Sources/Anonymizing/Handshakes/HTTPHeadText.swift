import PacketDecode

/// The head of an HTTP message that opens a carrier: hosts become pseudonyms, credentials and what else
/// nobody needs go, and the length stays.
struct HTTPHeadText {
  private(set) var bytes: [UInt8]
  private(set) var names: [String] = []
  private let pseudonyms: Pseudonyms

  /// Fields whose values say how the message goes on.
  private static let kept = ["content-length", "transfer-encoding", "upgrade", "connection"]
  /// Identifiers that gateways' logs have too.
  private static let identifiers = ["rdg-connection-id", "rdg-correlation-id"]
  /// Paths of the services that carry sessions.
  private static let paths = ["/remotedesktopgateway", "/rdp", "/rpc/rpcproxy.dll"]
  /// The longest reason phrase that stays: those of standards and of http.sys are shorter.
  private static let longestReason = 64

  init(_ bytes: ArraySlice<UInt8>, pseudonyms: Pseudonyms) {
    self.bytes = Array(bytes)
    self.pseudonyms = pseudonyms
  }

  mutating func anonymize() {
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\r\n", omittingEmptySubsequences: false)
    guard let first = lines.first, let start = startLine(String(first)) else { return conceal() }
    var needed = [start]
    var optional: [String] = []
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let name = line[..<colon].lowercased()
      let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
      if Self.kept.contains(name), value.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
        needed.append("\(line[..<colon]): \(value)")
      } else if name == "host" {
        optional.append("Host: \(authority(String(value)))")
      } else if Self.identifiers.contains(name) {
        optional.append("\(line[..<colon]): \(identifier(String(value)))")
      }
    }
    while true {
      let text = (needed + optional).map { $0 + "\r\n" }.joined()
      let room = bytes.count - text.utf8.count - 2
      // A field that fills up takes four bytes at least.
      if room == 0 || room >= 4 {
        let filler = room == 0 ? "" : "X:" + String(repeating: "0", count: room - 4) + "\r\n"
        bytes = Array((text + filler + "\r\n").utf8)
        return
      }
      guard !optional.isEmpty else { return conceal() }
      optional.removeLast()
    }
  }

  /// The first line with pseudonyms; nil where it is not understood.
  private mutating func startLine(_ line: String) -> String? {
    let words = line.split(separator: " ", maxSplits: 2).map(String.init)
    guard words.count >= 2 else { return nil }
    if words[0].hasPrefix("HTTP/1.") {
      guard words[0].utf8.count == 8, UInt16(words[1]) != nil else { return nil }
      let reason = words.count > 2 ? words[2] : ""
      let isPlain =
        reason.utf8.count <= Self.longestReason
        && reason.utf8.allSatisfy { $0.isLetter || $0.isDigit || [0x20, 0x5F, 0x2D].contains($0) }
      return "\(words[0]) \(words[1])" + (isPlain && !reason.isEmpty ? " \(reason)" : "")
    }
    guard words.count == 3, words[2].hasPrefix("HTTP/1."), words[2].utf8.count == 8 else {
      return nil
    }
    return "\(words[0]) \(target(words[1], method: words[0])) \(words[2])"
  }

  private mutating func target(_ target: String, method: String) -> String {
    if method == "CONNECT" { return authority(target) }
    let path = target.prefix { $0 != "?" }
    guard Self.paths.contains(where: { path.lowercased().hasPrefix($0) }) else {
      return Self.crossed(target[...])
    }
    // What follows names the server for RPC, and else whoever asks.
    let query = target.dropFirst(path.count + 1)
    let known = Self.paths.first { path.lowercased().hasPrefix($0) }
    let kept = path.prefix(known?.count ?? 0)
    let rest = Self.crossed(path.dropFirst(kept.count))
    return kept + rest + (query.isEmpty ? "" : "?" + authority(String(query)))
  }

  private static func crossed(_ path: Substring) -> String {
    String(path.map { (character: Character) -> Character in character == "/" ? "/" : "x" })
  }

  /// A host with or without its port.
  private mutating func authority(_ text: String) -> String {
    let isBracketed = text.hasPrefix("[")
    let host =
      isBracketed
      ? String(text.dropFirst().prefix { $0 != "]" }) : String(text.prefix { $0 != ":" })
    let tail = text.dropFirst(host.count + (isBracketed ? 2 : 0))
    let port = tail.hasPrefix(":") && tail.dropFirst().allSatisfy(\.isNumber) ? String(tail) : ""
    if let address = IPAddress(host) {
      let image = "\(pseudonyms.address(address))"
      return (isBracketed ? "[\(image)]" : image) + port
    }
    names.append(host)
    return pseudonyms.name(host) + port
  }

  /// Other hexadecimal digits in the same form.
  private func identifier(_ text: String) -> String {
    let noise = pseudonyms.noise(Array(text.lowercased().utf8)[...])
    let digits = Array("0123456789ABCDEF")
    return String(
      zip(text, noise).map { (character: Character, noise: UInt8) -> Character in
        character.isHexDigit ? digits[Int(noise & 0xF)] : character
      })
  }

  /// Of a head that is not understood the first word and the ends of lines stay.
  private mutating func conceal() {
    let start = bytes.firstIndex(of: 0x20) ?? 0
    for place in start..<bytes.count
    where bytes[place] != 0x20 && bytes[place] != 0x0D && bytes[place] != 0x0A {
      bytes[place] = UInt8(ascii: "x")
    }
  }
}
