/// One block of a pcapng section, from its type to before its trailing length.
///
/// Fields are read in the section's byte order. Offsets are those of the specification's drawings:
/// from the start of the block.
struct PCAPNGBlock: ~Escapable {
  let bytes: RawSpan
  let isSwapped: Bool

  @_lifetime(copy bytes)
  @inline(__always)
  init(_ bytes: RawSpan, isSwapped: Bool) {
    self.bytes = bytes
    self.isSwapped = isSwapped
  }

  var count: Int { bytes.byteCount }

  /// The integer at `offset`. The caller has compared `offset` with `count`: this one traps.
  @inline(__always)
  func load<T>(_ offset: Int, as _: T.Type = T.self) -> T
  where T: FixedWidthInteger & BitwiseCopyable {
    let value = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: T.self)
    return isSwapped ? value.byteSwapped : value
  }

  /// The integer of an option's value, nil where the value is too short.
  func value<T>(_ option: PCAPNGOption, as _: T.Type = T.self) -> T?
  where T: FixedWidthInteger & BitwiseCopyable {
    option.length >= MemoryLayout<T>.size ? load(option.start) : nil
  }

  /// The text of an option's value, without the NULs that some writers pad with.
  func text(_ option: PCAPNGOption, limit: Int) -> String {
    let end = option.start + min(option.length, limit)
    let bytes = bytes.extracting(option.start..<end).copied()
    return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
  }
}

/// One option: its code and where its value lies in the block.
struct PCAPNGOption {
  var code: UInt16
  var start: Int
  var length: Int
}

/// Walks the options of a block; ends at the first one which does not fit.
struct PCAPNGOptions {
  private var position: Int
  private var left: Int

  /// - Parameter start: offset of the first option.
  @inline(__always)
  init(at start: Int, limit: Int) {
    position = start
    left = limit
  }

  mutating func next(in block: borrowing PCAPNGBlock) -> PCAPNGOption? {
    guard left > 0, block.count &- position >= 4 else { return nil }
    let code: UInt16 = block.load(position)
    let length = Int(block.load(position &+ 2, as: UInt16.self))
    let start = position &+ 4
    guard code != 0, block.count &- start >= length else { return nil }
    left &-= 1
    position = start &+ (length &+ 3) & ~3
    return PCAPNGOption(code: code, start: start, length: length)
  }
}

/// Block types (pcapng §11.1).
enum PCAPNGBlockType {
  static let interfaceDescription: UInt32 = 1
  static let packet: UInt32 = 2
  static let simplePacket: UInt32 = 3
  static let nameResolution: UInt32 = 4
  static let interfaceStatistics: UInt32 = 5
  static let enhancedPacket: UInt32 = 6
  static let decryptionSecrets: UInt32 = 10
  static let sectionHeader: UInt32 = 0x0a0d_0d0a
}
