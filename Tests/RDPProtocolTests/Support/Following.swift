import CaptureReader
import Evidence
import Foundation
import PacketDecode
import Support
import TCPStreams

@testable import RDPProtocol

/// Follows all connections of frames or files as an analysis does.
struct Follower: ~Copyable {
  private var decoder = PacketDecoder()
  private var table = ConnectionTable(
    options: ConnectionOptions(servicePorts: [3389], likelyPorts: [3390, 13389, 33891, 443]))
  private var trackers: [SessionTracker] = []
  private var keys: KeyLog?

  init(keys: KeyLog? = nil) { self.keys = keys }

  /// - Parameter services: the only ports that are followed from their first packet.
  init(keys: KeyLog?, services: Set<UInt16>) {
    self.keys = keys
    table = ConnectionTable(options: ConnectionOptions(servicePorts: services))
  }

  /// Adds secrets that the capture holds between its packets.
  mutating func add(_ secrets: CaptureSecrets) {
    var log = keys ?? KeyLog()
    log.add(secrets)
    keys = log
    for index in trackers.indices { trackers[index].keys = log }
  }

  mutating func receive(_ record: borrowing PacketRecord, _ bytes: RawSpan) {
    let frame = ItemReference(input: 0, frame: record.frame, time: record.time)
    table.note(time: record.time)
    decoder.decode(bytes, record) { packet, payload in
      guard case .tcp(let segment) = packet.transport else { return }
      Self.follow(
        segment, packet.network, payload, frame, keys: keys, table: &table, trackers: &trackers)
    }
  }

  private static func follow(
    _ segment: TCPSegment, _ network: NetworkHeader, _ payload: RawSpan, _ frame: ItemReference,
    keys: KeyLog?, table: inout ConnectionTable, trackers: inout [SessionTracker]
  ) {
    table.receive(
      segment, network: network, payload: payload, frame: frame,
      opening: OpeningRecognizer.opening(of: payload)
        ?? CarrierRecognizer.opening(of: payload, keys: keys ?? KeyLog())
    ) { connection, chunk, bytes in
      while trackers.count <= connection { trackers.append(SessionTracker(keys: keys)) }
      trackers[connection].receive(chunk, bytes)
    }
  }

  func finished() -> [Followed] {
    (0..<table.count).map { index in
      let record = table.record(of: index)
      let trace =
        index < trackers.count ? trackers[index].finished() : ProtocolTrace()
      return Followed(record: record, trace: trace)
    }
  }
}

/// All connections of a capture file as read, with the keys in the file and in `keys`.
func follow(_ file: URL, keys: KeyLog? = nil, usesOwnSecrets: Bool = true) throws -> [Followed] {
  var secrets: [CaptureSecrets] = []
  if usesOwnSecrets {
    _ = try CaptureFile.read(.file(file.path), secrets: { secrets.append($0) }) { _, _ in }
  }
  var follower = Follower(keys: keys)
  for found in secrets { follower.add(found) }
  _ = try CaptureFile.read(.file(file.path)) { record, bytes in follower.receive(record, bytes) }
  return follower.finished()
}

/// All connections of a capture file on any port, as read, with the keys in the file.
func followAll(_ file: URL) throws -> [Followed] {
  var services: Set<UInt16> = []
  var started: Set<Set<UInt16>> = []
  var others: [Set<UInt16>] = []
  var secrets: [CaptureSecrets] = []
  var decoder = PacketDecoder()
  _ = try CaptureFile.read(.file(file.path), secrets: { secrets.append($0) }) { record, bytes in
    decoder.decode(bytes, record) { packet, _ in
      guard case .tcp(let segment) = packet.transport else { return }
      let ports: Set = [segment.sourcePort, segment.destinationPort]
      if segment.flags.contains(.syn) {
        services.insert(
          segment.flags.contains(.ack) ? segment.sourcePort : segment.destinationPort)
        started.insert(ports)
      } else {
        others.append(ports)
      }
    }
  }
  // Without a handshake the lower port is the service's.
  for ports in others where !started.contains(ports) {
    if let lower = ports.min() { services.insert(lower) }
  }
  var follower = Follower(keys: nil, services: services)
  for found in secrets { follower.add(found) }
  _ = try CaptureFile.read(.file(file.path)) { record, bytes in follower.receive(record, bytes) }
  return follower.finished()
}

/// The key log beside a recording.
func keyLog(beside capture: URL) throws -> KeyLog? {
  let name = capture.lastPathComponent.replacing(".pcap.gz", with: ".keys")
  let file = capture.deletingLastPathComponent().appending(path: name)
  guard FileManager.default.fileExists(atPath: file.path) else { return nil }
  return KeyLog(parsing: Array(try Data(contentsOf: file)))
}

/// One connection as read.
struct Followed: Sendable {
  var record: ConnectionRecord
  var trace: ProtocolTrace

  /// With what sizes and order imply.
  var facts: WireFacts { WireFacts(connection: record, trace: trace) }
}

/// A made-up connection: what each side says, in order, as packets.
struct Conversation {
  static let client = Endpoint("10.0.0.1", 50_000)
  static let server = Endpoint("10.0.0.2", 3389)

  private(set) var frames: [[UInt8]] = []
  private var next = PerSide<UInt32>(client: 1000, server: 9000)

  /// - Parameter isComplete: the capture holds the connection's start.
  init(isComplete: Bool = true) {
    guard isComplete else { return }
    add(.client, flags: .syn)
    next.client &+= 1
    add(.server, flags: [.syn, .ack])
    next.server &+= 1
    add(.client, flags: .ack)
  }

  /// Sends bytes in segments of at most `size`.
  mutating func say(_ side: Side, _ bytes: [UInt8], size: Int = 1400) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = Array(rest.prefix(size))
      add(side, flags: [.ack, .psh], payload: part)
      next[side] &+= UInt32(part.count)
      rest = rest.dropFirst(size)
    }
  }

  mutating func close(_ side: Side) {
    add(side, flags: [.ack, .fin])
    next[side] &+= 1
  }

  mutating func reset(_ side: Side) { add(side, flags: [.ack, .rst]) }

  private mutating func add(_ side: Side, flags: TCPFlags, payload: [UInt8] = []) {
    let ends = side == .client ? (Self.client, Self.server) : (Self.server, Self.client)
    frames.append(
      PacketBuilder.tcp(
        from: ends.0, to: ends.1, seq: next[side],
        ack: flags == .syn ? 0 : next[side.other], flags: flags, payload: payload))
  }

  /// The connection as read from a capture of its frames, ten milliseconds apart.
  func followed(keys: KeyLog? = nil) -> Followed? {
    var follower = Follower(keys: keys)
    for (index, frame) in frames.enumerated() {
      let record = PacketRecord(
        frame: index + 1, time: Timestamp(nanoseconds: Int64(index) * 10_000_000),
        originalLength: frame.count, linkType: .ethernet)
      follower.receive(record, frame.rawSpan)
    }
    return follower.finished().first
  }
}

/// A TLS record around a body.
func tlsRecord(_ type: UInt8, _ body: [UInt8], version: UInt16 = 0x0303) -> [UInt8] {
  [
    type, UInt8(version >> 8), UInt8(version & 0xFF), UInt8(body.count >> 8 & 0xFF),
    UInt8(body.count & 0xFF),
  ] + body
}

/// An application-data record of a given length, its content without meaning.
func encrypted(_ length: Int) -> [UInt8] {
  tlsRecord(TLSContentType.applicationData, [UInt8](repeating: 0xA5, count: length))
}

/// A handshake message around a body.
func handshake(_ type: UInt8, _ body: [UInt8]) -> [UInt8] {
  [type, UInt8(body.count >> 16 & 0xFF), UInt8(body.count >> 8 & 0xFF), UInt8(body.count & 0xFF)]
    + body
}

/// A TPKT packet around a body.
func tpkt(_ body: [UInt8]) -> [UInt8] {
  [3, 0, UInt8((body.count + 4) >> 8 & 0xFF), UInt8((body.count + 4) & 0xFF)] + body
}
