/// Beginnings of words, byte by byte: what begins a word is found in one walk along it.
struct PrefixTree: Sendable {
  /// The next node by a node and a byte.
  private var next: [Int: Int] = [:]
  private var values: [[Int]] = [[]]

  mutating func insert(_ beginning: ArraySlice<UInt8>, _ value: Int) {
    var node = 0
    for byte in beginning {
      let step = Self.step(node, byte)
      if let known = next[step] {
        node = known
      } else {
        node = values.count
        values.append([])
        next[step] = node
      }
    }
    values[node].append(value)
  }

  /// Hands over each value whose text begins the word, with the position behind that text.
  func eachBeginning(of word: ArraySlice<UInt8>, _ body: (Int, Int) -> Void) {
    var node = 0
    for position in word.indices {
      guard let known = next[Self.step(node, word[position])] else { return }
      node = known
      for value in values[node] { body(value, position + 1) }
    }
  }

  private static func step(_ node: Int, _ byte: UInt8) -> Int { node << 8 | Int(byte) }
}
