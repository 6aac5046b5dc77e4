import Synchronization

/// Watches the reading of captures from outside: how far it is, and whether it shall end.
public final class ReadingMonitor: Sendable {
  private let bytes = Atomic<Int>(0)
  private let cancelled = Atomic<Bool>(false)

  public init() {}

  /// Stored bytes read so far, all inputs together.
  public var bytesRead: Int { bytes.load(ordering: .relaxed) }

  public var isCancelled: Bool { cancelled.load(ordering: .relaxed) }

  /// Inputs end at their next bytes, as if they could not be read further.
  public func cancel() { cancelled.store(true, ordering: .relaxed) }

  func count(_ more: Int) { bytes.wrappingAdd(more, ordering: .relaxed) }

  func check() throws(SourceFailure) {
    if isCancelled { throw SourceFailure(.unreadable, "interrupted") }
  }
}
