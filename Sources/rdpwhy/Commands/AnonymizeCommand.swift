import ArgumentParser
import Reporting

struct AnonymizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "anonymize",
    abstract:
      "Writes captures, logs and reports anew with pseudonyms, so that they can be handed on.",
    discussion: """
      rdpwhy anonymize week.pcapng -o safe/                       one capture
      rdpwhy anonymize client.pcap server.pcap xrdp.log -o safe/  what belongs together, at once
      rdpwhy anonymize may.ndjson --key my.key -o safe/           the same pseudonyms as last time

      Addresses keep their prefixes in common, names their length. What was said in a session is \
      zeros; its handshakes stay, with pseudonyms in cookies, certificates and names of hosts. \
      Frame numbers, times and lengths are the original ones, and so is the verdict: it is checked. \
      So is that no original is left.

      What TLS secrets opened, some carriers and drops inside the capturing host cannot be shown in \
      a capture without the secrets. Where a verdict rests on them, --facts keeps it: facts.ndjson \
      holds what all verdicts rest on, with the same pseudonyms, and rdpwhy judge reads it.

      With --key the same original has the same pseudonym in every run; the file is made where there \
      is none, readable by you alone. Whoever has it can find out originals: keep it. Without --key \
      the key is forgotten.

      EXIT CODES
        0 written · 2 nothing could be read
        3 partial: an input was unreadable or cut short, a verdict is another one (and not kept by --facts), or an original is \
      left (then that file is not written)
        64 wrong command line · 74 results could not be written
      """)

  @Argument(
    help:
      "Captures, logs, NDJSON reports and facts, folders, archives, patterns; @FILE lists paths.",
    completion: .file())
  var inputs: [String]

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The folder for what is written.", valueName: "folder"),
    completion: .directory)
  var output: String

  @Option(
    help: ArgumentHelp(
      "The file with the key of the pseudonyms; made where there is none.", valueName: "file"),
    completion: .file())
  var key: String?

  @Flag(
    help:
      "Also write facts.ndjson: what the verdicts rest on, for rdpwhy judge, with the same pseudonyms."
  )
  var facts = false

  @Flag(help: "Replace files that are there.")
  var force = false

  @OptionGroup(title: "ANALYSIS") var analysis: AnalysisFlags

  @Flag(name: .shortAndLong, help: "No notes about the inputs' quality; errors stay.")
  var quiet = false

  func validate() throws {
    guard !inputs.contains("-") else {
      throw ValidationError("Standard input cannot be anonymized: inputs are read several times.")
    }
  }

  func run() throws {
    throw ExitCode(try AnonymizeRequest(self).perform().rawValue)
  }
}
