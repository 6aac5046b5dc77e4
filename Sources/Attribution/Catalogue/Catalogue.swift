/// Everything that rdpwhy declares about its evidence and verdicts: one entry for each code, with its
/// weights, its sentences and its handbook page, in folders by cause.
///
/// The judge's weights, the texts of a verdict and the handbook's pages are read from here.
enum Catalogue {
  typealias Fix = Explanation.Fix

  static let evidence: [EvidenceEntry] =
    connectingEvidence + pathEvidence + bothEndsEvidence + udpEvidence + negotiationEvidence
    + tlsEvidence + credSSPEvidence + serverEvidence + clientEvidence + statementEvidence
    + carrierEvidence + captureEvidence + surroundingsEvidence + endEvidence + logEvidence

  static let verdicts: [VerdictEntry] =
    cleanVerdicts + networkVerdicts + negotiationVerdicts + tlsVerdicts + credSSPVerdicts
    + serverVerdicts + clientVerdicts + protocolVerdicts + undeterminedVerdicts
}
