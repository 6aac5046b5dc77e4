/// Heads of HTTP messages (RFC 9112) that open a carrier: a proxy's CONNECT, a gateway's requests, and
/// what is answered to them.
package enum HTTPOpening {
  package enum Match: Hashable, Sendable {
    case no
    /// So far it could be one.
    case perhaps
    case yes
  }

  /// Longest head, as for the reader of carriers: Kerberos tokens in Authorization reach this size.
  package static let longest = 65_536
  /// Longest body that is passed over.
  private static let longestBody = 1 << 24

  private static let starts: [[UInt8]] = ["CONNECT ", "RDG_", "RPC_", "GET ", "HTTP/1."].map {
    Array($0.utf8)
  }

  /// Whether a message begins so.
  package static func match(_ head: some Collection<UInt8>) -> Match {
    guard !head.isEmpty else { return .perhaps }
    var result = Match.no
    for start in starts {
      if head.count >= start.count {
        if head.starts(with: start) { return .yes }
      } else if start.starts(with: head) {
        result = .perhaps
      }
    }
    return result
  }

  /// Bytes up to and with the empty line; nil where it is not there.
  package static func length(of bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count >= 4 else { return nil }
    for end in (bytes.startIndex + 3)..<bytes.endIndex
    where bytes[end] == 0x0A && bytes[end - 1] == 0x0D && bytes[end - 2] == 0x0A
      && bytes[end - 3] == 0x0D
    {
      return end + 1 - bytes.startIndex
    }
    return nil
  }

  /// Bytes of the body behind a head, behind which the next message or the session begins; nil where
  /// what follows is something else: another protocol, chunks, a body without end.
  package static func body(behind head: ArraySlice<UInt8>) -> Int? {
    var length = 0
    for (place, line) in head.split(separator: 0x0A).enumerated() {
      let text = String(decoding: line.prefix(256), as: UTF8.self).lowercased()
      if place == 0 {
        if text.hasPrefix("rdg_in_data ") || text.hasPrefix("rpc_") { return nil }
        if text.hasPrefix("connect ") { return 0 }
        if text.hasPrefix("http/1."), text.dropFirst(8).hasPrefix(" 101") { return nil }
      } else if text.hasPrefix("content-length:") {
        let digits = text.dropFirst(15).filter { $0.isASCII && $0.isNumber }
        guard let value = Int(digits), value <= longestBody else { return nil }
        length = value
      } else if text.hasPrefix("transfer-encoding:"), text.contains("chunked") {
        return nil
      }
    }
    return length
  }
}
