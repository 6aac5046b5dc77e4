import Attribution
import CaptureReader
import Evidence

/// What to do first about many sessions: what their own blocks advise, the worst harm first.
struct FirstSteps {
  /// Sessions of one code that were told to do one thing.
  private struct Kind {
    var code: String
    var headline: String
    var action: String
    var dropped = 0
    var failed = 0

    var all: Int { dropped.addingSaturating(failed) }
  }

  /// Kinds kept; sessions of further ones are told in their own blocks only.
  private static let most = 2_048
  private static let shown = 2
  private static let longest = 320

  private var kinds: [String: Kind] = [:]
  private var failures = 0

  init() {}

  mutating func add(_ record: StoredRecord) {
    // Tries of one story are one incident: its deciding connection stands for all.
    if let decides = record["attempt.story.decided_by"].text, decides != record["uid"].text {
      return
    }
    let end = SessionEnd(record)
    guard end.fate == .dropped || end.fate.isFailure else { return }
    failures = failures.addingSaturating(1)
    guard end.cause != .undetermined, end.cause != .clean,
      let action = record["verdict.next_action"].text, !action.isEmpty
    else { return }
    // The commands in it name the session's own hosts.
    let step = action.split(separator: "`", maxSplits: 1).first.map(String.init) ?? action
    let key = end.code + "\n" + step
    if kinds[key] == nil {
      guard kinds.count < Self.most else { return }
      kinds[key] = Kind(
        code: end.code, headline: record["verdict.summary"].text ?? "", action: action)
    }
    if end.fate == .dropped {
      kinds[key]?.dropped += 1
    } else {
      kinds[key]?.failed += 1
    }
  }

  /// `2 dropped of 24 failures, network.path_outage. …`, and what to do.
  private var steps: [(what: String, action: String)] {
    kinds.sorted { one, other in
      (other.value.dropped, other.value.failed, one.key)
        < (one.value.dropped, one.value.failed, other.key)
    }
    .map(\.value)
    // What happened once is told below.
    .filter { $0.all > 1 }
    .prefix(Self.shown)
    .map { kind in
      let counts = [(kind.dropped, "dropped"), (kind.failed, "failed")].filter { $0.0 > 0 }
        .map { "\($0.0) \($0.1)" }.joined(separator: ", ")
      return (
        "\(counts) of \(Quantity.count(failures, "failure")), \(kind.code). \(kind.headline) ",
        kind.action.count <= Self.longest ? kind.action : ""
      )
    }
  }

  /// Below the answer.
  func write(_ page: inout Markup) {
    for (place, step) in steps.enumerated() {
      page.element("p", ["class": "next"]) { line in
        line.element("b", place == 0 ? "Begin with: " : "Then: ")
        line.add(step.what)
        line.add(advice: step.action)
      }
    }
  }
}
