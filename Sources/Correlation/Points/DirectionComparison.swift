public import CaptureReader
import TCPStreams

/// What became of one side's segments between two points.
public struct DirectionComparison: Sendable, Hashable, Codable {
  /// Segments at the point nearer to their sender, as far as the other capture covers their time.
  public var sent = 0
  public var arrived = 0
  /// Vanished between the points.
  public var lost = 0
  /// Of those the ones that carry data, SYN or FIN, and their bytes.
  public var lostData = 0
  public var lostBytes = 0
  /// At the point nearer to the sender: the first, the last, and some of those between.
  public var lostReferences: [ItemReference] = []
  public var firstLost: ItemReference?
  public var lastLost: ItemReference?
  /// Arrived, but the capture at the receiver's point lacks them: the receiver acknowledged them.
  public var missedByReceiver = 0
  /// Lack at the receiver's point, and nothing tells whether the path or its capture lost them.
  public var unclear = 0
  /// Sent when the receiver's capture had not begun or was over.
  public var uncovered = 0
  /// Of those, data, FIN and RST sent after the receiver's capture was over, and such ones that
  /// arrived after the sender's was.
  public var openEnd = 0
  /// Of those, sent after the receiver's last packet with nothing heard from it any more.
  public var unheardAtEnd = 0
  /// At the receiver's point, not at the sender's, though its capture covers the time.
  public var unsent = 0
  public var unsentReferences: [ItemReference] = []
  /// Of those, RSTs: neither host sent them.
  public var forgedResets: [ItemReference] = []
  /// What the first of them met; nil without one.
  public var forgedResetEffect: ResetEffect?
  /// The sender's capture lacks them: they fit into what it sent.
  public var missedBySender = 0
  /// The same packet more than once at the receiver's point.
  public var duplicated = 0
  public var reordered = 0
  /// Same packet, other content.
  public var payloadChanged: [ItemReference] = []
  /// Acknowledges data that the acknowledging host had not received yet, or never did: a device
  /// between answered in its name. At the receiver's point.
  public var answeredByDevice: [ItemReference] = []
  /// Routers between the points by the hop limits; nil where they are not steady.
  public var hops: Int?
  public var delay: DelayVariation?
  /// Stretches in which nothing of this side arrived although it sent.
  public var outages: [PathOutage] = []
  /// Data, FIN and RST that reached the receiver's point after the other side's last segment there,
  /// and the time over which they did.
  public var unanswered = 0
  public var unansweredFor = TimeSpan.zero
  /// The last segment at the receiver's point.
  public var lastArrived: ItemReference?
  public var lastSent: ItemReference?
  public var fin: PathGoodbye?
  public var reset: PathGoodbye?
  /// Only large segments vanished, and all of them from the first on.
  public var sizeLimit: SizeLimit?
  /// The side was seen at both points at all.
  public var isCompared = false

  public init() {}

  /// Everything that the side sent while both captures ran arrived.
  public var isClean: Bool {
    isCompared && lost == 0 && unclear == 0 && openEnd == 0 && unheardAtEnd == 0
      && payloadChanged.isEmpty && unsent == 0
  }

  public var lossShare: Double { sent > 0 ? Double(lost) / Double(sent) : 0 }
}

/// How long a side's segments took between two points beyond the shortest time.
public struct DelayVariation: Sendable, Hashable, Codable {
  public var samples: Int
  public var median: TimeSpan
  public var high: TimeSpan
  public var longest: TimeSpan
  public var longestAt: ItemReference
}

public struct PathOutage: Sendable, Hashable, Codable {
  /// The first and last segment that vanished, at the sender's point.
  public var first: ItemReference
  public var last: ItemReference
  public var segments: Int
  /// Nothing of this side arrived afterwards.
  public var isFinal: Bool

  public var length: TimeSpan { last.time.since(first.time) }
}

/// A side's FIN or RST.
public struct PathGoodbye: Sendable, Hashable, Codable {
  public enum Fate: String, Sendable, Codable {
    /// Sent by the host, and it arrived.
    case arrived
    /// Sent by the host, and it never arrived in any copy.
    case lost
    /// The host sent none.
    case forged
    /// One of the captures does not cover it.
    case unknown
  }

  public var fate: Fate
  /// At the point nearer to the sender.
  public var sent: ItemReference?
  /// At the point nearer to the receiver.
  public var arrival: ItemReference?
}

/// The largest data segment that still arrived, and the smallest that no longer did.
public struct SizeLimit: Sendable, Hashable, Codable {
  public var arrived: Int
  public var lost: Int
  public var since: ItemReference
}

/// What a RST that no host sent did at the host that it was meant for.
public enum ResetEffect: Sendable, Hashable, Codable {
  /// It ended the connection, this long after the packet before it, or after the silence that the
  /// packet before it ended.
  case ended(afterSilence: TimeSpan)
  /// The host took no notice: it went on.
  case ignored
  /// Goodbyes had been said before.
  case late
}
