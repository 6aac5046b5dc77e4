/// Numbers values in the order in which they come, each once.
///
/// Each is hashed once: a dictionary that grows hashes all that it holds again.
struct NumberTable<Value: Hashable> {
  private var values: [Value] = []
  /// Numbers counted from 1 by hash, at least twice as many as there are values; 0 without one.
  private var places: [UInt32]
  /// By number.
  private var hashes: [Int] = []

  /// - Parameter count: values that are expected.
  init(for count: Int = 0) {
    var size = 16
    while size < 2 * min(count, 1 << 24) { size *= 2 }
    places = Array(repeating: 0, count: size)
  }

  mutating func number(of value: Value) -> Int {
    let hash = value.hashValue
    var place = hash & (places.count - 1)
    while places[place] != 0 {
      let known = Int(places[place]) - 1
      if hashes[known] == hash, values[known] == value { return known }
      place = (place + 1) & (places.count - 1)
    }
    values.append(value)
    hashes.append(hash)
    places[place] = UInt32(truncatingIfNeeded: values.count)
    if values.count * 2 > places.count { grow() }
    return values.count - 1
  }

  private mutating func grow() {
    places = Array(repeating: 0, count: 2 * places.count)
    for (number, hash) in hashes.enumerated() {
      var place = hash & (places.count - 1)
      while places[place] != 0 { place = (place + 1) & (places.count - 1) }
      places[place] = UInt32(truncatingIfNeeded: number + 1)
    }
  }
}
