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
  /// What stands in the file is not what was written.
  case checkpointDamaged(String)
  case noCheckpoint(String)
  /// A database of something else.
  case notACheckpoint(String)
  /// What stands under this series' head is not what this version writes.
  case notRecords(series: String)
  /// Results are to be merged that are no facts any more.
  case judgedAlready
  /// A list of paths that cannot be read; names in its folder that are spelt alike.
  case noPathList(String, reason: String, near: [String])
  /// A line that is longer than any path.
  case notAPathList(String, line: Int)
  case tooManyInputs(Int)
  /// An address that no file system opens.
  case address(String, scheme: String)
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
    case .checkpointDamaged(let path):
      "the checkpoint: \(path): is damaged; the same `rdpwhy batch` sets it aside and begins anew"
    case .noCheckpoint(let path):
      "\(path): there is no checkpoint; a run keeps it in OUTPUT.checkpoint, or where --checkpoint says"
    case .notACheckpoint(let path):
      "\(path) is no checkpoint: name another file with --checkpoint"
    case .judgedAlready:
      "is judged already, and stories and second captures of a session can be found in facts only: "
        + "merge what `batch run` writes with --shard or --format facts"
    case .noPathList(let name, let reason, let near):
      "the list of paths \(name): \(reason)"
        + (near.isEmpty ? "" : "; did you mean @\(near.joined(separator: " or @"))?")
    case .notAPathList(let name, let line):
      "\(name): line \(line) is no path: it has more than \(PathList.lineLimit) bytes"
    case .tooManyInputs(let limit):
      "more than \(limit) inputs: make a plan of each part of them (batch plan), run them with "
        + "--format facts, and merge the facts"
    case .address(let address, let scheme):
      "\(address): addresses are not opened; "
        + (["s3", "gs", "az", "abfs", "abfss", "wasb", "hdfs"].contains(scheme)
          ? "mount the store (for s3: mount-s3, rclone mount), copy the captures from it, or pipe one: "
            + "… | rdpwhy analyze -"
          : "download it first, or pipe it: curl -sS ADDRESS | rdpwhy analyze -")
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
      .judgedAlready, .noCheckpoint, .noPathList, .notAPathList, .tooManyInputs, .address:
      EX_USAGE
    case .checkpoint, .checkpointInUse, .checkpointDamaged, .notACheckpoint: EX_IOERR
    }
  }
}

extension BatchError: LocalizedError {
  public var errorDescription: String? { description }
}
