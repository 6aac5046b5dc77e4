import Synchronization

/// Watches the reading of captures from outside: how far it is, and whether it shall end.
public final class ReadingMonitor: Sendable {
  private let bytes = Atomic<Int>(0)
  private let cancelled = Atomic<Bool>(false)
  private let judging = Atomic<Bool>(false)

  public init() {}

  /// Stored bytes read so far, all inputs together.
  public var bytesRead: Int { bytes.load(ordering: .relaxed) }

  public var isCancelled: Bool { cancelled.load(ordering: .relaxed) }

  /// Inputs end at their next bytes, as if they could not be read further.
  public func cancel() { cancelled.store(true, ordering: .relaxed) }

  /// All is read, and is made into sessions.
  public var isJudging: Bool { judging.load(ordering: .relaxed) }
  public func beginJudging() { judging.store(true, ordering: .relaxed) }
  public func endJudging() { judging.store(false, ordering: .relaxed) }

  /// Answers a wish to end: the reading ends with what was read until then. Where all is read and nothing
  /// is written yet there is nothing to save.
  ///
  /// - Returns: the run is to end at once.
  public func interrupt() -> Bool {
    let endsAtOnce = isJudging
    cancel()
    return endsAtOnce
  }

  func count(_ more: Int) { bytes.wrappingAdd(more, ordering: .relaxed) }

  func check() throws(SourceFailure) {
    if isCancelled { throw SourceFailure(.unreadable, "interrupted") }
  }
}
