/// Symbolic codes of Azure Virtual Desktop that are rarer, and those of its clients.
extension VirtualDesktopCodes {
  typealias Row = (name: String, kind: LogEventKind, meaning: String)

  static let further: [Row] = logons + hosts + network + ends + steps

  private static let logons: [Row] = [
    ("PasswordInvalid", .logonRefused, "The password is wrong"),
    ("LogonFailure", .logonRefused, "The log-on was refused"),
    ("PasswordExpired", .logonRefused, "The password is expired"),
    ("PasswordMustChange", .logonRefused, "The password must be changed"),
    ("AccountDisabled", .logonRefused, "The account is disabled"),
    ("AccountExpired", .logonRefused, "The account is expired"),
    ("AccountRestriction", .logonRefused, "The account is restricted"),
    ("NoSuchUser", .logonRefused, "The user is not known"),
    ("LogonTypeNotGranted", .authorizationDenied, "The user may not log on this way"),
    ("InsufficientPrivileges", .authorizationDenied, "The user may not use Remote Desktop"),
    ("UserNotAuthorized", .authorizationDenied, "The user may not use this desktop"),
    ("FreshCredsRequired", .logonRefused, "The server demands fresh credentials"),
  ]

  private static let hosts: [Row] = [
    (
      "ConnectionFailedUserHasValidSessionButRdshIsUnhealthy", .backendFailed,
      "The host of the user's session is not healthy"
    ),
    (
      "ConnectionFailedPersonalDesktopFailedToBeStarted", .backendFailed,
      "The user's own desktop could not be started"
    ),
    ("RdshIsUnhealthy", .backendFailed, "The session host is not healthy"),
    ("NoHealthyRdsh", .backendFailed, "No healthy session host is available"),
    ("AdTrustedRelationshipFailure", .backendFailed, "The host lost its trust to the domain"),
    ("OutOfMemory", .backendFailed, "The host ran out of memory"),
    ("GraphicsSubsystemFailed", .backendFailed, "The host's graphics failed"),
    ("ServerShutdown", .hostStopping, "The host was shut down"),
    ("ShutdownInProgress", .hostStopping, "The host was being shut down"),
    ("VMShutdown", .hostStopping, "The host was shut down"),
    ("HostShutdown", .hostStopping, "The host was shut down"),
    ("LicensingFailed", .licensingFailed, "The client got no licence"),
    ("License", .licensingFailed, "The client got no licence"),
  ]

  private static let network: [Row] = [
    ("ClientNetworkUnavailable", .transportError, "The client had no network"),
    ("NetworkUnavailable", .transportError, "There was no network"),
    ("SocketConnectFailed", .connectFailed, "No TCP connection came about"),
    ("DnsLookupFailed", .nameNotFound, "The name was not found"),
    ("DNSLookup", .nameNotFound, "The name was not found"),
    ("HostNotFound", .nameNotFound, "The name was not found"),
    ("GetHostByName", .nameNotFound, "The name was not found"),
    ("ConnectionTimeout", .transportError, "The connection timed out"),
    ("ReverseUngracefulClose", .connectionEnded, "The host closed without its farewell"),
    (
      "ConnectionFailedServerDisconnect", .connectionEnded,
      "The host left while the connection came up"
    ),
    ("ConnectionFailedClient", .peerClosed, "The client left while connecting"),
  ]

  private static let ends: [Row] = [
    ("LogoffByUser", .sessionLoggedOff, "The user logged off"),
    ("DisconnectedByOtherConnection", .sessionTakenOver, "Another connection took over"),
    ("DisconnectedByUser", .userClosed, "The user ended the session"),
    ("LogonTimeout", .limitReached, "The limit of session time was reached"),
    ("RpcInitiated", .connectionEnded, "An administrator's tool ended the session"),
    ("OnClientDisconnected", .sessionDisconnected, "The client was disconnected"),
  ]

  private static let steps: [Row] = [
    ("LoadBalancedNewConnection", .attemptBegins, "The broker chose a host"),
    ("TransportConnect", .phaseReached, "Client and service are connected"),
    ("RdpStackConnectionEstablished", .sessionConnected, "The desktop is there"),
    ("RdpShellAppExecuted", .sessionConnected, "The desktop is there"),
    ("FirstGraphicsReceived", .sessionConnected, "The desktop is there"),
    ("RdpStackLogon", .logonSucceeded, "The user is logged on"),
    ("BastionConnect", .sessionConnected, "A user opened a desktop through Azure Bastion"),
    ("BastionDisconnect", .sessionDisconnected, "The connection through Azure Bastion ended"),
  ]
}
