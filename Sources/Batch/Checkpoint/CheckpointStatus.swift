import CaptureReader
import Foundation
public import Reporting

/// How far a run is, or how far it came, by its checkpoint.
public struct CheckpointStatus: Sendable {
  /// A process has the checkpoint open.
  public let isRunning: Bool
  /// Series that the last run has to do; nil where it has not said so.
  public let planned: Int?
  public private(set) var totals = BatchTotals()
  /// Bytes of the series that are done.
  public private(set) var bytes = 0
  public let plannedBytes: Int?
  /// Some of the inputs that could not be read.
  public private(set) var unreadable: [InputRecord] = []

  private static let namedLimit = 20
  /// A run writes while its file is copied: then the copy may have to be made again.
  private static let attempts = 4

  /// Reads a copy, so that a run is not disturbed.
  /// - Throws: where there is no checkpoint, or it cannot be read.
  public init(path: String) throws {
    guard FileStatus(path: path)?.kind == .regular, Checkpoint.mayStand(in: path) else {
      throw BatchError.noCheckpoint(path)
    }
    isRunning = FileSystem.isLocked(path)
    var attempt = 1
    while true {
      do {
        let copy = try CheckpointCopy(of: path)
        defer { copy.remove() }
        let checkpoint = try Checkpoint(path: copy.path)
        defer { try? checkpoint.close() }
        let planned = try checkpoint.planned()
        var status = (totals: BatchTotals(), bytes: 0, unreadable: [InputRecord]())
        for head in try checkpoint.heads() {
          status.totals.count(head)
          status.bytes = status.bytes.addingSaturating(head.bytes)
          guard head.filesFailed > 0, status.unreadable.count < Self.namedLimit else { continue }
          try checkpoint.forEachInput(of: head.series) { line in
            guard status.unreadable.count < Self.namedLimit,
              let stored = try? StoredRecord.input(line)
            else { return }
            let input = InputRecord(stored)
            if input.status == .failed { status.unreadable.append(input) }
          }
        }
        self.planned = planned?.series
        plannedBytes = planned?.bytes
        (totals, bytes, unreadable) = status
        return
      } catch {
        attempt += 1
        if isRunning, attempt <= Self.attempts { continue }
        // The copy's own name says nothing to anybody.
        if case BatchError.checkpointDamaged = error { throw BatchError.checkpointDamaged(path) }
        throw error
      }
    }
  }

  /// All that was planned is done.
  public var isComplete: Bool { planned.map { totals.series >= $0 } ?? !isRunning }
}

/// The files of a checkpoint as they are at this moment.
private struct CheckpointCopy {
  private let folder: URL
  let path: String

  init(of original: String) throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "rdpwhy-status-\(UUID().uuidString)")
    path = folder.appending(path: "copy.checkpoint").path
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    // The log first: what it lacks then, the file may have; not the other way round.
    for suffix in ["-wal", ""] where FileStatus(path: original + suffix) != nil {
      try FileManager.default.copyItem(atPath: original + suffix, toPath: path + suffix)
    }
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }
}
