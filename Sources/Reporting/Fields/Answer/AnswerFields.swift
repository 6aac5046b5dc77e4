import Analysis
import Attribution
import CaptureReader
public import Evidence
public import Foundation

/// An analysis as a program gets it that asked for a part of it: an assistant has little room.
public struct AnalysisAnswer: Sendable {
  public static let currentSchema = "rdpwhy/answer/1"

  let report: Report
  /// Of the sessions asked for, the ones listed, in their order.
  let listed: [SessionView]
  let omitted: Int

  /// - Parameters:
  ///   - causes: sessions of these causes only; empty for all.
  ///   - offset: sessions passed over, the worst first.
  ///   - limit: sessions listed.
  public init(_ report: Report, causes: Set<Cause> = [], offset: Int = 0, limit: Int) {
    self.report = report
    let wanted = SessionOrder.groups(report.sessions).flatMap { $0 }
      .filter { causes.isEmpty || causes.contains(report.sessions[$0].verdict.cause) }
    let page = wanted.dropFirst(max(0, offset)).prefix(max(0, limit))
    listed = page.map { SessionView(report.found, at: $0) }
    omitted = wanted.count - page.count
  }

  /// JSON on one line, without a line feed.
  public func json() -> Data { AnswerFields.record.compact(self, names: report.found.names) }
}

enum AnswerFields {
  static let record = Record<AnalysisAnswer>(
    "answer", "an analysis, with as many sessions as were asked for",
    [
      Field("schema", "form of the document", as: .constant(AnalysisAnswer.currentSchema)) { _ in
        AnalysisAnswer.currentSchema
      },
      Field("tool", "the program that wrote it", one: ReportFields.tool) { $0.report.tool },
      Field("summary", "counts over all sessions and inputs", one: ReportFields.summary) {
        $0.report.summary
      },
      Field("inputs", "the inputs as they were read", list: InputFields.record) {
        $0.report.inputs
      },
      Field(
        "sessions", "the worst first, those of one story together", list: SessionFields.record
      ) { $0.listed },
      Field("sessions_omitted", "sessions that were asked for and are not listed here") {
        $0.omitted
      },
    ])
}
