public import CaptureReader

/// Round-trip samples in a fixed set of buckets, four per doubling from 0.1 ms to about 100 s:
/// quantiles within 13 %, constant memory, and two of them can be added.
public struct RoundTripHistogram: Sendable, Hashable {
  static let bucketCount = 80
  /// The newest samples lie in one bucket mostly: they are counted here, and booked when another
  /// bucket's turn comes.
  private var runBucket: UInt32 = 0
  private var runLength: UInt32 = 0
  /// Empty until the first sample, so that connections without data cost nothing.
  private var booked: [UInt32] = []

  public init() {}

  @inline(__always)
  public mutating func add(_ sample: TimeSpan) {
    let bucket = UInt32(truncatingIfNeeded: Self.bucket(of: sample))
    if bucket != runBucket || runLength == .max { book(next: bucket) }
    runLength &+= 1
  }

  @inline(never)
  private mutating func book(next bucket: UInt32) {
    if runLength > 0 {
      if booked.isEmpty { booked = .zeros(Self.bucketCount) }
      let last = Int(runBucket)
      booked[last] = booked[last].addingSaturating(runLength)
    }
    runBucket = bucket
    runLength = 0
  }

  /// Samples in each bucket; none without a sample.
  private var counts: [UInt32] {
    var copy = self
    copy.book(next: 0)
    return copy.booked
  }

  /// Samples in one bucket.
  private func count(in bucket: Int) -> UInt32 {
    let count = bucket < booked.count ? booked[bucket] : 0
    return bucket == Int(runBucket) ? count.addingSaturating(runLength) : count
  }

  /// Calls `body` with the middle of its bucket for each of the samples.
  func forEachSample(_ body: (TimeSpan) -> Void) {
    for bucket in 0..<max(booked.count, Int(runBucket) + 1) {
      for _ in 0..<count(in: bucket) { body(Self.middle(of: bucket)) }
    }
  }

  public mutating func merge(_ other: RoundTripHistogram) {
    let (own, others) = (counts, other.counts)
    guard !others.isEmpty else { return }
    booked = own.isEmpty ? others : zip(own, others).map { $0.addingSaturating($1) }
    runLength = 0
  }

  public static func == (one: RoundTripHistogram, other: RoundTripHistogram) -> Bool {
    one.counts == other.counts
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(counts) }

  /// The sample below which `share` (0…1) of all samples lie, or nil without samples.
  public func quantile(_ share: Double) -> TimeSpan? {
    // Where all are in one bucket, nothing is booked yet.
    guard !booked.isEmpty else {
      return runLength > 0 ? Self.middle(of: Int(runBucket)) : nil
    }
    let span = booked.span
    var total = UInt64(runLength)
    for bucket in span.indices { total &+= UInt64(span[bucket]) }
    guard total > 0 else { return nil }
    let wanted = max(1, UInt64((Double(total) * min(max(share, 0), 1)).rounded(.up)))
    var seen: UInt64 = 0
    for bucket in span.indices {
      seen &+= UInt64(span[bucket])
      // What is not booked yet lies in one bucket.
      if seen &+ (bucket >= Int(runBucket) ? UInt64(runLength) : 0) >= wanted {
        return Self.middle(of: bucket)
      }
    }
    return Self.middle(of: Self.bucketCount - 1)
  }

  /// Each doubling is cut into four equal parts: the highest bit and the next two tell which.
  static func bucket(of sample: TimeSpan) -> Int {
    let quarters = UInt64(max(0, sample.nanoseconds)) / (shortest / 4)
    guard quarters >= 4 else { return 0 }
    let high = 61 - quarters.leadingZeroBitCount
    let part = Int((quarters >> UInt64(high)) & 3)
    return min(bucketCount - 1, high * 4 + part + 1)
  }

  /// The middle of a bucket: at most an eighth away from any sample in it.
  static func middle(of bucket: Int) -> TimeSpan {
    guard bucket > 0 else { return TimeSpan(nanoseconds: Int64(shortest)) }
    let high = UInt64(bucket - 1) / 4
    let part = UInt64(bucket - 1) % 4
    return TimeSpan(nanoseconds: Int64((shortest / 8) << high * (9 + 2 * part)))
  }

  /// Shorter samples are in the first bucket, in nanoseconds.
  private static let shortest: UInt64 = 100_000
}

/// Written as its buckets' counts up to the last that is not zero.
extension RoundTripHistogram: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    booked = try container.decode([UInt32].self)
    guard booked.count <= Self.bucketCount else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "expected at most \(Self.bucketCount) buckets")
    }
    guard !booked.isEmpty else { return }
    booked += Array(repeating: 0, count: Self.bucketCount - booked.count)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    let counts = counts
    let used = counts.lastIndex { $0 > 0 }.map { $0 + 1 } ?? 0
    try container.encode(Array(counts.prefix(used)))
  }
}
