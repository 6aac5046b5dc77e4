import Analysis
import Attribution
import Evidence

/// The JSON document of an analysis: the program, the inputs, the sessions, and counts over them.
///
/// `JSONReport` writes it piece by piece, so that a large report is never held as one text.
enum ReportFields {
  static let schema = "rdpwhy/report/1"

  static let record = Record<Report>(
    "report", "one analysis",
    [
      Field("schema", "form of the document", as: .constant(schema)) { _ in schema },
      Field("tool", "the program that wrote it", one: tool) { $0.tool },
      Field("inputs", "the inputs as they were read", list: InputFields.record) { $0.inputs },
      Field("sessions", "in order of their first packet", list: SessionFields.record) {
        Array($0.views)
      },
      Field("summary", "counts over all sessions and inputs", one: summary) { $0.summary },
    ])

  static let tool = Record<Tool>(
    "tool", "a program",
    [
      Field("name", "its name") { $0.name },
      Field("version", "its version") { $0.version },
    ])

  static let summary = Record<SummaryRecord>(
    "report_summary", "counts over all sessions and inputs of an analysis",
    [
      Field("sessions", "sessions") { $0.sessions },
      Field("degraded", "of these, on a sick path") { $0.degraded },
      Field("by_cause", "sessions by cause") { $0.byCause },
      Field("by_code", "sessions by code") { $0.byCode },
      Field(
        "by_outcome",
        "sessions by what became of them: dropped, failed_logon, failed_connection, undetermined,"
          + " probe, ended"
      ) { $0.countsByFate },
      Field("inputs", "inputs") { $0.inputs },
      Field("inputs_failed", "of these, unreadable") { $0.inputsFailed },
      Field("inputs_partial", "of these, cut short or damaged") { $0.inputsPartial },
      Field("packets", "packets read") { $0.packets },
    ])
}
