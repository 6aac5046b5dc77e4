/// How much a page says about the cause, beside other pages of the same text: the least comes first.
enum Weight {
  typealias Family = Explanation.Family

  /// - Parameters:
  ///   - isMessage: It was found by a program's words, not by a number or name.
  ///   - isOfEvent: The text is an event or holds an alert, whose numbers are its own.
  static func of(_ page: Explanation, isMessage: Bool, isOfEvent: Bool) -> Int {
    if tellingEvents.contains(page.code) { return alert }
    if isMessage {
      let level = MessageBook.vagueness[page.code] ?? 0
      return level < MessageBook.withoutReason ? message + level : step + level
    }
    if noReason.contains(page.code) { return nothing }
    switch page.family {
    case .tlsAlert: return vagueAlerts.contains(page.code) ? vague : alert
    case .windowsEvent: return event
    case .freeRDPExit: return exit
    case .errno where page.code == brokenPipe: return step
    case .freeRDP where !vagueFreeRDP.contains(page.code): return telling
    case .freeRDP, .win32, .winsock: return isOfEvent ? codeOfEvent : general
    default: return vagueStatuses[page.code] ?? telling
    }
  }

  /// Events that name the cause themselves, whose code only says that something failed.
  private static let tellingEvents: Set<String> = [
    "event 36", "event 227", "event 304", "event 1041", "event 1057", "event 1058",
  ]

  private static let alert = 9
  private static let telling = 10
  private static let restricted = 11
  private static let vague = 12
  private static let codeOfEvent = 15
  private static let event = 16
  static let failedGateway = 17
  /// The step that failed, of a line whose error number is that of the step.
  static let failedStep = 9
  private static let message = 20
  private static let general = 30
  /// A message that only tells the step: even a general code says more.
  private static let step = 31
  private static let exit = 40
  private static let nothing = 41

  /// EPIPE: the side that writes learns that the other has gone, as a consequence of what happened before.
  private static let brokenPipe = "errno 32"

  /// STATUS_LOGON_FAILURE and STATUS_ACCOUNT_RESTRICTION, beside which a sub-status tells more.
  private static let vagueStatuses = [
    "NTSTATUS 0xC000006D": vague, "NTSTATUS 0xC000006E": restricted,
  ]
  private static let noReason: Set<String> = ["NTSTATUS 0x00000000", "extended 0x0", "errno 0"]
  /// close_notify, internal_error and user_canceled.
  private static let vagueAlerts: Set<String> = ["TLS alert 0", "TLS alert 80", "TLS alert 90"]
  /// Names that say at which step it failed, not why.
  private static let vagueFreeRDP: Set<String> = [
    "ERRCONNECT_PRE_CONNECT_FAILED", "ERRCONNECT_CONNECT_UNDEFINED",
    "ERRCONNECT_POST_CONNECT_FAILED", "ERRCONNECT_CONNECT_FAILED",
    "ERRCONNECT_MCS_CONNECT_INITIAL_ERROR", "ERRCONNECT_TLS_CONNECT_FAILED",
    "ERRCONNECT_AUTHENTICATION_FAILED", "ERRCONNECT_CONNECT_CANCELLED",
    "ERRCONNECT_SECURITY_NEGO_CONNECT_FAILED", "ERRCONNECT_CONNECT_TRANSPORT_FAILED",
    "ERRCONNECT_DNS_ERROR",
  ]
}
