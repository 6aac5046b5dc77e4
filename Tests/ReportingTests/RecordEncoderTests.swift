import Analysis
import Evidence
import Foundation
@testable import Reporting
import Support
import Testing

/// The general encoder is the witness: the same bytes for everything it can write.
@Suite("Record encoder") struct RecordEncoderTests {
  @Test("writes a session's facts as the general encoder does")
  func facts() throws {
    for session in [Sample.refusal, Sample.clean, Sample.outage] {
      #expect(try ours(session.facts) == general(session.facts))
    }
  }

  /// Reads with our decoder what was written, and writes it once more.
  private func again<Value: Codable>(_ value: Value) throws -> String {
    try ours(try RecordDecoder.decode(Value.self, from: Array(ours(value).utf8)[...]))
  }

  @Test("what is read back is what was written")
  func readBack() throws {
    for session in [Sample.refusal, Sample.clean, Sample.outage] {
      #expect(try again(session.facts) == ours(session.facts))
    }
    #expect(try again([Int64.min, -1, 0, .max]) == ours([Int64.min, -1, 0, .max]))
    #expect(try again([UInt64.max, 0]) == ours([UInt64.max, 0]))
    #expect(try again([Int8.min, .max]) == ours([Int8.min, .max]))
    let numbers = [0, -0.0, 1, -1, 0.1, 1e-7, 123456.789, 1e15, 1e22, -3.5, 1.7976931348623157e308]
    #expect(try again(numbers) == ours(numbers))
    let texts = ["", "\"\\/", "\u{0}\u{8}\u{9}\u{A}\u{7F}", "Jürgen 🙂", "x\u{202E}"]
    #expect(try again(texts) == ours(texts))
    let table = Dictionary(uniqueKeysWithValues: texts.map { ($0, [$0.count: [$0]]) })
    #expect(try again(table) == ours(table))
    #expect(try again([1, nil, 3] as [Int?]) == ours([1, nil, 3] as [Int?]))
  }

  @Test(
    "what is no JSON, or of another type, is refused and never trapped on",
    arguments: [
      "", "{", "[1,2", "[1,]", "{\"a\":}", "{\"a\" 1}", "nul", "[\"\\\"]", "[\"a]", "[256]", "[-1]",
      "[1.5]", "[\"1\"]", "[99999999999999999999]", "{}", "[[1]]", "[1] 2", "[\"\\u12\"]",
      String(repeating: "[", count: 5_000),
    ])
  func refused(text: String) {
    #expect(throws: (any Error).self) {
      try RecordDecoder.decode([UInt8].self, from: Array(text.utf8)[...])
    }
  }

  @Test("every beginning of a record is refused")
  func beginnings() throws {
    let whole = Array(try ours(Sample.refusal.facts).utf8)
    for count in stride(from: 0, to: whole.count, by: max(1, whole.count / 200)) {
      #expect(throws: (any Error).self) {
        try RecordDecoder.decode(SessionFacts.self, from: whole[..<count])
      }
    }
  }

  @Test(
    "writes numbers as the general encoder does",
    arguments: [
      0, -0.0, 1, -1, 0.1, 1e-7, 123456.789, 1e15, 1e16, 1e22, -3.5, 1.7976931348623157e308,
    ])
  func numbers(value: Double) throws { #expect(try ours([value]) == general([value])) }

  @Test("writes integers of every size")
  func integers() throws {
    let values = Integers()
    #expect(try ours(values) == general(values))
  }

  @Test(
    "escapes strings as the general encoder does",
    arguments: ["", "a", "\"\\/", "\u{0}\u{1}\u{8}\u{9}\u{A}\u{B}\u{C}\u{D}\u{1F}", "Jürgen 🙂"])
  func strings(value: String) throws {
    #expect(try ours([value: value]) == general([value: value]))
  }

  @Test("escapes a byte wherever it stands in a string")
  func places() throws {
    for byte in UInt8(1)..<128 {
      for length in 0..<18 {
        let plain = String(repeating: "x", count: length)
        let text = plain + String(UnicodeScalar(byte)) + plain
        #expect(try ours([text]) == general([text]))
      }
    }
  }

  @Test("writes decimal places as the general encoder does")
  func decimals() throws {
    var random = SeededRandom(seed: 20)
    let values = (0..<2_000).flatMap { _ -> [Double] in
      let value = Double.random(in: 0..<1, using: &random)
      let scale = Double.random(in: 0..<7, using: &random)
      let number = value * exp(scale * 3)
      return [
        number, number.rounded(toPlaces: 6), number.rounded(toPlaces: 4), -number, value / 1e4,
      ]
    }
    #expect(try ours(values) == general(values))
  }

  @Test("escapes what a terminal would act on")
  func invisible() throws {
    #expect(
      try ours(["\u{7F}\u{9B}\u{202E}\u{E0041}"]) == #"["\u007f\u009b\u202e\udb40\udc41"]"#)
  }

  @Test("ends containers that were asked for within containers")
  func nested() throws {
    #expect(
      try ours(Nested())
        == #"{"array":[1,{"deep":[2]},[3]],"empty":{},"first":{"a":1,"b":2},"last":true}"#)
    #expect(try ours(Nested()) == general(Nested()))
  }

  @Test("refuses a number that JSON does not have, and goes on afterwards")
  func notFinite() throws {
    let encoder = RecordEncoder()
    var text: [UInt8] = []
    #expect(throws: EncodingError.self) { try encoder.encode(["a": Double.nan], into: &text) }
    try encoder.encode([1], into: &text)
    #expect(text == Array("[1]".utf8))
  }

  private func ours(_ record: some Encodable) throws -> String {
    var text: [UInt8] = []
    try RecordEncoder().encode(record, into: &text)
    return String(decoding: text, as: UTF8.self)
  }

  private func general(_ record: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: JSONText.escapingInvisible(try encoder.encode(record)), as: UTF8.self)
  }
}

private struct Integers: Encodable {
  var low = Int64.min
  var high = UInt64.max
  var small = Int8.min
  var bytes: [UInt8] = [0, 9, 10, 99, 100, 255]
  var absent: Int?
  var there: UInt16? = 7
  var flags = [true, false]
}

/// Asks for containers within containers and leaves them open.
private struct Nested: Encodable {
  enum Key: String, CodingKey { case last, first, array, empty, a, b, deep }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    try object.encode(true, forKey: .last)
    var first = object.nestedContainer(keyedBy: Key.self, forKey: .first)
    try first.encode(2, forKey: .b)
    try first.encode(1, forKey: .a)
    var array = object.nestedUnkeyedContainer(forKey: .array)
    try array.encode(1)
    var deep = array.nestedContainer(keyedBy: Key.self)
    var deepest = deep.nestedUnkeyedContainer(forKey: .deep)
    try deepest.encode(2)
    try array.encode([3])
    _ = object.nestedContainer(keyedBy: Key.self, forKey: .empty)
  }
}
