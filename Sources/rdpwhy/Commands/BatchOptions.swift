import ArgumentParser
import CaptureReader
import Reporting

/// How captures are analysed.
struct BatchAnalysisOptions: ParsableArguments {
  @Option(
    help: """
      Which captures are one stream: auto (the files of a ring, by their names and times), each \
      (none), one (all). A manifest has its own.
      """)
  var series: SeriesMode = .auto

  @Option(help: "Another port on which a server speaks RDP; may be given several times.")
  var port: [UInt16] = []

  @Option(
    help: ArgumentHelp(
      "TLS secrets of the sessions (SSLKEYLOGFILE format); may be given several times.",
      valueName: "file"),
    completion: .file())
  var keylog: [String] = []

  @Flag(help: "Count copies of packets as the capture has them, instead of removing them.")
  var keepDuplicates = false
}

/// How the work is done.
struct BatchWorkOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: "Series analysed side by side; the number of processors.")
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "Memory for all series side by side: others wait while those that run could need as much. "
        + "The machine's memory; one series takes 1G at most.",
      valueName: "size"))
  var maxMemory: MemorySize?

  @Option(
    help: "Where finished series are kept; OUTPUT.checkpoint, none without --output.",
    completion: .file())
  var checkpoint: String?

  @Flag(help: "Analyse everything anew, whatever the checkpoint has.")
  var fresh = false

  @Flag(help: "Tell changed inputs by their contents (SHA-256), not by size and time.")
  var hash = false

  func validate() throws {
    guard jobs ?? 1 >= 1 else { throw ValidationError("--jobs is 1 or more.") }
  }
}

/// What is written.
struct BatchOutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Form of the output: ndjson, csv, sqlite, zeek; with --summary text, json, markdown.",
      valueName: "format"))
  var format: OutputFormat?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write to this file: to PATH.partial first, renamed when complete. "
        + "For csv and zeek a folder (FOLDER/) gets all tables.", valueName: "path"),
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp(
      "The table that csv and zeek write, where they do not write all into a folder: "
        + RecordTable.allCases.map(\.rawValue).joined(separator: ", ") + ".", valueName: "table"))
  var table: RecordTable?

  @Flag(help: "Sum up by cause, server, network, hour and file, instead of the sessions.")
  var summary = false

  @Option(
    help: ArgumentHelp(
      "Write such a summary as well: FILE.json, FILE.md, or text.", valueName: "file"),
    completion: .file())
  var summaryOutput: String?

  @Flag(help: "Let --output replace a file that no checkpoint of this command belongs to.")
  var force = false

  @Option(
    help: ArgumentHelp(
      "Exit with 1 if a session has one of these causes: \(CauseList.vocabulary).",
      valueName: "cause,…"))
  var failOn: CauseList = CauseList()

  @Flag(name: .shortAndLong, help: "No progress on standard error; errors stay.")
  var quiet = false
}
