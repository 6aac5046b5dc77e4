import ArgumentParser
import Reporting

/// How a batch does its work.
struct BatchWorkFlags: ParsableArguments {
  @Option(name: .shortAndLong, help: "Series analysed side by side; the number of processors.")
  var jobs: Int?

  @Option(
    help: "Where finished series are kept; OUTPUT.checkpoint, none without --output.",
    completion: .file())
  var checkpoint: String?

  @Flag(help: "Analyse everything anew, whatever the checkpoint has.")
  var fresh = false

  @Flag(help: "Analyse again what could not be read the last time, although it looks the same.")
  var retryFailed = false

  @Flag(help: "Recognise changed inputs by their contents (SHA-256), not by size and time.")
  var hash = false

  @OptionGroup var digests: DigestFlags

  @Flag(
    name: .shortAndLong,
    help: "Say on standard error what is done, each series too, and how long it takes.")
  var verbose = false

  func validate() throws {
    guard jobs ?? 1 >= 1 else { throw ValidationError("--jobs is 1 or more.") }
  }
}

/// What a batch writes beside its results.
struct BatchReportFlags: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write such a summary as well: FILE.json, FILE.md, or text.", valueName: "file"),
    completion: .file())
  var summaryOutput: String?

  @Option(
    help: ArgumentHelp(
      "With --format html: show times by this clock too (Europe/Berlin), beside UTC.",
      valueName: "zone"))
  var timeZone: ReportZone?

  @Flag(name: .shortAndLong, help: "No progress on standard error; errors stay.")
  var quiet = false
}
