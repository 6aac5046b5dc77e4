import Dispatch
import Foundation
import Synchronization

/// Turns the first interrupt (Ctrl-C, a scheduler's SIGTERM, or the SIGHUP of a terminal that goes) into a wish to end; the second one
/// ends at once.
final class InterruptWatch {
  private let actions = InterruptActions()
  private let sources: [any DispatchSourceSignal]

  init() {
    let actions = actions
    let queue = DispatchQueue(label: "interrupts")
    var numbers = [SIGINT, SIGTERM]
    // Under nohup it is ignored, and stays so.
    if case .none = signal(SIGHUP, SIG_IGN) { numbers.append(SIGHUP) }
    sources = numbers.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { actions.perform() }
      source.resume()
      return source
    }
  }

  /// An interrupt that came already counts too.
  func onInterrupt(_ action: @escaping @Sendable () -> Void) { actions.add(action) }
}

private final class InterruptActions: Sendable {
  private struct State {
    var isInterrupted = false
    var actions: [@Sendable () -> Void] = []
  }

  private let state = Mutex(State())

  func add(_ action: @escaping @Sendable () -> Void) {
    let isLate = state.withLock { state in
      state.actions.append(action)
      return state.isInterrupted
    }
    if isLate { action() }
  }

  func perform() {
    let actions = state.withLock { state -> [@Sendable () -> Void]? in
      if state.isInterrupted { return nil }
      state.isInterrupted = true
      return state.actions
    }
    guard let actions else { _exit(Signals.interrupted) }
    for action in actions { action() }
  }
}
