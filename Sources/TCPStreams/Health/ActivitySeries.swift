import CaptureReader

/// What a connection did over time, in a fixed number of stretches of equal length that end with its
/// last packet: the stretches double in length whenever they no longer reach.
///
/// Made only when a connection has carried some data, so that the many that never do cost nothing.
struct ActivitySeries: Sendable {
  /// Stretches kept; between half of them and all are in use.
  static let capacity = 48
  /// Length of a stretch before the first doubling: the first 12 s are shown as they were.
  static let shortest = TimeSpan.milliseconds(250)
  /// Data segments, or time with data, after which a series is begun. What came before is in the
  /// first stretch.
  static let firstSegments = 16
  static let firstTime = TimeSpan.seconds(2)

  /// The ages between which `current` counts; none before the first packet.
  private var currentStart: Int64 = 0
  private var currentEnd: Int64 = 0
  /// What the stretch at hand has beyond what `stretches` holds of it.
  private var current = Stretch()
  private var recent = PerSide(client: RecentRoundTrips(), server: RecentRoundTrips())
  private var stretches = PackedStretches()
  /// Doublings of the stretches' length.
  private var doublings: Int64 = 0

  var isBegun: Bool { stretches.count > 0 }

  /// Adds what the stretch at hand has to its place: before anything is read.
  mutating func settle() {
    guard currentEnd > currentStart else { return }
    let index = Int((max(0, currentStart) / Self.shortest.nanoseconds) >> doublings)
    stretches.merge(current, at: index)
    current = Stretch()
    currentEnd = currentStart
  }

  /// It is time to begin the series: `segments` data segments have come, the packet at hand included.
  static func isDue(after segments: Int, at age: TimeSpan) -> Bool {
    segments > firstSegments || segments > 1 && age >= firstTime
  }

  /// Begins the series with what the two directions have carried.
  mutating func begin(client: Activity, server: Activity) {
    stretches = PackedStretches([Stretch(client: client, server: server)])
  }

  mutating func swapSides() {
    settle()
    stretches = PackedStretches(
      stretches.unpacked.map { Stretch(client: $0.server, server: $0.client) })
    recent = PerSide(client: recent.server, server: recent.client)
  }

  /// Accounts for a packet that comes `age` after the connection's first.
  ///
  /// - Parameters:
  ///   - repeats: segments that it sent again: one or none.
  ///   - roundTrip: what it, as an acknowledgement, showed of the other side's data.
  @inline(__always)
  mutating func note(
    _ side: Side, age: TimeSpan, bytes: Int, isRepeat: Bool, roundTrip: TimeSpan?
  ) {
    if age.nanoseconds < currentStart || age.nanoseconds >= currentEnd { turn(to: age) }
    if side == .client {
      current.client.add(bytes: bytes, isRepeat: isRepeat)
    } else {
      current.server.add(bytes: bytes, isRepeat: isRepeat)
    }
    guard let roundTrip else { return }
    if side == .client {
      current.server.add(roundTrip: roundTrip)
      recent.server.add(roundTrip, at: age)
    } else {
      current.client.add(roundTrip: roundTrip)
      recent.client.add(roundTrip, at: age)
    }
  }

  /// Adds what stood out in the packet that was noted last.
  mutating func note(_ signs: PacketSigns, of side: Side) {
    if side == .client { current.client.add(signs) } else { current.server.add(signs) }
  }

  /// Makes the stretch of `age` the one at hand.
  @inline(never)
  private mutating func turn(to age: TimeSpan) {
    settle()
    let units = max(0, age.nanoseconds) / Self.shortest.nanoseconds
    while units >> doublings >= Self.capacity {
      stretches.fold()
      doublings += 1
    }
    let index = units >> doublings
    // A clock that goes backwards counts as standing still.
    currentStart = index == 0 ? .min : (index << doublings) * Self.shortest.nanoseconds
    currentEnd = ((index + 1) << doublings).multipliedSaturating(by: Self.shortest.nanoseconds)
  }

  /// What there is to tell of a connection that began at `start`, once all is settled.
  func finished(start: Timestamp) -> (
    series: ConnectionSeries, trends: PerSide<RoundTripTrend?>
  )? {
    guard isBegun else { return nil }
    let stretches = stretches.unpacked
    let series = ConnectionSeries(
      start: start,
      length: Self.shortest * (1 << doublings),
      courses: PerSide(
        client: .init(.client, of: stretches), server: .init(.server, of: stretches)))
    return (
      series,
      PerSide(client: trend(of: .client, in: stretches), server: trend(of: .server, in: stretches))
    )
  }

  /// How the round trip of one side's data went, against the course of the connection.
  private func trend(of side: Side, in stretches: borrowing [Stretch]) -> RoundTripTrend? {
    guard stretches.count >= RoundTripTrend.leastStretches else { return nil }
    var minima: [TimeSpan] = []
    minima.reserveCapacity(stretches.count)
    let span = stretches.span
    for index in span.indices {
      let trip = side == .client ? span[index].client.roundTrip : span[index].server.roundTrip
      if let trip { minima.append(trip) }
    }
    let last = side == .client ? recent.client.typical : recent.server.typical
    guard let last, minima.count >= RoundTripTrend.leastStretches else { return nil }
    // The last stretch holds what is compared.
    let before = minima.dropLast().sorted()
    return RoundTripTrend(baseline: before[before.count / 4], beforeEnd: last)
  }
}

extension ActivitySeries {
  struct Stretch: Sendable {
    var client = Activity()
    var server = Activity()

    mutating func merge(_ other: Stretch) {
      client.merge(other.client)
      server.merge(other.server)
    }
  }

  /// What one side did in a stretch. Counts stop at their type's limit.
  struct Activity: Sendable {
    var packets: UInt32 = 0
    var bytes: UInt32 = 0
    var repeats: UInt32 = 0
    /// The shortest round trip in microseconds; the largest value where there was none.
    var shortest = UInt32.max
    /// The longest in microseconds.
    var longest: UInt32 = 0
    var duplicateAcks: UInt32 = 0
    var trips = RoundTripBins()
    var zeroWindows: UInt32 = 0
    var missedBytes: UInt32 = 0

    init() {}

    init(soFar record: borrowing DirectionRecord) {
      packets = UInt32(clamping: record.packets)
      bytes = UInt32(clamping: record.bytes)
      repeats = UInt32(clamping: record.repeatCount)
      if let minimum = record.roundTrip.minimum, let maximum = record.roundTrip.maximum {
        shortest = Self.microseconds(minimum)
        longest = Self.microseconds(maximum)
        record.roundTrip.histogram.forEachSample { sample in
          let sample = min(max(Self.microseconds(sample), shortest), longest)
          trips.add(microseconds: sample, turn: 0)
        }
      }
      add(record.signs)
    }

    var hasSigns: Bool { repeats | duplicateAcks | zeroWindows | missedBytes != 0 }

    var roundTrip: TimeSpan? {
      shortest == .max ? nil : TimeSpan(nanoseconds: Int64(shortest) * 1000)
    }

    var longestRoundTrip: TimeSpan? {
      shortest == .max ? nil : TimeSpan(nanoseconds: Int64(longest) * 1000)
    }

    /// The round trips below which `shares` (0…1, the smallest first) of the stretch's lie.
    func roundTrips<let count: Int>(
      _ shares: InlineArray<count, Double>
    ) -> InlineArray<count, TimeSpan>? {
      guard let values = trips.quantiles(shares, from: shortest, to: longest) else { return nil }
      return InlineArray { TimeSpan(nanoseconds: Int64(values[$0]) * 1000) }
    }

    mutating func add(_ signs: PacketSigns) {
      duplicateAcks = duplicateAcks.addingSaturating(UInt32(clamping: signs.duplicateAcks))
      zeroWindows = zeroWindows.addingSaturating(UInt32(clamping: signs.zeroWindows))
      missedBytes = missedBytes.addingSaturating(UInt32(clamping: signs.missedBytes))
    }

    @inline(__always)
    mutating func add(bytes: Int, isRepeat: Bool) {
      packets = packets.addingSaturating(1)
      self.bytes = self.bytes.addingSaturating(UInt32(clamping: bytes))
      if isRepeat { repeats = repeats.addingSaturating(1) }
    }

    mutating func withdraw(bytes: Int, isRepeat: Bool) {
      packets = packets.subtractingSaturating(1)
      self.bytes = self.bytes.subtractingSaturating(UInt32(clamping: bytes))
      if isRepeat { repeats = repeats.subtractingSaturating(1) }
    }

    mutating func add(roundTrip: TimeSpan) {
      let microseconds = Self.microseconds(roundTrip)
      shortest = min(shortest, microseconds)
      longest = max(longest, microseconds)
      trips.add(microseconds: microseconds, turn: packets)
    }

    /// Below the largest value, which means that there was none.
    @inline(__always)
    private static func microseconds(_ span: TimeSpan) -> UInt32 {
      min(UInt32(clamping: max(0, span.nanoseconds) / 1000), .max - 1)
    }

    mutating func merge(_ other: Activity) {
      packets = packets.addingSaturating(other.packets)
      bytes = bytes.addingSaturating(other.bytes)
      repeats = repeats.addingSaturating(other.repeats)
      shortest = min(shortest, other.shortest)
      longest = max(longest, other.longest)
      trips.merge(other.trips)
      duplicateAcks = duplicateAcks.addingSaturating(other.duplicateAcks)
      zeroWindows = zeroWindows.addingSaturating(other.zeroWindows)
      missedBytes = missedBytes.addingSaturating(other.missedBytes)
    }
  }
}

extension DirectionRecord {
  /// Segments sent again by this side, or lost before the capture point and so sent again.
  @inline(__always)
  var repeatCount: Int {
    let repeats = self.retransmissions
    return repeats.total + repeats.syn + repeats.fin + self.lostBeforeCapture
  }
}
