import CaptureReader
import Reporting
import Synchronization

/// How far a run is; told by its workers, read by whoever shows it.
public final class RunProgress: Sendable {
  private struct State {
    var seriesDone = 0
    var sessions = 0
    var bytesDone = 0
    var bytesReused = 0
    var running: [Int: (bytes: Int, monitor: ReadingMonitor)] = [:]
  }

  public let series: Int
  public let bytes: Int
  private let state = Mutex(State())

  init(series: Int, bytes: Int) {
    self.series = series
    self.bytes = bytes
  }

  func reuse(_ plan: SeriesPlan, sessions: Int) {
    state.withLock {
      $0.seriesDone += 1
      $0.bytesDone = $0.bytesDone.addingSaturating(plan.bytes)
      $0.bytesReused = $0.bytesReused.addingSaturating(plan.bytes)
      $0.sessions = $0.sessions.addingSaturating(sessions)
    }
  }

  func begin(_ job: Int, bytes: Int, monitor: ReadingMonitor) {
    state.withLock { $0.running[job] = (bytes, monitor) }
  }

  func finish(series sessions: Int) {
    state.withLock {
      $0.seriesDone += 1
      $0.sessions = $0.sessions.addingSaturating(sessions)
    }
  }

  func end(_ job: Int) {
    state.withLock { state in
      if let ended = state.running.removeValue(forKey: job) {
        state.bytesDone = state.bytesDone.addingSaturating(ended.bytes)
      }
    }
  }

  /// What there is to say now.
  public struct Snapshot: Sendable, Hashable {
    public var series = 0
    public var seriesDone = 0
    public var bytes = 0
    public var bytesDone = 0
    /// Bytes that were read in this run.
    public var bytesRead = 0
    public var sessions = 0
  }

  public var snapshot: Snapshot {
    state.withLock { state in
      // Compressed archives are read more than once; their share counts once.
      let running = state.running.values.reduce(0) {
        $0.addingSaturating(min($1.bytes, $1.monitor.bytesRead))
      }
      let done = state.bytesDone.addingSaturating(running)
      return Snapshot(
        series: series, seriesDone: state.seriesDone, bytes: bytes, bytesDone: done,
        bytesRead: done.subtractingSaturating(state.bytesReused), sessions: state.sessions)
    }
  }
}
