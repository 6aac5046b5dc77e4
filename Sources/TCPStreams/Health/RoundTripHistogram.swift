public import CaptureReader

/// Round-trip samples in a fixed set of buckets, four per doubling from 0.1 ms to about 100 s:
/// quantiles within 13 %, constant memory, and two of them can be added.
public struct RoundTripHistogram: Sendable, Hashable {
  static let bucketCount = 80
  /// The newest samples lie in one bucket mostly: they are counted here, and booked when another
  /// bucket's turn comes.
  private var runBucket: UInt16 = 0
  /// The bucket that `booked` begins with.
  private var firstBooked: UInt16 = 0
  private var runLength: UInt32 = 0
  /// The buckets around those that samples lie in; empty until a second bucket's turn comes.
  private var booked: [UInt32] = []

  /// Buckets by which `booked` grows.
  private static let step = 8

  public init() {}

  @inline(__always)
  public mutating func add(_ sample: TimeSpan) {
    let bucket = UInt16(truncatingIfNeeded: Self.bucket(of: sample))
    if bucket != runBucket || runLength == .max { book(next: bucket) }
    runLength &+= 1
  }

  @inline(never)
  private mutating func book(next bucket: UInt16) {
    if runLength > 0 {
      let last = Int(runBucket)
      if !bookedBuckets.contains(last) { makeRoom(for: last) }
      let place = last - Int(firstBooked)
      booked[place] = booked[place].addingSaturating(runLength)
    }
    runBucket = bucket
    runLength = 0
  }

  private var bookedBuckets: Range<Int> {
    Int(firstBooked)..<Int(firstBooked) + booked.count
  }

  private mutating func makeRoom(for bucket: Int) {
    let step = bucket / Self.step * Self.step
    let first = booked.isEmpty ? step : min(Int(firstBooked), step)
    let end = max(bookedBuckets.upperBound, step + Self.step)
    var wider = [UInt32].zeros(end - first)
    for place in booked.indices { wider[Int(firstBooked) - first + place] = booked[place] }
    booked = wider
    firstBooked = UInt16(truncatingIfNeeded: first)
  }

  /// Samples in each bucket; none without a sample.
  private var counts: [UInt32] {
    guard runLength > 0 || !booked.isEmpty else { return [] }
    return (0..<Self.bucketCount).map(count(in:))
  }

  /// Samples in one bucket.
  private func count(in bucket: Int) -> UInt32 {
    let count = bookedBuckets.contains(bucket) ? booked[bucket - Int(firstBooked)] : 0
    return bucket == Int(runBucket) ? count.addingSaturating(runLength) : count
  }

  /// Calls `body` with the middle of its bucket for each of the samples.
  func forEachSample(_ body: (TimeSpan) -> Void) {
    let buckets = bookedBuckets
    let first = booked.isEmpty ? Int(runBucket) : min(buckets.lowerBound, Int(runBucket))
    for bucket in first..<max(buckets.upperBound, Int(runBucket) + 1) {
      for _ in 0..<count(in: bucket) { body(Self.middle(of: bucket)) }
    }
  }

  public mutating func merge(_ other: RoundTripHistogram) {
    let (own, others) = (counts, other.counts)
    guard !others.isEmpty else { return }
    booked = own.isEmpty ? others : zip(own, others).map { $0.addingSaturating($1) }
    firstBooked = 0
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
    // What is not booked yet lies in one bucket, before those that are, among or behind them.
    let run = Int(runBucket)
    let first = Int(firstBooked)
    if run < first, UInt64(runLength) >= wanted { return Self.middle(of: run) }
    var seen: UInt64 = 0
    for place in span.indices {
      seen &+= UInt64(span[place])
      if seen &+ (first &+ place >= run ? UInt64(runLength) : 0) >= wanted {
        return Self.middle(of: first &+ place)
      }
    }
    return Self.middle(of: run)
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
