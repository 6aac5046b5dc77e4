@testable import Analysis
@testable import Attribution
import CaptureReader
import Evidence
import Foundation
import PacketDecode
@testable import RDPProtocol
@testable import Reporting
@testable import TCPStreams

/// Analyses as the stages before would make them.
enum Sample {
  /// 2026-03-01T14:05:07.123456789Z
  static let start = Timestamp(nanoseconds: 1_772_373_907_123_456_789)
  static let client = Endpoint(address: IPAddress(v4: 0x0A00_0005), port: 49811)
  static let server = Endpoint(address: IPAddress(v4: 0x0A01_0203), port: 3389)

  static func frame(_ number: Int, at milliseconds: Int64 = 0, input: Int = 0) -> ItemReference {
    ItemReference(
      input: input, frame: number, time: start.advanced(by: .milliseconds(milliseconds)))
  }

  static func connection(
    client: Endpoint = client, server: Endpoint = server, begins: Int64 = 0, lasts: Int64 = 19_200,
    sent: SentRecords = SentRecords(client: direction(), server: direction())
  ) -> ConnectionRecord {
    var handshake = Handshake()
    handshake.syn = frame(1, at: begins)
    return ConnectionRecord(
      index: 0, client: client, server: server, orientation: .handshake, tunnel: 0,
      first: frame(1, at: begins), last: frame(412, at: begins + lasts),
      captureEnd: start.advanced(by: .milliseconds(begins + lasts)), handshake: handshake,
      sent: sent, capturePoint: .client, evicted: false)
  }

  static func direction(packets: Int = 206, change: (inout DirectionRecord) -> Void = { _ in })
    -> DirectionRecord
  {
    var record = DirectionRecord()
    record.packets = packets
    record.dataPackets = packets / 2
    record.bytes = packets * 100
    record.uniqueBytes = packets * 100
    change(&record)
    return record
  }

  static func verdict(
    _ code: String, confidence: Double = 0.97, summary: String = "It ended.",
    nextAction: String = "", phase: Phase = .active, endedBy: EndedBy = .server,
    degraded: Bool = false, alternatives: [(String, Double)] = [], settledBy: [String] = [],
    evidence: [WeighedEvidence] = []
  ) -> Verdict {
    Verdict(
      code: VerdictCode(code), confidence: confidence, summary: summary, nextAction: nextAction,
      alternatives: alternatives.map {
        Verdict.Alternative(code: VerdictCode($0.0), confidence: $0.1)
      },
      settledBy: settledBy, phase: phase, endedBy: endedBy, degraded: degraded, evidence: evidence)
  }

  static func evidence(
    _ code: String, _ bearing: WeighedEvidence.Bearing, _ weight: Double, _ summary: String,
    frames: [Int] = []
  ) -> WeighedEvidence {
    WeighedEvidence(
      evidence: Evidence(EvidenceCode(code), summary, frames: frames.map { frame($0) }),
      bearing: bearing,
      weight: weight)
  }

  static func session(
    _ verdict: Verdict, connection: ConnectionRecord = connection(),
    trace: ProtocolTrace = ProtocolTrace(), inference: Inference? = nil,
    attempt: Attempt = single
  ) -> SessionReport {
    var wire = WireFacts(connection: connection, trace: trace)
    if let inference { wire.inference = inference }
    return SessionReport(
      uid: "S1f9a2c03d4e5", facts: SessionFacts(wire), verdict: verdict, attempt: attempt)
  }

  static let single = Attempt(group: 1, role: .single, ordinal: 1, size: 1)

  static func input(_ name: String = "capture.pcapng", packets: Int = 412) -> InputReport {
    var summary = CaptureSummary(source: .file(name), format: .pcapng)
    summary.packets = packets
    summary.firstTime = start
    summary.lastTime = start.advanced(by: .seconds(20))
    summary.interfaces = [CaptureInterface(linkType: .ethernet, snapLength: 262_144)]
    return InputReport(
      name: name, summary: summary, failure: nil, notes: [], contents: CaptureContents())
  }

  static func unreadable(_ name: String = "notes.txt") -> InputReport {
    InputReport(
      name: name, summary: nil,
      failure: CaptureError(file: name, code: .notACapture(found: "text")), notes: [],
      contents: CaptureContents())
  }

  static func report(_ sessions: [SessionReport], inputs: [InputReport] = [input()]) -> Report {
    Report(
      AnalysisReport(inputs: inputs, sessions: sessions),
      tool: Tool(name: "rdpwhy", version: "0.0.0"))
  }
}

extension Sample {
  /// A session of a report as NDJSON has it.
  static func line(_ report: Report, at index: Int = 0) -> Data {
    let session = SessionView(report.found, at: index)
    var json = JSONBytes()
    json.names = session.names
    SessionFields.record.line(session, to: &json)
    return Data(json.text.bytes)
  }

  /// An input as NDJSON has it.
  static func line(_ input: InputRecord) -> Data {
    var json = JSONBytes()
    InputFields.record.line(input, to: &json)
    return Data(json.text.bytes)
  }

  /// A session that was written and read back.
  static func stored(_ session: SessionReport) -> StoredRecord {
    SessionView(report([session]).found, at: 0).stored()
  }

  /// A refused log-on, with everything that the protocols can show.
  static var refusal: SessionReport {
    session(
      verdict(
        "credssp.logon_failure",
        summary: "The server refused the log-on: TSRequest with an error code after AUTHENTICATE.",
        nextAction: "Check user name, domain and password; look at event 4625 on the server for"
          + " the reason.",
        phase: .credssp, alternatives: [("server.closed", 0.02), ("tls.alert", 0.001)],
        evidence: [
          evidence(
            "credssp.error_record", .supports, 4.2,
            "server answered the password proof with an errorCode-sized record", frames: [19]),
          evidence(
            "tcp.server_fin", .supports, 1.1, "server closed 3 ms later", frames: [20, 21, 22, 23]),
          evidence(
            "path.loss", .against, -0.4, "path lost 3 % of segments", frames: [12, 14]),
          evidence("tls.version", .context, 0, "TLS 1.2 was in use"),
        ]), trace: refusedTrace, inference: refusedInference)
  }

  static var refusedTrace: ProtocolTrace {
    var trace = ProtocolTrace()
    trace.recognised = true
    trace.request = Seen(
      ConnectionRequest(cookie: "alice", requestedProtocols: [.ssl, .hybrid]), frame(4))
    trace.confirm = Seen(.selected([.hybrid], flags: 0x1F), frame(6))
    trace.phases = [
      PhaseMark(phase: .tcp, start: frame(1))
    ]
    trace.tls.clientHello = Seen(
      ClientHello(
        maximumVersion: 0x0303, legacyVersion: 0x0303, cipherSuites: [0x2A2A, 0xC030, 0xC0FE],
        extensions: [], serverName: "rds01.example", groups: [], pointFormats: [],
        signatureAlgorithms: [], supportedVersions: [0x4A4A, 0x0302, 0x0303], length: 180),
      frame(7))
    trace.tls.serverHello = Seen(
      ServerHello(
        version: 0x0303, cipherSuite: 0xC030, extensions: [], encryptThenMAC: false,
        echoesSessionID: false, downgradeSentinel: false), frame(9))
    trace.tls.certificate = Seen(
      ServerCertificate(
        subject: "CN=rds01.example", issuer: "CN=rds01.example", notBefore: start,
        notAfter: start.advanced(by: .seconds(86_400)), isSelfIssued: true, chainLength: 1,
        length: 790), frame(9))
    trace.tls.alerts = [
      TLSAlert(side: .server, frame: frame(22), level: 2, code: 49, isEncrypted: false)
    ]
    trace.mcs.ultimatums = [DisconnectUltimatum(side: .server, frame: frame(30), reason: nil)]
    trace.mcs.clientName = "LAPTOP-7"
    trace.mcs.clientBuild = 19041
    return trace
  }

  static var refusedInference: Inference {
    var inference = Inference()
    inference.credssp.expected = true
    inference.credssp.stage = .authenticate
    inference.credssp.refusal = .errorCode
    inference.credssp.refusalFrame = frame(19)
    inference.credssp.messages = [
      CredSSPProgress.Message(side: .client, plaintextLength: 57, frame: frame(15))
    ]
    inference.phases = [PhaseMark(phase: .credssp, start: frame(15, at: 30))]
    return inference
  }

  /// A path that fell silent.
  static var outage: SessionReport {
    let sent = direction(packets: 220) { record in
      record.retransmissions.timeout = 6
      record.lostBeforeCapture = 1
      for milliseconds in [12, 14, 14, 45] as [Int64] {
        record.roundTrip.histogram.add(.milliseconds(milliseconds))
      }
      record.roundTrip.samples = 4
      record.roundTrip.minimum = .milliseconds(12)
      record.roundTrip.maximum = .milliseconds(45)
      record.unacknowledged = UnacknowledgedTail(
        bytes: 341, firstSent: frame(398, at: 11_000), lastSent: frame(412, at: 19_200),
        attempts: 6, segmentLength: 341, isFinOnly: false)
      record.outages = [
        Outage(
          start: frame(398, at: 11_000), end: start.advanced(by: .milliseconds(19_200)),
          attempts: 6, recovered: false, peerHeard: false, acknowledged: 1705)
      ]
      record.bursts = [
        RetransmissionBurst(
          start: frame(400, at: 12_000), end: frame(412, at: 19_200), segments: 5, bytes: 1705,
          endOffset: 2046)
      ]
    }
    var connection = Self.connection(
      sent: SentRecords(client: sent, server: direction(packets: 192)))
    connection.series = ConnectionSeries(
      start: start, length: .seconds(5),
      courses: PerSide(
        client: .init(.client, of: [.init(client: .init(soFar: sent)), .init()]),
        server: .init(.server, of: [.init(), .init()])))
    connection.roundTripTrends.client = RoundTripTrend(
      baseline: .milliseconds(12), beforeEnd: .milliseconds(45))
    connection.backoffs.client = Backoff(
      subject: .data, schedule: .windows, pauses: [.milliseconds(300), .milliseconds(600)],
      start: start, timeout: .milliseconds(300), givesUpAfter: .milliseconds(18_900))
    return session(
      verdict(
        "network.path_outage", confidence: 0.934567,
        summary: "Both directions fell silent while data was on its way.",
        nextAction: "Check the client's Wi-Fi or VPN at 14:05:18 UTC.", endedBy: .path,
        degraded: true,
        evidence: [
          evidence(
            "tcp.unanswered_retransmissions", .supports, 3.0,
            "client sent the same segment 6 times without an answer", frames: [398, 400, 404])
        ]),
      connection: connection)
  }

  static var clean: SessionReport {
    session(
      verdict(
        "clean.client_closed", confidence: 0.999, summary: "The user closed the session.",
        endedBy: .client))
  }

  static var undetermined: SessionReport {
    session(
      verdict(
        "undetermined.capture_ends", confidence: 0.41,
        summary: "The capture ends while the session looks healthy.",
        nextAction: "Capture until after the drop.", endedBy: .unknown,
        alternatives: [("clean.running", 0.41), ("network.path_outage", 0.22)],
        settledBy: ["A capture that goes on for a minute after the drop."]))
  }
}

extension ReportSink {
  /// The whole report.
  func text(of report: Report) -> String {
    var data = Data()
    try? report.write(to: self) { data.append($0) }
    return String(decoding: data, as: UTF8.self)
  }
}
