public import Foundation

/// Why a batch cannot be done as it was asked for.
public enum BatchError: Error, Hashable, Sendable {
  case notAPlan(line: Int)
  case notAPart(String, line: Int)
  /// The same series, analysed with different results.
  case conflict(series: String)
  case notAShard(String)
  case noShardInEnvironment
  case checkpoint(String)
  /// Another run uses the checkpoint.
  case checkpointInUse(String)
  /// What stands under this series' head is not what this version writes.
  case notRecords(series: String)
  /// Results are to be merged that are no facts any more.
  case judgedAlready
}

extension BatchError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notAPlan(let line): "line \(line) of the manifest is no series of `rdpwhy batch plan`"
    case .notAPart(let name, let line):
      "\(name): line \(line) is not what `rdpwhy batch` writes"
    case .conflict(let series): "\(series) is there twice, with different results"
    case .notAShard(let text): "'\(text)' is no shard; the second of eight is 2/8"
    case .noShardInEnvironment:
      "no shard in the environment: neither Slurm's SLURM_ARRAY_TASK_ID and _COUNT, nor "
        + "JOB_COMPLETION_INDEX with JOB_COMPLETIONS, nor AWS_BATCH_JOB_ARRAY_INDEX and _SIZE"
    case .checkpoint(let reason): "the checkpoint: \(reason)"
    case .checkpointInUse(let path): "the checkpoint: \(path): another run is at work with it"
    case .judgedAlready:
      "is judged already, and stories and second captures of a session can be found in facts only: "
        + "merge what `batch run` writes with --shard or --format facts"
    case .notRecords(let series):
      "the results of \(series) cannot be read; another version wrote them (--fresh analyses anew)"
    }
  }
}

extension BatchError {
  /// What a program that ends with it says: wrong usage, or that results cannot be kept (sysexits.h).
  public var exitCode: Int32 {
    switch self {
    case .notAPlan, .notAPart, .conflict, .notAShard, .noShardInEnvironment, .notRecords,
      .judgedAlready:
      EX_USAGE
    case .checkpoint, .checkpointInUse: EX_IOERR
    }
  }
}

extension BatchError: LocalizedError {
  public var errorDescription: String? { description }
}
