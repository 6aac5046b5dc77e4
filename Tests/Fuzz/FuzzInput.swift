import CaptureReader
import TCPStreams

/// Cuts an input into numbers and pieces; past its end everything is zero and empty.
struct FuzzInput {
  let bytes: [UInt8]
  private(set) var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isEmpty: Bool { position >= bytes.count }

  mutating func byte() -> UInt8 {
    guard position < bytes.count else { return 0 }
    defer { position += 1 }
    return bytes[position]
  }

  /// Little-endian.
  mutating func word() -> UInt16 { UInt16(byte()) | UInt16(byte()) << 8 }

  mutating func piece(_ count: Int) -> [UInt8] {
    let end = min(bytes.count, position + count)
    defer { position = end }
    return Array(bytes[position..<end])
  }

  /// A piece behind its length.
  mutating func counted() -> [UInt8] { piece(Int(word())) }
}

extension FuzzInput {
  /// What `counted` reads.
  static func counted(_ bytes: [UInt8]) -> [UInt8] {
    let count = min(bytes.count, 0xFFFF)
    return [UInt8(count & 0xFF), UInt8(count >> 8)] + bytes.prefix(count)
  }
}

/// A stretch of stream as an input describes it: kind, length, bytes.
struct FuzzChunk {
  var side: Side
  var isGap: Bool
  /// Bytes behind a snap length, or of the gap.
  var missing: Int
  var bytes: [UInt8]

  init(side: Side, bytes: [UInt8]) {
    self.side = side
    self.bytes = bytes
    isGap = false
    missing = 0
  }

  init(_ input: inout FuzzInput) {
    let kind = input.byte()
    side = kind & 1 == 0 ? .client : .server
    isGap = kind & 0xE0 == 0xE0
    missing = isGap || kind & 0xE0 == 0xC0 ? Int(input.word()) : 0
    bytes = isGap ? [] : input.counted()
  }

  var encoded: [UInt8] { [side == .client ? 0 : 1] + FuzzInput.counted(bytes) }
}

/// Stops the run: the code did not keep what it promises.
func require(_ condition: Bool, _ message: @autoclosure () -> String) {
  if !condition { fatalError(message()) }
}
