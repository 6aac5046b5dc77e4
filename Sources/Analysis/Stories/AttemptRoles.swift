import Attribution
import Evidence
import PacketDecode
import RDPProtocol

/// Gives the sessions of a story their places and roles in it: what the verdicts make of its members.
enum AttemptRoles {
  /// - Parameters:
  ///   - members: the story's sessions in order of time.
  ///   - group: the story's number.
  static func place(_ members: [Int], as group: Int, of sessions: inout [SessionReport]) {
    for (place, index) in members.enumerated() {
      let half = sessions[index].facts.relay
      if half?.decides == false {
        sessions[index].attempt = Attempt(
          group: group, role: .relayed, ordinal: place + 1, size: members.count)
        continue
      }
      // Only a broker's session is followed by one with another server.
      let isRedirected =
        half == nil && place + 1 < members.count
        && sessions[members[place + 1]].facts.relay == nil
        && sessions[members[place + 1]].facts.identity.server?.address
          != sessions[index].facts.identity.server?.address
      // Most stand alone: the whole of a session would be copied for the others' roles.
      let role = members.count == 1 ? .single : Self.role(of: sessions[index])
      sessions[index].attempt = Attempt(
        group: group, role: isRedirected ? .redirected : role, ordinal: place + 1,
        size: members.count)
    }
  }

  private static func role(of session: SessionReport) -> Attempt.Role {
    switch session.verdict.code {
    case .cleanProbe: return .probe
    case .cleanSuperseded: return .superseded
    default: break
    }
    guard session.facts.phase == .active else { return .try }
    return [.clean, .undetermined].contains(session.verdict.cause) ? .success : .dropped
  }
}
