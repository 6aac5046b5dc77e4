import Analysis
import CaptureReader
public import Foundation
import TCPStreams

/// Captures as `rdpwhy inspect` finds them, for machines.
public struct InspectionRecord: Sendable {
  let report: InspectionReport
  let tool: Tool

  public init(_ report: InspectionReport, tool: Tool) {
    self.report = report
    self.tool = tool
  }

  /// Indented JSON.
  public func json() -> Data { InspectionFields.record.document(self) }

  /// The same on one line.
  public func compact() -> Data { InspectionFields.record.compact(self) }
}

enum InspectionFields {
  static let schema = "rdpwhy/inspect/1"

  static let record = Record<InspectionRecord>(
    "inspection", "captures as `rdpwhy inspect` finds them",
    [
      Field("schema", "form of the document", as: .constant(schema)) { _ in schema },
      Field("tool", "the program that wrote it", one: ReportFields.tool) { $0.tool },
      Field("captures", "in the order in which they were given", list: capture) {
        $0.report.inspections
      },
    ])

  private static let capture = Record<CaptureInspection>(
    "inspected_capture", "a capture, and whether a verdict can rest on it",
    [
      Field("name", "name of the capture, as given") { $0.input.name },
      Field(
        "fitness", "whether a verdict can rest on it; unfit where a finding is blocking"
      ) { $0.fitness.grade },
      Field(
        "findings", "what is wrong with it, the blocking ones first; empty where it is fit",
        list: finding
      ) { $0.fitness.findings },
      Field("input", "the input's record", one: InputFields.record) { InputRecord($0.input) },
      Field("duration_s", "first packet to last", as: .signedSeconds) {
        $0.input.summary?.duration
      },
      Field("link_types", "link types by number of interfaces", list: linkCount) {
        LinkCount.counts(of: $0.input.summary?.interfaces ?? [])
      },
      Field("hardware", "hardware that captured") { $0.input.summary?.hardware },
      Field("operating_system", "operating system that captured") {
        $0.input.summary?.operatingSystem
      },
      Field("application", "program that captured") { $0.input.summary?.application },
      Field("drops", "packets that the capturing interfaces report as lost") {
        ($0.input.summary?.interfaces ?? []).reduce(0 as UInt64) { $0.addingSaturating($1.lost) }
      },
      Field(
        "trace_providers",
        "providers of an event trace beside those that capture, most events first",
        list: provider
      ) { $0.input.summary?.traceProviders ?? [] },
      Field("trace_lost_events", "events that Windows lost while it traced") {
        $0.input.summary?.traceLostEvents ?? 0
      },
      Field("trace_lost_buffers", "buffers of events that Windows lost while it traced") {
        $0.input.summary?.traceLostBuffers ?? 0
      },
      Field("host_drops", "packets that Windows dropped inside of the host, as its trace says") {
        $0.input.summary?.droppedInHost ?? 0
      },
      Field("host_drop_reasons", "the same by reason and place, most packets first", list: hostDrop)
      { $0.input.summary?.hostDrops ?? [] },
      Field("secrets", "decryption secrets in the file") {
        $0.input.summary?.secrets.count ?? 0
      },
      Field("comments", "comments in the file") { capture in
        let summary = capture.input.summary
        return (summary?.comments.count ?? 0).addingSaturating(summary?.commentsOmitted ?? 0)
      },
      Field("backward_steps", "packets older than one before them") {
        $0.input.summary?.backwardSteps ?? 0
      },
      Field("largest_backward_step_s", "by how much at most") {
        $0.input.summary?.largestBackwardStep ?? .zero
      },
      Field("sessions", "the RDP sessions, as far as they show what the capture is", one: sessions)
      { $0.sessions },
      Field("log", "what the log is; absent for captures", optional: log) { $0.log },
    ])

  private static let hostDrop = Record<HostDropTally>(
    "host_drop", "packets that Windows dropped for one reason in one part of its stack",
    [
      Field("code", "Windows' number of the reason") { Int($0.reason.rawValue) },
      Field("reason", "what it means, where Windows documents it") { $0.reason.name },
      Field("place", "the part of the stack, where the trace names it") { $0.place },
      Field("usual", "other hosts' packets and multicast meet this reason all the time") {
        $0.reason.isNoise
      },
      Field("packets", "packets dropped") { $0.packets },
    ])

  private static let log = Record<LogInspection>(
    "inspected_log", "what a log is, and what it lacks for a verdict",
    [
      Field("format", "which kind of log") { $0.format },
      Field("records", "records, or lines of known programs") { $0.records },
      Field("understood", "those that mean something here") { $0.understood },
      Field("first_ts", "first stamp") { $0.first },
      Field("last_ts", "last stamp") { $0.last },
      Field("sources", "records by program or channel, most first", list: logSource) { $0.sources },
      Field("notes", "what was assumed of its stamps, and what makes it less certain") { $0.notes },
      Field("missing", "what would tell more, and how to get it", list: wish) { $0.missing },
    ])

  private static let logSource = Record<LogInspection.Source>(
    "log_source", "records of one program or channel",
    [
      Field("name", "program or channel") { $0.name },
      Field("records", "records of it") { $0.records },
    ])

  private static let wish = Record<LogInspection.Wish>(
    "log_wish", "what a log lacks for a verdict",
    [
      Field("what", "what it would tell") { $0.what },
      Field("command", "how to get it") { $0.command },
    ])

  private static let provider = Record<CaptureSummary.TraceProvider>(
    "trace_provider", "a provider of an event trace",
    [
      Field("name", "its name, or its GUID where no schema names it") { $0.name },
      Field("events", "events of it") { $0.events },
    ])

  private static let finding = Record<CaptureFitness.Finding>(
    "finding", "what is wrong with a capture",
    [
      Field("code", "what it is", as: .openWord(pattern: "^[a-z0-9_]+$")) { $0.code },
      Field("blocking", "no verdict can rest on the capture") { $0.isBlocking },
      Field("message", "the same in a clause") { $0.message },
      Field("remedy", "how to capture better") { $0.remedy },
    ])

  private static let linkCount = Record<LinkCount>(
    "link_count", "interfaces of a link type",
    [
      Field("link_type", "number in the tcpdump.org registry") { $0.linkType.rawValue },
      Field("name", "its name") { $0.linkType.title },
      Field("interfaces", "interfaces of this type") { $0.interfaces },
    ])

  private static let sessions = Record<SessionTally>(
    "session_tally", "the RDP sessions of a capture, as far as they show what the capture is",
    [
      Field("count", "sessions") { $0.count },
      Field("recognised", "seen to speak RDP; the others are on its port") { $0.recognised },
      Field("ports", "server ports by number of sessions", list: InputFields.portCount) {
        $0.ports.map { InputRecord.PortCount(port: $0.port, connections: $0.connections) }
      },
      Field("without_start", "the capture begins after them") { $0.withoutStart },
      Field("without_end", "they go on where the capture ends") { $0.withoutEnd },
      Field("one_sided", "sessions of which one side was captured") { $0.oneSided },
      Field("decrypted", "sessions whose secrets were there") { $0.decrypted },
      Field(
        "capture_points", "sessions by where they were probably captured; absent where none"
      ) { $0.capturePoints.reduce(into: [String: Int]()) { $0[$1.key.rawValue] = $1.value } },
      Field("copies_removed", "copies of packets that were left out") { $0.copies },
      Field("offloaded", "sessions with segments larger than the receiver takes") {
        $0.offloaded
      },
      Field(
        "missed_bytes", "acknowledged, but not captured; one-sided sessions are left out"
      ) { $0.missedBytes },
      Field("stream_bytes", "bytes of the sessions' streams") { $0.streamBytes },
    ])
}

/// Interfaces of one link type.
struct LinkCount {
  let linkType: LinkType
  let interfaces: Int

  /// Link types by number of interfaces, most first.
  static func counts(of interfaces: [CaptureInterface]) -> [LinkCount] {
    Dictionary(grouping: interfaces, by: \.linkType)
      .sorted { ($0.value.count, $1.key.rawValue) > ($1.value.count, $0.key.rawValue) }
      .prefix(InputRecord.interfaceLimit)
      .map { LinkCount(linkType: $0.key, interfaces: $0.value.count) }
  }
}
