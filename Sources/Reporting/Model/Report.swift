public import Analysis
import Attribution
import Evidence

/// What one analysis found, as all writers of reports see it.
///
/// A session's record is built when a writer comes to it, so that a large archive is never held
/// twice.
public struct Report: Sendable {
  public let tool: Tool
  public let inputs: [InputRecord]
  public let summary: SummaryRecord
  let analysed: [SessionReport]
  /// The stories of several connections, by their groups.
  let stories: [Int: UserStory]
  /// Of the inputs that references name by index.
  let names: InputNames

  public init(_ analysis: AnalysisReport, tool: Tool) {
    self.tool = tool
    inputs = analysis.inputs.map(InputRecord.init)
    analysed = analysis.sessions
    names = InputNames(names: analysis.inputs.map(\.name))
    stories = Self.stories(of: analysed)
    summary = SummaryRecord(sessions: analysed, inputs: inputs)
  }

  init(sessions: [SessionReport], inputs: [InputRecord], names: InputNames, tool: Tool) {
    self.tool = tool
    self.inputs = inputs
    analysed = sessions
    self.names = names
    stories = Self.stories(of: analysed)
    summary = SummaryRecord(sessions: analysed, inputs: inputs)
  }

  /// In order of their first packet.
  public var sessions: some Sequence<SessionRecord> {
    analysed.indices.lazy.map { session(at: $0) }
  }

  /// The highest number of a group of attempts; 0 without sessions.
  public var groups: Int {
    analysed.indices.reduce(0) { max($0, analysed[$1].attempt.group) }
  }

  func session(at index: Int) -> SessionRecord {
    let session = analysed[index]
    let story = stories[session.attempt.group].map {
      StoryRecord($0, decidedBy: analysed[$0.deciding])
    }
    return SessionRecord(session, story: story, naming: names)
  }

  private static func stories(of sessions: [SessionReport]) -> [Int: UserStory] {
    Dictionary(
      UserStory.stories(of: sessions, ofAtLeast: 2).map { ($0.group, $0) },
      uniquingKeysWith: { first, _ in first })
  }
}

/// The program that made a report.
public struct Tool: Codable, Sendable, Hashable {
  public var name: String
  public var version: String

  public init(name: String, version: String) {
    self.name = name
    self.version = version
  }
}

/// Counts over all sessions and inputs.
public struct SummaryRecord: Codable, Sendable {
  public var sessions: Int
  public var degraded: Int
  public var byCause: [String: Int]
  public var byCode: [String: Int]
  public var inputs: Int
  public var inputsFailed: Int
  public var inputsPartial: Int
  public var packets: Int

  enum CodingKeys: String, CodingKey {
    case sessions, degraded
    case byCause = "by_cause"
    case byCode = "by_code"
    case inputs
    case inputsFailed = "inputs_failed"
    case inputsPartial = "inputs_partial"
    case packets
  }

  init(sessions: [SessionReport], inputs: [InputRecord]) {
    self.sessions = sessions.count
    var degraded = 0
    var byCause: [Cause: Int] = [:]
    var byCode: [VerdictCode: Int] = [:]
    // By index: a closure over the elements would copy each whole session.
    for index in sessions.indices {
      if sessions[index].verdict.degraded { degraded += 1 }
      byCause[sessions[index].verdict.cause, default: 0] += 1
      byCode[sessions[index].verdict.code, default: 0] += 1
    }
    self.degraded = degraded
    self.byCause = Dictionary(uniqueKeysWithValues: byCause.map { ($0.rawValue, $1) })
    self.byCode = Dictionary(uniqueKeysWithValues: byCode.map { ($0.rawValue, $1) })
    self.inputs = inputs.count
    inputsFailed = inputs.count { $0.status == .failed }
    inputsPartial = inputs.count { $0.status == .partial }
    packets = inputs.reduce(0) { $0.addingReportingOverflow($1.packets ?? 0).partialValue }
  }
}
