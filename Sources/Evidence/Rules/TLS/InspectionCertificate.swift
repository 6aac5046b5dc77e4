import RDPProtocol
import TCPStreams

/// The certificate was issued by a TLS inspection product: a device on the path ended the client's
/// TLS and shows a certificate of its own making. NLA is bound to the server's key ([MS-CSSP] 3.1.5),
/// so it cannot succeed through such a device.
struct InspectionCertificate: EvidenceRule {
  static let yields: [EvidenceCode] = [.tlsInspectionRefused, .tlsInspectionCertificate]

  /// Names that these products write into the issuer of the certificates they make, in lower case.
  static let issuers = [
    "zscaler", "netskope", "fortigate", "fortinet", "palo alto networks", "blue coat", "bluecoat",
    "forcepoint", "websense", "cisco umbrella", "mcafee web gateway", "skyhigh", "sophos ssl",
    "sophos_ca", "barracuda", "watchguard", "fireware", "sonicwall", "check point", "untangle",
    "cato networks", "iboss", "smoothwall", "kaspersky anti-virus", "kaspersky endpoint",
    "eset ssl filter", "avast web", "avg web", "bitdefender personal ca", "mitmproxy",
    "do_not_trust_fiddler", "portswigger", "charles proxy", "squid proxy", "pyrdp",
  ]

  func evidence(in facts: WireFacts) -> [Evidence] {
    guard let certificate = facts.trace.tls.certificate, let issuer = certificate.value.issuer,
      Self.isInspection(issuer)
    else { return [] }
    let failed =
      facts.phase < .mcs
      && (facts.goodbye != nil || !facts.causalAlerts.isEmpty
        || facts.credssp.refusal != nil)
    return [
      Evidence(
        failed ? .tlsInspectionRefused : .tlsInspectionCertificate,
        "the server's certificate was issued by \(issuer), the name of a TLS inspection product",
        frames: [certificate.frame, failed ? facts.goodbye?.frame : nil])
    ]
  }

  static func isInspection(_ issuer: String) -> Bool {
    let name = issuer.lowercased()
    return issuers.contains { name.contains($0) }
  }
}
