import Evidence
import LogReader

/// Log-ons that were refused: the status that the log names decides what is said and what is to do.
extension ToldAdvice {
  static func account(_ record: DecidingRecord) -> Advice? {
    switch record.code {
    case "log.logon_refused": refused(record)
    case "log.account_restricted": restricted(record)
    case "log.password_expired": expired(record)
    case "log.no_authority": authority(record)
    case "log.authentication_failed", "log.nla_failed", "log.words_logon":
      record.verdict == .credsspLogonFailure && record.server == .unknown && !record.hasPackets
        ? unknownReason(record) : nil
    default: nil
    }
  }

  /// A local account's commands run on the server, a domain's where its tools are.
  private static func isLocal(_ record: DecidingRecord) -> Bool {
    guard let user = record.events.lazy.compactMap(\.user).first ?? record.session.user else {
      return false
    }
    guard let slash = user.firstIndex(of: "\\") else { return false }
    let domain = user[..<slash].lowercased()
    let computer = record.session.computer?.prefix { $0 != "." }.lowercased()
    return domain.isEmpty || domain == "." || domain == computer
  }

  private static let savedPassword =
    "a saved one is deleted on the client with `cmdkey /delete:TERMSRV/HOST`"

  private static func refused(_ record: DecidingRecord) -> Advice? {
    // Their own commands stand in a table of their own.
    guard record.server == .windows || record.server == .unknown else { return nil }
    switch record.number(.ntStatus) {
    case 0xc000_0064?:
      return Advice(
        summary: "The server refused the log-on: there is no such user.",
        nextAction:
          "Type the user name with its authority: DOMAIN\\user, .\\user for an account of the "
          + "server itself, AzureAD\\user. Names that nobody has, from addresses that nobody "
          + "knows, are somebody's tries: close the port to them.")
    case 0xc000_006a?:
      return Advice(
        summary: "The server refused the log-on: wrong password.",
        nextAction:
          "See first whether the account is locked by now: `\(isLocal(record) ? "net user NAME" : "net user NAME /domain")`. "
          + "If not, type the password anew, with the user name's authority (DOMAIN\\user, .\\user); "
          + "\(savedPassword).")
    default:
      return Advice(
        summary: "The server refused the log-on: wrong user name or password.",
        nextAction:
          "See first whether the account is locked by now: `\(isLocal(record) ? "net user NAME" : "net user NAME /domain")`. "
          + "If not, type user name (DOMAIN\\user, .\\user, AzureAD\\user) and password anew; "
          + "\(savedPassword).")
    }
  }

  private static func restricted(_ record: DecidingRecord) -> Advice? {
    guard record.server == .windows || record.server == .unknown else { return nil }
    let isLocal = isLocal(record)
    let place = isLocal ? "on the server" : "where the domain's tools are"
    switch record.number(.ntStatus) {
    case 0xc000_0234?:
      return Advice(
        summary: "The server refused the log-on: the account is locked out.",
        nextAction:
          "Find what tries the wrong password (Security 4740 and 4625 on the "
          + "\(isLocal ? "server" : "domain controllers"): phones, mapped drives, saved passwords), then "
          + "unlock it, \(place): `\(isLocal ? "net user NAME /active:yes" : "Unlock-ADAccount NAME")`"
      )
    case 0xc000_0072?:
      return Advice(
        summary: "The server refused the log-on: the account is disabled.",
        nextAction:
          "Enable the account if it is to be used, \(place): "
          + "`\(isLocal ? "net user NAME /active:yes" : "Enable-ADAccount NAME")`")
    case 0xc000_0193?:
      return Advice(
        summary: "The server refused the log-on: the account has expired.",
        nextAction:
          "Give the account a later end if it is to be used, \(place): "
          + "`\(isLocal ? "net user NAME /expires:never" : "Clear-ADAccountExpiration NAME")`")
    case 0xc000_006f?:
      return Advice(
        summary: "The server refused the log-on: outside of the account's log-on hours.",
        nextAction:
          "Change the account's log-on hours if they are too narrow (`net user NAME\(isLocal ? "" : " /domain")` "
          + "lists them).")
    case 0xc000_0070?:
      return Advice(
        summary: "The server refused the log-on: the account may not log on from this computer.",
        nextAction:
          "Look at the list of computers in the account's properties (Active Directory Users and "
          + "Computers > Account > Log On To): it must name the client's and the server's "
          + "computer.")
    case 0xc000_0413?:
      return Advice(
        summary:
          "The server refused the log-on: the forest's authentication firewall stands in between.",
        nextAction:
          "With selective authentication give the user the right Allowed to Authenticate on the "
          + "server's computer object.")
    default: return nil
    }
  }

  private static func expired(_ record: DecidingRecord) -> Advice? {
    guard record.server == .windows || record.server == .unknown,
      record.number(.ntStatus) == 0xc000_0224
    else { return nil }
    return Advice(
      summary: "The server refused the log-on: the password must be changed first.",
      nextAction:
        "Change the password where NLA is not asked for: at a domain computer with Ctrl+Alt+Del, "
        + "at the company's password page, or RD Web Access where its password change is on.")
  }

  /// NTSTATUS of a server that could not ask: no controller, clocks apart, a broken trust.
  private static func authority(_ record: DecidingRecord) -> Advice {
    switch record.number(.ntStatus) {
    case 0xc000_0133?:
      return Advice(
        summary:
          "The log-on failed: the clocks of client, server and domain controller differ too much.",
        nextAction:
          "Compare the clocks and mend the wrong one: `w32tm /query /status` on each, then "
          + "`w32tm /resync`.")
    case 0xc000_018b?, 0xc000_018c?, 0xc000_018d?:
      return Advice(
        summary: "The log-on failed: the server's trust to its domain is broken.",
        nextAction:
          "On the server, with a local account: `Test-ComputerSecureChannel -Verbose`, and if it "
          + "says False `Test-ComputerSecureChannel -Repair -Credential (Get-Credential)`.")
    default:
      return Advice(
        summary: "The log-on failed: no domain controller answered the server.",
        nextAction:
          "On the server see whether it finds and reaches a domain controller: `nltest "
          + "/dsgetdc:DOMAIN`, `nltest /sc_query:DOMAIN`; then its DNS servers and the firewall "
          + "before the controllers.")
    }
  }

  private static func unknownReason(_ record: DecidingRecord) -> Advice {
    Advice(
      summary: "The server refused the log-on; this log does not say why.",
      nextAction:
        "Read the server's own log of that second before anybody types the password again: "
        + "Windows Security 4625 with its sub-status, xrdp-sesman.log with xrdp.")
  }
}
