import CaptureReader
import Testing

/// Cores change no result.
@Suite("Workers") struct WorkersTests {
  @Test("results stand in the order of their elements", arguments: [0, 1, 16, 17, 1_000])
  func order(count: Int) {
    let elements = Array(0..<count)
    let expected = elements.map { $0 * $0 }
    for workers in [1, 2, 5, 64] {
      #expect(Workers(workers).map(elements, inPortionsOf: 16) { $0 * $0 } == expected)
    }
    #expect(Workers(3).map(elements, inPortionsOf: 0) { $0 * $0 } == expected)
  }

  @Test("at least one, and no more than pay")
  func bounds() {
    #expect(Workers(0).count == 1)
    #expect(Workers(-3) == .one)
    #expect(Workers(.max).count == 16)
  }
}
