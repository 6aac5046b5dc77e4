import ArgumentParser
import Batch
import CaptureReader
import Reporting

struct BatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "Analyses folders and archives of captures and logs, resumable and in parallel.",
    discussion: """
      rdpwhy batch captures/ -o drops.ndjson     all captures below a folder
      rdpwhy batch 'ring/*.pcapng' week.tar.gz   patterns and archives
      rdpwhy batch @list.txt                     paths, one to a line
      rdpwhy batch captures/ --summary           what dropped where, and since when
      rdpwhy batch captures/ -o tables/ --format csv

      Captures are found by content, plain, compressed, and in tar, zip and 7z archives (also one \
      archive in another), which are read in place. The files of a ring are one series. What cannot \
      be read is reported and stops nothing.

      With --output, each finished series is kept in OUTPUT.checkpoint: called again after a crash or \
      with new files, only what is new or has changed is analysed.

      Each series is observed by itself, then all are compared and judged: sessions that two captures \
      or a log saw too, and user stories, are found across series.

      To share the work between machines: plan once, run the shards, merge their facts; that gives \
      the same bytes as one run.

      EXIT CODES
        0 analysed · 1 found what --fail-on names · 2 nothing could be analysed
        3 partial: an input was unreadable or cut short, the results are valid
        64 wrong command line · 74 results could not be written · 130 interrupted
      """,
    subcommands: [
      BatchAllCommand.self, BatchPlanCommand.self, BatchRunCommand.self, BatchMergeCommand.self,
      BatchStatusCommand.self,
    ],
    defaultSubcommand: BatchAllCommand.self)
}

/// Plan, run and merge on one machine.
struct BatchAllCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "all", abstract: "Does everything on this machine (the default).")

  @Argument(help: "Captures, folders, archives, patterns; @FILE lists them.", completion: .file())
  var paths: [String]

  @OptionGroup(title: "ANALYSIS") var analysis: AnalysisFlags
  @OptionGroup(title: "SELECTION") var selection: SelectionFlags
  @OptionGroup(title: "WORK") var work: BatchWorkFlags
  @OptionGroup(title: "OUTPUT") var results: ResultFlags
  @OptionGroup(title: "OUTPUT") var report: BatchReportFlags

  func run() async throws {
    let request = try BatchRequest(
      paths: paths, manifest: nil, shard: .whole, analysis, selection, work, results,
      report)
    throw ExitCode(try await request.perform())
  }
}

struct BatchPlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Writes what there is to do: one line of JSON for each series.",
    discussion: """
      Looks at the beginning of every capture; archives are read through once. `batch run --manifest` \
      takes the plan.
      """)

  @Argument(help: "Captures, folders, archives, patterns; @FILE lists them.", completion: .file())
  var paths: [String]

  @Option(help: "Which captures are one stream: auto, each, one.")
  var series: SeriesMode = .auto

  @Option(name: .shortAndLong, help: "Write to this file.", completion: .file())
  var output: String?

  @Flag(help: "Let --output replace a file.")
  var force = false

  func run() throws {
    throw ExitCode(try BatchPlanRequest(self).perform().rawValue)
  }
}

struct BatchRunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Analyses a plan, or this machine's share of it.",
    discussion: """
      The shares are made by size, by each machine for itself. --shard-from-env knows Slurm arrays \
      (SLURM_ARRAY_TASK_ID, _COUNT, _MIN), Kubernetes indexed jobs (JOB_COMPLETION_INDEX; set \
      JOB_COMPLETIONS to the number of completions), and AWS Batch arrays \
      (AWS_BATCH_JOB_ARRAY_INDEX, _SIZE).
      """)

  @Argument(help: "What to plan, without --manifest.", completion: .file())
  var paths: [String] = []

  @Option(
    help: "The plan that `batch plan` wrote, or some of its lines; - is standard input.",
    completion: .file())
  var manifest: String?

  @Option(help: ArgumentHelp("The share: 2/8 is the second of eight.", valueName: "i/n"))
  var shard: String?

  @Flag(help: "Take the share from the scheduler's variables.")
  var shardFromEnv = false

  @OptionGroup(title: "ANALYSIS") var analysis: AnalysisFlags
  @OptionGroup(title: "SELECTION") var selection: SelectionFlags
  @OptionGroup(title: "WORK") var work: BatchWorkFlags
  @OptionGroup(title: "OUTPUT") var results: ResultFlags
  @OptionGroup(title: "OUTPUT") var report: BatchReportFlags

  func validate() throws {
    guard (manifest == nil) != paths.isEmpty else {
      throw ValidationError("Give either --manifest or paths.")
    }
    guard shard == nil || !shardFromEnv else {
      throw ValidationError("Give either --shard or --shard-from-env.")
    }
  }

  func run() async throws {
    let request = try BatchRequest(
      paths: paths, manifest: manifest,
      shard: try BatchRequest.shard(shard, fromEnvironment: shardFromEnv), analysis, selection,
      work, results, report)
    throw ExitCode(try await request.perform())
  }
}

struct BatchStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Shows how far a run is, or how far it came.",
    discussion: """
      Reads the run's checkpoint, also while the run is at work.

      EXIT CODES
        0 all is done · 3 something is left to do, or an input was unreadable · 64 no checkpoint
      """)

  @Argument(help: "The run's output, or its checkpoint.", completion: .file())
  var path: String

  func run() throws {
    throw ExitCode(try BatchStatusRequest(path: path).perform().rawValue)
  }
}

struct BatchMergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Judges the facts of shards as one run would have, in any form.",
    discussion: """
      Sessions that two shards saw, logs and user stories are joined over all parts. --format facts \
      writes the facts of all parts as one part. The NDJSON of one whole run is taken too, for another \
      form of it.
      """)

  @Argument(help: "Facts that `batch run --shard` wrote; - is standard input.", completion: .file())
  var parts: [String]

  @Option(
    help: """
      The plan of the shards: what it has and the parts lack, or have twice, is named, and the exit \
      code is 3.
      """,
    completion: .file())
  var manifest: String?

  @OptionGroup(title: "SELECTION") var selection: SelectionFlags
  @OptionGroup(title: "OUTPUT") var results: ResultFlags
  @OptionGroup(title: "OUTPUT") var report: BatchReportFlags

  func run() throws {
    let request = try BatchMergeRequest(
      parts: parts, manifest: manifest, selection, results, report)
    throw ExitCode(try request.perform().rawValue)
  }
}
