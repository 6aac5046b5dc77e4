public import Analysis
public import Attribution
public import Evidence
public import RDPProtocol

/// One session as machines read it: a line of NDJSON, an element of the JSON document.
///
/// The fields are a promise (Docs/output.md, Docs/session.schema.json): none is renamed or removed
/// within the schema's version, all are present, and unknown is `null`.
public struct SessionRecord: Codable, Sendable {
  public static let currentSchema = "rdpwhy/session/1"

  public var schema = Self.currentSchema
  public var uid: String
  /// Of the TCP connection; `null` where no capture shows it.
  @ExplicitNull public var communityID: String?
  /// Time of the first packet (RFC 3339).
  public var ts: String
  public var duration: Double
  public var originHost: String
  public var originPort: UInt16
  public var responderHost: String
  public var responderPort: UInt16
  public var phase: Phase
  public var endedBy: EndedBy
  public var degraded: Bool
  public var verdict: VerdictRecord
  public var evidence: [EvidenceRecord]
  public var phases: [PhaseRecord]
  /// `null` where no capture shows the session.
  @ExplicitNull public var health: HealthRecord?
  @ExplicitNull public var capture: CaptureRecord?
  @ExplicitNull public var rdp: RDPRecord?
  @ExplicitNull public var tls: TLSRecord?
  @ExplicitNull public var credssp: CredSSPRecord?
  /// UDP transports of the session; `null` where there were none.
  @ExplicitNull public var udp: [UDPRecord]?
  public var attempt: AttemptRecord
  /// Names of the inputs that hold packets of this session.
  public var inputs: [String]
  /// The sources that saw it; the first capture among them decides what the wire showed.
  public var witnesses: [WitnessRecord]
  /// What captures at two or more points prove together; `null` without such.
  @ExplicitNull public var path: PathRecord?

  enum CodingKeys: String, CodingKey {
    case schema, uid
    case communityID = "community_id"
    case ts
    case duration = "duration_s"
    case originHost = "id.orig_h"
    case originPort = "id.orig_p"
    case responderHost = "id.resp_h"
    case responderPort = "id.resp_p"
    case phase
    case endedBy = "ended_by"
    case degraded, verdict, evidence, phases, health, capture, rdp, tls, credssp, udp, attempt,
      inputs, witnesses, path
  }
}

public struct VerdictRecord: Codable, Sendable {
  public var cause: Cause
  public var code: String
  public var confidence: Double
  public var summary: String
  public var nextAction: String
  public var alternatives: [Alternative]
  public var settledBy: [String]

  enum CodingKeys: String, CodingKey {
    case cause, code, confidence, summary
    case nextAction = "next_action"
    case alternatives
    case settledBy = "settled_by"
  }

  public struct Alternative: Codable, Sendable {
    public var cause: Cause
    public var code: String
    public var confidence: Double
  }
}

public struct EvidenceRecord: Codable, Sendable {
  public var code: String
  public var bearing: WeighedEvidence.Bearing
  public var weight: Double
  public var summary: String
  public var frames: [FrameRecord]
}

/// A packet: the input it is in, and its number there, counted from 1.
public struct FrameRecord: Codable, Sendable, Hashable {
  @ExplicitNull public var input: String?
  public var frame: Int
  var time: RecordTime
  /// Time of the packet (RFC 3339).
  public var ts: String { time.text }

  enum CodingKeys: String, CodingKey {
    case input, frame
    case time = "ts"
  }

  public static func == (lhs: Self, rhs: Self) -> Bool {
    lhs.input == rhs.input && lhs.frame == rhs.frame && lhs.time == rhs.time
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(input)
    hasher.combine(frame)
  }
}

public struct PhaseRecord: Codable, Sendable {
  public var phase: Phase
  public var inferred: Bool
  public var start: FrameRecord
}

public struct AttemptRecord: Codable, Sendable {
  public var group: Int
  public var role: String
  public var ordinal: Int
  public var size: Int
  /// The story that the group tells; `null` for a session that stands alone.
  @ExplicitNull public var story: StoryRecord?
}

/// What a user lived through over several connections, in one verdict.
public struct StoryRecord: Codable, Sendable {
  /// How it went: worked, recovered, lost, failed, unknown.
  public var outcome: UserStory.Outcome
  public var cause: Cause
  public var code: String
  public var confidence: Double
  /// `uid` of the session whose verdict this is.
  public var decidedBy: String
  public var summary: String
  /// Time of the first packet (RFC 3339).
  public var ts: String
  public var duration: Double

  enum CodingKeys: String, CodingKey {
    case outcome, cause, code, confidence
    case decidedBy = "decided_by"
    case summary, ts
    case duration = "duration_s"
  }
}

/// What the capture itself did to the session's data.
public struct CaptureRecord: Codable, Sendable {
  /// Where on the path it was taken: client, server, middle, unknown.
  public var point: String
  /// How it was decided which end is the client: handshake, port, content, guess.
  public var orientation: String
  public var copiesRemoved: Int
  /// The only side of which packets were seen; `null` where both were.
  @ExplicitNull public var oneSided: String?
  /// Bytes that were acknowledged but not captured, both sides together.
  public var missedBytes: Int
  public var interfaceDrops: UInt64
  /// The file ends inside of a packet.
  public var cut: Bool
  /// Packets were shortened by a snap length.
  public var snapped: Bool
  /// Counts are lower bounds: state was dropped to stay within the memory budget.
  public var evicted: Bool

  enum CodingKeys: String, CodingKey {
    case point, orientation
    case copiesRemoved = "copies_removed"
    case oneSided = "one_sided"
    case missedBytes = "missed_bytes"
    case interfaceDrops = "interface_drops"
    case cut, snapped, evicted
  }
}
