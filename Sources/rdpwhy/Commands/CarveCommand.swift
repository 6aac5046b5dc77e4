import ArgumentParser
import Reporting

struct CarveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "carve",
    abstract:
      "Cuts sessions out of captures: one small pcapng for each, with verdict and evidence.",
    discussion: """
      rdpwhy carve week.pcapng -o evidence/                every session
      rdpwhy carve ring/ --cause network -o evidence/      those that the network ended
      rdpwhy carve client.pcap server.pcap --session UID -o evidence/

      A carved capture opens in Wireshark: original time stamps and interfaces, the verdict as \
      the capture's comment, the evidence as comments of the packets it names. Both ends of a session \
      lie in one file as two interfaces. What the desktop showed is cut unless --payload is given; TLS \
      secrets are left out unless --secrets is given.

      Each carved capture is analysed again: where its verdict is not the whole's, sessions around it \
      are added, and if that does not help either, it is said.

      EXIT CODES
        0 carved · 2 nothing could be analysed, or no session is selected
        3 partial: an input was unreadable or cut short, or a carved capture has another verdict
        64 wrong command line · 74 results could not be written
      """)

  @Argument(
    help: "Captures, folders, archives, patterns, logs; @FILE lists paths.", completion: .file())
  var inputs: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder for the captures, named by uid.", valueName: "folder"),
    completion: .directory)
  var output: String

  @Flag(help: "Sessions of one story go into one capture.")
  var stories = false

  @Flag(help: "Keep what the desktop showed; it is encrypted unless secrets open it.")
  var payload = false

  @Flag(help: "Include the TLS secrets of the sessions, from the captures and from --keylog.")
  var secrets = false

  @Flag(help: "Replace captures that are there.")
  var force = false

  @OptionGroup(title: "ANALYSIS") var analysis: AnalysisFlags
  @OptionGroup(title: "SELECTION") var selection: SelectionFlags

  @Flag(name: .shortAndLong, help: "No notes about the inputs' quality; errors stay.")
  var quiet = false

  func validate() throws {
    guard !inputs.contains("-") else {
      throw ValidationError("Standard input cannot be carved: captures are read twice.")
    }
  }

  func run() throws {
    throw ExitCode(try CarveRequest(self).perform().rawValue)
  }
}
