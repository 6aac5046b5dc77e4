import CaptureReader
import PacketDecode
import TCPStreams

/// Packets on their way from the core that reads to the one that follows connections, in file order,
/// and what they bring on their way back.
struct PacketBatch: ~Copyable {
  /// A packet: the outline of a usual frame, or a record that is yet to be decoded.
  struct Item {
    var outline: SegmentOutline
    var time: Timestamp
    /// Where its bytes lie: of an outline its options and its payload.
    var start: Int32
    var count: Int32
    /// Frames since the batch's first; of a record -1 less its place among the records.
    var number: Int32
    /// Of an outline's connection.
    var tag: UInt32
  }

  private(set) var items: [Item] = []
  private(set) var records: [PacketRecord] = []
  private(set) var bytes: ByteBuffer
  private(set) var firstFrame = 0
  /// Items on ports that are followed.
  private(set) var followed = 0
  var deliveries = Deliveries()
  private let most: Int
  private static let mostBytes = 256 << 10
  private static let firstBytes = 4 << 10

  /// - Parameter most: items that it takes.
  init(most: Int) {
    self.most = most
    // It grows with what it is given: most captures are small.
    bytes = ByteBuffer(capacity: Self.firstBytes)
  }

  var isFull: Bool { items.count >= most || bytes.count >= Self.mostBytes }
  var isEmpty: Bool { items.isEmpty }

  mutating func clear() {
    items.removeAll(keepingCapacity: true)
    records.removeAll(keepingCapacity: true)
    bytes.truncate(to: 0)
    followed = 0
    deliveries.clear()
  }

  @inline(__always)
  mutating func append(
    _ record: borrowing PacketRecord, _ frame: RawSpan, limits: DecodeLimits, _ ports: PortSet,
    _ tags: FlowTags
  ) {
    if items.isEmpty { firstFrame = record.frame }
    guard let outline = SegmentOutline(frame, record, limits: limits),
      let number = UInt32(exactly: record.frame &- firstFrame), number < Int32.max
    else { return append(record, frame) }
    if ports.contains(outline.sourcePort) || ports.contains(outline.destinationPort) {
      followed &+= 1
    }
    let rest = frame.extracting(SegmentOutline.optionsStart..<outline.capturedEnd(of: frame))
    items.append(
      Item(
        outline: outline, time: record.time, start: Int32(truncatingIfNeeded: bytes.count),
        count: Int32(truncatingIfNeeded: rest.byteCount),
        number: Int32(truncatingIfNeeded: number), tag: tags.tag(of: outline)))
    bytes.append(rest)
  }

  @inline(never)
  private mutating func append(_ record: borrowing PacketRecord, _ frame: RawSpan) {
    items.append(
      Item(
        outline: .nothing, time: record.time, start: Int32(truncatingIfNeeded: bytes.count),
        count: Int32(truncatingIfNeeded: frame.byteCount),
        number: -1 &- Int32(truncatingIfNeeded: records.count), tag: 0))
    records.append(copy record)
    bytes.append(frame)
  }
}
