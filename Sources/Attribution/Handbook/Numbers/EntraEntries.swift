/// Errors of a sign-in to Entra ID, as its sign-in page, its logs and web sign-in of Remote Desktop show
/// them ("Microsoft Entra authentication and authorization error codes").
enum EntraEntries {
  private typealias Fix = Explanation.Fix

  static let all: [HandbookEntry] = [
    row(
      293_004, "the host is not found in the tenant",
      """
      The name that was connected to is not the name of a device in the tenant: an address, an alias \
      or a name with another suffix was used, the host is not joined to Entra ID, or it was joined \
      under another name.
      """,
      fixes: [
        Fix(
          "Connect by the host's own name as Entra ID shows it, not by address.",
          command: "dsregcmd /status"),
        CommonFix.connectByName,
      ]),
    row(
      50_126, "wrong user name or password",
      "The account is known, and the password is wrong. Further tries can lock the account.",
      fixes: [CommonFix.retypeCredentials], seeAlso: ["credssp.logon_failure"]),
    row(
      50_034, "no such account in this directory",
      """
      The account does not exist in the tenant that was asked: misspelt, not synchronised, or of \
      another tenant.
      """,
      fixes: [CommonFix.retypeCredentials], seeAlso: ["credssp.logon_failure"]),
    row(
      50_020, "the account is of another tenant",
      "The account belongs to another tenant and is no guest of this one.",
      fixes: [CommonFix.retypeCredentials]),
    row(
      50_053, "the account is locked, or its address is blocked",
      """
      Too many wrong passwords locked the account for a while, or the sign-in came from an address \
      that is known for attacks. Do not try again before it is unlocked.
      """,
      fixes: [CommonFix.unlock], seeAlso: ["credssp.account_restricted"]),
    row(
      50_055, "the password has expired", "The password must be changed first.",
      fixes: [CommonFix.changePassword], seeAlso: ["credssp.password_expired"]),
    row(
      50_057, "the account is disabled", "The account was switched off in the directory.",
      fixes: [CommonFix.accountState], seeAlso: ["credssp.account_restricted"]),
    row(
      50_056, "the directory holds no password for the account",
      "The password is not kept in Entra ID and could not be checked elsewhere.",
      fixes: [CommonFix.accountState], seeAlso: ["credssp.logon_failure"]),
    row(
      50_076, "a second factor is asked for",
      """
      A rule asks for multifactor authentication. Without web sign-in Remote Desktop cannot show the \
      question, and the server says that the credentials did not work.
      """,
      fixes: [webSignIn]),
    row(
      50_079, "a second factor must be set up",
      "A rule asks for multifactor authentication, and the user has none set up.",
      fixes: [Fix("Let the user set up a second factor in a browser, then connect."), webSignIn]),
    row(
      50_074, "a second factor is asked for",
      "Strong authentication is required, and the user did not pass it.", fixes: [webSignIn]),
    row(
      500_121, "the second factor failed",
      "The request on the phone was refused, ran out of time, or the code was wrong.",
      fixes: [Fix("Try once more with the telephone at hand; check the method that is registered.")]
    ),
    row(
      50_105, "the user is not assigned to the application",
      "The application asks for an assignment, and the user or group has none.",
      fixes: [Fix("Assign the user or a group to the application in Entra ID.")],
      seeAlso: ["AVD ConnectionFailedUserNotAuthorized"]),
    row(
      53_003, "a conditional access rule blocks the sign-in",
      "A rule of the tenant forbids this sign-in; its row in the sign-in log names the rule.",
      fixes: [readRule]),
    row(
      53_000, "the device does not comply",
      "A rule asks for a device that complies, and the client does not.", fixes: [readRule]),
    row(
      53_001, "the device is not joined",
      "A rule asks for a device that is joined to the domain, and the client is not.",
      fixes: [readRule]),
    row(
      530_003, "the device must be managed",
      "A rule asks for a managed device, and the client is none.", fixes: [readRule]),
    row(
      65_001, "nobody has consented to the application",
      "The user or an administrator has not consented that the application may sign people in.",
      fixes: [Fix("Let an administrator consent to the application.")]),
    row(
      700_016, "the application is not known in the tenant",
      "The application was not found in the directory: wrong tenant, or it was not installed there.",
      fixes: [Fix("Sign in to the right tenant; register the application there if it is missing.")]),
    row(
      70_043, "the sign-in has run out",
      "The token has expired by the rule for how often people must sign in.",
      fixes: [Fix("Sign in anew.")]),
    row(
      90_072, "the account is not of this tenant",
      "The account is another tenant's; it must be invited as a guest first.",
      fixes: [CommonFix.retypeCredentials]),
  ]

  private static let webSignIn = Fix(
    "Turn on web sign-in in the connection, which can ask for the second factor.",
    command: "enablerdsaadauth:i:1 in the .rdp file")
  private static let readRule = Fix(
    "Read in the sign-in log which rule it was, and meet it or except this sign-in on purpose.")

  private static func row(
    _ number: Int, _ title: String, _ meaning: String, fixes: [Fix], seeAlso: [String] = []
  ) -> HandbookEntry {
    let name = "AADSTS\(number)"
    let entry = HandbookEntry(
      explanation: Explanation(
        code: name, family: .entra, title: title, meaning: meaning,
        confirm: [
          "Sign-in logs in Entra: the row of that second names the account, the rule and this number.",
          "On client and host: dsregcmd /status.",
        ],
        fixes: fixes, seeAlso: ["subject Entra"] + seeAlso),
      numbers: nil, names: [name])
    // Of a sign-in to a host; the others may be to anything.
    return number == 293_004 ? entry.byCodeAlone : entry.ofAnyProgram
  }
}
