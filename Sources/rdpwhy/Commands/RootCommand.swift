import ArgumentParser
import Reporting

/// `rdpwhy`: what is typed. What it means is in Lowering, what it does is in the libraries.
struct RootCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rdpwhy",
    abstract: "Says why a Remote Desktop session dropped, from packet captures.",
    discussion: """
      rdpwhy capture.pcapng          why did the sessions in this capture end?
      rdpwhy inspect capture.pcapng  is this capture fit for a verdict?
      rdpwhy batch captures/         a folder, a ring, an archive of captures
      rdpwhy explain 0x904 0x7       what does this code mean?
      rdpwhy help analyze            all options of the analysis

      EXIT CODES
        0    analysed, whatever was found
        1    a session has a cause named by --fail-on
        2    nothing could be analysed; for explain: the code is unknown
        3    partial: an input was unreadable or cut short, the results are valid
        64   the command line is wrong
        74   the results could not be written
        130  interrupted
      """,
    version: Tool.current.version,
    subcommands: [
      AnalyzeCommand.self, BatchCommand.self, InspectCommand.self, ExplainCommand.self,
      JudgeCommand.self, EvaluateCommand.self, SchemaCommand.self, MCPCommand.self,
    ],
    defaultSubcommand: AnalyzeCommand.self)
}

extension Tool {
  static let current = Tool(name: "rdpwhy", version: "0.1.0")
}
