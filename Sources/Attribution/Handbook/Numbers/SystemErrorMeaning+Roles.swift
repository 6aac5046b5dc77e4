/// What errors of services, of the web and of the session host mean.
extension SystemErrorMeaning {
  private typealias Fix = Explanation.Fix

  static let serviceTimeout = SystemErrorMeaning(
    title: "the service did not answer in time",
    text: """
      A service that was to start or stop said nothing for thirty seconds: the host is overloaded, the program hangs, or a part of it is missing. Where it is Remote Desktop Services, no session can be opened meanwhile.
      """,
    confirm: [Check.serviceState, Check.serviceEvents],
    fixes: [
      CommonFix.serverLoad,
      Fix(
        "Start the service once more when the host has settled.",
        command: "Start-Service TermService"),
    ],
    seeAlso: ["subject remote desktop off", "event 7034"])

  static let serviceDisabled = SystemErrorMeaning(
    title: "the service is disabled",
    text: """
      The service, or one that it needs, is set to disabled and cannot be started.
      """,
    confirm: [Check.serviceState],
    fixes: [
      Fix(
        "Set the service back to how it starts by default, and start it.",
        command: "Set-Service TermService -StartupType Manual; Start-Service TermService")
    ],
    seeAlso: ["subject remote desktop off", "server.port_closed"])

  static let serviceMissing = SystemErrorMeaning(
    title: "there is no such service",
    text: """
      The name is misspelt, or the role that holds the service is not installed.
      """,
    confirm: [Check.serviceState], fixes: [CommonFix.enableRemoteDesktop],
    seeAlso: ["subject remote desktop off", "subject deployment"])

  static let serviceStopped = SystemErrorMeaning(
    title: "the service is not running",
    text: """
      The service was asked for something while it was stopped.
      """,
    confirm: [Check.serviceState, Check.serviceEvents],
    fixes: [Fix("Start the service.", command: "Start-Service TermService")],
    seeAlso: ["subject remote desktop off", "server.port_closed"])

  static let serviceFailed = SystemErrorMeaning(
    title: "the service ended with a fault",
    text: """
      The service's program ended by itself or with an error of its own; its own log or event 7031 or 7034 says which.
      """,
    confirm: [Check.serviceEvents], fixes: [CommonFix.serverLog, CommonFix.updateBoth],
    seeAlso: ["event 7034", "subject remote desktop off"])

  static let serviceDependency = SystemErrorMeaning(
    title: "a service that this one needs did not start",
    text: """
      A service that has to run first did not start (for Remote Desktop Services it is Remote Procedure Call). The one that failed first is in the System log.
      """,
    confirm: [Check.serviceEvents],
    fixes: [
      Fix(
        "Find the services it needs and start the one that is stopped.",
        command: "Get-Service TermService -RequiredServices")
    ],
    seeAlso: ["subject remote desktop off", "subject gateway"])

  static let serviceLogon = SystemErrorMeaning(
    title: "the service's account could not log on",
    text: """
      The account of the service has another password by now, is locked or disabled, or may not log on as a service. Remote Desktop Services run as Network Service: there somebody changed it.
      """,
    confirm: [Check.serviceEvents, Check.failedLogon],
    fixes: [
      Fix(
        "Give the service its own account again, or the new password.",
        command: "sc.exe qc TermService"), CommonFix.accountState,
    ],
    seeAlso: ["subject remote desktop off"])

  static let shuttingDown = SystemErrorMeaning(
    title: "the host is shutting down",
    text: """
      The host was on its way down and takes nothing new.
      """,
    confirm: [Check.serverPower], fixes: [CommonFix.restartReason, CommonFix.hostAwake],
    seeAlso: ["server.closed"])

  static let cannotConnect = SystemErrorMeaning(
    title: "no connection to the server",
    text: """
      The web address was not reached: nothing listens there, a firewall or proxy is between, or the name leads elsewhere.
      """,
    confirm: [Check.port], fixes: [CommonFix.dns, CommonFix.pathFirewall],
    seeAlso: ["network.unreachable", "subject gateway"])

  static let notHTTP = SystemErrorMeaning(
    title: "the answer is no HTTP",
    text: """
      Something answers on the port that does not speak HTTP, or a device between changed the answer.
      """,
    confirm: [Check.bothEnds], fixes: [CommonFix.portOwner, CommonFix.whoInterferes],
    seeAlso: ["subject gateway", "subject inspection"])

  static let secureChannel = SystemErrorMeaning(
    title: "TLS could not be set up",
    text: """
      The TLS connection failed: no version or cipher suite in common, a certificate that was not accepted, a clock that is wrong, or a device between.
      """,
    confirm: [Check.schannel, Check.clock],
    fixes: [CommonFix.enableTLS12, CommonFix.fixClock, CommonFix.exemptInspection],
    seeAlso: ["subject TLS versions", "tls.alert", "subject certificate"])

  static let proxy = SystemErrorMeaning(
    title: "the proxy was not found",
    text: """
      The way to the web could not be found by itself: the proxy script or its server is not reached. Where no proxy is needed it is no failure.
      """,
    confirm: ["netsh winhttp show proxy"],
    fixes: [
      Fix(
        "Set the proxy by hand, or switch the automatic search off.",
        command: "netsh winhttp show proxy")
    ],
    seeAlso: ["subject gateway"])

  static let notRegistered = SystemErrorMeaning(
    title: "a component is not registered",
    text: """
      A part of the program is not installed or not registered; it is a fault of that host and not of the connection.
      """,
    confirm: [Check.clientLog], fixes: [CommonFix.updateClient],
    seeAlso: ["subject client crash"])

  static let sessionMissing = SystemErrorMeaning(
    title: "there is no such session",
    text: """
      The session that was asked for does not exist, or no more: it was ended, or the number is another host's.
      """,
    confirm: ["qwinsta /server:HOST"],
    fixes: [
      Fix("List the sessions and take the number from there.", command: "qwinsta /server:HOST")
    ],
    seeAlso: ["subject stuck sessions"])

  static let sessionBusy = SystemErrorMeaning(
    title: "the session is busy",
    text: """
      The session is in the middle of something, such as a logon or an end, that does not come to its own end.
      """,
    confirm: ["qwinsta /server:HOST"], fixes: [CommonFix.stuckSessions],
    seeAlso: ["subject stuck sessions"])

  static let logonDisabled = SystemErrorMeaning(
    title: "logons are switched off on this host",
    text: """
      The session host takes no new sessions: drain mode, or somebody switched logons off.
      """,
    confirm: ["chglogon /query"],
    fixes: [
      Fix("Allow logons again when the work on the host is done.", command: "change logon /enable")
    ],
    seeAlso: ["subject session limits", "subject broker"])

  static let shadowing = SystemErrorMeaning(
    title: "shadowing is not possible",
    text: """
      The session cannot be watched: policy forbids it, the user said no, it is the own session, or its display differs.
      """,
    confirm: ["qwinsta /server:HOST"],
    fixes: [
      Fix(
        "Look which mode the policy allows and ask the user again.",
        command:
          "reg query \"HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services\" /v Shadow"
      )
    ],
    seeAlso: ["subject shadowing"])

  static let sessionDenied = SystemErrorMeaning(
    title: "the right over other people's sessions is missing",
    text: """
      The account may not look at, message, watch or end this session.
      """,
    confirm: ["qwinsta /server:HOST"],
    fixes: [Fix("Do it from an elevated prompt of an account that administers the server.")],
    seeAlso: ["subject stuck sessions", "subject shadowing"])

  static let licence = SystemErrorMeaning(
    title: "the licence does not allow it",
    text: """
      The session host has no licence for this client: none is free, the client's is damaged or over, or the licensing mode does not fit.
      """,
    confirm: [Check.otherSessions], fixes: [CommonFix.licensing, CommonFix.licenseStore],
    seeAlso: ["subject licensing"])

  static let protocolError = SystemErrorMeaning(
    title: "a part of the protocol saw something it does not know",
    text: """
      The server's RDP met data that it could not read, and disconnected: programs whose versions do not fit, a driver or device that changes packets, or a client that was cut off in the middle.
      """,
    confirm: [Check.resetFilter, Check.otherSessions],
    fixes: [CommonFix.updateBoth, CommonFix.adapterOffload, CommonFix.captureBothEnds],
    seeAlso: ["subject protocol error", "event 50", "protocol.malformed"])

  static let securityLayer = SystemErrorMeaning(
    title: "the security layer saw an error and disconnected",
    text: """
      Data could not be decrypted or came out of turn, and the server ended the connection. It is also written where a client just went away, and by scanners.
      """,
    confirm: [Check.resetFilter, Check.schannel],
    fixes: [CommonFix.updateBoth, CommonFix.adapterOffload, CommonFix.captureBothEnds],
    seeAlso: ["event 56", "tls.bad_record", "client.terminated"])

  static let sessionsDiffer = SystemErrorMeaning(
    title: "the two sessions' displays do not fit",
    text: """
      One session cannot watch the other, because their displays differ.
      """,
    confirm: ["qwinsta /server:HOST"],
    fixes: [
      Fix("Connect with the size and number of displays of the session that is to be watched.")
    ],
    seeAlso: ["subject shadowing"])

  static let video = SystemErrorMeaning(
    title: "the session's display failed",
    text: """
      The part of Windows that draws a remote session failed: the graphics driver, or too little memory.
      """,
    confirm: [Check.otherSessions], fixes: [CommonFix.graphics, CommonFix.serverLoad],
    seeAlso: ["subject graphics", "subject black screen"])
}
