import ArgumentParser
import CaptureReader
import LogReader

/// How captures are analysed: the same for every command that analyses.
struct AnalysisFlags: ParsableArguments {
  @Option(
    help: """
      Captures that are one stream: auto (the files of a ring, by their names and times), each \
      (none), one (all).
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

  @Option(
    help: ArgumentHelp(
      "Time zone of logs whose stamps name none, such as Europe/Berlin or +02:00 (UTC). Beside a "
        + "capture it is found by itself.",
      valueName: "zone"))
  var logZone: LogZone?

  @Option(
    help: ArgumentHelp(
      "Memory that one analysis may take, such as 256M or 2G (1G, at least 64M); what is left out "
        + "is said. A batch never takes more for all series side by side.",
      valueName: "size"))
  var maxMemory: MemorySize?

  @Option(
    help: ArgumentHelp(
      "Configuration file, instead of the usual one (rdpwhy help config); none for no file.",
      valueName: "file"),
    completion: .file())
  var config: String?

  @Flag(help: "Count copies of packets as the capture has them, instead of removing them.")
  var keepDuplicates = false
}
