import CaptureReader

/// Puts handshake messages together from records: a message may span records, a record hold several.
struct HandshakeAssembler: Sendable {
  /// Longest message kept: certificate chains are a few kilobytes, hostile ones megabytes.
  static let messageLimit = 65_536

  private var buffer: [UInt8] = []
  /// Bytes still to be dropped of a message beyond the limit.
  private var skipping = 0

  /// Takes a record's fragment and hands on every message it completes: type and body.
  ///
  /// Returns the type of a message that was too long to keep, if one was met.
  mutating func consume(_ fragment: [UInt8], emit: (UInt8, [UInt8]) -> Void) -> UInt8? {
    var tooLong: UInt8?
    if skipping > 0 {
      let dropped = min(skipping, fragment.count)
      skipping -= dropped
      buffer += fragment.dropFirst(dropped)
    } else if buffer.isEmpty {
      buffer = fragment
    } else {
      buffer += fragment
    }
    var position = 0
    while buffer.count - position >= 4 {
      let type = buffer[position]
      let length =
        Int(buffer[position + 1]) << 16 | Int(buffer[position + 2]) << 8
        | Int(buffer[position + 3])
      let available = buffer.count - position - 4
      if length > Self.messageLimit {
        tooLong = type
        skipping = max(0, length - available)
        position = min(buffer.count, position + 4 + length)
        continue
      }
      guard available >= length else { break }
      emit(type, Array(buffer[(position + 4)..<(position + 4 + length)]))
      position += 4 + length
    }
    // Whole messages leave no room behind: it would be kept for every connection.
    if position == buffer.count { buffer = [] } else { buffer.removeFirst(position) }
    return tooLong
  }

  var bufferedBytes: Int { buffer.count }

  /// Forgets the message that has begun and not ended.
  mutating func drop() {
    guard let unfinished else { return }
    skipping = max(0, unfinished.length - unfinished.body.count)
    buffer = []
  }

  /// The message that has begun and not ended: its type, what is there of it, its length.
  var unfinished: (type: UInt8, body: [UInt8], length: Int)? {
    guard buffer.count >= 4 else { return nil }
    let length = Int(buffer[1]) << 16 | Int(buffer[2]) << 8 | Int(buffer[3])
    return (buffer[0], Array(buffer.dropFirst(4)), length)
  }
}
