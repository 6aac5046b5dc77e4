import Attribution
import Evidence

/// All that the verdicts of one story rest on: several stories can be judged at a time.
public struct UnjudgedStory: Sendable {
  let number: Int
  /// The places of its sessions, in order.
  public let members: [Int]
  let facts: [SessionFacts]
  /// Indices of the sessions in the order of the story.
  let order: [Int]

  /// The judged sessions, in the order of `members`.
  ///
  /// - Parameter sites: of the sessions' networks.
  public func reports(sites: SiteMap = SiteMap()) -> [SessionReport] {
    var reports = facts.map { facts in
      SessionReport(
        uid: SessionIdentifier.uid(of: facts), facts: facts, verdict: Judge.verdict(for: facts),
        attempt: Attempt(group: 0, role: .single, ordinal: 1, size: 1))
    }
    AttemptRoles.place(order, as: number + 1, of: &reports)
    sites.place(&reports)
    return reports
  }
}
