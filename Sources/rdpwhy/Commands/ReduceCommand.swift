import ArgumentParser
import Batch
import Reporting

struct ReduceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reduce",
    abstract: "Compares and judges the facts of many series, from files or standard input.",
    discussion: """
      The second half of a batch, for an engine that has done the first one: `rdpwhy batch run \
      --format facts` on each series, in any grouping, then all of it here. The same as `batch merge`.

        rdpwhy batch run --manifest - --format facts < some-lines-of-a-plan > facts
        cat facts-* | rdpwhy reduce --format ndjson

      EXIT CODES
        0 judged · 1 found what --fail-on names · 2 nothing could be read
        3 partial: an input was unreadable or cut short · 64 wrong command line
      """)

  @Argument(help: "Facts; - is standard input.", completion: .file())
  var parts: [String] = ["-"]

  @Flag(
    help: """
      The series are a part of a larger run that shares no host with the rest: sessions of two captures \
      are compared by initial sequence numbers only, as in a run of more than 4,096 sessions.
      """)
  var part = false

  @OptionGroup(title: "SELECTION") var selection: SelectionFlags
  @OptionGroup(title: "OUTPUT") var results: ResultFlags
  @OptionGroup(title: "OUTPUT") var report: BatchReportFlags

  func run() throws {
    let request = try BatchMergeRequest(
      parts: parts, manifest: nil, isPart: part, selection, results, report)
    throw ExitCode(try request.perform().rawValue)
  }
}
