import Support
import Testing

@testable import Correlation

@Suite("Nearest places that reach a bound") struct LargestTreeTests {
  @Test("are those of a walk through the list", arguments: 0..<40)
  func places(count: Int) {
    var random = SeededRandom(seed: UInt64(count))
    let values = (0..<count).map { _ in Int.random(in: 0..<20, using: &random) }
    let tree = LargestTree(values)
    for bound in -1...20 {
      #expect(tree.first(atLeast: bound) == values.firstIndex { $0 >= bound })
      for end in [-1, 0, count / 3, count - 1, count, count + 9] {
        let before = values[..<min(max(0, end), count)]
        #expect(tree.last(before: end, atLeast: bound) == before.lastIndex { $0 >= bound })
      }
    }
  }
}
