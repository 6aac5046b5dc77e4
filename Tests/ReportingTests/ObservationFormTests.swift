import Analysis
import CaptureReader
import Correlation
import Evidence
@testable import Reporting
import Support
import Testing

/// The JSON of what is read back is the witness.
@Suite("Binary facts") struct ObservationFormTests {
  private func json(_ record: some Encodable) throws -> String {
    var text: [UInt8] = []
    try RecordEncoder().encode(record, into: &text)
    return String(decoding: text, as: UTF8.self)
  }

  private func record(_ value: some Encodable) throws -> ArraySlice<UInt8> {
    var text: [UInt8] = []
    try BinaryEncoder().encode(value, into: &text)
    let records = try #require(BinaryDecoder.records(in: text))
    return text[try #require(records.first)]
  }

  @Test("say what was written, also by the numbers of inputs moved")
  func again() throws {
    for session in [Sample.refusal, Sample.clean, Sample.outage] {
      let facts = session.facts
      for shift in [0, 7] {
        let decoder = ObservationDecoder(.records, shift: shift)
        let lines = ObservationDecoder(.lines, shift: shift)
        let head = #"{"group":1,"inputs":[],"schema":"x","uid":"x","facts":"#
        let line = Array((head + (try json(facts)) + "}").utf8)
        #expect(
          try json(decoder.facts(try record(facts))) == json(lines.facts(line[...])))
      }
      let outline = SessionOutline(facts)
      let decoder = ObservationDecoder(.records, shift: 0)
      #expect(try json(decoder.outline(try record(outline))) == json(outline))
    }
  }

  @Test("of which a part is missing or changed are refused or others")
  func noise() throws {
    let decoder = ObservationDecoder(.records, shift: 1)
    let whole = Array(try record(Sample.outage.facts))
    for count in stride(from: 0, to: whole.count, by: max(1, whole.count / 300)) {
      #expect(throws: FactsError.self) { try decoder.facts(whole[..<count]) }
    }
    var random = SeededRandom(seed: 4)
    for _ in 0..<2_000 {
      var bytes = whole
      bytes[Int.random(in: bytes.indices, using: &random)] = .random(in: 0...255, using: &random)
      _ = try? decoder.facts(bytes[...])
      _ = try? decoder.outline(bytes[...])
      _ = try? decoder.transport(bytes[...])
    }
  }
}
