import CaptureReader

/// Turns the stamps of one log into times, and remembers what it had to assume.
struct ClockReader {
  private(set) var clock = LogClock()
  private let zone: LogZone
  private let isZoneGiven: Bool
  private let reference: Timestamp?
  /// Days since 1970 given to stamps without a date.
  private var day: Int64?
  private var lastSecondsOfDay: Int64?
  private var lastMonth: Int?
  private var namedDay: Int64?
  private var year: Int?
  private var secondChange = SecondChangeTracker()
  /// The newest stamp named no zone.
  private(set) var isZoneless = false
  /// Distances to UTC that stamps name.
  private(set) var namedOffsets: Set<Int> = []
  private static let mostOffsets = 16

  init(_ options: LogOptions) {
    zone = options.zone ?? .utc
    isZoneGiven = options.zone != nil
    reference = options.reference
  }

  /// The time of a stamp.
  mutating func time(of stamp: CivilTime) -> Timestamp {
    clock.resolution = min(clock.resolution, Self.resolution(stamp))
    let days: Int64
    if let month = stamp.month, let day = stamp.day {
      days = CivilTime.days(stamp.year ?? assumedYear(month, day), month, day)
    } else {
      days = assumedDay(stamp)
    }
    let local = days * 86_400 + stamp.secondsOfDay
    let offset: Int64
    if let known = stamp.zoneOffset {
      offset = Int64(known)
      clock.isZoneKnown = true
      isZoneless = false
      if namedOffsets.count < Self.mostOffsets { namedOffsets.insert(known) }
    } else {
      offset = zone.offset(atLocal: local)
      isZoneless = true
      clock.assumedZone = zone.name
      clock.isZoneGiven = isZoneGiven
      clock.assume(
        isZoneGiven
          ? "\(LogClock.zoneSentence): read as \(zone.name), as given"
          : "\(LogClock.zoneSentence): read as UTC")
    }
    return Timestamp(
      nanoseconds: (local - offset).multipliedSaturating(by: 1_000_000_000)
        .addingSaturating(Int64(stamp.nanosecond)))
  }

  /// A time that is UTC by definition.
  mutating func absolute(_ nanoseconds: Int64, resolution: TimeSpan) -> Timestamp {
    clock.isZoneKnown = true
    isZoneless = false
    clock.resolution = min(clock.resolution, resolution)
    return Timestamp(nanoseconds: nanoseconds)
  }

  /// The log names the date of its times of day.
  mutating func setDay(_ days: Int64) {
    day = days
    namedDay = days
    lastSecondsOfDay = nil
  }

  /// The milliseconds of this stamp are another counter's than its seconds.
  mutating func noteForeignMilliseconds(_ stamp: CivilTime) {
    clock.hasForeignMilliseconds = true
    secondChange.note(stamp)
  }

  /// What is known of the log's clock, with what its lines tell together.
  var finished: LogClock {
    var clock = clock
    if clock.hasForeignMilliseconds { clock.secondChange = secondChange.change ?? .anywhere }
    return clock
  }

  /// Other stamps of the log show the zone of those that name none.
  mutating func noteSharedZone(_ offset: TimeSpan) {
    clock.assumedZone = nil
    clock.assumptions.removeAll { $0.hasPrefix(LogClock.zoneSentence) }
    let zone = LogZone(secondsFromUTC: Int(clamping: offset.nanoseconds / 1_000_000_000))
    clock.assume("stamps that name no zone are read as \(zone.name), which others of the log show")
  }

  mutating func noteRunsBackwards() { clock.runsBackwards = true }
  mutating func noteNewestFirst() { clock.isNewestFirst = true }
  mutating func noteAssumption(_ sentence: String) { clock.assume(sentence) }

  private static func resolution(_ stamp: CivilTime) -> TimeSpan {
    switch stamp.fractionDigits {
    case 0: return .seconds(1)
    case let digits:
      var step: Int64 = 1_000_000_000
      for _ in 0..<digits { step /= 10 }
      return TimeSpan(nanoseconds: max(1, step))
    }
  }

  /// Half a day: a larger step back is taken as midnight.
  private static let midnightStep: Int64 = 43_200

  private mutating func assumedDay(_ stamp: CivilTime) -> Int64 {
    clock.hasDate = namedDay != nil
    let seconds = stamp.secondsOfDay
    var today: Int64
    if let day {
      today = day
      if let last = lastSecondsOfDay {
        if last - seconds > Self.midnightStep { today += 1 }
        if seconds - last > Self.midnightStep, today > firstDay { today -= 1 }
      }
    } else {
      today = firstDay
      if namedDay == nil { clock.assumedDay = Self.dateText(today) }
      clock.assume(
        reference == nil
          ? "the stamps have no date: 1970-01-01 stands for it"
          : "the stamps have no date: that of \(Self.dateText(today)) is taken")
    }
    day = today
    lastSecondsOfDay = seconds
    return today
  }

  private var firstDay: Int64 {
    if let namedDay { return namedDay }
    guard let reference else { return 0 }
    let seconds = reference.nanoseconds / 1_000_000_000
    return (seconds + zone.offset(atLocal: seconds)) / 86_400
  }

  /// Days that a log may go on after the captures beside it, or its file's date in another zone.
  private static let mostAhead: Int64 = 7

  /// The year in which a month of stamps without year lies: the reference's, or the one before.
  private mutating func assumedYear(_ month: Int, _ day: Int) -> Int {
    clock.hasYear = false
    if let year {
      // Stamps grow: from December to January the year does too.
      if let last = lastMonth, last == 12, month == 1 { self.year = year + 1 }
      if let last = lastMonth, last == 1, month == 12 { self.year = year - 1 }
      lastMonth = month
      return self.year ?? year
    }
    let assumed: Int
    if let reference {
      let today = reference.nanoseconds / 86_400_000_000_000
      let year = CivilTime.date(days: today).year
      let ahead = CivilTime.days(year, month, day) - today
      assumed = ahead > Self.mostAhead ? year - 1 : year
    } else {
      assumed = 1970
    }
    year = assumed
    lastMonth = month
    clock.assumedYear = assumed
    clock.assume("the stamps have no year: \(assumed) stands for it")
    return assumed
  }

  private static func dateText(_ days: Int64) -> String {
    let date = CivilTime.date(days: days)
    let pad: (Int) -> String = { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(date.year)-\(pad(date.month))-\(pad(date.day))"
  }
}
