public import Analysis
import Attribution
import Evidence
import RDPProtocol

/// What one analysis found, as all writers of reports see it.
///
/// A session's record is built when a writer comes to it, so that a large archive is never held
/// twice.
public struct Report: Sendable {
  public let tool: Tool
  public let inputs: [InputRecord]
  public let summary: SummaryRecord
  let found: FoundSessions

  public init(_ analysis: AnalysisReport, tool: Tool) {
    self.init(
      found: FoundSessions(
        analysis.sessions, names: InputNames(names: analysis.inputs.map(\.name))),
      inputs: analysis.inputs.map { InputRecord($0) }, tool: tool)
  }

  init(found: FoundSessions, inputs: [InputRecord], tool: Tool) {
    self.tool = tool
    self.inputs = inputs
    self.found = found
    summary = SummaryRecord(sessions: found.sessions, inputs: inputs)
  }

  /// In order of their first packet.
  public var sessions: [SessionReport] { found.sessions }

  /// The stories of several connections, by their groups.
  var stories: [Int: UserStory] { found.stories }

  /// The same as fields and prose read them.
  var views: some Sequence<SessionView> {
    found.sessions.indices.lazy.map { SessionView(found, at: $0) }
  }

  /// The highest number of a group of attempts; 0 without sessions.
  public var groups: Int { found.sessions.reduce(0) { max($0, $1.attempt.group) } }
}

/// The program that made a report.
public struct Tool: Sendable, Hashable {
  public var name: String
  public var version: String

  public init(name: String, version: String) {
    self.name = name
    self.version = version
  }

  /// What reads and judges here: each record names its version.
  public static let current = Tool(name: "rdpwhy", version: "0.1.0")
}

/// Counts over all sessions and inputs.
public struct SummaryRecord: Sendable {
  public var sessions: Int
  public var degraded: Int
  public var byCause: [String: Int]
  /// What became of them, and by which causes.
  public var byFate: [SessionFate: [String: Int]]
  /// The same without the causes.
  var countsByFate: [String: Int] {
    Dictionary(
      uniqueKeysWithValues: byFate.map { ($0.rawValue, $1.values.reduce(0) { $0 + $1 }) })
  }
  public var byCode: [String: Int]
  public var inputs: Int
  public var inputsFailed: Int
  public var inputsPartial: Int
  public var packets: Int

  /// All that the counts depend on.
  private struct End: Hashable {
    var code: VerdictCode
    var phase: Phase
  }

  init(sessions: [SessionReport], inputs: [InputRecord]) {
    self.sessions = sessions.count
    var degraded = 0
    var byEnd: [End: Int] = [:]
    // By index: a closure over the elements would copy each whole session.
    for index in sessions.indices {
      if sessions[index].verdict.degraded { degraded += 1 }
      let end = End(code: sessions[index].verdict.code, phase: sessions[index].verdict.phase)
      byEnd[end, default: 0] += 1
    }
    self.degraded = degraded
    byCause = [:]
    byCode = [:]
    byFate = [:]
    // Few, however many sessions there are.
    for (end, count) in byEnd {
      let cause = end.code.cause.rawValue
      byCause[cause, default: 0] += count
      byCode[end.code.rawValue, default: 0] += count
      byFate[SessionFate(code: end.code, phase: end.phase), default: [:]][cause, default: 0] +=
        count
    }
    self.inputs = inputs.count
    inputsFailed = inputs.count { $0.status == .failed }
    inputsPartial = inputs.count { $0.status == .partial }
    packets = inputs.reduce(0) { $0.addingReportingOverflow($1.packets ?? 0).partialValue }
  }
}
