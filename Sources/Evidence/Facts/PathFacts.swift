public import CaptureReader
public import TCPStreams

/// What captures of one session at two or more points prove together about the path between them.
public struct PathFacts: Sendable, Hashable, Codable {
  /// The points from the client's side to the server's.
  public var points: [Point]
  /// What became of each side's packets between the first and the last point.
  public var sent: PerSide<Direction>
  /// The same between neighbouring points, where there are more than two.
  public var parts: [Part]
  /// Shortest round trip between the first and the last point; nil where only one direction shows.
  public var roundTrip: TimeSpan?
  /// The time that was compared, by the first point's clock.
  public var start: Timestamp
  public var end: Timestamp
  /// What devices between changed in the handshake, each in a few words.
  public var changes: [String]
  /// What follows from all that.
  public var findings: [Finding]
  /// Everything that either side sent arrived as it was.
  public var isClean: Bool

  public init(
    points: [Point], sent: PerSide<Direction>, parts: [Part] = [], roundTrip: TimeSpan? = nil,
    start: Timestamp, end: Timestamp, changes: [String] = [], findings: [Finding] = [],
    isClean: Bool = false
  ) {
    self.points = points
    self.sent = sent
    self.parts = parts
    self.roundTrip = roundTrip
    self.start = start
    self.end = end
    self.changes = changes
    self.findings = findings
    self.isClean = isClean
  }

  public struct Point: Sendable, Hashable, Codable {
    /// `client`, `server`, `between`, or the user's name for it.
    public var name: String
    /// Drift of its clock against the first point's, in parts per million.
    public var skewPPM: Double
    /// When its clock was set, by the first point's clock.
    public var clockSteps: [Timestamp]

    public init(name: String, skewPPM: Double = 0, clockSteps: [Timestamp] = []) {
      self.name = name
      self.skewPPM = skewPPM
      self.clockSteps = clockSteps
    }
  }

  /// One side's packets.
  public struct Direction: Sendable, Hashable, Codable {
    public var sent = 0
    public var arrived = 0
    public var lost = 0
    public var lostBytes = 0
    public var firstLost: ItemReference?
    public var lastLost: ItemReference?
    /// Segments lost, at the point nearer to the sender: the first, the last, and some between.
    public var lostReferences: [ItemReference] = []
    /// At the receiver's point although the sender's point never had them.
    public var unsent = 0
    /// Of those, RSTs.
    public var forgedResets: [ItemReference] = []
    /// Lacking in one capture although they were there.
    public var missedBySender = 0
    public var missedByReceiver = 0
    public var duplicated = 0
    public var reordered = 0
    public var payloadChanged = 0
    public var hops: Int?
    /// Delay beyond the shortest: median, one in twenty, longest.
    public var medianDelay: TimeSpan?
    public var highDelay: TimeSpan?
    public var longestDelay: TimeSpan?

    public init() {}
  }

  /// The path between two neighbouring points.
  public struct Part: Sendable, Hashable, Codable {
    public var from: String
    public var to: String
    public var lost: PerSide<Int>

    public init(from: String, to: String, lost: PerSide<Int>) {
      self.from = from
      self.to = to
      self.lost = lost
    }
  }

  /// One statement with what proves it.
  public struct Finding: Sendable, Hashable, Codable {
    /// The evidence that it is.
    public var code: String
    /// How strongly it shows (0…1).
    public var strength: Double
    public var summary: String
    public var references: [ItemReference]

    public init(code: String, strength: Double, summary: String, references: [ItemReference]) {
      self.code = code
      self.strength = strength
      self.summary = summary
      self.references = references
    }
  }
}
