public import CaptureReader

/// Four round trips of each stretch of a series, which may be missing, in whole microseconds: one list of
/// four bytes each, where lists of optional lengths of time take sixteen. None is longer than 71 minutes.
public struct StretchTrips: Sendable, Hashable {
  /// What is kept of a stretch's round trips, in this order.
  public enum Kind: Int, Sendable, CaseIterable {
    case shortest, longest, median, slow
  }

  @usableFromInline static let kinds = 4
  @usableFromInline static let none = UInt32.max

  private var values: [UInt32]

  init(count: Int) { values = Array(repeatElement(Self.none, count: Self.kinds * count)) }

  private static func value(of time: TimeSpan?) -> UInt32 {
    guard let time else { return none }
    return min(UInt32(clamping: time.nanoseconds / 1000), none - 1)
  }

  mutating func set(_ kind: Kind, _ time: TimeSpan?, at index: Int) {
    values[Self.kinds * index + kind.rawValue] = Self.value(of: time)
  }

  /// Sets those of all stretches, which are as many as `times`.
  mutating func set(_ kind: Kind, _ times: [TimeSpan?]) {
    let count = Self.kinds * times.count
    if values.count > count { values.removeLast(values.count - count) }
    values += repeatElement(Self.none, count: count - values.count)
    for (index, time) in times.enumerated() { set(kind, time, at: index) }
  }

  /// One of the four, stretch by stretch.
  public struct Row: Sendable {
    @usableFromInline let values: [UInt32]
    @usableFromInline let kind: Kind

    // Read for each stretch: in sight of whoever asks, so that the list is not retained each time.
    @inlinable public var count: Int { values.count / kinds }

    @inlinable
    public subscript(index: Int) -> TimeSpan? {
      let value = values[kinds * index + kind.rawValue]
      return value == none ? nil : TimeSpan(nanoseconds: Int64(value) * 1000)
    }

    public var list: [TimeSpan?] { (0..<count).map { self[$0] } }
  }

  /// Without a list of its own.
  public subscript(kind: Kind) -> Row { Row(values: values, kind: kind) }
}

/// Stored list by list.
extension ConnectionSeries.Course: Codable {
  private enum CodingKeys: String, CodingKey {
    case packets, bytes, repeats, roundTrips, longestRoundTrips, medianRoundTrips, slowRoundTrips
    case duplicateAcks, zeroWindows, missedBytes
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    self.init(.client, of: [])
    packets = try fields.decode([UInt32].self, forKey: .packets)
    bytes = try fields.decode([UInt32].self, forKey: .bytes)
    repeats = try fields.decode([UInt32].self, forKey: .repeats)
    roundTrips = try fields.decode([TimeSpan?].self, forKey: .roundTrips)
    longestRoundTrips = try fields.decode([TimeSpan?].self, forKey: .longestRoundTrips)
    medianRoundTrips = try fields.decode([TimeSpan?].self, forKey: .medianRoundTrips)
    slowRoundTrips = try fields.decode([TimeSpan?].self, forKey: .slowRoundTrips)
    duplicateAcks = try fields.decode([UInt32].self, forKey: .duplicateAcks)
    zeroWindows = try fields.decode([UInt32].self, forKey: .zeroWindows)
    missedBytes = try fields.decode([UInt32].self, forKey: .missedBytes)
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(packets, forKey: .packets)
    try fields.encode(bytes, forKey: .bytes)
    try fields.encode(repeats, forKey: .repeats)
    try fields.encode(roundTrips, forKey: .roundTrips)
    try fields.encode(longestRoundTrips, forKey: .longestRoundTrips)
    try fields.encode(medianRoundTrips, forKey: .medianRoundTrips)
    try fields.encode(slowRoundTrips, forKey: .slowRoundTrips)
    try fields.encode(duplicateAcks, forKey: .duplicateAcks)
    try fields.encode(zeroWindows, forKey: .zeroWindows)
    try fields.encode(missedBytes, forKey: .missedBytes)
  }
}
