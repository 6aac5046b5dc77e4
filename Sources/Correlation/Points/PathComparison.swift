public import CaptureReader
public import TCPStreams

/// One connection at two points: what the path between them did to it.
///
/// The near point is the one closer to the client. Times of its segments count; those of the far
/// point are brought onto its clock by `clock`.
public struct PathComparison: Sendable, Hashable, Codable {
  /// Witnesses: numbers of the captures.
  public var near: Int
  public var far: Int
  public var clock: PointClock
  /// What each side sent.
  public var sent: PerSide<DirectionComparison>
  public var changes: [PathChange] = []
  /// Both captures were taken at one place: the second proves nothing more.
  public var isSamePlace = false
  /// The time that both captures cover, by the near clock.
  public var start: Timestamp
  public var end: Timestamp
  /// A device between moved the sequence numbers.
  public var isRewritten = false

  /// Nothing vanished, nothing was made or changed between the points while both captures ran.
  public var isClean: Bool { sent.client.isClean && sent.server.isClean }
  public var lost: Int { sent.client.lost + sent.server.lost }
}

/// What a device between two points changed in a side's handshake.
public enum PathChange: Sendable, Hashable, Codable {
  case maximumSegmentSize(side: Side, sent: Int?, arrived: Int?)
  case windowScale(side: Side, sent: Int?, arrived: Int?)
  case selectiveAcknowledgment(side: Side)
  case timestamps(side: Side)
  case trafficClass(side: Side, sent: Int, arrived: Int)
  case sequenceNumbers(side: Side)
}

extension PathChange {
  /// "the client's maximum segment size from 1460 to 1240".
  public var text: String {
    func value(_ number: Int?) -> String { number.map(String.init) ?? "none" }
    return switch self {
    case .maximumSegmentSize(let side, let sent, let arrived):
      "the \(side)'s maximum segment size from \(value(sent)) to \(value(arrived))"
    case .windowScale(let side, let sent, let arrived):
      "the \(side)'s window scale from \(value(sent)) to \(value(arrived))"
    case .selectiveAcknowledgment(let side):
      "the \(side)'s offer of selective acknowledgments"
    case .timestamps(let side): "the \(side)'s timestamps"
    case .trafficClass(let side, let sent, let arrived):
      "the \(side)'s DSCP from \(sent) to \(arrived)"
    case .sequenceNumbers(let side): "the \(side)'s sequence numbers"
    }
  }
}
