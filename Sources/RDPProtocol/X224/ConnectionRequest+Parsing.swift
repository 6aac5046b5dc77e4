import CaptureReader

extension ConnectionRequest {
  /// Parses an X.224 Connection Request TPDU: what follows the TPKT header
  /// ([MS-RDPBCGR] 2.2.1.1; token and cookie end with CR LF, then RDP_NEG_REQ).
  init(parsing input: inout ByteReader) throws(WireError) {
    let start = input.position
    let indicator: UInt8 = try input.read()
    let code: UInt8 = try input.read()
    guard code & 0xF0 == 0xE0 else { throw WireError(.invalid(field: "TPDU code"), offset: start) }
    guard indicator >= 6 else {
      throw WireError(.invalid(field: "length indicator"), offset: start)
    }
    try input.skip(5)
    if let line = Self.line(in: input.rest()) {
      try input.skip(line.count + 2)
      if let name = Self.text(of: line, behind: Self.cookiePrefix) {
        cookie = name
      } else {
        routingToken =
          Self.text(of: line, behind: Self.tokenPrefix) ?? String(decoding: line, as: UTF8.self)
      }
    }
    if input.remaining >= 8, try input.read(UInt8.self) == 1 {
      flags = try input.read()
      guard try input.readLittleEndian(UInt16.self) == 8 else {
        throw WireError(.invalid(field: "RDP_NEG_REQ length"), offset: input.position - 2)
      }
      requestedProtocols = SecurityProtocols(rawValue: try input.readLittleEndian(UInt32.self))
      if flags & 0x08 != 0, input.remaining >= 36, try input.read(UInt8.self) == 6 {
        try input.skip(3)
        correlationID = try input.readSpan(16).copied().map(\.hexadecimal).joined()
      }
    }
  }

  /// The bytes before the first CR LF, if there is one within a cookie's length.
  private static func line(in bytes: RawSpan) -> [UInt8]? {
    let limit = min(bytes.byteCount, 512)
    guard let first: UInt8 = bytes.bigEndian(at: 0), first >= 0x20 else { return nil }
    var index = 0
    while index + 1 < limit {
      if bytes.bigEndian(at: index, as: UInt16.self) == 0x0D0A {
        return bytes.extracting(0..<index).copied()
      }
      index += 1
    }
    return nil
  }

  private static let cookiePrefix = Array("Cookie: mstshash=".utf8)
  private static let tokenPrefix = Array("Cookie: msts=".utf8)

  /// The rest of a line, where it begins with `prefix`.
  private static func text(of line: [UInt8], behind prefix: [UInt8]) -> String? {
    line.starts(with: prefix) ? String(decoding: line[prefix.count...], as: UTF8.self) : nil
  }
}
