import CaptureReader
import Evidence
import RDPProtocol

/// One session in a line that opens to the few sentences which its record has.
struct HTMLLine {
  let record: StoredRecord
  let end: SessionEnd

  init(_ record: StoredRecord) {
    self.record = record
    end = SessionEnd(record)
  }

  /// Higher is worse: what was lost before what failed, and the surer first.
  static func rank(_ end: SessionEnd) -> Int { SessionFate.allCases.firstIndex(of: end.fate) ?? 0 }

  func write(_ page: inout Markup) {
    let kind = end.fate == .dropped ? "bad" : "plain"
    page.element("details", ["class": "session \(kind) \(end.fate.rawValue)"]) { details in
      details.element("summary") { line in
        line.add(SessionWords.second(end.start) + " ")
        line.element("b", ["class": "code"], end.code)
        line.add(" \(end.fate.title): \(host("id.orig_h")) → \(host("id.resp_h"))")
        if let user = record["user"].text { line.add(", \(user)") }
      }
      for key in ["verdict.summary", "verdict.next_action"] {
        if let sentence = record[key].text, !sentence.isEmpty { details.element("p", sentence) }
      }
      let inputs = end.inputs.prefix(3).joined(separator: ", ")
      if !inputs.isEmpty { details.element("p", ["class": "when"], "in \(inputs)") }
    }
  }

  private func host(_ key: String) -> String { record[key].text ?? "unknown" }
}
