import CaptureReader
import PacketDecode

/// Segments of a connection that wait for data which they, or one before them, acknowledge and which
/// is not there yet: packets that changed places in the file bring it at once.
struct HeldSegments: Sendable {
  struct Item: Sendable {
    var packet: CapturedSegment
    var payload: [UInt8]
  }

  /// Longest wait: several queues of one network card are apart by less.
  static let wait = TimeSpan.milliseconds(10)
  static let limit = 16
  static let byteLimit = 64 * 1024
  /// Waits in vain after which a connection waits no more: the capture lost its packets.
  static let vainWaits = 4
  /// Memory of an item beside its bytes.
  private static let overhead = 256

  private(set) var items: [Item] = []
  private(set) var memory = 0

  var isEmpty: Bool { items.isEmpty }
  var first: CapturedSegment? { items.first?.packet }

  /// No more is to be held, or `time` is too far from that of the first one.
  func isOver(at time: Timestamp) -> Bool {
    guard let first else { return false }
    return items.count > Self.limit || memory > Self.byteLimit
      || time.since(first.frame.time).nanoseconds.magnitude > Self.wait.nanoseconds.magnitude
  }

  mutating func append(_ packet: CapturedSegment, _ payload: RawSpan) {
    items.append(Item(packet: packet, payload: payload.copied()))
    memory += payload.byteCount + Self.overhead
  }

  mutating func removeFirst() -> Item? { items.isEmpty ? nil : remove(at: 0) }

  /// The place must be one of `items`.
  mutating func remove(at place: Int) -> Item {
    let item = items.remove(at: place)
    memory -= item.payload.count + Self.overhead
    return item
  }

  /// The ends were turned round.
  mutating func swapSides() {
    for index in items.indices {
      let packet = items[index].packet
      items[index].packet = CapturedSegment(
        segment: packet.segment, network: packet.network, side: packet.side.other,
        frame: packet.frame)
    }
  }
}
