/// The JSON Schemas of what is written for machines, as `rdpwhy schema NAME` prints them.
///
/// They are made from the fields' declarations. Docs/schemas has them as files.
public enum OutputSchema: String, Sendable, CaseIterable {
  /// A line of NDJSON: a session or an input.
  case records
  case session, input, report, facts, summary
  /// What an assistant gets (`rdpwhy mcp`).
  case answer, carving
  case inspection
  /// Lines of a batch: what stands before a series' sessions, and a series of its plan.
  case series, plan
  case evaluation, explanation
  case comparison

  public var json: String {
    SchemaText.text(
      roots, identifier: rawValue, title: "rdpwhy \(rawValue)", description: description)
  }

  var roots: [RecordShape] {
    switch self {
    case .records: [SessionFields.record.shape, InputFields.record.shape]
    case .session: [SessionFields.record.shape]
    case .input: [InputFields.record.shape]
    case .report: [ReportFields.record.shape]
    case .facts: [FactsFields.record.shape]
    case .summary: [SummaryFields.record.shape]
    case .answer: [AnswerFields.record.shape]
    case .carving: [CarvingFields.record.shape]
    case .inspection: [InspectionFields.record.shape]
    case .series: [SeriesFields.record.shape]
    case .plan: [PlanFields.record.shape]
    case .evaluation: [EvaluationFields.record.shape]
    case .explanation: [ExplanationFields.record.shape]
    case .comparison: [ComparisonFields.record.shape]
    }
  }

  private var description: String {
    switch self {
    case .records: "One line of `rdpwhy --format ndjson`: a session, or an input."
    case .session: "One session: a line of `rdpwhy --format ndjson`."
    case .input: "One input: a line of `rdpwhy --format ndjson`."
    case .report: "What `rdpwhy --format json` prints."
    case .facts: "The facts of one session: a line of `rdpwhy --format facts`."
    case .summary: "What `rdpwhy --summary --format json` prints."
    case .answer: "What the tool `analyze` of `rdpwhy mcp` answers."
    case .carving: "What the tool `carve` of `rdpwhy mcp` answers."
    case .inspection: "What `rdpwhy inspect --format json` prints."
    case .series: "The line before a series' sessions in the NDJSON of `rdpwhy batch`."
    case .plan: "One series: a line of `rdpwhy batch plan`."
    case .evaluation: "What `rdpwhy evaluate --format json` prints."
    case .explanation: "What `rdpwhy explain --format json` prints."
    case .comparison: "What `rdpwhy diff --format json` prints."
    }
  }
}
