/// What happened around the session.
extension EvidenceCode {
  public static let contextServerPeersFine = EvidenceCode("context.server_peers_fine")
  public static let contextServerPeersDropped = EvidenceCode("context.server_peers_dropped")
  public static let contextClientSessionsFine = EvidenceCode("context.client_sessions_fine")
  public static let contextClientSessionsDropped = EvidenceCode("context.client_sessions_dropped")

  public static let hostFirewallDropped = EvidenceCode("host.firewall_dropped")
  public static let hostDropped = EvidenceCode("host.dropped")

  public static let storyPortClosedAfter = EvidenceCode("story.port_closed_after")
  public static let storyReconnected = EvidenceCode("story.reconnected")
  public static let storySessionFollows = EvidenceCode("story.session_follows")
  public static let storySameHaste = EvidenceCode("story.same_haste")
  public static let storySameTimer = EvidenceCode("story.same_timer")
  public static let storyFallbackWorked = EvidenceCode("story.fallback_worked")
}
