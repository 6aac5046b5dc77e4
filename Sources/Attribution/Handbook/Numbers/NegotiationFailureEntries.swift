import Evidence
import RDPProtocol

/// Failure codes of the RDP Negotiation Failure, [MS-RDPBCGR] 2.2.1.2.2.
enum NegotiationFailureEntries {
  static let all: [HandbookEntry] = [
    row(1, "negotiation.ssl_required"),
    row(2, "negotiation.ssl_not_allowed"),
    row(3, "negotiation.ssl_cert_not_on_server"),
    row(4, "negotiation.inconsistent_flags"),
    row(5, "negotiation.hybrid_required"),
    row(6, "negotiation.ssl_with_user_auth_required"),
  ]

  /// Each code has a verdict of its own; the page says what the verdict's page says.
  private static func row(_ failure: NegotiationFailureCode, _ verdict: String) -> HandbookEntry {
    let number = failure.rawValue
    let name = failure.name ?? ""
    let page = Catalogue.negotiationVerdicts.first { $0.code.rawValue == verdict }?.page.explanation
    return .numbered(
      .negotiationFailure, number, code: "negotiation failure \(number)", names: [name],
      title: name, page?.meaning ?? "", confirm: page?.confirm ?? [], fixes: page?.fixes ?? [],
      seeAlso: [verdict, "x224.failure_" + verdict.split(separator: ".").dropFirst().joined()])
  }
}
