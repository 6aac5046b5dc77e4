import Analysis
import Attribution
import CaptureReader
import Evidence
import PacketDecode
import RDPProtocol
import TCPStreams

/// The fields of a session: a line of NDJSON, an element of the JSON document.
///
/// They are a promise: none is renamed or removed within the schema's version, all are present, and
/// unknown is `null`.
enum SessionFields {
  static let schema = "rdpwhy/session/1"

  static let record = Record<SessionView>("session", "one session", identity + course + protocols)

  private static let identity: [Field<SessionView>] = [
    Field("schema", "form of the record", as: .constant(schema)) { _ in schema },
    Field(
      "uid", "the session's name, the same for the same input", columns: [.value]
    ) { $0.session.uid },
    Field(
      "community_id", "Community ID v1, seed 0, to join with Zeek, Suricata, Wireshark",
      kind: .pattern("^1:[A-Za-z0-9+/]{27}=$"), isNullable: true, columns: [.value]
    ) { session, json in json.communityID(of: session) },
    Field(
      "ts", "first packet, or the log's first record; null where no record has a time",
      columns: [.value]
    ) { $0.start },
    Field("duration_s", "first packet to last", as: .signedSeconds, columns: [.value]) {
      $0.duration
    },
    Field(
      "id.orig_h", "the client",
      columns: [
        .value, .number4(as: "id.orig_v4", of: "the client's"),
        .number6(as: "id.orig_v6", of: "the client's"),
      ]
    ) { $0.identity.client?.address },
    Field("id.orig_p", "the client's port", as: .port, columns: [.value]) {
      $0.identity.client?.knownPort
    },
    Field(
      "id.resp_h", "the server",
      columns: [
        .value, .number4(as: "id.resp_v4", of: "the server's"),
        .number6(as: "id.resp_v6", of: "the server's"),
      ]
    ) { $0.identity.server?.address },
    Field("id.resp_p", "the server's port", as: .port, columns: [.value]) {
      $0.identity.server?.knownPort
    },
    Field("user", "the account, where packets or a log show it") { $0.identity.user },
    .omitted("orig_site", "the client's site, with --sites", columns: [.value]) {
      $0.session.client?.site
    },
    .omitted("orig_gateway", "the gateway of the client's network, with --sites", columns: [.value])
    {
      $0.session.client?.gateway
    },
    .omitted("resp_site", "the server's site, with --sites", columns: [.value]) {
      $0.session.server?.site
    },
    .omitted("resp_gateway", "the gateway of the server's network, with --sites", columns: [.value])
    {
      $0.session.server?.gateway
    },
  ]

  private static let course: [Field<SessionView>] = [
    Field("verdict", "why it ended", within: VerdictFields.record) { $1($0.verdict) },
    Field(
      "outcome",
      "what became of it: dropped (it had come up and was lost), failed_logon, failed_connection, "
        + "running (it was there when the capture ended), fallback, ended, probe, not_rdp, undetermined"
    ) {
      SessionFate(code: $0.verdict.code, phase: $0.verdict.phase)
    },
    Field("phase", "where it ended", columns: [.value]) { $0.verdict.phase },
    Field("ended_by", "who ended it", columns: [.value]) { $0.verdict.endedBy },
    Field("degraded", "the path was sick, whatever the cause", columns: [.value]) {
      $0.verdict.degraded
    },
    Field(
      "evidence", "what speaks for and against the verdict; as a column: the codes that support it",
      list: EvidenceFields.record,
      columns: [
        .texts { $0["bearing"].text == "supports" ? $0["code"].text : nil }
      ]
    ) { $0.verdict.evidence },
    Field("phases", "the phases that it went through", each: PhaseFields.record) {
      if let wire = $0.wire { PhaseView.forEach(of: wire, $1) }
    },
    Field("attempt", "its part in a user's story", within: AttemptFields.record) { $1($0) },
    Field("witnesses", "who saw it", each: WitnessFields.record) {
      WitnessView.forEach(of: $0.witnesses, $0.names, $1)
    },
    Field(
      "log", "what logs say of it; null where none does", optional: LogFields.record
    ) { $0.isLogged ? LogView($0.session.facts) : nil },
    Field(
      "inputs", "names of the inputs that hold its packets", kind: [String].fieldKind,
      columns: [.value]
    ) { session, json in json.inputs(of: session) },
    Field(
      "path", "what captures at two or more points prove together; null without such",
      within: PathFields.record, isNullable: true, columns: FieldColumn.none
    ) { if let path = $0.session.facts.path { $1(path) } },
  ]

  private static let protocols: [Field<SessionView>] = [
    Field("rdp", "what was read of RDP itself", within: RDPFields.record, isNullable: true) {
      if let wire = $0.wire, wire.showsRDP { $1(wire) }
    },
    Field("tls", "what was read of TLS", within: TLSFields.record, isNullable: true) {
      if let wire = $0.wire, wire.showsTLS { $1(wire) }
    },
    Field(
      "credssp", "how far network level authentication came", within: CredSSPFields.record,
      isNullable: true
    ) { if let wire = $0.wire, wire.showsCredSSP { $1(wire) } },
    Field(
      "udp", "UDP transports between its two hosts while it ran", optionalList: UDPFields.record
    ) { $0.wire(where: \.ranOverUDP)?.surroundings.udp },
    Field(
      "health", "how the path treated what each end sent; null where no capture shows it",
      within: HealthFields.record, isNullable: true
    ) { if let wire = $0.wire { $1(wire) } },
    Field(
      "capture", "what the capture did to its data; null where no capture shows it",
      within: CaptureFields.record, isNullable: true
    ) { if let wire = $0.wire { $1(wire) } },
    .toolVersion("version of the program that judged it", columns: [.value]),
  ]
}

extension Endpoint {
  /// Logs know addresses without a port.
  fileprivate var knownPort: UInt16? { port == 0 ? nil : port }
}

/// A packet: the input it is in, and its number there.
enum FrameFields {
  static let record = Record<ItemReference>(
    "frame", "a packet of an input",
    [
      Field("input", "the input's name, as given", kind: .text, isNullable: true) {
        reference, json in
        json.name(ofInput: reference.input)
      },
      Field("frame", "number within the input from 1 on, as in Wireshark", as: .count) { $0.frame },
      Field("ts", "time of the packet") { $0.time },
    ],
    direct: { reference, json in
      json.text.append(literal: #"{"frame":"#)
      json.integer(UInt64(reference.frame))
      json.text.append(literal: #","input":"#)
      json.name(ofInput: reference.input)
      json.text.append(literal: #","ts":"#)
      json.time(reference.time)
      json.text.append(UInt8(ascii: "}"))
    })
}

/// When a session came to a phase; TCP's begins with its first packet.
struct PhaseView {
  let phase: Phase
  let inferred: Bool
  let start: ItemReference
}

extension PhaseView {
  init(_ mark: ReachedPhase) {
    self.init(phase: mark.phase, inferred: mark.isInferred, start: mark.start)
  }

  static func phases(of facts: WireFacts) -> [PhaseView] {
    var phases: [PhaseView] = []
    forEach(of: facts) { phases.append($0) }
    return phases
  }

  static func forEach(of facts: WireFacts, _ body: (PhaseView) -> Void) {
    body(PhaseView(phase: .tcp, inferred: false, start: facts.connection.first))
    for mark in facts.trace.phases {
      body(PhaseView(phase: mark.phase, inferred: false, start: mark.start))
    }
    for mark in facts.inference.phases {
      body(PhaseView(phase: mark.phase, inferred: true, start: mark.start))
    }
  }
}

extension WireFacts {
  fileprivate var ranOverUDP: Bool { !surroundings.udp.isEmpty }
}

enum PhaseFields {
  static let record = Record<PhaseView>(
    "phase_mark", "when a phase began",
    [
      Field("phase", "the phase") { $0.phase },
      Field("inferred", "concluded from sizes and order of records, not read") { $0.inferred },
      Field("start", "its first packet") { $0.start },
    ])
}
