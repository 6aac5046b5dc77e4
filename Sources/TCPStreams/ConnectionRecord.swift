public import CaptureReader
public import PacketDecode

/// All that is known of one TCP connection once it is over, or the capture is. What few connections show
/// (`RareEvents`) lies out of line and is read and written like the rest.
@dynamicMemberLookup
public struct ConnectionRecord: Sendable {
  /// Counts connections of one analysis by their first packet, from 0.
  public var index: Int
  public var client: Endpoint
  public var server: Endpoint
  /// How it was decided which end is the client.
  public var orientation: Orientation
  /// Where the capture was probably taken.
  public var capturePoint: CapturePoint
  /// State was dropped to stay within the memory budget: counts are lower bounds.
  public var evicted: Bool
  public var tunnel: UInt64
  public var first: ItemReference
  public var last: ItemReference
  /// Time of the capture's last packet: how long nothing more came.
  public var captureEnd: Timestamp
  public var handshake: Handshake
  /// What each side sent, and how the path treated it.
  public var sent: SentRecords
  /// What happened over time, up to the last packet; nil for connections that carried little.
  public var series: ConnectionSeries?
  /// How the round trip of each side's data stood at the end against its course (`client`: the
  /// client's data to the server's acknowledgement, from the capture point); nil with few samples.
  public var roundTripTrends: PerSide<RoundTripTrend?>
  /// The last packets from its first data on, at most `PacketTail.capacity`, copies left out.
  public var tail: [TailPacket]
  @usableFromInline var rare: SeenEvents

  public init(
    index: Int, client: Endpoint, server: Endpoint, orientation: Orientation, tunnel: UInt64,
    first: ItemReference, last: ItemReference, captureEnd: Timestamp, handshake: Handshake,
    sent: SentRecords, capturePoint: CapturePoint, evicted: Bool, tail: [TailPacket] = []
  ) {
    self.init(
      index: index, client: client, server: server, orientation: orientation, tunnel: tunnel,
      first: first, last: last, captureEnd: captureEnd, handshake: handshake, sent: sent,
      capturePoint: capturePoint, evicted: evicted, tail: tail, series: nil,
      roundTripTrends: PerSide(client: nil, server: nil), rare: SeenEvents())
  }

  /// At once: each change of a record moves it.
  init(
    index: Int, client: Endpoint, server: Endpoint, orientation: Orientation, tunnel: UInt64,
    first: ItemReference, last: ItemReference, captureEnd: Timestamp, handshake: Handshake,
    sent: SentRecords, capturePoint: CapturePoint, evicted: Bool, tail: [TailPacket],
    series: ConnectionSeries?, roundTripTrends: PerSide<RoundTripTrend?>, rare: SeenEvents
  ) {
    self.index = index
    self.client = client
    self.server = server
    self.orientation = orientation
    self.tunnel = tunnel
    self.first = first
    self.last = last
    self.captureEnd = captureEnd
    self.handshake = handshake
    self.sent = sent
    self.capturePoint = capturePoint
    self.evicted = evicted
    self.tail = tail
    self.series = series
    self.roundTripTrends = roundTripTrends
    self.rare = rare
  }

  @inlinable
  public subscript<Value>(dynamicMember path: WritableKeyPath<RareEvents, Value>) -> Value {
    @inline(__always) get { rare.one[0][keyPath: path] }
    @inline(__always) _modify { yield &rare.one[0][keyPath: path] }
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
  @OptionalItem public var syn: ItemReference?
  @OptionalItem public var synAck: ItemReference?
  /// The first packet of the client after the SYN-ACK.
  @OptionalItem public var established: ItemReference?
  /// SYN packets of the client, repeats included.
  public var synCount: Int = 0
  public var synAckCount: Int = 0
  @OptionalItem public var lastSyn: ItemReference?
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
