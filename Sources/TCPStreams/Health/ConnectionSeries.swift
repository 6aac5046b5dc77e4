public import CaptureReader

/// The activity of a connection over time: equal stretches without gaps, the last of which holds its
/// last packet.
public struct ConnectionSeries: Sendable, Hashable, Codable {
  /// When the first stretch begins: the connection's first packet.
  public var start: Timestamp
  /// How long each stretch is.
  public var length: TimeSpan
  public var courses: PerSide<Course>

  /// What one side did, stretch by stretch. Of most connections it is the largest part of the record, so
  /// round trips and what seldom happens are kept in few bytes.
  public struct Course: Sendable, Hashable, Codable {
    public var packets: [UInt32]
    /// Bytes of data, repeats included.
    public var bytes: [UInt32]
    /// Segments sent again (SYN, data, FIN), or seen for the first time when they were.
    @MostlyZero public var repeats: [UInt32]
    /// The shortest round trip that was measured for the side's data, nil without a sample.
    @Microseconds public var roundTrips: [TimeSpan?]
    /// The longest.
    @Microseconds public var longestRoundTrips: [TimeSpan?]
    /// The median, and that below which 95 % lie: within a fifth, of few samples
    /// within half.
    @Microseconds public var medianRoundTrips: [TimeSpan?]
    @Microseconds public var slowRoundTrips: [TimeSpan?]
    @MostlyZero public var duplicateAcks: [UInt32]
    /// Packets in which the side closed its window.
    @MostlyZero public var zeroWindows: [UInt32]
    /// Bytes that, as the side's packets show, the capture lacks: the side acknowledged them, or its
    /// sequence numbers ran past them.
    @MostlyZero public var missedBytes: [UInt32]

    init(_ side: Side, of stretches: borrowing [ActivitySeries.Stretch]) {
      let count = stretches.count
      packets = Array(repeating: 0, count: count)
      bytes = packets
      _repeats = MostlyZero(count: count)
      _duplicateAcks = MostlyZero(count: count)
      _zeroWindows = MostlyZero(count: count)
      _missedBytes = MostlyZero(count: count)
      _roundTrips = Microseconds(count: count)
      _longestRoundTrips = Microseconds(count: count)
      _medianRoundTrips = Microseconds(count: count)
      _slowRoundTrips = Microseconds(count: count)
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
      _roundTrips.set(shortest, at: index)
      _longestRoundTrips.set(activity.longestRoundTrip, at: index)
      guard let trips = activity.roundTrips([0.5, 0.95]) else { return }
      _medianRoundTrips.set(trips[0], at: index)
      _slowRoundTrips.set(trips[1], at: index)
    }
  }
}

/// Times that may be missing, in whole microseconds: four bytes each, where a list of optional lengths
/// of time takes sixteen. None is longer than 71 minutes.
///
/// Stored and compared as the list that it stands for.
@propertyWrapper
public struct Microseconds: Sendable, Hashable {
  private var values: [UInt32]
  private static let none = UInt32.max

  init(count: Int) { values = Array(repeating: Self.none, count: count) }

  public init(wrappedValue: [TimeSpan?]) { values = wrappedValue.map(Self.value) }

  private static func value(of time: TimeSpan?) -> UInt32 {
    guard let time else { return none }
    return min(UInt32(clamping: time.nanoseconds / 1000), none - 1)
  }

  mutating func set(_ time: TimeSpan?, at index: Int) { values[index] = Self.value(of: time) }

  public var wrappedValue: [TimeSpan?] {
    get {
      values.map { $0 == Self.none ? nil : TimeSpan(nanoseconds: Int64($0) * 1000) }
    }
    set { self = Microseconds(wrappedValue: newValue) }
  }
}

extension Microseconds: Codable {
  public init(from decoder: any Decoder) throws {
    self.init(wrappedValue: try [TimeSpan?](from: decoder))
  }

  public func encode(to encoder: any Encoder) throws { try wrappedValue.encode(to: encoder) }
}

/// Counts of what seldom happens: without room of their own while all are zero.
///
/// Stored as the list that it stands for.
@propertyWrapper
public struct MostlyZero: Sendable, Hashable {
  private let count: Int
  /// Empty where all are zero.
  private var values: [UInt32] = []

  init(count: Int) { self.count = count }

  public init(wrappedValue: [UInt32]) {
    count = wrappedValue.count
    values = wrappedValue.contains { $0 != 0 } ? wrappedValue : []
  }

  mutating func set(_ value: UInt32, at index: Int) {
    if value == 0, values.isEmpty { return }
    if values.isEmpty { values = Array(repeating: 0, count: count) }
    values[index] = value
  }

  public var wrappedValue: [UInt32] {
    get { values.isEmpty ? Array(repeating: 0, count: count) : values }
    set { self = MostlyZero(wrappedValue: newValue) }
  }
}

extension MostlyZero: Codable {
  public init(from decoder: any Decoder) throws {
    self.init(wrappedValue: try [UInt32](from: decoder))
  }

  public func encode(to encoder: any Encoder) throws { try wrappedValue.encode(to: encoder) }
}
