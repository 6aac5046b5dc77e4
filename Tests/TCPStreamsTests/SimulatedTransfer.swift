import CaptureReader
import PacketDecode
import Support
import TCPStreams

/// A server that sends segments to a client over a link with known faults, seen from either end.
///
/// The sender repeats after three duplicate acknowledgements and on partial acknowledgements
/// (RFC 6582) and after a timeout (RFC 6298); it knows no selective acknowledgements, but times every
/// acknowledgement by an echo and stops repeating where that shows that it began in vain (RFC 3522).
/// The receiver acknowledges every segment at once. Times are in milliseconds.
struct SimulatedTransfer {
  struct Link {
    var delay = 20.0
    /// Share of data segments lost.
    var loss = 0.0
    /// Share of acknowledgements lost.
    var acknowledgmentLoss = 0.0
    /// Share of packets that take a detour, and how much longer that is.
    var reordering = 0.0
    var detour = 1.0...8.0
    /// Share of packets that arrive twice, and how much later: what duplicates a packet does it at
    /// once.
    var duplication = 0.0
    var echo = 0.01...0.5
    /// How long a packet keeps the link busy.
    var occupation = 0.1
    /// Times at which the way from server to client is interrupted.
    var outages: [ClosedRange<Double>] = []
  }

  private enum Event {
    case produce
    case timeout(generation: Int)
    /// `sent` is echoed, as by the timestamps option.
    case data(Int, sent: Double)
    case ack(Int, echo: Double)
  }

  /// A packet as it passes a capture point.
  private struct Passage {
    var time: Double
    var isData: Bool
    /// Segment's number, or the number of segments acknowledged.
    var number: Int
    var identification: UInt16
  }

  static let segmentLength = 1000
  private static let window = 64
  private static let firstTime = 100.0

  /// Data segments put on the link and lost there.
  private(set) var sent = 0
  private(set) var lost = 0
  /// Times of losses.
  private(set) var losses: [Double] = []
  private var link: Link
  private var random: SeededRandom
  private var passages = PerSide<[Passage]>(client: [], server: [])
  private var events: [(time: Double, order: Int, event: Event)] = []
  private var order = 0
  private var identification = PerSide<UInt16>(client: 1, server: 1)
  private var idleSince = PerSide<Double>(client: 0, server: 0)

  private var produced = 0
  private var next = 0
  private var oldest = 0
  private var duplicates = 0
  private var recovery: Int?
  private var recoverySince = 0.0
  private var timer = 0
  private var timeout = 1000.0
  private var smoothed: Double?
  private var variation = 0.0
  private var received: [Bool]
  private var expected = 0

  /// Sends so many segments, one every `interval`.
  init(segments: Int, every interval: Double = 1, over link: Link, seed: UInt64) {
    self.link = link
    random = SeededRandom(seed: seed)
    received = Array(repeating: false, count: segments)
    at(Self.firstTime, .produce)
    while let (time, _, event) = events.popLast() {
      switch event {
      case .produce:
        produced += 1
        if produced < segments { at(time + interval, .produce) }
        sendNew(time)
      case .timeout(let generation) where generation == timer && oldest < next:
        timeout = min(timeout * 2, 60_000)
        recovery = next
        recoverySince = time
        duplicates = 0
        send(oldest, time)
        restartTimer(time)
      case .timeout: break
      case .data(let number, let sent): receive(number, sent: sent, time)
      case .ack(let number, let echo): acknowledge(number, echo: echo, time)
      }
    }
  }

  /// What an analysis makes of the packets that pass one end.
  func record(capturedAt side: Side) -> ConnectionRecord {
    var table = ConnectionTable(options: ConnectionOptions(servicePorts: [3389]))
    var frame = 0
    func feed(
      _ time: Double, _ from: Side, seq: Int, ack: Int, flags: TCPFlags, length: Int = 0,
      identification: UInt16
    ) {
      frame += 1
      let client = Conversation.client
      let server = Conversation.server
      let source = from == .client ? client : server
      let destination = from == .client ? server : client
      let segment = TCPSegment(
        sourcePort: source.port, destinationPort: destination.port,
        sequence: SequenceNumber(7_000).advanced(by: seq),
        acknowledgment: SequenceNumber(7_000).advanced(by: ack), flags: flags, window: 64_240,
        payloadLength: length)
      let network = NetworkHeader(
        source: source.address, destination: destination.address,
        identification: identification)
      let reference = ItemReference(
        input: 0, frame: frame, time: Timestamp(nanoseconds: Int64(time * 1_000_000)))
      let nothing: [UInt8] = []
      unsafe table.receive(
        segment, network: network, payload: nothing.span.bytes, frame: reference, opening: nil
      ) { _, _, _ in }
    }
    let delay = link.delay
    let isServer = side == .server
    feed(isServer ? delay : 0, .client, seq: -1, ack: 0, flags: .syn, identification: 0)
    feed(
      isServer ? delay + 0.05 : 2 * delay, .server, seq: -1, ack: 0, flags: [.syn, .ack],
      identification: 0)
    feed(
      isServer ? 3 * delay : 2 * delay + 0.05, .client, seq: 0, ack: 0, flags: .ack,
      identification: 1)
    for passage in passages[side].sorted(by: { $0.time < $1.time }) {
      let offset = passage.number * Self.segmentLength
      feed(
        passage.time, passage.isData ? .server : .client, seq: passage.isData ? offset : 0,
        ack: passage.isData ? 0 : offset, flags: .ack,
        length: passage.isData ? Self.segmentLength : 0,
        identification: passage.identification)
    }
    return table.record(of: 0)
  }

  private mutating func sendNew(_ time: Double) {
    let arrived = recovery == nil ? 0 : duplicates
    while next < produced, next - oldest - arrived < Self.window {
      next += 1
      send(next - 1, time)
      if next - oldest == 1 { restartTimer(time) }
    }
  }

  private mutating func send(_ number: Int, _ time: Double) {
    sent += 1
    if transmit(from: .server, isData: true, number, time) { return }
    lost += 1
    losses.append(time)
  }

  private mutating func receive(_ number: Int, sent: Double, _ time: Double) {
    received[number] = true
    while expected < received.count, received[expected] { expected += 1 }
    _ = transmit(from: .client, isData: false, expected, time, echo: sent)
  }

  private mutating func acknowledge(_ number: Int, echo: Double, _ time: Double) {
    if number > oldest {
      sample(time - echo)
      oldest = number
      duplicates = 0
      if let end = recovery {
        if number >= end || echo < recoverySince { recovery = nil } else { send(oldest, time) }
      }
      restartTimer(time)
    } else if number == oldest, oldest < next {
      duplicates += 1
      if duplicates == 3, recovery == nil {
        recovery = next
        recoverySince = time
        send(oldest, time)
      }
    }
    sendNew(time)
  }

  private mutating func sample(_ sample: Double) {
    if let known = smoothed {
      variation += (abs(known - sample) - variation) / 4
      smoothed = known + (sample - known) / 8
    } else {
      smoothed = sample
      variation = sample / 2
    }
    timeout = max(200, (smoothed ?? 0) + 4 * variation)
  }

  private mutating func restartTimer(_ time: Double) {
    timer += 1
    if oldest < next { at(time + timeout, .timeout(generation: timer)) }
  }

  /// Puts a packet on the link; false where it is lost.
  private mutating func transmit(
    from side: Side, isData: Bool, _ number: Int, _ start: Double, echo: Double = 0
  ) -> Bool {
    let time = max(start, idleSince[side])
    idleSince[side] = time + link.occupation
    identification[side] &+= 1
    var passage = Passage(
      time: time, isData: isData, number: number, identification: identification[side])
    passages[side].append(passage)
    if side == .server, link.outages.contains(where: { $0.contains(time) }) { return false }
    if chance(isData ? link.loss : link.acknowledgmentLoss) { return false }
    var arrivals = [time + link.delay]
    if chance(link.reordering) {
      arrivals[0] += Double.random(in: link.detour, using: &random)
    }
    if chance(link.duplication) {
      arrivals.append(arrivals[0] + Double.random(in: link.echo, using: &random))
    }
    for arrival in arrivals {
      passage.time = arrival
      passages[side.other].append(passage)
      at(arrival + 0.01, isData ? .data(number, sent: time) : .ack(number, echo: echo))
    }
    return true
  }

  private mutating func chance(_ share: Double) -> Bool {
    share > 0 && Double.random(in: 0..<1, using: &random) < share
  }

  /// Keeps the events sorted, the next one last.
  private mutating func at(_ time: Double, _ event: Event) {
    order += 1
    var low = 0
    var high = events.count
    while low < high {
      let middle = (low + high) / 2
      if events[middle].time > time { low = middle + 1 } else { high = middle }
    }
    events.insert((time, order, event), at: low)
  }
}
