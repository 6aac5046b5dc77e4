public import CaptureReader

/// What is known of the clock by which a log was written.
public struct LogClock: Hashable, Sendable, Codable {
  /// The stamps have a date; else only a time of day.
  public var hasDate = true
  /// The stamps have a year.
  public var hasYear = true
  /// The stamps say their distance to UTC, or are UTC by definition.
  public var isZoneKnown = false
  /// The smallest step of the stamps.
  public var resolution = TimeSpan.seconds(1)
  /// Milliseconds come from another counter than the seconds (FreeRDP): stamps are good to a second.
  public var hasForeignMilliseconds = false
  /// Where the second changes on the scale of foreign milliseconds; nil where they are not foreign.
  public var secondChange: SecondChange?
  /// Stamps ran backwards within one process by more than a second.
  public var runsBackwards = false
  /// The records stood newest first.
  public var isNewestFirst = false
  /// The day, the year and the zone that stands for what the stamps do not name.
  public var assumedDay: String?
  public var assumedYear: Int?
  public var assumedZone: String?
  /// The user named that zone.
  public var isZoneGiven: Bool?
  /// What was assumed, one sentence each.
  public var assumptions: [String] = []

  public init() {}

  /// How far a stamp may be off from the clock that wrote it.
  public var uncertainty: TimeSpan {
    hasForeignMilliseconds ? max(resolution, .seconds(1)) : resolution
  }

  /// How the sentences begin that say which zone or date was assumed.
  public static let zoneSentence = "the stamps name no time zone"
  public static let dateSentence = "the stamps have no "

  mutating func assume(_ sentence: String) {
    if assumptions.count < 8, !assumptions.contains(sentence) { assumptions.append(sentence) }
  }
}
