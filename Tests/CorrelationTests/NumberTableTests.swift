import Testing

@testable import Correlation

@Suite("Numbers of values") struct NumberTableTests {
  @Test("are given once each, in the order in which values come", arguments: [0, 10, 5_000])
  func order(expected: Int) {
    var table = NumberTable<String>(for: expected)
    for round in 0..<2 {
      for number in 0..<2_000 {
        #expect(table.number(of: "value \(number)") == number, "round \(round)")
      }
    }
  }
}
