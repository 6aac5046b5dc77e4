public import CaptureReader

/// The activity of a connection over time: equal stretches without gaps, the last of which holds its
/// last packet.
///
/// It lies where all copies share it, and a change makes a new one.
public struct ConnectionSeries: Sendable {
  @usableFromInline
  final class Shared: Sendable {
    @usableFromInline let start: Timestamp
    @usableFromInline let length: TimeSpan
    @usableFromInline let courses: PerSide<Course>

    init(start: Timestamp, length: TimeSpan, courses: PerSide<Course>) {
      self.start = start
      self.length = length
      self.courses = courses
    }
  }

  @usableFromInline var shared: Shared

  public init(start: Timestamp, length: TimeSpan, courses: PerSide<Course>) {
    shared = Shared(start: start, length: length, courses: courses)
  }

  /// When the first stretch begins: the connection's first packet.
  public var start: Timestamp {
    @inlinable get { shared.start }
    set { shared = Shared(start: newValue, length: length, courses: courses) }
  }

  /// How long each stretch is.
  @inlinable public var length: TimeSpan { shared.length }

  public var courses: PerSide<Course> {
    @inlinable _read { yield shared.courses }
    set { shared = Shared(start: start, length: length, courses: newValue) }
  }

  /// What one side did, stretch by stretch. Of most connections it is the largest part of the record, so
  /// round trips and what seldom happens are kept in few bytes.
  public struct Course: Sendable, Hashable {
    public var packets: [UInt32]
    /// Bytes of data, repeats included.
    public var bytes: [UInt32]
    /// Segments sent again (SYN, data, FIN), or seen for the first time when they were.
    @MostlyZero public var repeats: [UInt32]
    /// Round trips that were measured for the side's data.
    public private(set) var trips: StretchTrips
    @MostlyZero public var duplicateAcks: [UInt32]
    /// Packets in which the side closed its window.
    @MostlyZero public var zeroWindows: [UInt32]
    /// Bytes that, as the side's packets show, the capture lacks: the side acknowledged them, or its
    /// sequence numbers ran past them.
    @MostlyZero public var missedBytes: [UInt32]

    init(_ side: Side, of stretches: borrowing [ActivitySeries.Stretch]) {
      let count = stretches.count
      packets = .zeros(count)
      bytes = .zeros(count)
      _repeats = MostlyZero(count: count)
      _duplicateAcks = MostlyZero(count: count)
      _zeroWindows = MostlyZero(count: count)
      _missedBytes = MostlyZero(count: count)
      trips = StretchTrips(count: count)
      let span = stretches.span
      for index in span.indices {
        switch side {
        case .client: take(span[index].client, at: index)
        case .server: take(span[index].server, at: index)
        }
      }
    }

    private mutating func take(_ activity: borrowing ActivitySeries.Activity, at index: Int) {
      packets[index] = activity.packets
      bytes[index] = activity.bytes
      _repeats.set(activity.repeats, at: index)
      _duplicateAcks.set(activity.duplicateAcks, at: index)
      _zeroWindows.set(activity.zeroWindows, at: index)
      _missedBytes.set(activity.missedBytes, at: index)
      guard let shortest = activity.roundTrip else { return }
      trips.set(.shortest, shortest, at: index)
      trips.set(.longest, activity.longestRoundTrip, at: index)
      guard let shares = activity.roundTrips([0.5, 0.95]) else { return }
      trips.set(.median, shares[0], at: index)
      trips.set(.slow, shares[1], at: index)
    }

    /// The shortest round trip of each stretch, nil without a sample.
    public var roundTrips: [TimeSpan?] {
      get { trips[.shortest].list }
      set { trips.set(.shortest, newValue) }
    }

    public var longestRoundTrips: [TimeSpan?] {
      get { trips[.longest].list }
      set { trips.set(.longest, newValue) }
    }

    /// The median, and that below which 95 % lie: within a fifth, of few samples within half.
    public var medianRoundTrips: [TimeSpan?] {
      get { trips[.median].list }
      set { trips.set(.median, newValue) }
    }

    public var slowRoundTrips: [TimeSpan?] {
      get { trips[.slow].list }
      set { trips.set(.slow, newValue) }
    }
  }
}

extension ConnectionSeries: Hashable, Codable {
  private enum CodingKeys: String, CodingKey { case start, length, courses }

  public static func == (one: Self, other: Self) -> Bool {
    one.start == other.start && one.length == other.length && one.courses == other.courses
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(start)
    hasher.combine(length)
    hasher.combine(courses)
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      start: try fields.decode(Timestamp.self, forKey: .start),
      length: try fields.decode(TimeSpan.self, forKey: .length),
      courses: try fields.decode(PerSide<Course>.self, forKey: .courses))
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(start, forKey: .start)
    try fields.encode(length, forKey: .length)
    try fields.encode(courses, forKey: .courses)
  }
}

/// Counts of what seldom happens: without room of their own while all are zero.
///
/// Stored as the list that it stands for.
@propertyWrapper
public struct MostlyZero: Sendable, Hashable {
  public let count: Int
  /// Empty where all are zero.
  private var values: [UInt32] = []

  init(count: Int) { self.count = count }

  public init(wrappedValue: [UInt32]) {
    count = wrappedValue.count
    values = wrappedValue.contains { $0 != 0 } ? wrappedValue : []
  }

  @inline(__always)
  mutating func set(_ value: UInt32, at index: Int) {
    if value != 0 || !values.isEmpty { store(value, at: index) }
  }

  private mutating func store(_ value: UInt32, at index: Int) {
    if values.isEmpty { values = .zeros(count) }
    values[index] = value
  }

  public subscript(index: Int) -> UInt32 { values.isEmpty ? 0 : values[index] }

  /// Read count by count, without the list that it stands for.
  public var projectedValue: MostlyZero { self }

  public var wrappedValue: [UInt32] {
    get { values.isEmpty ? .zeros(count) : values }
    set { self = MostlyZero(wrappedValue: newValue) }
  }
}

extension MostlyZero: Codable {
  public init(from decoder: any Decoder) throws {
    self.init(wrappedValue: try [UInt32](from: decoder))
  }

  public func encode(to encoder: any Encoder) throws { try wrappedValue.encode(to: encoder) }
}

extension [UInt32] {
  /// Made by its elements: `Array(repeating:count:)` looks up what an array of them is, at each call.
  static func zeros(_ count: Int) -> [UInt32] { Array(repeatElement(0, count: count)) }
}
