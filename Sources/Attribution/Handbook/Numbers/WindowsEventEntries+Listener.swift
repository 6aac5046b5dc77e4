extension WindowsEventEntries {
  /// Events of the listener and its certificate.
  static let listener: [HandbookEntry] = [
    row(
      1035, "RemoteConnectionManager: the listener was down",
      "The listener's protocol stack went down; nobody could connect until it was back.",
      log: "System", fixes: [CommonFix.restartService], seeAlso: ["subject remote desktop off"]),
    row(
      1036, "RemoteConnectionManager: no session was created",
      "The server could not create a session: memory, a hanging subsystem or a damaged service.",
      log: "System", fixes: [CommonFix.serverLoad], seeAlso: ["subject stuck sessions"]),
    row(
      1051, "RemoteConnectionManager: chosen certificate not usable",
      "The certificate that was chosen is missing or not usable; the self-signed one is used.",
      log: "System", fixes: [CommonFix.certificateBinding], seeAlso: ["subject certificate"]),
    row(
      1065, "RemoteConnectionManager: certificate of a template not replaced",
      """
      The certificate made from a template has expired, and the certification authority was not \
      reached or refused.
      """, log: "System", fixes: [CommonFix.renewCertificate, CommonFix.domainController],
      seeAlso: ["subject certificate", "tls.certificate_expired"]),
  ]
}
