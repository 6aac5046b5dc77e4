/// The head of an HTTP/1.1 message (RFC 9112): its first line and the few fields that matter here.
/// Credentials are not read.
struct HTTPHead: Hashable {
  /// Longest head read; Kerberos tokens in Authorization reach this size.
  static let limit = 65_536
  /// Characters kept of a field.
  static let fieldLimit = 256

  enum Start: Hashable {
    case request(method: String, target: String)
    case response(status: UInt16, reason: String)
  }

  var start: Start
  var host: String?
  var upgrade: String?
  var connectionID: String?
  var correlationID: String?
  var contentLength: Int?
  var isChunked = false

  /// Bytes up to and with the empty line; nil where it has not come yet.
  static func length(of bytes: [UInt8], from start: Int = 0) -> Int? {
    var index = max(3, start)
    while index < bytes.count {
      if bytes[index] == 0x0A, bytes[index - 1] == 0x0D, bytes[index - 2] == 0x0A,
        bytes[index - 3] == 0x0D
      {
        return index + 1
      }
      index += 1
    }
    return nil
  }

  /// Parses a whole head; nil where it is none.
  init?(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: 0x0A, maxSplits: 128).map { line in
      line.last == 0x0D ? line.dropLast() : line
    }
    guard let first = lines.first, let start = Self.start(first) else { return nil }
    self.start = start
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let name = Self.text(line[..<colon]).lowercased()
      let value = Self.text(line[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 })
      switch name {
      case "host": host = value
      case "upgrade": upgrade = value.lowercased()
      case "rdg-connection-id": connectionID = value
      case "rdg-correlation-id": correlationID = value
      case "content-length": contentLength = Int(value).flatMap { $0 >= 0 ? $0 : nil }
      case "transfer-encoding": isChunked = value.lowercased().contains("chunked")
      default: break
      }
    }
  }

  private static func start(_ line: ArraySlice<UInt8>) -> Start? {
    let words = line.split(separator: 0x20, maxSplits: 2)
    guard words.count >= 2 else { return nil }
    if words[0].starts(with: Array("HTTP/1.".utf8)) {
      guard let status = UInt16(text(words[1])), (100...999).contains(status) else { return nil }
      return .response(status: status, reason: words.count > 2 ? text(words[2]) : "")
    }
    guard words.count == 3, words[2].starts(with: Array("HTTP/1.".utf8)) else { return nil }
    return .request(method: text(words[0]), target: text(words[1]))
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.prefix(fieldLimit), as: UTF8.self)
  }
}
