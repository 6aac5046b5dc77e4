/// Symbolic error names of Azure Virtual Desktop (`CodeSymbolic` of WVDErrors).
enum VirtualDesktopEntries {
  static let all: [HandbookEntry] = [
    row(
      "ConnectionFailedClientDisconnect", "the client left before the session was up",
      "The client ended the attempt itself: cancelled, or its own path failed.",
      seeAlso: "client.terminated"),
    row(
      "ConnectionFailedClientConnectedTooLateReverseConnectionAlreadyClosed",
      "the client came too late",
      "The session host had given up waiting for the client: a slow sign-in prompt or path.",
      seeAlso: "network.latency"),
    row(
      "ConnectionFailedReverseConnectStackMissing", "the session host lacks its side-by-side stack",
      "The agent of the session host is damaged or not up to date.", seeAlso: "server.closed"),
    row(
      "ConnectionFailedReverseConnectDnsLookupFailed",
      "the session host could not resolve the gateway",
      "DNS on the session host failed.", seeAlso: "network.unreachable"),
    row(
      "ConnectionFailedNoHealthyRdshAvailable", "no session host is available",
      "All session hosts of the pool are off, full, or unhealthy.", seeAlso: "server.closed"),
    row(
      "ConnectionFailedPersonalDesktopFailedToBeStarted", "the personal desktop did not start",
      "The desktop could not be started on demand.", seeAlso: "network.syn_unanswered"),
    row(
      "ConnectionFailedUserNotAuthorized", "the user has no right to the application group",
      "The user is not assigned to the application group or the desktop.",
      seeAlso: "credssp.access_denied"),
    row(
      "ConnectionFailedUserHasValidSessionButRdshIsUnhealthy",
      "the user's session host is unhealthy",
      "The user has a session on a host that no longer answers.", seeAlso: "server.unresponsive"),
    row(
      "ConnectionFailedUserSidInformationMismatch", "the user's identity does not match",
      "The identity of the token and of the directory differ.", seeAlso: "credssp.logon_failure"),
    row(
      "ConnectionFailedAdErrorNoSuchMember", "the session host does not find the account",
      "The account that signs in does not exist in the session host's domain: it is in Entra only, or not synchronised, or the host is joined elsewhere.",
      seeAlso: "subject Entra"),
    row(
      "ConnectionFailedAdTrustedRelationshipFailure",
      "the session host's trust with the domain is broken",
      "The session host no longer has a valid account in the domain.",
      seeAlso: "credssp.server_dropped"),
    row(
      "ConnectionFailedServerDisconnect", "the session host ended the attempt",
      "The session host closed before the session was up.", seeAlso: "server.closed"),
    row(
      "ConnectionBrokenMissedHeartbeatThresholdExceeded",
      "the session host heard nothing of the client",
      "Heartbeats stayed away: the client's path failed or the client slept.",
      seeAlso: "network.path_outage"),
    row(
      "UnexpectedNetworkDisconnect", "the network connection was lost",
      "The connection broke without a goodbye: the client's path, or the client slept.",
      seeAlso: "network.path_outage"),
    row(
      "NoLicenseServer", "no licence server",
      "The session host found no licence server.", seeAlso: "server.disconnected"),
    row(
      "InvalidCredentials", "wrong credentials",
      "The session host refused the user name or password.", seeAlso: "credssp.logon_failure"),
    row(
      "AccountLockedOut", "the account is locked",
      "Too many wrong passwords locked the account; do not try again before it is unlocked.",
      seeAlso: "credssp.account_restricted"),
    row(
      "PasswordExpired", "the password has expired",
      "The password must be changed first.", seeAlso: "credssp.password_expired"),
    row(
      "LogonTimeout", "the logon took too long",
      "The user did not finish the logon in the time allowed.", seeAlso: "credssp.client_withdrew"),
    row(
      "AutoReconnectNoOriginalSession", "no session to return to",
      "The session to which the client wanted to return had ended.",
      seeAlso: "rdp.reconnect_refused"),
    row(
      "GraphicsSubsystemFailed", "the graphics of the session host failed",
      "The graphics driver or encoder of the session host failed.", seeAlso: "mstsc 0x112F"),
    row(
      "SavedCredentialsNotAllowed", "saved credentials are not allowed",
      "A policy of the server demands that credentials are typed.",
      seeAlso: "credssp.client_withdrew"),
    row(
      "SessionHostDeallocated", "the session host is switched off and is being started",
      """
      The session host was deallocated; with Start VM on Connect it is started now, which takes \
      some minutes. If it never comes, the service lacks the right to start it (role Desktop \
      Virtualization Power On Contributor) or Azure has no capacity.
      """, seeAlso: "AVD ConnectionFailedPersonalDesktopFailedToBeStarted"),
    row(
      "OutOfMemory", "not enough memory",
      "The session host lacked memory.", seeAlso: "server.unresponsive"),
  ]

  private static func row(
    _ name: String, _ title: String, _ meaning: String, seeAlso: String
  ) -> HandbookEntry {
    HandbookEntry(
      explanation: Explanation(
        code: "AVD \(name)", family: .virtualDesktop, title: title, meaning: meaning,
        confirm: [
          "WVDErrors and WVDConnections in Log Analytics, joined by CorrelationId.",
          "The session host's own logs (RdpCoreTS, LocalSessionManager) at that second.",
        ],
        fixes: [
          Explanation.Fix(
            "Look at WVDCheckpoints of the same CorrelationId: the last one names the step reached."
          )
        ], seeAlso: [seeAlso]),
      numbers: nil, names: [name])
  }
}
