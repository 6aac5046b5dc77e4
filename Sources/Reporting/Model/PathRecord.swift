import CaptureReader
import Evidence
import TCPStreams

/// What captures at two or more points prove together about the path between them.
public struct PathRecord: Codable, Sendable {
  /// From the client's side to the server's.
  public var points: [String]
  public var clean: Bool
  /// Shortest between the first and the last point.
  @ExplicitNull public var roundTrip: Double?
  public var orig: DirectionRecord
  public var resp: DirectionRecord
  /// Between neighbouring points, where there are more than two.
  public var parts: [PartRecord]
  public var changes: [String]
  /// One sentence for each thing that was found.
  public var findings: [String]

  enum CodingKeys: String, CodingKey {
    case points, clean
    case roundTrip = "round_trip_s"
    case orig, resp, parts, changes, findings
  }

  /// What became of one side's packets.
  public struct DirectionRecord: Codable, Sendable {
    public var sent: Int
    public var arrived: Int
    public var lost: Int
    public var lostBytes: Int
    @ExplicitNull public var firstLost: FrameRecord?
    @ExplicitNull public var lastLost: FrameRecord?
    public var unsent: Int
    public var forgedResets: [FrameRecord]
    public var missedBySender: Int
    public var missedByReceiver: Int
    public var duplicated: Int
    public var reordered: Int
    public var payloadChanged: Int
    @ExplicitNull public var hops: Int?
    @ExplicitNull public var delayMedian: Double?
    @ExplicitNull public var delayHigh: Double?
    @ExplicitNull public var delayLongest: Double?

    enum CodingKeys: String, CodingKey {
      case sent, arrived, lost
      case lostBytes = "lost_bytes"
      case firstLost = "first_lost"
      case lastLost = "last_lost"
      case unsent
      case forgedResets = "forged_resets"
      case missedBySender = "missed_by_sender"
      case missedByReceiver = "missed_by_receiver"
      case duplicated, reordered
      case payloadChanged = "payload_changed"
      case hops
      case delayMedian = "delay_median_s"
      case delayHigh = "delay_p95_s"
      case delayLongest = "delay_max_s"
    }
  }

  public struct PartRecord: Codable, Sendable {
    public var from: String
    public var to: String
    public var origLost: Int
    public var respLost: Int

    enum CodingKeys: String, CodingKey {
      case from, to
      case origLost = "orig_lost"
      case respLost = "resp_lost"
    }
  }
}

extension PathRecord {
  init(_ path: PathFacts, naming inputs: InputNames) {
    self.init(
      points: path.points.map(\.name), clean: path.isClean,
      roundTrip: path.roundTrip?.secondsRounded,
      orig: DirectionRecord(path.sent.client, naming: inputs),
      resp: DirectionRecord(path.sent.server, naming: inputs),
      parts: path.parts.map {
        PartRecord(from: $0.from, to: $0.to, origLost: $0.lost.client, respLost: $0.lost.server)
      },
      changes: path.changes, findings: path.findings.map(\.summary))
  }
}

extension PathRecord.DirectionRecord {
  init(_ direction: PathFacts.Direction, naming inputs: InputNames) {
    self.init(
      sent: direction.sent, arrived: direction.arrived, lost: direction.lost,
      lostBytes: direction.lostBytes, firstLost: direction.firstLost.map(inputs.record),
      lastLost: direction.lastLost.map(inputs.record), unsent: direction.unsent,
      forgedResets: direction.forgedResets.map(inputs.record),
      missedBySender: direction.missedBySender, missedByReceiver: direction.missedByReceiver,
      duplicated: direction.duplicated, reordered: direction.reordered,
      payloadChanged: direction.payloadChanged, hops: direction.hops,
      delayMedian: direction.medianDelay?.secondsRounded,
      delayHigh: direction.highDelay?.secondsRounded,
      delayLongest: direction.longestDelay?.secondsRounded)
  }
}
