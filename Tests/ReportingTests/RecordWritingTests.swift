import CaptureReader
import Testing

@testable import Reporting

/// What is written a word at a time reads as if it had been written plainly.
@Suite("Writing of records") struct RecordWritingTests {
  private func text(_ write: (inout JSONBytes) -> Void) -> String {
    var json = JSONBytes()
    write(&json)
    return json.text.text
  }

  @Test("times have their own text, whether they share a second with the one before or not")
  func times() {
    let second: Int64 = 1_000_000_000
    let late = 1_700_000_000 * second
    let times: [Int64] = [
      0, 1, second - 1, second, late + 50_000, late, late + second - 1, late + second, -1, -second,
      0, -86_400 * second,
    ]
    let written = text { json in
      for time in times { json.time(Timestamp(nanoseconds: time)) }
    }
    let expected = times.map { "\"\(Timestamp(nanoseconds: $0).rfc3339)\"" }.joined()
    #expect(written == expected)
  }

  @Test("whole numbers have all their digits and no more")
  func numbers() {
    var power: UInt64 = 1
    for _ in 0..<19 {
      for number in [power - 1, power, power + 1, power * 5 + 5, power / 3] {
        #expect(text { $0.integer(number) } == "\(number)")
      }
      power *= 10
    }
    #expect(text { $0.integer(.max) } == "\(UInt64.max)")
    #expect(text { $0.integer(12_345_678, isNegative: true) } == "-12345678")
  }

  @Test("marks are escaped wherever they stand in a string", arguments: 0...34)
  func marks(length: Int) {
    for (mark, escape) in [("\"", "\\\""), ("\\", "\\\\"), ("\n", "\\n")] {
      for place in 0...length {
        let before = String(repeating: "a", count: place)
        let after = String(repeating: "~", count: length - place)
        #expect(text { $0.string(before + mark + after) } == "\"\(before)\(escape)\(after)\"")
      }
    }
    let plain = String(repeating: " ", count: length)
    #expect(text { $0.string(plain) } == "\"\(plain)\"")
  }

  /// A field whose value is the source and `number` together; nil where it is left out.
  private func field(_ key: String, _ number: Int, isAbsent: Bool) -> Field<Int> {
    if isAbsent { return Field<Int>.omitted(key, "nothing") { _ -> Int? in nil } }
    return Field<Int>(key, "a number") { source -> Int in source + number }
  }

  @Test(
    "records of any number of fields have them in order, without those left out", arguments: 1...40)
  func records(count: Int) {
    // Up to and beyond the four words of a short key.
    let keys = (0..<count).map { "k" + String(repeating: "x", count: $0) + "\($0)" }
    let sorted = keys.enumerated().sorted {
      $0.element.utf8.lexicographicallyPrecedes($1.element.utf8)
    }
    for absent in [-1, 0, count / 2, count - 1] {
      let fields = keys.enumerated().map { field($1, $0, isAbsent: $0 == absent) }
      let record = Record<Int>("test", "a test", fields)
      let members = sorted.filter { $0.offset != absent }.map {
        "\"\($0.element)\":\($0.offset + 7)"
      }
      #expect(text { record.write(7, to: &$0) } == "{\(members.joined(separator: ","))}")
    }
  }
}
