import CaptureReader
import PacketDecode
@testable import RDPProtocol
@testable import TCPStreams

@testable import Evidence

/// Facts of a session, told in a few lines; times are milliseconds from the session's start, and
/// frames are numbered in the order of their times.
///
/// A new script is a healthy established connection in which nothing was said.
struct SessionScript {
  var connection: ConnectionRecord
  var trace = ProtocolTrace()
  var inference = Inference()
  var surroundings = Surroundings()

  static let start = Timestamp(nanoseconds: 1_772_373_907_000_000_000)

  /// A packet at a time; a later time is a later frame.
  static func at(_ milliseconds: Int64) -> ItemReference {
    ItemReference(
      input: 0, frame: Int(milliseconds) + 1, time: start.advanced(by: .milliseconds(milliseconds)))
  }

  init(lasting milliseconds: Int64 = 20_000, captureEndsAfter: Int64 = 0) {
    var handshake = Handshake()
    handshake.syn = Self.at(0)
    handshake.lastSyn = Self.at(0)
    handshake.synCount = 1
    handshake.synAck = Self.at(10)
    handshake.synAckCount = 1
    handshake.established = Self.at(11)
    handshake.serverRoundTrip = .milliseconds(10)
    handshake.clientRoundTrip = .milliseconds(1)
    connection = ConnectionRecord(
      index: 0, client: Endpoint(address: IPAddress(v4: 0x0A00_0005), port: 49_811),
      server: Endpoint(address: IPAddress(v4: 0x0A01_0203), port: 3389), orientation: .handshake,
      tunnel: 0, first: Self.at(0), last: Self.at(milliseconds),
      captureEnd: Self.at(milliseconds + captureEndsAfter).time, handshake: handshake,
      sent: SentRecords(client: DirectionRecord(), server: DirectionRecord()),
      capturePoint: .client, evicted: false)
    for side in Side.allCases {
      connection.sent[side].packets = 100
      connection.sent[side].hopLimits.insert(side == .client ? 64 : 118)
      connection.sent[side].firstPacket = Self.at(side == .client ? 0 : 10)
      connection.sent[side].lastPacket = Self.at(milliseconds)
    }
  }

  var facts: WireFacts {
    var facts = WireFacts(connection: connection, trace: trace, surroundings: surroundings)
    facts.inference = inference
    return facts
  }

  /// Everything that the rules say about it.
  var evidence: [Evidence] { RuleBook.evidence(in: facts) }
  var codes: Set<String> { Set(evidence.map(\.code.rawValue)) }

  func changed(_ change: (inout SessionScript) -> Void) -> SessionScript {
    var copy = self
    change(&copy)
    return copy
  }
}

// MARK: How far it came

extension SessionScript {
  /// The client asked for `requested`, the server answered.
  static func negotiated(
    _ requested: SecurityProtocols? = [.ssl, .hybrid],
    answer: ConnectionConfirm = .selected(.hybrid, flags: 0), lasting: Int64 = 20_000
  ) -> SessionScript {
    SessionScript(lasting: lasting).changed { script in
      script.trace.recognised = true
      script.trace.request = Seen(ConnectionRequest(requestedProtocols: requested), at(20))
      script.trace.confirm = Seen(answer, at(30))
      script.data(.client, from: 20, to: 20, packets: 1)
      script.data(.server, from: 30, to: 30, packets: 1)
    }
  }

  /// The client's hello was sent; with `version` the server's came back, and with `finished` the
  /// handshake was completed.
  static func tls(
    version: TLSVersion? = .tls12, offers: TLSVersion = .tls13, finished: Bool = false,
    nla: Bool = true, lasting: Int64 = 20_000
  ) -> SessionScript {
    negotiated(answer: .selected(nla ? .hybrid : .ssl, flags: 0), lasting: lasting).changed {
      script in
      script.trace.tls.clientHelloFrame = at(40)
      script.trace.tls.clientHello = Seen(hello(offers), at(40))
      script.data(.client, from: 20, to: 40, packets: 2)
      guard let version else { return }
      script.trace.tls.serverHelloFrame = at(50)
      script.trace.tls.serverHello = Seen(
        ServerHello(
          version: version, cipherSuite: 0xC030, extensions: [], encryptThenMAC: false,
          echoesSessionID: false, downgradeSentinel: false), at(50))
      script.data(.server, from: 30, to: 50, packets: 2)
      guard finished else { return }
      script.trace.tls.finished = PerSide(client: at(60), server: at(70))
      script.inference.credssp.expected = nla
      script.data(.client, from: 20, to: 60, packets: 3)
      script.data(.server, from: 30, to: 70, packets: 3)
    }
  }

  private static func hello(_ version: TLSVersion) -> ClientHello {
    ClientHello(
      maximumVersion: version, legacyVersion: 0x0303, cipherSuites: [0xC030], extensions: [],
      groups: [], pointFormats: [], signatureAlgorithms: [], supportedVersions: [], length: 180)
  }

  /// NLA came to `stage`; the stages' messages are 10 ms apart from 100 ms on.
  static func nla(_ stage: CredSSPStage, lasting: Int64 = 20_000) -> SessionScript {
    tls(finished: true, lasting: lasting).changed { script in
      script.inference.credssp.expected = true
      script.inference.credssp.stage = stage
      let senders: [Side] = [.client, .server, .client, .server, .client, .server]
      for (index, side) in senders.prefix(stage.rawValue).enumerated() {
        let frame = at(100 + Int64(index) * 10)
        script.inference.credssp.messages.append(
          CredSSPProgress.Message(side: side, plaintextLength: 100, frame: frame))
        script.connection.sent[side].lastData = frame
        script.connection.sent[side].dataPackets += 1
      }
    }
  }

  /// The connection sequence began after NLA or, with `nla` false, in the clear.
  static func sequence(nla: Bool = true, lasting: Int64 = 20_000) -> SessionScript {
    (nla
      ? Self.nla(.passed, lasting: lasting)
      : negotiated(answer: .selected(.rdp, flags: 0), lasting: lasting))
      .changed { script in
        script.trace.mcs.connectInitial = at(200)
        script.data(.client, from: 20, to: 200, packets: 8)
      }
  }

  /// A session with a desktop, alive up to its last packet.
  static func active(lasting: Int64 = 20_000) -> SessionScript {
    sequence(lasting: lasting).changed { script in
      script.trace.mcs.active = at(400)
      script.trace.mcs.activePDUs = PerSide(client: 50, server: 50)
      script.data(.client, from: 20, to: lasting - 100, packets: 80)
      script.data(.server, from: 30, to: lasting - 90, packets: 80)
    }
  }
}

// MARK: What happened in it

extension SessionScript {
  mutating func data(_ side: Side, from: Int64, to: Int64, packets: Int) {
    connection.sent[side].firstData = Self.at(from)
    connection.sent[side].lastData = Self.at(to)
    connection.sent[side].dataPackets = packets
  }

  mutating func fin(_ side: Side, at milliseconds: Int64) {
    connection.sent[side].fin = Self.at(milliseconds)
    connection.sent[side].finCount = 1
  }

  /// By default a RST with the marks of the side it claims to come from.
  mutating func reset(
    _ side: Side, at milliseconds: Int64, hopLimit: UInt8? = nil, hasAck: Bool = true,
    sinceOwn: Int64? = nil, sinceOther: Int64? = nil, senderWentOn: Bool = false
  ) {
    connection.sent[side].resets.append(
      ResetRecord(
        frame: Self.at(milliseconds), hopLimit: hopLimit ?? (side == .client ? 64 : 118), window: 0,
        hasAck: hasAck, hasTimestamps: false, sequenceOffset: 0, answersAcknowledgment: false,
        sinceOther: sinceOther.map { .milliseconds($0) },
        sinceOwn: sinceOwn.map { .milliseconds($0) }, senderWentOn: senderWentOn))
    connection.sent[side].resetCount += 1
  }

  /// Data that was sent `attempts` times from `from` to `to` without an acknowledgement.
  mutating func unanswered(
    _ side: Side, from: Int64, to: Int64, attempts: Int, length: Int = 100, isFinOnly: Bool = false
  ) {
    connection.sent[side].unacknowledged = UnacknowledgedTail(
      bytes: length, firstSent: Self.at(from), lastSent: Self.at(to), attempts: attempts,
      segmentLength: length, isFinOnly: isFinOnly)
    connection.sent[side].retransmissions.timeout += attempts - 1
    connection.sent[side.other].lastPacket = Self.at(from - 10)
  }

  /// What the client asked for in X.224; nil for a request without RDP_NEG_REQ.
  mutating func requested(_ protocols: SecurityProtocols?) {
    trace.request = Seen(ConnectionRequest(requestedProtocols: protocols), Self.at(20))
  }

  /// Pauses of a side that the other one answered after.
  mutating func pauses(_ side: Side, _ count: Int, of length: TimeSpan) {
    for _ in 0..<count { connection.sent[side].pauses.note(length) }
  }

  /// Losses that were repaired.
  mutating func losses(_ side: Side, _ count: Int) {
    connection.sent[side].retransmissions.fast += count
    connection.sent[side].dataPackets += count
  }

  /// What each side sent in each second: packets and bytes.
  mutating func course(_ client: [(Int, Int)], _ server: [(Int, Int)]) {
    func course(_ seconds: [(Int, Int)]) -> ConnectionSeries.Course {
      ConnectionSeries.Course(
        .client,
        of: seconds.map { packets, bytes in
          var stretch = ActivitySeries.Stretch()
          for index in 0..<packets {
            stretch.client.add(bytes: index == 0 ? bytes : 0, isRepeat: false)
          }
          return stretch
        })
    }
    connection.series = ConnectionSeries(
      start: Self.start, length: .seconds(1),
      courses: PerSide(client: course(client), server: course(server)))
  }

  mutating func healedOutage(_ side: Side, from: Int64, to: Int64) {
    connection.sent[side].outages.append(
      Outage(
        start: Self.at(from), end: Self.at(to).time, attempts: 5, recovered: true, peerHeard: false)
    )
  }

  mutating func alert(_ side: Side, _ code: AlertDescription?, at milliseconds: Int64) {
    trace.tls.alerts.append(
      TLSAlert(
        side: side, frame: Self.at(milliseconds), level: code == nil ? nil : 2, code: code,
        isEncrypted: code == nil))
  }

  mutating func warning(_ side: Side, _ code: AlertDescription, at milliseconds: Int64) {
    trace.tls.alerts.append(
      TLSAlert(
        side: side, frame: Self.at(milliseconds), level: 1, code: code, isEncrypted: false))
  }

  /// An encrypted record; type 21 is an alert up to TLS 1.2.
  mutating func record(_ side: Side, at milliseconds: Int64, type: UInt8 = 23, length: Int = 80) {
    trace.tls.lastRecords.append(
      EncryptedRecord(
        side: side, type: type, length: length, frame: Self.at(milliseconds), isPartial: false))
  }

  mutating func ultimatum(_ side: Side, at milliseconds: Int64, reason: UInt8? = nil) {
    trace.mcs.ultimatums.append(
      DisconnectUltimatum(side: side, frame: Self.at(milliseconds), reason: reason))
  }

  /// One of the connection's last packets, with what it acknowledges.
  mutating func lastPacket(
    _ side: Side, at milliseconds: Int64, acknowledging bytes: UInt32, flags: TCPFlags = [.ack],
    length: Int = 0, window: UInt16 = 500, sequence: UInt32 = 1
  ) {
    let segment = TCPSegment(
      sourcePort: 1, destinationPort: 2, sequence: SequenceNumber(sequence),
      acknowledgment: SequenceNumber(bytes), flags: flags, window: window, payloadLength: length)
    connection.tail.append(
      TailPacket(segment, from: side, frame: Self.at(milliseconds), isRepeat: false))
  }

  /// The server refused NLA in this way.
  mutating func refused(_ how: CredSSPRefusalKind, at milliseconds: Int64) {
    inference.credssp.refusal = how
    inference.credssp.refusalFrame = Self.at(milliseconds)
  }

  /// The client left NLA by itself.
  mutating func clientLeft(at milliseconds: Int64) {
    inference.credssp.clientLeft = Self.at(milliseconds)
    fin(.client, at: milliseconds)
  }

  /// Nothing was seen of a side.
  mutating func silence(_ side: Side) { connection.sent[side] = DirectionRecord() }

  /// Never established: only the client's SYN was seen, `count` times.
  mutating func onlySYN(_ count: Int) {
    connection.handshake = Handshake()
    connection.handshake.syn = Self.at(0)
    connection.handshake.lastSyn = Self.at(Int64(count - 1) * 1000)
    connection.handshake.synCount = count
    connection.sent.client = DirectionRecord()
    connection.sent.client.packets = count
    connection.sent.server = DirectionRecord()
    trace = ProtocolTrace()
    inference = Inference()
  }
}

extension ConnectionSeries.Course {
  /// What the one side did that these are of.
  init(_ activities: [ActivitySeries.Activity]) {
    self.init(.client, of: activities.map { ActivitySeries.Stretch(client: $0) })
  }
}
