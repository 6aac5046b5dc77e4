import ArgumentParser
import Evidence
import Reporting

struct AnalyzeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Says why the sessions in captures and logs ended (the default command).",
    discussion: """
      Reads captures (pcap, pcapng, Windows' .etl) and logs (Windows events, FreeRDP, xrdp, guacd and \
      others), also compressed or in archives, recognised by content; rdpwhy help inputs lists them. \
      RDP is found on port 3389, on the ports named by --port, and by content on any port.

      Results go to standard output, notes and errors to standard error.

      EXIT CODES
        0 analysed · 1 found what --fail-on names · 2 nothing could be analysed
        3 partial: an input was unreadable or cut short, the results are valid
        64 wrong command line · 74 results could not be written · 130 interrupted
      """)

  @Argument(
    help: "Captures, logs, folders, archives, patterns; - is standard input, @FILE lists paths.",
    completion: .file())
  var inputs: [String] = []

  @Option(
    help: ArgumentHelp(
      "A capture and where it was taken: client, server, or a name for a place between; may be given "
        + "several times. Without it the packets tell.",
      valueName: "name=file"),
    completion: .file())
  var point: [PointName] = []

  @OptionGroup(title: "ANALYSIS") var analysis: AnalysisFlags
  @OptionGroup(title: "SELECTION") var selection: SelectionFlags
  @OptionGroup(title: "OUTPUT") var results: ResultFlags
  @OptionGroup(title: "TEXT") var text: TextFlags

  @Option(name: .shortAndLong, help: "Cores that judge and write side by side; all.")
  var jobs: Int?

  @OptionGroup var digests: DigestFlags

  @Flag(name: .shortAndLong, help: "No notes about the inputs' quality; errors stay.")
  var quiet = false

  @Flag(
    name: .shortAndLong,
    help: "Say on standard error what is done, and how long it takes.")
  var verbose = false

  @Flag(help: "Print what holds after configuration file, environment and options, and end.")
  var printConfig = false

  func validate() throws {
    guard jobs ?? 1 >= 1 else { throw ValidationError("--jobs is 1 or more.") }
    guard inputs.isEmpty, point.isEmpty, !printConfig else { return }
    // Without inputs nothing else would name a mistyped option.
    let help = Self.helpMessage()
    if let option = OptionWord.unknown(in: Array(CommandLine.arguments.dropFirst()), help: help) {
      throw ValidationError(OptionWord.complaint(about: option, help: help))
    }
    throw ValidationError(
      """
      Nothing to read. Name what you have:
        rdpwhy explain 0x904 0x7             an error box: its code or its text
        rdpwhy server.evtx freerdp.log       logs of either end
        rdpwhy client.pcapng server.pcapng   captures, of one end or both
      """)
  }

  func run() throws {
    if printConfig {
      var settings = try analysis.settings()
      settings.set(.failOn, results.failOn?.entries ?? [])
      settings.set(.sites, results.sites.map { [$0] } ?? [])
      settings.set(.timeZone, text.timeZone.map { [$0.name] } ?? [])
      StandardOutput().finish(with: settings.text)
      return
    }
    throw ExitCode(try AnalyzeRequest(self).perform())
  }
}
