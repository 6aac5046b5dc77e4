import CaptureReader
@testable import Reporting
import Support
import Testing

/// The language's own shortest text is the witness.
@Suite("Numbers in JSON") struct JSONNumberTests {
  private func text(_ write: (inout JSONBytes) -> Void) -> String {
    var json = JSONBytes()
    write(&json)
    return json.text.text
  }

  private func expected(_ value: Double) -> String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  @Test("of a few millionths are written as the shortest text that is read as them")
  func small() {
    for millionths in 1...20_000 {
      let value = Double(millionths) / 1e6
      #expect(text { $0.number(value) } == expected(value))
    }
  }

  @Test("and lengths of time are written alike, whether they are counted or divided")
  func times() {
    var random = SeededRandom(seed: 5)
    for round in 0..<60_000 {
      let limit = Int64(1) << Int64(round % 56)
      let span = TimeSpan(nanoseconds: Int64.random(in: 0...limit, using: &random))
      #expect(text { $0.seconds(span) } == expected(span.secondsRounded), "\(span.nanoseconds) ns")
    }
    let special: [Int64] = [0, 499, 500, 501, 1_500, 2_500, 999_999_500, -1, -1_500, .min, .max]
    for nanoseconds in special {
      let span = TimeSpan(nanoseconds: nanoseconds)
      #expect(text { $0.seconds(span) } == text { $0.number(span.secondsRounded) })
    }
  }

  @Test("have all their digits, and as many zeros before them as were asked for")
  func digits() {
    for number in [0, 9, 10, 99, 100, 12_345, 9_999_999_999_999_999_999, .max] as [UInt64] {
      #expect(text { $0.text.append(decimal: number) } == "\(number)")
    }
    #expect(text { $0.text.append(decimal: 7, width: 3) } == "007")
    #expect(text { $0.text.append(digits: 3, of: 12_345) } == "345")
  }
}
