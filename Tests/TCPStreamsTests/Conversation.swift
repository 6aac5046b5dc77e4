import CaptureReader
import PacketDecode
import Support

@testable import TCPStreams

/// A TCP conversation packet by packet: builds frames, decodes them, and feeds a connection table.
///
/// Positions are offsets of the sender's stream: 0 is the first byte after the SYN. Times are
/// milliseconds after the start.
final class Conversation {
  /// What the table handed on.
  struct Delivery: Equatable {
    var connection: Int
    var side: Side
    var offset: Int
    var length: Int
    var isGap: Bool
    var hasBeginning: Bool
    var bytes: [UInt8]
  }

  static let client = Endpoint("10.0.0.1", 50_000)
  static let server = Endpoint("10.0.0.2", 3389)
  static let start: Int64 = 1_700_000_000_000_000_000

  var client: Endpoint
  var server: Endpoint
  var initial: PerSide<UInt32>
  /// Added to all times, in nanoseconds.
  var shift: Int64 = 0
  /// The capture file's identifier of the packets that follow.
  var packetID: UInt64?
  /// Each frame is captured again 0.3 ms later, behind a router.
  var repeatsEachFrame = false
  /// Each frame is captured again so many milliseconds later, at the other end of the path.
  var distance: Double?
  /// Frames that are yet to reach the other end.
  private var underway: [(time: Double, bytes: [UInt8])] = []
  private(set) var input = 0
  private(set) var deliveries: [Delivery] = []
  private(set) var frame = 0
  private var identification = PerSide<UInt16>(client: 100, server: 9_000)
  private var decoder = PacketDecoder()
  private var table: ConnectionTable

  init(
    client: Endpoint = Conversation.client, server: Endpoint = Conversation.server,
    initial: PerSide<UInt32> = PerSide(client: 1_000, server: 5_000),
    options: ConnectionOptions = ConnectionOptions(servicePorts: [3389])
  ) {
    self.client = client
    self.server = server
    self.initial = initial
    table = ConnectionTable(options: options)
  }

  var count: Int { table.count }
  var unfollowedSegments: Int { table.unfollowedSegments }

  func record(_ connection: Int = 0) -> ConnectionRecord { table.record(of: connection) }

  var outcomes: OpeningOutcomes { table.outcomes }

  /// Told openings there is a number for, gone or not.
  var openingBytes: Int { table.openings.counted.bytes + table.openings.folded.bytes }
  var toldNumbers: Int { table.openings.told.end }

  /// Evicts what can be evicted, where the table is full.
  func makeRoom() -> [Int] { table.isFull ? table.evict() : [] }
  func isFree(_ connection: Int) -> Bool { table.connections[connection].isEvicted }

  /// A packet of somebody else comes, so many milliseconds after the start.
  func time(_ milliseconds: Int64) {
    table.note(time: Timestamp(nanoseconds: Self.start + milliseconds * 1_000_000))
  }

  /// Ends the capture, for tables that defer openings.
  func finish() {
    arrive(until: .infinity)
    table.finishOpenings { connection, chunk, bytes in
      deliver(connection, chunk, bytes)
    }
  }

  private func deliver(_ connection: Int, _ chunk: StreamChunk, _ bytes: RawSpan) {
    deliveries.append(
      Delivery(
        connection: connection, side: chunk.side, offset: chunk.offset,
        length: chunk.length, isGap: chunk.isGap, hasBeginning: chunk.hasBeginning,
        bytes: bytes.copied()))
  }

  /// The bytes of one direction; gaps are left out.
  func bytes(from side: Side, connection: Int = 0) -> [UInt8] {
    deliveries.filter { $0.connection == connection && $0.side == side }.flatMap(\.bytes)
  }

  func gaps(from side: Side) -> [Range<Int>] {
    deliveries.filter { $0.side == side && $0.isGap }.map { $0.offset..<$0.offset + $0.length }
  }

  func stopDelivering(_ connection: Int = 0) { table.stopDelivering(connection) }

  /// The handshake: SYN, SYN-ACK after the server's half, ACK after the client's half.
  func open(
    at time: Double = 0, serverHalf: Double = 20, clientHalf: Double = 1,
    options: [PacketBuilder.Option] = [], window: UInt16 = 64_240
  ) {
    packet(.client, at: time, seq: -1, ack: nil, flags: .syn, window: window, options: options)
    packet(
      .server, at: time + serverHalf, seq: -1, flags: [.syn, .ack], window: window,
      options: options)
    packet(.client, at: time + serverHalf + clientHalf, seq: 0, window: window)
  }

  /// Data whose bytes follow from their offsets.
  func data(
    _ side: Side, at time: Double, seq: Int, _ length: Int, ack: Int? = 0,
    flags: TCPFlags = [], id: UInt16? = nil, ttl: UInt8 = 64
  ) {
    packet(
      side, at: time, seq: seq, ack: ack, flags: flags.union(.psh),
      payload: Self.bytes(seq..<seq + length), ttl: ttl, id: id)
  }

  /// An acknowledgement; `sack` are ranges of the other side's stream.
  func ack(
    _ side: Side, at time: Double, _ ack: Int, seq: Int = 0, window: UInt16 = 64_240,
    sack: [Range<Int>] = [], id: UInt16? = nil
  ) {
    let blocks = sack.map { range in
      let low = sequence(side.other, range.lowerBound)
      let high = sequence(side.other, range.upperBound)
      return PacketBuilder.bigEndian(low) + PacketBuilder.bigEndian(high)
    }
    let option = [5, UInt8(2 + 8 * blocks.count)] + blocks.flatMap(\.self)
    packet(
      side, at: time, seq: seq, ack: ack, window: window,
      options: sack.isEmpty ? [] : [.raw(option)], id: id)
  }

  /// Any packet; `flags` gets ACK added where `ack` is given.
  func packet(
    _ side: Side, at time: Double, seq: Int, ack: Int? = 0, flags: TCPFlags = [],
    window: UInt16 = 64_240, options: [PacketBuilder.Option] = [], payload: [UInt8] = [],
    ttl: UInt8 = 64, id: UInt16? = nil, opening: Opening? = nil
  ) {
    if id == nil { identification[side] &+= 1 }
    let source = side == .client ? client : server
    let destination = side == .client ? server : client
    receive(
      PacketBuilder.tcp(
        from: source, to: destination, seq: sequence(side, seq),
        ack: ack.map { sequence(side.other, $0) } ?? 0,
        flags: ack == nil ? flags : flags.union(.ack), window: window, options: options,
        payload: payload, ttl: ttl, id: id ?? identification[side]),
      at: time, opening: opening)
  }

  /// An IP packet in an ICMP "destination unreachable" to the sender of `side`.
  func unreachable(_ side: Side, at time: Double, code: UInt8, mtu: UInt16 = 0, seq: Int = 0) {
    let source = side == .client ? client : server
    let destination = side == .client ? server : client
    let quoted = PacketBuilder.ip(
      from: source.address, to: destination.address, protocol: 6,
      PacketBuilder.segment(
        from: source, to: destination, seq: sequence(side, seq), flags: .ack))
    let body: [UInt8] = [3, code, 0, 0, 0, 0] + PacketBuilder.bigEndian(mtu) + quoted.prefix(28)
    let router = Endpoint("10.0.0.254", 0).address
    receive(
      PacketBuilder.ethernet(
        PacketBuilder.ip(from: router, to: source.address, protocol: 1, body)), at: time)
  }

  /// Packets may be missing after this time.
  func gap(at milliseconds: Double) {
    table.noteGap(
      at: Timestamp(nanoseconds: Self.start + shift + Int64((milliseconds * 1_000_000).rounded())))
  }

  /// What follows is in another file, whose frames count from 1 again.
  func beginFile() {
    input += 1
    frame = 0
  }

  /// Takes a frame as it is.
  func receive(_ bytes: [UInt8], at milliseconds: Double, opening: Opening? = nil) {
    arrive(until: milliseconds)
    take(bytes, at: milliseconds, opening: opening)
    if let distance {
      var routed = bytes
      routed[22] -= 1
      underway.append((milliseconds + distance, routed))
    }
    guard repeatsEachFrame else { return }
    var routed = bytes
    // The hop limit of an IPv4 packet in an Ethernet frame; its checksum is not looked at.
    routed[22] -= 1
    take(routed, at: milliseconds + 0.3, opening: opening)
  }

  /// What was underway is captured at the other end.
  private func arrive(until time: Double) {
    while let first = underway.first, first.time <= time {
      underway.removeFirst()
      take(first.bytes, at: first.time, opening: nil)
    }
  }

  /// What the last packet that was older than the one before showed of the order of the file.
  func takeLateSign() -> Lateness.Sign? { table.takeLateSigns().last?.sign }

  private func take(_ bytes: [UInt8], at milliseconds: Double, opening: Opening?) {
    frame += 1
    let time = Timestamp(
      nanoseconds: Self.start + shift + Int64((milliseconds * 1_000_000).rounded()))
    let record = PacketRecord(
      frame: frame, time: time, originalLength: bytes.count, linkType: .ethernet,
      packetID: packetID)
    let reference = ItemReference(input: input, frame: frame, time: time)
    table.note(time: time)
    unsafe decoder.decode(bytes.span.bytes, record) { packet, payload in
      switch packet.transport {
      case .tcp(let segment):
        table.receive(
          segment, network: packet.network, payload: payload, frame: reference, opening: opening
        ) { connection, chunk, bytes in
          deliver(connection, chunk, bytes)
        }
      case .icmpError(let error):
        table.receive(error, network: packet.network, frame: reference) {
          connection, chunk, bytes in deliver(connection, chunk, bytes)
        }
      case .udp, .resolution, .echoReply: break
      }
    }
  }

  /// What stands at these offsets of any stream.
  static func bytes(_ range: Range<Int>) -> [UInt8] {
    range.map { UInt8(truncatingIfNeeded: ($0 &* 0x9E37_79B1) >> 16) }
  }

  func sequence(_ side: Side, _ offset: Int) -> UInt32 {
    initial[side] &+ 1 &+ UInt32(truncatingIfNeeded: offset)
  }
}

extension ConnectionRecord {
  /// Milliseconds after the start of a conversation.
  func milliseconds(_ frame: ItemReference?) -> Double? {
    frame.map { Double($0.time.nanoseconds - Conversation.start) / 1e6 }
  }
}
