import ArgumentParser
import Reporting

/// `rdpwhy`: what is typed. What it means is in Requests, what it does is in the libraries.
struct RootCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rdpwhy",
    abstract: "Says why a Remote Desktop session dropped, from captures and logs.",
    discussion: """
      rdpwhy capture.pcapng          why did the sessions in this capture end?
      rdpwhy server.evtx client.log  and those of these logs?
      rdpwhy inspect capture.pcapng  is this capture fit for a verdict?
      rdpwhy batch captures/         a folder, a ring, an archive of captures
      rdpwhy carve ring/ -o cut/     one small capture for each session, with its verdict
      rdpwhy anonymize ring/ -o safe/   the same with pseudonyms, fit to be handed on
      rdpwhy diff may.ndjson june.ndjson   what changed?
      rdpwhy explain 0x904 0x7       what does this code mean?
      rdpwhy help analyze            all options of the analysis

      TOPICS
      \(HelpTopic.list)

      EXIT CODES
      \(HelpTopic.exitCodes.text)
      """,
    version: Tool.current.version,
    subcommands: [
      AnalyzeCommand.self, BatchCommand.self, CarveCommand.self, DiffCommand.self,
      AnonymizeCommand.self, InspectCommand.self, ExplainCommand.self, JudgeCommand.self,
      ReduceCommand.self,
      EvaluateCommand.self, SchemaCommand.self, MCPCommand.self,
    ],
    defaultSubcommand: AnalyzeCommand.self)
}
