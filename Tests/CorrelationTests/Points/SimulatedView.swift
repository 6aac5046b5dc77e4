import CaptureReader
import Correlation
import PacketDecode
import Support
import TCPStreams

/// How one point captures a simulated connection.
struct SimulatedView {
  enum Place { case client, middle, server }

  var place: Place
  var witness: Int
  /// This clock at a true time.
  var clock: (Int64) -> Int64 = { $0 }
  /// The client as this point sees it at a true time, behind address translation.
  var client: (Int64) -> Endpoint = { _ in SimulatedConnection.client }
  /// Added to the server's sequence numbers by a device between this point and the server.
  var serverShift: UInt32 = 0
  /// Share of packets that the capture lacks.
  var missing = 0.0
  /// The only side whose packets this point captures; nil for both.
  var onlySide: Side?
  /// Bytes of data kept of each packet.
  var snap = Int.max
  /// Segments of one burst are captured as one (send or receive offload).
  var joinsSegments = false
  /// Captured from this true time on.
  var start = Int64.min
  /// RSTs at this point that no host sent: in whose name, at which true time.
  var forged: [(side: Side, at: Int64)] = []

  func sightings(of connection: SimulatedConnection, seed: UInt64 = 1) -> [Sighting] {
    var random = SeededRandom(seed: seed)
    var seen = connection.packets.compactMap { packet in
      time(of: packet).map { (time: $0, packet: packet) }
    }.filter { item in
      item.time >= start && onlySide.map { $0 == item.packet.side } ?? true
        && (missing == 0 || item.packet.segment.flags.contains(.syn)
          || Double.random(in: 0..<1, using: &random) >= missing)
    }
    for reset in forged { seen.append((reset.at, self.reset(reset.side, connection, reset.at))) }
    seen.sort { $0.time < $1.time }
    if joinsSegments { seen = joined(seen) }
    var options = ConnectionOptions(servicePorts: [3389])
    options.keepsTrail = true
    var table = ConnectionTable(options: options)
    for (place, item) in seen.enumerated() { receive(item, number: place + 1, into: &table) }
    let first = seen.first.map { clock($0.time) } ?? 0
    let last = max(clock(connection.end), seen.last.map { clock($0.time) } ?? 0)
    return (0..<table.count).map { index in
      let record = table.record(of: index)
      return Sighting(
        witness: witness, client: record.client, server: record.server,
        trail: record.trail ?? SegmentTrail(),
        isOriented: record.orientation == .handshake, estimate: .unknown,
        captureStart: Timestamp(nanoseconds: first), captureEnd: Timestamp(nanoseconds: last))
    }
  }

  private func time(of packet: SimulatedPacket) -> Int64? {
    switch place {
    case .client: packet.atClient
    case .middle: packet.atMiddle
    case .server: packet.atServer
    }
  }

  private func receive(
    _ item: (time: Int64, packet: SimulatedPacket), number: Int, into table: inout ConnectionTable
  ) {
    let packet = item.packet
    let client = client(item.time)
    let server = SimulatedConnection.server
    var segment = packet.segment
    let hops: UInt8 =
      switch (place, packet.side) {
      case (.client, .client), (.server, .server): 0
      case (.middle, _): 2
      default: 4
      }
    if packet.side == .client {
      segment.sourcePort = client.port
      segment.acknowledgment = segment.acknowledgment.advanced(
        by: segment.flags.contains(.ack) ? Int(serverShift) : 0)
    } else {
      segment.destinationPort = client.port
      segment.sequence = segment.sequence.advanced(by: Int(serverShift))
    }
    let network = NetworkHeader(
      source: packet.side == .client ? client.address : server.address,
      destination: packet.side == .client ? server.address : client.address, ttl: 64 - hops,
      identification: packet.identification)
    let frame = ItemReference(
      input: witness, frame: number, time: Timestamp(nanoseconds: clock(item.time)))
    table.note(time: frame.time)
    let payload = Array(packet.payload.prefix(snap))
    table.receive(
      segment, network: network, payload: payload.rawSpan, frame: frame, opening: nil
    ) { _, _, _ in }
  }

  /// A RST with the right numbers and a hop limit of its own.
  private func reset(
    _ side: Side, _ connection: SimulatedConnection, _ time: Int64
  ) -> SimulatedPacket {
    let before = connection.packets.last { $0.side == side && ($0.atClient ?? .max) < time }
    var segment = before?.segment ?? connection.packets[0].segment
    segment.sequence = segment.sequence.advanced(by: segment.payloadLength)
    segment.flags = [.rst, .ack]
    segment.payloadLength = 0
    segment.options = TCPOptions()
    return SimulatedPacket(
      side: side, segment: segment, payload: [], identification: 0, atClient: time, atServer: time)
  }

  private func joined(
    _ seen: [(time: Int64, packet: SimulatedPacket)]
  ) -> [(time: Int64, packet: SimulatedPacket)] {
    var result: [(time: Int64, packet: SimulatedPacket)] = []
    for item in seen {
      if let last = result.last, last.packet.side == item.packet.side,
        last.packet.segment.payloadLength > 0, item.packet.segment.payloadLength > 0,
        item.time - last.time < 1_000_000,
        last.packet.segment.options.timestamps == item.packet.segment.options.timestamps,
        last.packet.segment.sequence.advanced(by: last.packet.segment.payloadLength)
          == item.packet.segment.sequence
      {
        result[result.count - 1].packet.payload += item.packet.payload
        result[result.count - 1].packet.segment.payloadLength += item.packet.payload.count
      } else {
        result.append(item)
      }
    }
    return result
  }
}
