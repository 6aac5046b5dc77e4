import ArgumentParser
import Reporting

/// Where results go, and in which form: the same for analyses and batches.
struct ResultFlags: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Form of the output: " + OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")
        + ". Without it the name of --output decides, else text (batch: ndjson).",
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

  @Flag(help: "Sum up by cause, server, network, hour and file (text, json, markdown).")
  var summary = false

  @Option(
    help: ArgumentHelp(
      "Sites and gateways of networks (CSV, TSV or YAML: network, site, gateway), shown in every form.",
      valueName: "file"),
    completion: .file())
  var sites: String?

  @Flag(help: "Let --output replace a file.")
  var force = false

  @Option(
    help: ArgumentHelp(
      "Exit with 1 if a session has one of these causes, or so many of one (network:5): "
        + "\(CauseList.vocabulary); none.",
      valueName: "cause,…"))
  var failOn: FailureWord?
}

/// How text is shown.
struct TextFlags: ParsableArguments {
  @Option(help: "Colour in text output: auto (on a terminal), always, never.")
  var color: ColorChoice = .auto

  @Flag(help: "Show every session in full, also the clean ones.")
  var all = false

  @Option(
    help: ArgumentHelp(
      "For people (text, markdown, html): show times by this clock too (Europe/Berlin), beside UTC.",
      valueName: "zone"))
  var timeZone: ReportZone?
}
