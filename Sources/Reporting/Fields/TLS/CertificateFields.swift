import CaptureReader
import Evidence
import RDPProtocol

/// The server's leaf certificate at the time it was seen.
struct CertificateView {
  let seen: Seen<ServerCertificate>
  /// The host that the client asked for (SNI).
  let expectedName: String?
  let findings: [ServerCertificate.Finding]

  init(_ seen: Seen<ServerCertificate>, expecting name: String?) {
    self.seen = seen
    expectedName = name
    findings = seen.value.findings(at: seen.frame.time, expecting: name)
  }

  /// By the capture's clock; nil where the dates cannot be read.
  var isValidAtCapture: Bool? {
    guard seen.value.notBefore != nil, seen.value.notAfter != nil else { return nil }
    return !findings.contains(.expired) && !findings.contains(.notYetValid)
  }
}

/// The server's leaf certificate, and what can be found in it without a trust store.
enum CertificateFields {
  static let record = Record<CertificateView>(
    "certificate", "the server's leaf certificate; its trust is not judged",
    [
      Field(
        "subject", "subject of the server's certificate, unverified", columns: [.value]
      ) { $0.seen.value.subject },
      Field("issuer", "its issuer", columns: [.value]) { $0.seen.value.issuer },
      Field("names", "alternative names: DNS names, and addresses as text") {
        $0.seen.value.names
      },
      Field("serial", "serial number, hexadecimal", as: .pattern("^[0-9a-f]*$")) {
        $0.seen.value.serialNumber
      },
      Field("sha256", "fingerprint", as: .pattern("^[0-9a-f]{64}$")) {
        $0.seen.value.fingerprint
      },
      Field("not_before", "valid from", columns: [.value]) { $0.seen.value.notBefore },
      Field("not_after", "valid until", columns: [.value]) { $0.seen.value.notAfter },
      Field("valid_at_capture", "by the capture's clock; null where the dates cannot be read") {
        $0.isValidAtCapture
      },
      Field("key", "kind of its key: `RSA 2048`, `P-256`") { $0.seen.value.key?.name },
      Field("key_bits", "length of its key") { $0.seen.value.key?.bits },
      Field("signature_algorithm", "algorithm of its signature") {
        $0.seen.value.signatureAlgorithm?.name
      },
      Field("usages", "object identifiers of the extended key usages") { $0.seen.value.usages },
      Field("self_issued", "subject and issuer are the same", columns: [.value]) {
        $0.seen.value.isSelfIssued
      },
      Field("self_signed", "signed with its own key; null where that was not checked") {
        $0.seen.value.isSelfSigned
      },
      Field("expected_name", "the host that the client asked for") { $0.expectedName },
      Field("matches_name", "the certificate is for that host") {
        $0.expectedName.flatMap($0.seen.value.matches)
      },
      Field("chain_length", "certificates that the server sent") { $0.seen.value.chainLength },
      Field(
        "chain_in_order",
        "each certificate's issuer is the next one's subject; null for one alone"
      ) { $0.seen.value.isChainInOrder },
      Field(
        "findings",
        "what a client could object to: expired, not_yet_valid, name_mismatch, self_signed,"
          + " weak_signature, weak_key, wrong_usage, chain_out_of_order, unreadable"
      ) { $0.findings.map(\.rawValue) },
      Field("frame", "its packet") { $0.seen.frame },
    ])
}
