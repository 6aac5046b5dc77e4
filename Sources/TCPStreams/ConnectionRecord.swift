public import CaptureReader
public import PacketDecode

/// All that is known of one TCP connection once it is over, or the capture is.
public struct ConnectionRecord: Sendable, Codable {
  /// Counts connections of one analysis by their first packet, from 0.
  public var index: Int
  public var client: Endpoint
  public var server: Endpoint
  /// How it was decided which end is the client.
  public var orientation: Orientation
  public var tunnel: UInt64
  public var first: ItemReference
  public var last: ItemReference
  /// Time of the capture's last packet: how long nothing more came.
  public var captureEnd: Timestamp
  public var handshake: Handshake
  /// What each side sent, and how the path treated it.
  public var sent: SentRecords
  /// ICMP errors that quote this connection, in order; at most `ConnectionLimits.icmpErrors`.
  public var icmpErrors: [ICMPRecord]
  /// Copies of packets that the capture holds more than once; removed before analysis.
  public var copies: Int
  /// Where the capture was probably taken.
  public var capturePoint: CapturePoint
  /// State was dropped to stay within the memory budget: counts are lower bounds.
  public var evicted: Bool
  /// What happened over time, up to the last packet; nil for connections that carried little.
  public var series: ConnectionSeries?
  /// How the round trip of each side's data stood at the end against its course (`client`: the
  /// client's data to the server's acknowledgement, from the capture point); nil with few samples.
  public var roundTripTrends = PerSide<RoundTripTrend?>(client: nil, server: nil)
  /// How each side repeated what was never answered, SYN or data, up to the end.
  public var backoffs = PerSide<Backoff?>(client: nil, server: nil)
  /// Copies with another hop limit, link address or VLAN: captured on both sides of a router.
  public var routedCopies = 0
  /// Copies that carry the packet's own identifier (pktmon's components).
  public var copiesByPacketID = 0
  /// Packets that are older than the one before them, and by how much at most.
  public var backwardSteps = 0
  public var largestBackwardStep = TimeSpan.zero
  /// Its segments, where they were kept for a comparison with another capture.
  public var trail: SegmentTrail? {
    // In sight of whoever asks: the whole record would be copied for a call.
    @inlinable get { keptTrail.wrappedValue }
    set { keptTrail.wrappedValue = newValue }
  }
  @usableFromInline var keptTrail = Seldom<SegmentTrail>()
  /// The last packets from its first data on, at most `PacketTail.capacity`, copies left out.
  public var tail: [TailPacket] = []

  private enum CodingKeys: String, CodingKey {
    case index, client, server, orientation, tunnel, first, last, captureEnd, handshake, sent,
      icmpErrors
    case copies, capturePoint, evicted, series, roundTripTrends, backoffs, routedCopies
    case copiesByPacketID, backwardSteps, largestBackwardStep
    case keptTrail = "trail"
    case tail
  }

  public enum Orientation: String, Sendable, Codable, CaseIterable {
    /// A SYN or SYN-ACK was seen.
    case handshake
    /// No handshake: the known service port is the server's.
    case port
    /// No handshake, and the first bytes tell (an X.224 request comes from the client).
    case content
    /// No handshake: the lower port is taken for the server's.
    case guess

    /// Nothing that comes later changes it.
    var isSettled: Bool { self == .handshake || self == .content }
  }
}

/// The three-way handshake, as far as it was seen.
public struct Handshake: Sendable, Hashable, Codable {
  public var syn: ItemReference?
  public var synAck: ItemReference?
  /// The first packet of the client after the SYN-ACK.
  public var established: ItemReference?
  /// SYN packets of the client, repeats included.
  public var synCount: Int = 0
  public var synAckCount: Int = 0
  public var lastSyn: ItemReference?
  /// SYN to SYN-ACK: path and server beyond the capture point. Nil after repeats (Karn).
  public var serverRoundTrip: TimeSpan?
  /// SYN-ACK to ACK: path to the client from the capture point.
  public var clientRoundTrip: TimeSpan?
  public var clientMSS: UInt16?
  public var serverMSS: UInt16?
}

/// Where on the path the capture was taken, judged by hop limits and handshake timing.
public enum CapturePoint: String, Sendable, Codable, CaseIterable {
  case client
  case server
  case middle
  case unknown
}

/// What one side sent. What changes with every packet stands first, close together in memory.
public struct DirectionRecord: Sendable, Hashable, Codable {
  public var packets = 0
  /// Segments that carry data.
  public var dataPackets = 0
  /// Bytes of data, repeats included.
  public var bytes = 0
  /// Bytes of the stream, each counted once, as far as seen.
  public var uniqueBytes = 0
  public var largestSegment = 0
  /// Largest segment that was acknowledged.
  public var largestAcknowledgedSegment = 0
  /// Longest time between two packets of this side.
  public var longestSilence = TimeSpan.zero
  /// Pauses between this side's packets that the other side answered after.
  public var pauses = PauseTally()
  public var resetCount = 0
  public var lastPacket: ItemReference?
  public var lastData: ItemReference?
  /// Hop limits of everything this side sent except RSTs.
  public var hopLimits = HopLimits()
  public var identification = IdentificationPattern()
  public var usesTimestamps = false
  /// Data to acknowledgement, from the capture point to the other side and back.
  public var roundTrip = RoundTrip()
  public var retransmissions = Retransmissions()
  /// Segments that came late but within the reordering window, not seen before.
  public var reordered = 0
  /// Segments that filled a hole too late for reordering: the first copy was lost before the
  /// capture point.
  public var lostBeforeCapture = 0
  /// Bytes the other side acknowledged that the capture never saw: the capture lost them.
  public var missedBytes = 0
  /// Bytes between seen data that were never seen nor acknowledged by the end.
  public var openHoleBytes = 0
  public var largestOpenHole = 0
  /// When the oldest of these holes came about.
  public var openHoleSince: Timestamp?
  /// Largest segment that came since then: where large ones vanish, the small ones that do not.
  public var largestBesideHole = 0
  public var duplicateAcks = 0
  /// Acknowledgements that carry SACK blocks above them: the receiver misses something.
  public var selectiveAcks = 0
  /// Duplicate arrivals that this side reported (DSACK, RFC 2883).
  public var duplicateSacks = 0
  public var zeroWindows = 0
  /// When this side's window went to zero and has not opened since.
  public var zeroWindowSince: ItemReference?
  public var longestZeroWindow = TimeSpan.zero
  public var windowFull = 0
  public var zeroWindowProbes = 0
  public var keepAlives = 0
  /// Keep-alive probes at the end with nothing heard from the peer after them.
  public var keepAlivesUnanswered = 0
  public var firstPacket: ItemReference?
  public var firstData: ItemReference?
  public var fin: ItemReference?
  public var finCount = 0
  public var finAcknowledged = false
  /// Bytes of the other side's stream that this side had acknowledged when it sent its first FIN or
  /// RST: what lies beyond was on its way, and the goodbye is no answer to it.
  public var acknowledgedAtGoodbye: Int?
  public var resets: [ResetRecord] = []
  /// Data (or FIN) sent and not acknowledged when the connection's record ends.
  public var unacknowledged: UnacknowledgedTail?
  /// Data of this side that was on its way when the other side's first RST arrived.
  public var bytesInFlightAtReset = 0
  public var outages: [Outage] = []
  public var bursts: [RetransmissionBurst] = []
  public var longestSilenceStart: ItemReference?
  /// Segments that the wire carried beyond those captured, where the network card cuts up what it is
  /// given (send offload). Nil for none.
  public var offloadedSegments: Int?
  /// Acknowledgements of the other side that went beyond what this side had sent. Nil for none.
  public var unbelievedAcks: Int?
  /// Packets that were sent and never came by the capture, acknowledgements among them, as the gaps in
  /// their sender's numbers show. Nil where numbers do not tell.
  public var unseenPackets: Int?
  /// Whose stack its options are. Nil in facts of before this was kept.
  public var stack: StackFamily?
  /// Times in which data waited for its acknowledgement and was sent again meanwhile. Nil for none.
  public var stalls: StallTally?

  public init() {}

  /// Share of this side's data segments that the network lost (0…1).
  ///
  /// A segment lost beyond the capture point was seen and shows as a needed repeat, among all that
  /// passed by. Of those lost before it, the capture shows which ones came late for the first time,
  /// among the stream's segments; how often the network lost such a one nobody saw.
  public var lossEstimate: Double {
    let segments = dataPackets + (offloadedSegments ?? 0)
    let streamed = segments - retransmissions.total
    let before = streamed > 0 ? min(1, Double(lostBeforeCapture) / Double(streamed)) : 0
    let beyond =
      segments > 0 ? min(1, Double(retransmissions.needed) / Double(segments)) : 0
    return before + (1 - before) * beyond
  }
}

/// Segments sent again, by what made the sender do so.
public struct Retransmissions: Sendable, Hashable, Codable {
  public var timeout = 0
  public var fast = 0
  public var tailLossProbe = 0
  /// Repeats of data that the receiver had already acknowledged.
  public var spurious = 0
  public var syn = 0
  public var fin = 0
  public var bytes = 0

  /// Repeats of data segments.
  public var total: Int { timeout + fast + tailLossProbe + spurious }
  /// Repeats that a loss made necessary, as far as can be told.
  public var needed: Int { timeout + fast + tailLossProbe }
}

public struct RoundTrip: Sendable, Hashable, Codable {
  public var samples = 0
  public var minimum: TimeSpan?
  public var maximum: TimeSpan?
  /// Smoothed round trip of RFC 6298.
  public var smoothed: TimeSpan?
  public var variation = TimeSpan.zero
  /// All samples, in buckets of equal ratio.
  public var histogram = RoundTripHistogram()

  /// The sample below which `share` (0…1) of all lie, within the shortest and the longest.
  public func quantile(_ share: Double) -> TimeSpan? {
    histogram.quantile(share).map { value in
      max(minimum ?? value, min(maximum ?? value, value))
    }
  }
}

/// How a side numbers its IPv4 datagrams.
public struct IdentificationPattern: Sendable, Hashable, Codable {
  public var last: UInt16?
  /// The number that was counted up to so far.
  var newest: UInt16?
  public var zeros = 0
  public var ascending = 0
  public var others = 0
  /// Steps that left numbers out, and the numbers left out that did not come later. Nil for none.
  var gaps: Int?
  var skipped: Int?
}

/// A RST and what was known of its sender when it came.
public struct ResetRecord: Sendable, Hashable, Codable {
  public var frame: ItemReference
  public var hopLimit: UInt8
  public var identification: UInt16?
  /// Identification of its sender's packet before it.
  public var previousIdentification: UInt16?
  public var window: UInt16
  public var hasAck: Bool
  public var hasTimestamps: Bool
  /// Distance of its sequence number from the next one its sender was to use.
  public var sequenceOffset: Int
  /// Its sequence number is the one that the other side acknowledged last: what a host answers
  /// to a segment of a connection it does not know (RFC 9293 §3.10.7.1).
  public var answersAcknowledgment: Bool
  /// Time since the other side's last packet, nil where there was none.
  public var sinceOther: TimeSpan?
  /// Time since its sender's own last packet.
  public var sinceOwn: TimeSpan?
  /// Its sender went on afterwards as if there had been no RST.
  public var senderWentOn: Bool
  /// So did the side that it was sent to, for longer than what was on its way can take.
  public var receiverWentOn = false

  /// It ended nothing: a number outside the window, or one that only brought an acknowledgement
  /// (RFC 5961 §3.2).
  public var wasIgnored: Bool { senderWentOn && receiverWentOn }
}

/// Data that nobody acknowledged.
public struct UnacknowledgedTail: Sendable, Hashable, Codable {
  public var bytes: Int
  /// When the oldest unacknowledged byte was sent first.
  public var firstSent: ItemReference
  public var lastSent: ItemReference
  /// How often the oldest unacknowledged segment was sent, the first time included.
  public var attempts: Int
  /// Bytes of the oldest unacknowledged segment.
  public var segmentLength: Int
  /// It is a FIN and nothing else.
  public var isFinOnly: Bool
}

/// A time in which a side had data on the way, repeated it, and heard nothing new.
public struct Outage: Sendable, Hashable, Codable {
  public var start: ItemReference
  /// The last packet before the other side was heard again, or the connection's last.
  public var end: Timestamp
  public var attempts: Int
  public var recovered: Bool
  /// The other side's packets kept coming in: only this direction failed, or only its ACKs.
  public var peerHeard: Bool
  /// Bytes of the stream that were acknowledged when it began.
  public var acknowledged = 0

  public var length: TimeSpan { end.since(start.time) }
}

/// Three or more needed retransmissions that follow each other closely.
public struct RetransmissionBurst: Sendable, Hashable, Codable {
  public var start: ItemReference
  public var end: ItemReference
  public var segments: Int
  public var bytes: Int
  /// Offset in the stream after the last byte sent again.
  var endOffset: Int
  /// All that was sent again was acknowledged later.
  public var isRepaired = false
  /// Shortest and longest pause between two sendings of the oldest unacknowledged segment.
  var shortestPause: TimeSpan?
  var longestPause: TimeSpan?

  /// The longest pause between two sendings of one segment as a multiple of the shortest: 1 without
  /// back-off, 2 after one doubling, 4 after two. Nil where none was sent three times.
  public var backoffFactor: Double? {
    guard let shortestPause, let longestPause, pauseCount > 1 else { return nil }
    return Double(longestPause.nanoseconds) / Double(max(1, shortestPause.nanoseconds))
  }

  var pauseCount = 0

  mutating func note(pause: TimeSpan) {
    shortestPause = min(shortestPause ?? pause, pause)
    longestPause = max(longestPause ?? pause, pause)
    pauseCount += 1
  }
}

public struct ICMPRecord: Sendable, Hashable, Codable {
  public var frame: ItemReference
  public var isV6: Bool
  public var type: UInt8
  public var code: UInt8
  public var mtu: UInt32?
  /// Who reported the error.
  public var reporter: IPAddress
  /// Whose packet caused it.
  public var about: Side
}
