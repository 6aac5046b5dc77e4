import CaptureReader
import RDPProtocol
import TCPStreams

/// Weakens what rests on a complete capture in the right order where the capture is neither: that a
/// side did not do something, or closed before the other.
enum Completeness {
  /// Claims about what was not said before an end, or who ended it first, while a connection comes up.
  private static let absences: Set<EvidenceCode> = [
    .serverClosedAtOnce, .serverClosedOnRequest, .serverClosedAfterConfirm, .serverClosedAfterTLS,
    .serverClosedInConnectionSequence, .clientLeftInConnectionSequence,
    .serverEndedInConnectionSequence, .serverRefusedInConnectionSequence,
    .clientEndedInConnectionSequence, .clientNoAnswer, .tlsClosedOnClientHello,
    .tlsServerLeftInHandshake, .tlsClientLeftInHandshake, .tlsClientLeftBeforeHello,
    .tlsClientLeftBeforeCredssp,
    .tlsClientLeftAfterHandshake, .credsspClosedOnFirstToken, .credsspServerLeftAfterPublicKey,
    .credsspClosedAfterCredentials, .credsspClientLeftAfterChallenge,
    .credsspClientLeftAfterPublicKey, .credsspClientLeftAfterCredentials, .credsspClientLeftAtOnce,
    .credsspClientCheckedOnly, .storySessionFollows, .rdpGoodbyeBeforeUse,
  ]
  /// Claims about who ended a session first.
  private static let endings: Set<EvidenceCode> = [
    .serverClosedWithAlert, .serverFINMidSession, .serverResetMidSession, .clientClosedWithAlert,
    .clientFINMidSession, .clientResetMidSession, .clientFINWithoutAlert, .serverResetUnknown,
  ]
  /// Claims about how long something lasted.
  private static let durations: Set<EvidenceCode> = [
    .tcpOutage, .tcpHeavyLoss, .tcpDeliveryStalled, .tcpIdleThenSilence, .tcpIdleThenReset,
    .serverSilent, .clientSilent,
  ]
  /// Messages told by their order and size: where one is missing, another is taken for it.
  private static let places: Set<EvidenceCode> = [
    .credsspRefusedByErrorCode, .credsspFirstTokenRefused, .credsspEarlyAuthorizationDenied,
    .credsspStalled,
  ]
  private static let shareOfPlaces = 0.7
  /// So much of them is left where bytes are missing, or the clock was set back.
  private static let share = 0.6

  static func weakened(_ evidence: [Evidence], in facts: WireFacts) -> [Evidence] {
    let isTorn = !facts.hasSteadyClock
    let lacksBytes =
      facts.phase < .active && facts.client.missedBytes + facts.server.missedBytes > 0
    // What the server had said before the capture began is not in it.
    let lacksStart = facts.connection.isMidStream
    guard isTorn || lacksBytes || lacksStart else { return evidence }
    return evidence.map { item in
      var item = item
      if (isTorn || lacksBytes) && absences.contains(item.code)
        || isTorn && (endings.contains(item.code) || durations.contains(item.code))
      {
        item.strength *= share
      } else if lacksBytes && places.contains(item.code)
        || lacksStart && item.code == .serverClosedOnRequest
      {
        item.strength *= shareOfPlaces
      }
      return item
    }
  }
}
