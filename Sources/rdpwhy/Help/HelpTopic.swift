import ArgumentParser
import Attribution
import CaptureReader
import Reporting

/// Pages of `rdpwhy help` beside those of the commands.
enum HelpTopic: String, CaseIterable {
  case formats, environment, config, inputs
  case exitCodes = "exit-codes"

  var abstract: String {
    switch self {
    case .formats: "forms of the output, and their file names"
    case .exitCodes: "what the exit code says"
    case .environment: "the variables that are looked at"
    case .config: "the configuration file"
    case .inputs: "what can be named as input, and what is read"
    }
  }

  /// The page that is asked for by `rdpwhy help TOPIC`.
  init?(arguments: [String]) {
    guard arguments.count == 2, arguments[0] == "help" else { return nil }
    self.init(rawValue: arguments[1])
  }

  /// What is to be said of a word behind `help` that is neither a topic nor a command.
  static func complaint(about arguments: [String]) -> String? {
    guard arguments.count == 2, arguments[0] == "help", !arguments[1].hasPrefix("-") else {
      return nil
    }
    let commands = RootCommand.configuration.subcommands.compactMap {
      $0.configuration.commandName
    }
    let names = allCases.map(\.rawValue) + commands
    let word = arguments[1]
    guard !names.contains(word), word != "help" else { return nil }
    let nearest = names.filter { name in
      editDistance(Array(word.utf8), Array(name.utf8), atMost: 2) != nil || name.hasPrefix(word)
    }
    let advice =
      nearest.isEmpty
      ? "the topics are \(allCases.map(\.rawValue).joined(separator: ", ")); the commands: rdpwhy --help"
      : "did you mean \(nearest.joined(separator: " or "))?"
    return "There is no help on '\(TerminalText.escape(word))'; \(advice)"
  }

  /// Lines of the list of topics.
  static var list: String {
    allCases.map { "  rdpwhy help \($0.rawValue.padded(to: 15))\($0.abstract)" }
      .joined(separator: "\n")
  }

  var text: String {
    switch self {
    case .formats: Self.formatsText
    case .exitCodes: Self.table(ExitStatus.all.map { (String($0.code), $0.meaning) })
    case .environment: Self.environmentText
    case .config: Self.configText
    case .inputs: Self.inputsText
    }
  }

  private static var formatsText: String {
    """
    FORMS OF THE OUTPUT (--format)

    \(table(ReportFormat.allCases.map { ($0.rawValue, $0.meaning) }))
    Without --format the name of --output chooses:

    \(table(ReportFormat.allCases.filter { !$0.fileEndings.isEmpty }.map { form in
      (form.rawValue, form.fileEndings.map { ".\($0)" }.joined(separator: " "))
    }))
    csv and zeek are tables (--table; into FOLDER/ all of them go). --summary has the forms text, json and
    markdown. A file is written as PATH.partial and renamed when it is complete.
    `rdpwhy schema NAME` prints the JSON Schemas, `rdpwhy schema --fields` all fields.

    """
  }

  private static var environmentText: String {
    """
    ENVIRONMENT

    \(table(Setting.allCases.map { setting in
      let list = setting.separator.map { " (several with '\($0)' between them)" } ?? ""
      return (setting.variable, "\(setting.meaning)\(list), as \(setting.option)")
    } + [
      ("RDPWHY_CONFIG", "the configuration file; none for no file"),
      ("XDG_CONFIG_HOME", "where rdpwhy/config.yaml is looked for (else ~/.config)"),
      ("NO_COLOR", "no colour, where it is not empty"),
      ("CLICOLOR_FORCE", "colour although the output is no terminal"),
      ("LC_ALL, LC_CTYPE, LANG", "characters beyond ASCII where they name UTF-8"),
      ("COLUMNS, TERM", "width (else the terminal's own) and kind of the terminal"),
    ]))
    Options count before the environment, and the environment before the file.

    """
  }

  private static var configText: String {
    """
    CONFIGURATION

    $XDG_CONFIG_HOME/rdpwhy/config.yaml (else ~/.config/rdpwhy/config.yaml), or --config FILE; YAML:

    \(Setting.allCases.map { "  \($0.rawValue): \($0.example)" }.joined(separator: "\n"))

    \(table(Setting.allCases.map { ($0.rawValue, "\($0.meaning), as \($0.option)") }))
    Options count before the environment (`rdpwhy help environment`), and the environment before the
    file: a list there replaces the file's. --fail-on none asks for no cause. `rdpwhy --print-config` shows
    what holds, and from where.

    """
  }

  private static var inputsText: String {
    """
    INPUTS

    \(table([
      ("FILE", "a capture or a log, by content, whatever its name"),
      ("FOLDER", "all captures below it"),
      ("ARCHIVE", "tar, zip, 7z, also one in another: read in place"),
      ("'ring/*.pcapng'", "a pattern, where the shell did not replace it"),
      ("@LIST", "paths, one to a line"),
      ("-", "standard input"),
      ("--point NAME=FILE", "a capture with the place where it was taken"),
    ]))
    Captures: pcap, pcapng, .etl (pktmon, netsh trace); logs: .evtx and exports of Windows event logs, FreeRDP,
    xrdp, guacd, gnome-remote-desktop, firewalls; compressed by gzip, zstd, xz, bzip2, lz4, lzma, compress.
    RDP is found on port \(ServicePorts.standard), on ports named by --port, and by content on any port where the
    capture has a connection's start. The files of a ring are one stream (--series); captures of one moment
    are compared, logs are joined to the sessions they tell of.

    """
  }

  private static func table(_ rows: [(String, String)]) -> String {
    let width = (rows.map(\.0.count).max() ?? 0) + 2
    return rows.map { "  \($0.0.padded(to: width))\($0.1)\n" }.joined()
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
