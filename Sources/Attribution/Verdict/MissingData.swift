import Evidence
import RDPProtocol
import TCPStreams

/// What would settle a verdict that this capture leaves open: which data, and what each thing it can
/// show would mean.
enum MissingData {
  /// Below this confidence of a named cause, a user is told what would settle it.
  private static let settled = 0.8
  private static let most = 4

  static func wishes(_ code: VerdictCode, facts: WireFacts, confidence: Double) -> [String] {
    guard code.cause == .undetermined || confidence < settled else { return [] }
    if code == .undeterminedNotRDP { return [stranger] }
    if facts.isHiddenByCarrier { return [insideTheCarrier] }
    var wishes: [String] = []
    if facts.isContentHidden { wishes.append(wholePackets) }
    if facts.connection.isOneSided { wishes.append(bothDirections) }
    if facts.goodbye == nil, !facts.connection.isOneSided { wishes.append(longer) }
    if facts.connection.isMidStream { wishes.append(fromTheStart) }
    if facts.credssp.expected, facts.phase <= .credssp { wishes.append(securityLog) }
    if facts.phase == .active { wishes.append(sessionLog) }
    if facts.isEstablished { wishes.append(otherEnd(facts)) }
    if facts.trace.tls.version != nil, facts.trace.decrypted == nil { wishes.append(keys) }
    return Array((wishes.isEmpty ? [longer] : wishes).prefix(most))
  }

  /// Where only logs tell of the session.
  static func wishes(_ code: VerdictCode) -> [String] {
    code.cause == .undetermined ? [packets] : []
  }

  private static let packets =
    "a capture at either end of the same time: the first FIN or RST names the side that ended the "
    + "session, data sent again without an answer means the path"

  private static let insideTheCarrier =
    "a capture between the gateway and the RDP server: there the session itself is visible, and its "
    + "end tells the gateway's path from the server"

  private static let wholePackets =
    "a capture of whole packets (snap length 0): the handshakes show how far the session came, and a "
    + "refusal in them is the cause"

  private static let bothDirections =
    "a capture of both directions: acknowledgements that stop mean the path failed; if they go on, "
    + "the first FIN or RST names the side that ended it"

  private static let longer =
    "a longer capture: a FIN or RST names the side that gave up, data sent again and again without "
    + "an answer means the path, and traffic that goes on that nothing dropped"

  private static let fromTheStart =
    "a capture from the session's start: a refusal in the negotiation or log-on shows there; "
    + "without one the session was up, and its end decides"

  private static let securityLog =
    "the server's Security log: event 4625 means a refused log-on, and its sub-status says why; "
    + "none, and LsaSrv 6041 in the client's System log, means a version policy; neither, that the "
    + "client left by itself"

  private static let sessionLog =
    "the server's LocalSessionManager log at that second: events 23 and 24 mean the user, event 40 "
    + "names another reason, and no entry that the server itself went down"

  private static let keys =
    "a TLS key log of the session: with it the server's own error code is read, which tells "
    + "password, account, right and policy apart"

  private static let stranger =
    "what connected from the client's address: a monitor or scanner means that nothing is wrong, "
    + "an RDP client that something on the way or on this port speaks another protocol"

  private static func otherEnd(_ facts: WireFacts) -> String {
    let end = facts.connection.capturePoint == .server ? "client" : "server"
    return
      "a capture at the \(end) of the same moment: packets that are in one and not in the other "
      + "were lost or made between them; if both agree, the host that fell silent or closed did it"
  }
}
