import CaptureReader

extension TCPOptions {
  private enum Kind {
    static let end: UInt8 = 0
    static let noOperation: UInt8 = 1
    static let maximumSegmentSize: UInt8 = 2
    static let windowScale: UInt8 = 3
    static let selectiveAcknowledgmentPermitted: UInt8 = 4
    static let selectiveAcknowledgment: UInt8 = 5
    static let timestamps: UInt8 = 8
  }

  /// Two no-operations and the timestamps option: what most segments carry, and nothing else.
  private static let alignedTimestamps: UInt32 = 0x0101_080A

  /// Reads the options (RFC 9293 §3.2, RFC 7323, RFC 2018); the first that is malformed, or was not
  /// captured, ends the reading, and what stands before it remains.
  @inline(__always)
  init(parsing bytes: RawSpan, from start: Int, to end: Int) {
    self.init()
    if start == end { return }
    if end &- start == 12, let head = bytes.bigEndian(at: start, as: UInt32.self),
      head == Self.alignedTimestamps, let both = bytes.bigEndian(at: start &+ 4, as: UInt64.self)
    {
      timestamps = Timestamps(
        value: UInt32(truncatingIfNeeded: both >> 32), echo: UInt32(truncatingIfNeeded: both))
      return
    }
    self = Self.parseEach(bytes, from: start, to: end)
  }

  @inline(never)
  private static func parseEach(_ bytes: RawSpan, from start: Int, to end: Int) -> TCPOptions {
    var options = TCPOptions()
    var offset = start
    while offset < end, let kind = bytes.bigEndian(at: offset, as: UInt8.self) {
      if kind == Kind.end { break }
      if kind == Kind.noOperation {
        offset &+= 1
        continue
      }
      guard offset &+ 2 <= end, let byte = bytes.bigEndian(at: offset &+ 1, as: UInt8.self) else {
        break
      }
      let length = Int(byte)
      guard length >= 2, offset &+ length <= end,
        options.parse(kind, length: length, bytes, at: offset &+ 2)
      else { break }
      offset &+= length
    }
    return options
  }

  /// Returns false where the option is not as long as its kind has to be, or not captured.
  private mutating func parse(
    _ kind: UInt8, length: Int, _ bytes: RawSpan, at offset: Int
  ) -> Bool {
    switch kind {
    case Kind.maximumSegmentSize:
      guard length == 4, let size = bytes.bigEndian(at: offset, as: UInt16.self) else {
        return false
      }
      maximumSegmentSize = size
    case Kind.windowScale:
      guard length == 3, let shift = bytes.bigEndian(at: offset, as: UInt8.self) else {
        return false
      }
      windowScale = shift
    case Kind.selectiveAcknowledgmentPermitted:
      guard length == 2 else { return false }
      selectiveAcknowledgmentPermitted = true
    case Kind.selectiveAcknowledgment:
      return parseBlocks(length: length, bytes, at: offset)
    case Kind.timestamps:
      guard length == 10, let both = bytes.bigEndian(at: offset, as: UInt64.self) else {
        return false
      }
      timestamps = Timestamps(
        value: UInt32(truncatingIfNeeded: both >> 32), echo: UInt32(truncatingIfNeeded: both))
    default:
      break
    }
    return true
  }

  private mutating func parseBlocks(length: Int, _ bytes: RawSpan, at offset: Int) -> Bool {
    guard length >= 10, length % 8 == 2 else { return false }
    sackCount = 0
    for index in 0..<length / 8 {
      guard let edges = bytes.bigEndian(at: offset &+ index &* 8, as: UInt64.self) else {
        return false
      }
      let block = SACKBlock(
        left: SequenceNumber(UInt32(truncatingIfNeeded: edges >> 32)),
        right: SequenceNumber(UInt32(truncatingIfNeeded: edges)))
      if index == 0 { firstSACK = block }
      if index == 1 { secondSACK = block }
      sackCount &+= 1
      if let highest = highestSACK, index > 0, highest.distance(to: block.right) <= 0 { continue }
      highestSACK = block.right
    }
    return true
  }
}
