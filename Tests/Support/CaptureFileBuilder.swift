public import CaptureReader
import Foundation

/// Order of the bytes in a built file's integers.
public enum ByteOrder: Sendable, CaseIterable {
  case little
  case big

  public func bytes(of value: some FixedWidthInteger) -> [UInt8] {
    let ordered = self == .little ? value.littleEndian : value.bigEndian
    return unsafe withUnsafeBytes(of: ordered) { unsafe Array($0) }
  }
}

/// Builds a classic capture byte by byte; nothing is checked, so that it can be wrong on purpose.
public struct PCAPBuilder: Sendable {
  public private(set) var bytes: [UInt8] = []
  private let order: ByteOrder
  private let isPatched: Bool

  /// - Parameters:
  ///   - magic: `0xa1b2c3d4` for microseconds, `0xa1b23c4d` for nanoseconds, others as in libpcap.
  ///   - linkType: the whole field, frame-check bits included.
  public init(
    magic: UInt32 = 0xa1b2_c3d4, order: ByteOrder = .little, snapLength: UInt32 = 262_144,
    linkType: UInt32 = 1
  ) {
    self.order = order
    isPatched = magic == 0xa1b2_cd34
    append(magic)
    append(UInt16(2))
    append(UInt16(4))
    append(UInt32(0))
    append(UInt32(0))
    append(snapLength)
    append(linkType)
  }

  /// - Parameters:
  ///   - fraction: microseconds or nanoseconds, as the magic number says.
  ///   - captured: the captured length to claim; the packet's own by default.
  public mutating func packet(
    _ packet: [UInt8], seconds: UInt32 = 0, fraction: UInt32 = 0, captured: UInt32? = nil,
    original: UInt32? = nil
  ) {
    append(seconds)
    append(fraction)
    append(captured ?? UInt32(packet.count))
    append(original ?? UInt32(packet.count))
    if isPatched { bytes += [UInt8](repeating: 0, count: 8) }
    bytes += packet
  }

  private mutating func append(_ value: some FixedWidthInteger) {
    bytes += order.bytes(of: value)
  }
}

/// Builds a pcapng capture block by block; nothing is checked, so that it can be wrong on purpose.
public struct PCAPNGBuilder: Sendable {
  public var bytes: [UInt8] = []
  /// Order of the blocks that follow; a section's blocks must agree with its header.
  public var order: ByteOrder

  public init(order: ByteOrder = .little) { self.order = order }

  /// An option: its code and value.
  public struct Option: Sendable {
    public var code: UInt16
    public var value: [UInt8]

    public init(_ code: UInt16, _ value: [UInt8]) {
      self.code = code
      self.value = value
    }

    public static func comment(_ text: String) -> Option { Option(1, Array(text.utf8)) }
  }

  public mutating func section(_ options: [Option] = []) {
    block(
      0x0a0d_0d0a,
      integers(UInt32(0x1a2b_3c4d)) + integers(UInt16(1), UInt16(0)) + integers(UInt64.max)
        + encoded(options))
  }

  public mutating func interface(
    linkType: UInt16 = 1, snapLength: UInt32 = 0, _ options: [Option] = []
  ) {
    block(1, integers(linkType, 0) + integers(snapLength) + encoded(options))
  }

  /// An Enhanced Packet Block.
  public mutating func packet(
    _ packet: [UInt8], interface: UInt32 = 0, ticks: UInt64 = 0, captured: UInt32? = nil,
    original: UInt32? = nil, _ options: [Option] = []
  ) {
    let fields = integers(
      interface, UInt32(truncatingIfNeeded: ticks >> 32), UInt32(truncatingIfNeeded: ticks),
      captured ?? UInt32(packet.count), original ?? UInt32(packet.count))
    block(6, fields + Self.padded(packet) + encoded(options))
  }

  /// An obsolete Packet Block.
  public mutating func oldPacket(
    _ packet: [UInt8], interface: UInt16 = 0, drops: UInt16 = 0xffff, ticks: UInt64 = 0,
    _ options: [Option] = []
  ) {
    let fields =
      integers(interface, drops)
      + integers(
        UInt32(truncatingIfNeeded: ticks >> 32), UInt32(truncatingIfNeeded: ticks),
        UInt32(packet.count), UInt32(packet.count))
    block(2, fields + Self.padded(packet) + encoded(options))
  }

  public mutating func simplePacket(_ packet: [UInt8], original: UInt32? = nil) {
    block(3, integers(original ?? UInt32(packet.count)) + Self.padded(packet))
  }

  /// An Interface Statistics Block.
  public mutating func statistics(interface: UInt32 = 0, _ counters: [UInt16: UInt64]) {
    let options = counters.sorted { $0.key < $1.key }.map { Option($0.key, integers($0.value)) }
    block(5, integers(interface, 0, 0) + encoded(options))
  }

  /// A Decryption Secrets Block.
  public mutating func secrets(_ secrets: [UInt8], type: UInt32 = 0x544c_534b) {
    block(10, integers(type, UInt32(secrets.count)) + Self.padded(secrets))
  }

  /// Any block: type, length, body, length.
  public mutating func block(
    _ type: UInt32, _ body: [UInt8], length: UInt32? = nil, trailer: UInt32? = nil
  ) {
    let actual = UInt32(body.count + 12)
    bytes += integers(type, length ?? actual) + body + integers(trailer ?? length ?? actual)
  }

  public func integers<T: FixedWidthInteger>(_ values: T...) -> [UInt8] {
    values.flatMap { order.bytes(of: $0) }
  }

  private func encoded(_ options: [Option]) -> [UInt8] {
    guard !options.isEmpty else { return [] }
    return options.flatMap {
      integers($0.code, UInt16($0.value.count)) + Self.padded($0.value)
    } + [0, 0, 0, 0]
  }

  private static func padded(_ bytes: [UInt8]) -> [UInt8] {
    bytes + [UInt8](repeating: 0, count: (4 - bytes.count % 4) % 4)
  }
}

/// One packet as a test compares it.
public struct ReadPacket: Hashable, Sendable {
  public var record: PacketRecord
  public var bytes: [UInt8]

  public init(record: PacketRecord, bytes: [UInt8]) {
    self.record = record
    self.bytes = bytes
  }
}

/// A file that lies on disk while `body` runs.
public func withTemporaryFile<Result>(
  _ bytes: [UInt8], named name: String = "capture", _ body: (String) throws -> Result
) throws -> Result {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "rdpwhy-tests-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let file = folder.appending(path: name)
  try Data(bytes).write(to: file)
  return try body(file.path)
}

/// All packets of a built capture, and its summary.
public func read(_ bytes: [UInt8], limits: ReadingLimits = ReadingLimits()) throws
  -> (packets: [ReadPacket], summary: CaptureSummary)
{
  try withTemporaryFile(bytes) { path in try read(.file(path), limits: limits) }
}

/// All packets of an input, and its summary.
public func read(_ source: CaptureSource, limits: ReadingLimits = ReadingLimits()) throws
  -> (packets: [ReadPacket], summary: CaptureSummary)
{
  var packets: [ReadPacket] = []
  let summary = try CaptureFile.read(source, limits: limits) { record, bytes in
    packets.append(ReadPacket(record: copy record, bytes: bytes.copied()))
  }
  return (packets, summary)
}
