import Analysis
import Attribution
package import CaptureReader
import CaptureWriter
package import Evidence
package import PacketDecode
import RDPProtocol
package import TCPStreams

/// A connection whose packets go into a carved capture, and what its streams were seen to hold so far.
package struct CarvedConnection {
  package let client: Endpoint
  package let pair: FlowPair
  package let inputs: ClosedRange<Int>
  /// Times of its first and last packet, with what copies may come late.
  package let times: ClosedRange<Timestamp>
  /// From when on it was a running session; nil where it never was.
  private let running: Timestamp?
  private let policy: StreamOutline.Policy
  private var outlines = PerSide<StreamOutline?>(client: nil, server: nil)
  /// The sequence number of each stream's first byte.
  private var bases = PerSide<UInt32?>(client: nil, server: nil)

  /// How long after a connection's last packet a copy of it can come.
  private static let slack = TimeSpan.milliseconds(100)
  /// Farther ahead no segment of the stream can be.
  private static let farthest = 16 << 20

  package init(_ wire: WireFacts, inputs: ClosedRange<Int>, policy: StreamOutline.Policy) {
    let record = wire.connection
    client = record.client
    pair = FlowPair(record.client, record.server, tunnel: record.tunnel)
    self.inputs = inputs
    let start = record.first.time
    times = start...max(start, record.last.time.advanced(by: Self.slack))
    let marks = wire.phases.filter { $0.phase == .active }.map(\.start.time)
    running = marks.min() ?? (wire.isActive || wire.phase == .active ? start : nil)
    self.policy = policy
  }

  package func side(of source: Endpoint) -> Side { source == client ? .client : .server }

  package func isRunning(at time: Timestamp) -> Bool { running.map { time >= $0 } ?? false }

  /// Where a segment's data lies in its stream; nil where it has none or belongs nowhere.
  package mutating func place(_ segment: TCPSegment, from side: Side) -> Range<Int>? {
    let sequence = segment.sequence.rawValue
    if segment.flags.contains(.syn) {
      if outlines[side].map({ $0.covered == 0 }) ?? true {
        bases[side] = sequence &+ 1
        outlines[side] = StreamOutline(hasBeginning: true, policy: policy)
      }
      return nil
    }
    guard segment.payloadLength > 0 else { return nil }
    if outlines[side] == nil {
      bases[side] = sequence
      outlines[side] = StreamOutline(hasBeginning: false, policy: policy)
    }
    guard let base = bases[side], let covered = outlines[side]?.covered else { return nil }
    let next = base &+ UInt32(truncatingIfNeeded: covered)
    let distance = Int(Int32(bitPattern: sequence &- next))
    guard distance <= Self.farthest, segment.payloadLength <= Self.farthest else { return nil }
    let start = covered + distance
    return start..<(start + segment.payloadLength)
  }

  /// Whether all before the end of a stretch was walked through.
  package func covers(_ range: Range<Int>, of side: Side) -> Bool {
    (outlines[side]?.covered ?? .max) >= range.upperBound
  }

  /// Walks through the stretch, where it continues what was seen.
  ///
  /// - Parameters:
  ///   - payload: its captured bytes.
  ///   - passesHoles: what is missing before it will not come any more.
  /// - Returns: whether more is covered now.
  package mutating func extend(
    _ range: Range<Int>, _ payload: ArraySlice<UInt8>, of side: Side, at time: Timestamp,
    passesHoles: Bool = false
  ) -> Bool {
    guard var outline = outlines[side], outline.covered < range.upperBound else { return false }
    if outline.covered < range.lowerBound {
      guard passesHoles else { return false }
      outline.skip(range.lowerBound - outline.covered)
    }
    let known = outline.covered - range.lowerBound
    outline.extend(
      payload.dropFirst(known), length: range.count - known, isRunning: isRunning(at: time))
    outlines[side] = outline
    return true
  }

  /// Bytes of a side's stream that were walked through; nil where none was seen.
  package func covered(of side: Side) -> Int? { outlines[side]?.covered }

  /// The parts of a stretch that stay, counted from its start.
  package func kept(_ range: Range<Int>, of side: Side) -> [Range<Int>] {
    outlines[side]?.kept.within(range) ?? []
  }
}

/// The two ends of a flow in an order that both directions share.
package struct FlowPair: Hashable {
  private let low: Endpoint
  private let high: Endpoint
  private let tunnel: UInt64

  package init(_ one: Endpoint, _ other: Endpoint, tunnel: UInt64) {
    let isAscending =
      (one.address.high, one.address.low, one.port)
      <= (other.address.high, other.address.low, other.port)
    low = isAscending ? one : other
    high = isAscending ? other : one
    self.tunnel = tunnel
  }
}
