import CaptureReader
import Correlation
import PacketDecode
import Support
import TCPStreams

/// A packet of a simulated connection, with the true times at which it was at either end; nil where it
/// never came by.
struct SimulatedPacket {
  var side: Side
  var segment: TCPSegment
  var payload: [UInt8]
  var identification: UInt16?
  var atClient: Int64?
  var atServer: Int64?
  /// On the way, where a third point stands.
  var atMiddle: Int64?
}

struct PathConditions {
  /// Share of packets lost, handshake and goodbye excepted.
  var loss = 0.0
  /// Losses happen behind the middle point (towards the server) only.
  var loosesBehindMiddle = false
  /// One way, and how much longer at most, in nanoseconds.
  var delay: Int64 = 10_000_000
  var jitter: Int64 = 300_000
  var turns = 60
  /// Between two turns.
  var pause: Int64 = 1_000_000_000
  var hasTimestamps = true
  var countsDatagrams = true
}

/// Two hosts that take turns in sending bursts, repeat what was lost after 200 ms, and acknowledge
/// each burst.
struct SimulatedConnection {
  static let client = Endpoint(address: IPAddress(v4: 0x0A00_0001), port: 50_000)
  static let server = Endpoint(address: IPAddress(v4: 0xC0A8_0002), port: 3389)
  static let start: Int64 = 1_700_000_000_000_000_000

  private(set) var packets: [SimulatedPacket] = []
  private(set) var end: Int64 = 0
  private let conditions: PathConditions
  private var random: SeededRandom
  private var next: PerSide<UInt32>
  private var number = PerSide<UInt16>(client: 1_000, server: 30_000)
  private var lastArrival = PerSide<Int64>(client: 0, server: 0)
  private var time = Self.start

  init(seed: UInt64, _ conditions: PathConditions) {
    self.conditions = conditions
    random = SeededRandom(seed: seed)
    next = PerSide(
      client: UInt32.random(in: 0...UInt32.max, using: &random),
      server: UInt32.random(in: 0...UInt32.max, using: &random))
    open()
    for turn in 0..<conditions.turns {
      burst(from: turn % 3 == 0 ? .client : .server)
      time += conditions.pause
    }
    close()
    end = time
  }

  func lost(_ side: Side) -> [SimulatedPacket] {
    packets.filter { $0.side == side && (side == .client ? $0.atServer : $0.atClient) == nil }
  }

  private mutating func open() {
    var options = TCPOptions()
    options.maximumSegmentSize = 1460
    send(.client, .syn, [], options: options, isSafe: true)
    next.client &+= 1
    time = lastArrival.client + 20_000
    send(.server, [.syn, .ack], [], options: options, isSafe: true)
    next.server &+= 1
    time = lastArrival.server + 20_000
    send(.client, .ack, [], isSafe: true)
    time += 100_000
  }

  private mutating func burst(from side: Side) {
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let payload = (0..<Int.random(in: 40...1400, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      while !send(side, [.psh, .ack], payload) { time += 200_000_000 }
      next[side] &+= UInt32(payload.count)
      time += 12_000
    }
    time = lastArrival[side] + 50_000
    send(side.other, .ack, [])
  }

  private mutating func close() {
    for side in Side.allCases {
      send(side, [.fin, .ack], [], isSafe: true)
      next[side] &+= 1
      time = lastArrival[side] + 50_000
    }
    send(.client, .ack, [], isSafe: true)
    time += 1_000_000_000
  }

  @discardableResult
  private mutating func send(
    _ side: Side, _ flags: TCPFlags, _ payload: [UInt8], options: TCPOptions = TCPOptions(),
    isSafe: Bool = false
  ) -> Bool {
    var options = options
    if conditions.hasTimestamps {
      options.timestamps = TCPOptions.Timestamps(
        value: UInt32(truncatingIfNeeded: time / 1_000_000) &+ next[side] >> 8, echo: 1)
    }
    let from = side == .client ? Self.client : Self.server
    let to = side == .client ? Self.server : Self.client
    let segment = TCPSegment(
      sourcePort: from.port, destinationPort: to.port, sequence: SequenceNumber(next[side]),
      acknowledgment: SequenceNumber(flags.contains(.ack) ? next[side.other] : 0), flags: flags,
      window: 500, options: options, payloadLength: payload.count)
    number[side] &+= 1
    let isLost = !isSafe && Double.random(in: 0..<1, using: &random) < conditions.loss
    let delay = conditions.delay + Int64.random(in: 0...conditions.jitter, using: &random)
    let arrival = max(lastArrival[side] + 1_000, time + delay)
    let middle = (time + arrival) / 2
    let passesMiddle = !isLost || (conditions.loosesBehindMiddle && side == .client)
    packets.append(
      SimulatedPacket(
        side: side, segment: segment, payload: payload,
        identification: conditions.countsDatagrams ? number[side] : 0,
        atClient: side == .client ? time : isLost ? nil : arrival,
        atServer: side == .server ? time : isLost ? nil : arrival,
        atMiddle: passesMiddle || (conditions.loosesBehindMiddle && side == .server && !isLost)
          ? middle : nil))
    if !isLost { lastArrival[side] = arrival }
    return !isLost
  }
}
