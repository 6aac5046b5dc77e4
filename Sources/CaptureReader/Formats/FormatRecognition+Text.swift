extension FormatRecognition {
  /// Text formats that people hand in instead of the capture they were made from.
  static func textFormat(_ head: [UInt8]) -> CaptureFormat? {
    if head.starts(with: [0xff, 0xfe]) || head.starts(with: [0xfe, 0xff]) { return .utf16Text }
    guard isText(head) else { return nil }
    let text = String(decoding: head, as: UTF8.self)
    let start = text.drop { $0.isWhitespace || $0 == "\u{feff}" }
    if isOwnResult(start) { return .ownResult }
    if start.hasPrefix("{") || start.hasPrefix("[{") || start.hasPrefix("[\n") { return .json }
    if start.hasPrefix("<?xml") || start.hasPrefix("<pdml") || start.hasPrefix("<psml") {
      return .xml
    }
    if text.contains("PktGroupId") || text.contains("[Microsoft-Windows-PktMon]") {
      return .pktmonText
    }
    let lines = start.split(whereSeparator: \.isNewline).prefix(4)
    if lines.contains(where: isHexDumpLine) { return .hexDump }
    if lines.contains(where: isTcpdumpLine) { return .tcpdumpText }
    return nil
  }

  /// A line or document of `--format ndjson`, `json` or `facts`. Members stand in the order of their
  /// keys, so the schema's name may come late.
  private static func isOwnResult(_ start: Substring) -> Bool {
    guard start.hasPrefix("{") else { return false }
    if start.hasPrefix("{\"attempt\":{") || start.hasPrefix("{\"facts\":{") { return true }
    return start.contains("\"schema\":\"rdpwhy/") || start.contains("\"schema\" : \"rdpwhy/")
  }

  /// A short description of bytes that are no known format.
  static func appearance(of head: [UInt8]) -> String {
    if isText(head) {
      let line =
        String(decoding: head.prefix(200), as: UTF8.self)
        .split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
      return "text starting with \(String(line.prefix(40)).debugDescription)"
    }
    let hexadecimal = head.prefix(8).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count < 2 ? "0\(digits)" : digits
    }
    return "bytes \(hexadecimal.joined(separator: " "))"
  }

  private static func isText(_ head: [UInt8]) -> Bool {
    !head.isEmpty && head.allSatisfy { $0 >= 0x20 && $0 != 0x7f || (9...13).contains($0) }
  }

  /// An offset of four to eight hexadecimal digits (`0x` and `:` allowed), then bytes in pairs.
  private static func isHexDumpLine(_ line: Substring) -> Bool {
    let words = line.split(separator: " ", omittingEmptySubsequences: true)
    guard words.count >= 3 else { return false }
    var offset = words[0]
    if offset.hasPrefix("0x") { offset = offset.dropFirst(2) }
    if offset.hasSuffix(":") { offset = offset.dropLast() }
    guard (4...8).contains(offset.count), offset.allSatisfy(\.isHexDigit) else { return false }
    return words[1...2].allSatisfy {
      ($0.count == 2 || $0.count == 4) && $0.allSatisfy(\.isHexDigit)
    }
  }

  /// `12:34:56.789012 IP 10.0.0.1.3389 > …`
  private static func isTcpdumpLine(_ line: Substring) -> Bool {
    let words = line.split(separator: " ", omittingEmptySubsequences: true)
    return words.count > 3
      && words.contains { ["IP", "IP6", "ARP,"].contains($0) } && words.contains(">")
  }
}
