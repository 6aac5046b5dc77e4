import CaptureReader
import Carving
import Dispatch
import Reporting
import Synchronization

/// A call of a tool while it runs: what it may use, how far it is, and whether it shall end.
final class ToolCall: Sendable {
  /// Seconds between two notices of progress.
  private static let interval = 0.25

  let roots: FolderRoots
  let memory: MemoryBudget
  /// Where captures may be written.
  let carveFolder: CarveFolder?
  let program: Tool
  let monitor = ReadingMonitor()

  private let report: (@Sendable (_ done: Int, _ total: Int) -> Void)?
  private let queue = DispatchQueue(label: "progress")
  private let state = Mutex(State())

  private struct State {
    var total = 0
    /// What was reported last; progress only grows.
    var reported = -1
    var isFinished = false
  }

  /// - Parameter report: gets progress in bytes; nil where nobody asked for it.
  init(
    roots: FolderRoots, memory: MemoryBudget, carveFolder: CarveFolder? = nil, program: Tool,
    report: (@Sendable (_ done: Int, _ total: Int) -> Void)?
  ) {
    self.roots = roots
    self.memory = memory
    self.carveFolder = carveFolder
    self.program = program
    self.report = report
  }

  /// The work is known now.
  func begin(bytes: Int) {
    guard report != nil, bytes > 0 else { return }
    let isFirst = state.withLock { state in
      defer { state.total = bytes }
      return state.total == 0
    }
    if isFirst { queue.sync { notifyFromNowOn() } }
  }

  /// Nothing is reported after it.
  func finish() {
    guard state.withLock({ $0.total > 0 }) else { return }
    queue.sync {
      if !monitor.isCancelled { notify(isDone: true) }
      state.withLock { $0.isFinished = true }
    }
  }

  private func notifyFromNowOn() {
    guard !state.withLock({ $0.isFinished }) else { return }
    notify()
    queue.asyncAfter(deadline: .now() + Self.interval) { [weak self] in self?.notifyFromNowOn() }
  }

  /// Files may be read twice, and what is read is not all of them: the total is reached at the end.
  private func notify(isDone: Bool = false) {
    let read = monitor.bytesRead
    let notice = state.withLock { state -> (Int, Int)? in
      let most = isDone ? state.total : max(0, state.total - 1)
      let done = isDone ? state.total : min(most, read)
      guard done > state.reported else { return nil }
      state.reported = done
      return (done, state.total)
    }
    if let notice { report?(notice.0, notice.1) }
  }
}
