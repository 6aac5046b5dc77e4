import CaptureReader

/// Counts that can be added up, in any order and any grouping.
protocol Tally: Codable, Hashable, Sendable {
  init()
  /// Entries that it keeps: what the capacity limits.
  var weight: Int { get }
  mutating func merge(_ other: Self)
}

/// Exact counts for each key, up to a capacity; which keys are kept does not depend on the order or
/// the grouping in which counts come, so that merged parts equal the whole.
///
/// Keys are ordered by a hash of their text. Kept are those up to which all weights together stay
/// within the capacity: in a part of the counts these weigh no more, so nothing that the whole keeps
/// was dropped in a part. What was dropped once stays out for good (`horizon`), so every count that
/// is kept is complete. Beyond the capacity the kept keys are a random sample of all.
struct KeyedTally<Value: Tally>: Codable, Hashable, Sendable {
  /// Longest key, in Unicode scalars.
  private static var keyLimit: Int { 512 }

  private(set) var values: [String: Value] = [:]
  /// Keys of this hash and above were dropped.
  private(set) var horizon: UInt64?
  private var weight = 0
  let capacity: Int

  init(capacity: Int) { self.capacity = capacity }

  var isComplete: Bool { horizon == nil }

  mutating func update(_ text: String, _ change: (inout Value) -> Void) {
    let key = text.utf8.count <= Self.keyLimit ? text : Self.shortened(text)
    if let horizon, Self.hash(key) >= horizon { return }
    let known = values.count
    // In place: a copy of the entry would be one of all its hours.
    let (before, after) = Self.change(&values[key, default: Value()], by: change)
    weight = weight.addingSaturating(after - (values.count > known ? 0 : before))
    // Some slack, so that not every new key pays for a sort.
    if weight > capacity.addingSaturating(capacity / 2) { prune() }
  }

  /// - Returns: the value's weight before and after.
  private static func change(
    _ value: inout Value, by change: (inout Value) -> Void
  ) -> (before: Int, after: Int) {
    let before = value.weight
    change(&value)
    return (before, value.weight)
  }

  mutating func merge(_ other: Self) {
    if let limit = other.horizon { lower(horizon: limit) }
    for (key, value) in other.values { update(key) { $0.merge(value) } }
    prune()
  }

  /// Drops what is beyond the capacity; until then a little more may be held.
  mutating func prune() {
    guard weight > capacity else { return }
    var hashes = values.map { (hash: Self.hash($0.key), weight: $0.value.weight) }
    hashes.sort { $0.hash < $1.hash }
    var sum = 0
    for entry in hashes {
      sum = sum.addingSaturating(entry.weight)
      guard sum > capacity else { continue }
      return lower(horizon: entry.hash)
    }
  }

  private mutating func lower(horizon limit: UInt64) {
    horizon = min(limit, horizon ?? limit)
    values = values.filter { Self.hash($0.key) < limit }
    weight = values.values.reduce(0) { $0.addingSaturating($1.weight) }
  }

  /// FNV-1a, mixed once more since its high bits hang on the last bytes little.
  private static func hash(_ key: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in key.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
    return hash ^ hash >> 33
  }

  private static func shortened(_ text: String) -> String {
    var short = ""
    short.unicodeScalars.append(contentsOf: text.unicodeScalars.prefix(keyLimit))
    return short
  }
}
