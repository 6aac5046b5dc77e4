import CaptureReader
import Evidence
import Foundation
import LogReader

/// Reads the logs of a run together: those of one host tell one story.
struct LogObservation {
  let sources: [CaptureSource]
  let firstInput: Int
  /// First packet of the captures beside them: gives stamps without a date theirs.
  let reference: Timestamp?
  let options: AnalysisOptions
  /// Keeps archives open from one of their entries to the next.
  var opener: SourceOpener?

  func run() -> Observation {
    var inputs: [InputReport] = []
    var contents: [LogContents] = []
    for (place, source) in sources.enumerated() {
      var input = InputReport(
        name: source.name, summary: nil, failure: nil, notes: [], contents: CaptureContents())
      input.kind = .log
      do {
        var reading = LogOptions(
          zone: options.logZone, reference: reference ?? Self.modified(source))
        reading.isAlone = sources.count == 1
        let log = try LogFile.read(
          source, input: firstInput + place, options: reading,
          limits: options.resources.limits, opener: opener)
        input.notes = Self.notes(log)
        contents.append(log)
      } catch {
        input.failure = error
      }
      if let opener { input.digest = opener.digest(of: source) }
      inputs.append(input)
    }
    opener?.monitor?.beginJudging()
    if let last = inputs.indices.last {
      inputs[last].notes += LogAdvice.wishes(for: contents).map {
        InputReport.InputNote(code: "log_missing", message: "\($0.what): \($0.command)")
      }
    }
    let told = LogSessions.told(of: contents, limits: sessionLimits)
    for (place, count) in told.leftOut where inputs.indices.contains(place - firstInput) {
      inputs[place - firstInput].notes.insert(
        Self.note(leftOut: count), at: min(1, inputs[place - firstInput].notes.count))
    }
    let found = told.sessions
    for host in found where host.isHostOnly {
      guard let place = host.inputs.first.map({ $0 - firstInput }), inputs.indices.contains(place)
      else { continue }
      // What the log tells comes before what is missing from it.
      inputs[place].notes.insert(
        contentsOf: Self.hostNotes(host), at: min(1, inputs[place].notes.count))
    }
    let sessions = found.filter { !$0.isHostOnly }.map { SessionFacts(LogFacts($0)) }
    return Observation(inputs: inputs, sessions: sessions, transports: [])
  }

  /// Who asked the run to end waits for no more than the newest sessions.
  var tellsNewestAlone: Bool { opener?.monitor?.isCancelled ?? false }

  private var sessionLimits: LogLimits { tellsNewestAlone ? LogLimits().hastened : LogLimits() }

  static let leftOutCode = "log_sessions_left_out"

  /// The note of an input with more sessions than are told.
  static func note(leftOut count: Int) -> InputReport.InputNote {
    InputReport.InputNote(
      code: leftOutCode,
      message: "\(count) older session\(count == 1 ? " was" : "s were") left out: the newest are "
        + "told; a part of the log shows older ones")
  }

  private static func notes(_ log: LogContents) -> [InputReport.InputNote] {
    let summary = log.summary
    let what = InputReport.InputNote(
      code: "log",
      message: "\(log.format.title): \(summary.records) record"
        + (summary.records == 1 ? "" : "s") + ", \(summary.understood) understood")
    return [what]
      + log.clock.assumptions.map { InputReport.InputNote(code: "log_clock", message: $0) }
      + summary.notes.map { InputReport.InputNote(code: "log_quality", message: $0) }
  }

  /// What a log without any connection tells of its host: the user knows when the session was lost.
  private static func hostNotes(_ host: LogSession) -> [InputReport.InputNote] {
    if let logons = host.networkLogons { return [networkNote(logons, of: host.computer)] }
    let findings = host.findings.filter { !$0.references.isEmpty }
    let computer = host.computer.map { "of \($0) " } ?? ""
    let notes = findings.prefix(8).map { finding in
      let times = finding.references.suffix(4).map { reference in
        Date(timeIntervalSince1970: Double(reference.time.nanoseconds / 1_000_000_000))
          .ISO8601Format()
      }
      let more =
        finding.references.count > 4 ? " and \(finding.references.count - 4) times before" : ""
      return InputReport.InputNote(
        code: "log_host",
        message: "the log \(computer)has no connections; \(finding.summary): "
          + "\(times.joined(separator: ", "))\(more)")
    }
    if notes.isEmpty { return [] }
    return notes + [
      InputReport.InputNote(
        code: "log_host",
        message:
          "a session of this host that was lost within a minute of one of these times was lost "
          + "by it; rdpwhy explain log.host_slept, log.link_down, log.tunnel_down or log.host_crashed has the remedy"
      )
    ]
  }

  private static func networkNote(
    _ logons: NetworkLogons, of computer: String?
  ) -> InputReport.InputNote {
    let addresses = logons.addresses.count
    let from = addresses == 1 ? "1 address" : "\(addresses) addresses"
    return InputReport.InputNote(
      code: "log_network_logons",
      message:
        "\(logons.count) refused network log-ons (type 3) \(computer.map { "at \($0) " } ?? "")from "
        + "\(from) are not known to be Remote Desktop: file shares write the same records; the logs "
        + "RdpCoreTS and RemoteConnectionManager of that host tell which were")
  }

  /// When a file was last written.
  static func modified(_ source: CaptureSource) -> Timestamp? {
    guard case .file(let path) = source,
      let changed = FileStatus(path: path)?.changed
    else { return nil }
    let second: Int64 = 1_000_000_000
    let whole = changed.addingSaturating(second / 2) / second
    return Timestamp(nanoseconds: whole.multipliedSaturating(by: second))
  }
}
