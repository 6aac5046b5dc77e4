import ArgumentParser
import CaptureReader
import Reporting

struct AnalyzeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Says why the sessions in captures ended (the default command).",
    discussion: """
      Reads pcap and pcapng, also compressed (gzip, zstd, xz, lz4, bzip2), recognised by content. \
      RDP is found on port 3389, on the ports named by --port, and by content on any port.

      Results go to standard output, notes and errors to standard error.

      EXIT CODES
        0 analysed · 1 found what --fail-on names · 2 nothing could be analysed
        3 partial: an input was unreadable or cut short, the results are valid
        64 wrong command line · 74 results could not be written · 130 interrupted
      """)

  @Argument(help: "Captures; - is standard input.", completion: .file())
  var inputs: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Form of the output: " + OutputFormat.allCases.map(\.rawValue).joined(separator: ", ") + ".",
      valueName: "format"))
  var format: OutputFormat = .text

  @Option(
    help: """
      Captures that are one stream: auto (the files of a ring, by their names and times), each \
      (none), one (all).
      """)
  var series: SeriesMode = .auto

  @Option(help: "Another port on which a server speaks RDP; may be given several times.")
  var port: [UInt16] = []

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

  @Flag(help: "Let --output replace a file.")
  var force = false

  @Option(help: "Colour in text output: auto (on a terminal), always, never.")
  var color: ColorChoice = .auto

  @Flag(help: "Tell every session in full, also the clean ones.")
  var all = false

  @Flag(help: "Sum up by cause, server, network, hour and file (text, json, markdown).")
  var summary = false

  @Option(
    help: ArgumentHelp(
      "Exit with 1 if a session has one of these causes: \(CauseList.vocabulary).",
      valueName: "cause,…"))
  var failOn: CauseList = CauseList()

  @Option(
    help: ArgumentHelp(
      "TLS secrets of the sessions (SSLKEYLOGFILE format); may be given several times.",
      valueName: "file"),
    completion: .file())
  var keylog: [String] = []

  @Option(
    help: ArgumentHelp(
      "Memory that one input may take, such as 256M or 2G; what is left out is said.",
      valueName: "size"))
  var maxMemory: MemorySize = MemorySize()

  @Flag(help: "Count copies of packets as the capture has them, instead of removing them.")
  var keepDuplicates = false

  @Flag(name: .shortAndLong, help: "No notes about the inputs' quality; errors stay.")
  var quiet = false

  func run() throws {
    let request = try AnalyzeRequest(self)
    throw ExitCode(try request.perform().rawValue)
  }
}
