import CaptureReader
import Evidence
import RDPProtocol

/// One session in a line that opens to the few sentences which its record has.
struct HTMLLine {
  let record: StoredRecord
  let end: SessionEnd
  /// The reader's clock.
  private let zone: ReportZone?

  init(_ record: StoredRecord, zone: ReportZone? = nil) {
    self.zone = zone
    self.record = record
    end = SessionEnd(record)
  }

  /// Higher is worse: what was lost before what failed, and the surer first.
  static func rank(_ end: SessionEnd) -> Int { SessionFate.allCases.firstIndex(of: end.fate) ?? 0 }

  func write(_ page: inout Markup) {
    let kind = end.fate == .dropped ? "bad" : "plain"
    page.element("details", ["class": "session \(kind) \(end.fate.rawValue)"]) { details in
      details.element("summary") { line in
        line.add((end.start.isEmpty ? "no time" : SessionWords.second(end.start)) + " ")
        if let zone, let time = Timestamp(rfc3339: end.start) { line.add("(\(zone.text(time))) ") }
        line.element("b", ["class": "code"], end.code)
        line.add(" \(end.fate.title): \(host("id.orig_h")) → \(host("id.resp_h"))")
        if let user = record["user"].text { line.add(", \(user)") }
        if let share = record["verdict.confidence"].real {
          line.add(", \(Quantity.percent(share)) sure")
        }
        if let tries = record["attempt.size"].real, tries > 1 {
          line.add(", one of \(Int(min(tries, 1e9))) connections")
        }
      }
      if let sentence = record["verdict.summary"].text, !sentence.isEmpty {
        details.element("p", sentence)
      }
      if let step = record["verdict.next_action"].text, !step.isEmpty {
        details.element("p") { $0.add(advice: step) }
      }
      let inputs = end.inputs.prefix(3).joined(separator: ", ")
      let uid = record["uid"].text.map { "session \($0)" }
      let place = [uid, inputs.isEmpty ? nil : "in \(inputs)"].compactMap(\.self)
      if !place.isEmpty {
        details.element("p", ["class": "when"], place.joined(separator: " "))
      }
    }
  }

  private func host(_ key: String) -> String { record[key].text ?? "unknown" }
}
