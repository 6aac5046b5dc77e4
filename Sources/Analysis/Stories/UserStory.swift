import Attribution
public import CaptureReader
public import Evidence
public import RDPProtocol
import TCPStreams

/// What a user lived through: the connections that belong together, and one verdict for them.
public struct UserStory: Sendable, Hashable {
  public enum Outcome: String, Sendable, Codable, CaseIterable {
    /// The session came about, and nothing was lost.
    case worked
    /// A session was lost or refused, and a later one came about.
    case recovered
    /// A session was lost, and none came about afterwards.
    case lost
    /// No session came about.
    case failed
    /// The capture does not tell.
    case unknown
  }

  /// `Attempt.group` of its sessions.
  public var group: Int
  /// Indices of its sessions, in order of time.
  public var members: [Int]
  /// Index of the session whose verdict is the story's.
  public var deciding: Int
  public var outcome: Outcome
  public var start: Timestamp
  public var end: Timestamp
  /// One sentence: `one drop (network.path_outage), 3 reconnect tries, then success after 14 s`.
  public var summary: String

  /// The stories of grouped sessions, in order of their groups.
  ///
  /// - Parameter least: sessions that a story has at least; with 1, those that stand alone have one
  ///   too.
  public static func stories(of sessions: [SessionReport], ofAtLeast least: Int = 1) -> [UserStory]
  {
    // A session that stands alone is a story whatever its number.
    var groups: [Int: [Int]] = [:]
    for index in sessions.indices where sessions[index].attempt.size >= least {
      let isAlone = sessions[index].attempt.size <= 1
      groups[isAlone ? -1 - index : sessions[index].attempt.group, default: []].append(index)
    }
    return groups.values.filter { $0.count >= least }
      .sorted { ($0.first ?? 0) < ($1.first ?? 0) }
      .map { members in
        UserStory(
          group: sessions[members[0]].attempt.group,
          members: members.sorted {
            (sessions[$0].attempt.ordinal, $0) < (sessions[$1].attempt.ordinal, $1)
          }, of: sessions)
      }
  }

  private init(group: Int, members: [Int], of sessions: [SessionReport]) {
    self.group = group
    self.members = members
    let told = members.map { sessions[$0] }
    // Beyond a relay another clock may run.
    let own = told.filter { $0.attempt.role != .relayed }
    start = own.map(\.startTime).min() ?? Timestamp(nanoseconds: 0)
    end = own.map(\.facts.identity.end).max() ?? start
    outcome = Self.outcome(of: told)
    deciding = members[Self.deciding(outcome, told)]
    summary =
      StoryText.sentence(of: own, outcome: outcome)
      + (own.count < told.count ? ", seen on both sides of a relay" : "")
  }

  private static func outcome(of sessions: [SessionReport]) -> Outcome {
    Outcome(
      of: sessions.map {
        Outcome.Step(cause: $0.verdict.cause, phase: $0.facts.phase, role: $0.attempt.role)
      })
  }

  /// The connection that says why: the last drop, else the last try with a cause, else the last of
  /// all. Tries that follow a drop show its consequences, and so do tries without NLA after a refusal
  /// with it.
  private static func deciding(_ outcome: Outcome, _ sessions: [SessionReport]) -> Int {
    let places = sessions.indices.filter { !sessions[$0].attempt.role.isPreliminary }
    func last(_ isMeant: (SessionReport) -> Bool) -> Int? {
      places.last { isMeant(sessions[$0]) }
    }
    let fallback = places.last ?? sessions.count - 1
    switch outcome {
    case .worked: return last { $0.facts.phase == .active } ?? fallback
    case .recovered, .lost, .failed, .unknown:
      return last { $0.isLostSession } ?? lastRefusal(places, sessions) ?? fallback
    }
  }

  /// The last try with a cause that no earlier refusal made the client ask for less.
  private static func lastRefusal(_ places: [Int], _ sessions: [SessionReport]) -> Int? {
    var refusedWithNLA = false
    var found: Int?
    for place in places where sessions[place].hasCause {
      let asksForNLA = sessions[place].asksForNLA
      if refusedWithNLA, asksForNLA == false { continue }
      refusedWithNLA = refusedWithNLA || asksForNLA == true
      found = place
    }
    return found
  }
}

extension UserStory.Outcome {
  /// What counts of a connection.
  public struct Step: Sendable, Hashable {
    var cause: Cause
    var phase: Phase
    var role: Attempt.Role

    public init(cause: Cause, phase: Phase, role: Attempt.Role) {
      self.cause = cause
      self.phase = phase
      self.role = role
    }
  }

  /// How it went, by the connections that were meant to be sessions, in order of time.
  public init(of steps: [Step]) {
    let meant = steps.filter { !$0.role.isPreliminary }
    guard let last = meant.last else {
      self = steps.isEmpty ? .unknown : .worked
      return
    }
    let earlier = meant.dropLast()
    if last.cause == .undetermined {
      self = .unknown
    } else if last.cause == .clean, last.phase == .active || earlier.isEmpty {
      self = earlier.allSatisfy { $0.cause == .clean } ? .worked : .recovered
    } else {
      self = meant.contains { $0.phase == .active } ? .lost : .failed
    }
  }
}

extension SessionReport {
  var startTime: Timestamp { facts.identity.start }
  var hasCause: Bool { verdict.cause != .clean && verdict.cause != .undetermined }
  /// The client offers CredSSP; nil where its request was not seen.
  fileprivate var asksForNLA: Bool? {
    guard let request = wire?.trace.request?.value else { return nil }
    return request.requestedProtocols?.contains(.hybrid) ?? false
  }
  /// It had a desktop, and lost it.
  var isLostSession: Bool { facts.phase == .active && hasCause }
}

extension Attempt.Role {
  /// Not meant to be the session: it prepares for the one that follows.
  var isPreliminary: Bool {
    [.probe, .superseded, .redirected, .relayed].contains(self)
  }
}
