import Synchronization

/// How far the judging of what a batch observed is.
public final class JudgingProgress: Sendable {
  private let sessions: Int
  private let judged = Atomic<Int>(0)

  public init(sessions: Int) { self.sessions = sessions }

  func count() { judged.wrappingAdd(1, ordering: .relaxed) }

  public var text: String {
    let judged = self.judged.load(ordering: .relaxed)
    // Those that several captures saw are one only.
    if judged == 0 { return "comparing \(sessions) session\(sessions == 1 ? "" : "s")" }
    return "judged \(judged) of at most \(sessions) sessions"
  }
}
