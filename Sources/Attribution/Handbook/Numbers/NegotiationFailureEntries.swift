import Evidence

/// Failure codes of the RDP Negotiation Failure, [MS-RDPBCGR] 2.2.1.2.2.
enum NegotiationFailureEntries {
  static let all: [HandbookEntry] = [
    row(1, "SSL_REQUIRED_BY_SERVER", "negotiation.ssl_required"),
    row(2, "SSL_NOT_ALLOWED_BY_SERVER", "negotiation.ssl_not_allowed"),
    row(3, "SSL_CERT_NOT_ON_SERVER", "negotiation.ssl_cert_not_on_server"),
    row(4, "INCONSISTENT_FLAGS", "negotiation.inconsistent_flags"),
    row(5, "HYBRID_REQUIRED_BY_SERVER", "negotiation.hybrid_required"),
    row(
      6, "SSL_WITH_USER_AUTH_REQUIRED_BY_SERVER", "negotiation.ssl_with_user_auth_required"),
  ]

  /// Each code has a verdict of its own; the page says what the verdict's page says.
  private static func row(_ number: UInt32, _ name: String, _ verdict: String) -> HandbookEntry {
    let page = Catalogue.negotiationVerdicts.first { $0.code.rawValue == verdict }?.page.explanation
    return .numbered(
      .negotiationFailure, number, code: "negotiation failure \(number)", names: [name],
      title: name, page?.meaning ?? "", confirm: page?.confirm ?? [], fixes: page?.fixes ?? [],
      seeAlso: [verdict, "x224.failure_" + verdict.split(separator: ".").dropFirst().joined()])
  }
}
