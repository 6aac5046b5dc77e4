import Evidence

extension Catalogue {
  static let negotiationVerdicts: [VerdictEntry] = [
    sslRequired, sslNotAllowed, noCertificate, inconsistentFlags, hybridRequired,
    userCertificateRequired, refused, gatewayRefused,
  ]

  private static let sslRequired = VerdictEntry(
    .negotiationSSLRequired,
    summary: "The server insists on TLS and the client did not offer it.",
    title: "the server insists on TLS",
    """
    The server refused because the client did not offer TLS, or offered only what this server \
    cannot do. It is a setting, not a network fault, and repeats on every try.
    """,
    confirm: [
      Check.negotiationFilter,
      "The failure code in the server's answer is 1 (SSL_REQUIRED_BY_SERVER).",
    ],
    fixes: [
      Fix(
        """
        Let the client offer TLS and NLA: update it; in FreeRDP drop /sec:rdp; in the .rdp file \
        set enablecredsspsupport:i:1.
        """),
      CommonFix.updateClient, CommonFix.securityLayerNegotiate,
    ],
    seeAlso: ["negotiation failure 1", "x224.failure_ssl_required"])

  private static let sslNotAllowed = VerdictEntry(
    .negotiationSSLNotAllowed,
    summary: "The server is set to RDP security and refuses TLS.",
    title: "the server is set to RDP security only",
    """
    The client offered TLS and the server is configured not to use it (security layer RDP). The \
    server setting is the weak one; repair it there.
    """,
    confirm: [
      Check.negotiationFilter, "The failure code is 2 (SSL_NOT_ALLOWED_BY_SERVER).",
      """
      On the server the value SecurityLayer is 0 under WinStations\\RDP-Tcp or under the policy \
      key.
      """,
    ],
    fixes: [
      CommonFix.securityLayer,
      Fix(
        """
        Let the client fall back to RDP security (FreeRDP /sec:rdp) to reach the server once and \
        correct it.
        """,
        command: "xfreerdp /v:HOST /sec:rdp",
        risk: "RDP security does not authenticate the server and uses RC4.",
        lowersSecurity: true,
        saferAlternative: "Correct the server from its console or by remote management."),
    ],
    seeAlso: ["negotiation failure 2", "clean.superseded"])

  private static let noCertificate = VerdictEntry(
    .negotiationSSLCertNotOnServer,
    summary: "The server has no usable certificate for TLS.",
    title: "the server has no usable certificate",
    """
    TLS was agreed in principle, but the server cannot load its certificate or the private key. \
    The certificate is missing, expired without renewal, or its key file is not readable for the \
    service.
    """,
    confirm: [
      "The failure code is 3 (SSL_CERT_NOT_ON_SERVER).", Check.certificateDates,
      """
      Server System log: Schannel 36870 (private key) or 36886 (no default credential), \
      TerminalServices 1057 or 1058 (certificate could not be made or replaced).
      """,
    ],
    fixes: [
      CommonFix.renewCertificate, CommonFix.certificateServices, CommonFix.privateKey,
      CommonFix.certificateBinding,
    ],
    seeAlso: ["negotiation failure 3", "tls.certificate_expired", "event 36870"])

  private static let inconsistentFlags = VerdictEntry(
    .negotiationInconsistentFlags,
    summary: "The server found the requested protocols contradictory.",
    title: "the client's offer contradicts itself",
    """
    The server says that the requested protocols do not fit the way the connection was opened: \
    TLS from the first byte needs NLA. A client fault, or a proxy that changed the request.
    """,
    confirm: [
      "The failure code is 4 (INCONSISTENT_FLAGS).",
      """
      Compare the request at the client with the request at the server: a difference proves a \
      proxy.
      """,
    ],
    fixes: [
      CommonFix.updateClient,
      Fix(
        """
        Connect without the proxy or port forwarding between, and let the client negotiate in the \
        normal way (connection request first).
        """),
    ],
    seeAlso: ["negotiation failure 4", "protocol.malformed"])

  private static let hybridRequired = VerdictEntry(
    .negotiationHybridRequired,
    summary: "The server requires NLA and the client did not offer it.",
    title: "the server requires NLA and the client did not offer it",
    """
    The server accepts only clients that authenticate before the session (Network Level \
    Authentication), and this client did not offer that. Repair the client; the server's setting \
    is the safe one.
    """,
    confirm: [
      Check.negotiationFilter, "The failure code is 5 (HYBRID_REQUIRED_BY_SERVER).",
      """
      On the server UserAuthentication is 1, by policy "Require user authentication for remote \
      connections by using Network Level Authentication".
      """,
    ],
    fixes: [CommonFix.enableNLA, CommonFix.updateClient, CommonFix.withoutNLA],
    seeAlso: ["negotiation failure 5", "ERRCONNECT_HYBRID_REQUIRED_BY_SERVER", "mstsc 0xB09"])

  private static let userCertificateRequired = VerdictEntry(
    .negotiationSSLWithUserAuthRequired,
    summary: "The server wants TLS with a client certificate.",
    title: "the server asks for a client certificate",
    """
    The server wants TLS with a certificate of the user, which the client did not offer. Only \
    very old servers answer like this.
    """,
    confirm: ["The failure code is 6 (SSL_WITH_USER_AUTH_REQUIRED_BY_SERVER)."],
    fixes: [
      Fix(
        """
        Give the client the smart card or certificate that the server expects, and check the \
        server's product and version.
        """),
      CommonFix.updateBoth,
    ],
    seeAlso: ["negotiation failure 6"])

  private static let refused = VerdictEntry(
    .negotiationRefused,
    summary: "Client and server do not agree on a security protocol.",
    title: "the security negotiation was refused",
    """
    The server refused the client's offer with a code outside the known six, or one side left \
    right after the answer because it will not use what the other selected. A client that \
    insists on NLA, for instance, leaves a server that offers only TLS.
    """,
    confirm: [
      Check.negotiationFilter,
      "Compare what the client requested with what the server selected, and see who closed.",
      """
      The xrdp log has a line "Security protocol: configured, requested, selected"; FreeRDP \
      prints Protocol Security Negotiation Failure.
      """,
    ],
    fixes: [
      Fix(
        """
        Set client and server to a security mode both have: for Windows servers NLA on both sides; \
        for xrdp TLS, in FreeRDP /sec:tls.
        """),
      CommonFix.updateBoth, CommonFix.serverLog,
    ],
    seeAlso: [
      "x224.failure_other", "x224.protocol_not_accepted", "negotiation.hybrid_required",
      "ERRCONNECT_SECURITY_NEGO_CONNECT_FAILED",
    ])

  private static let gatewayRefused = VerdictEntry(
    .negotiationGatewayRefused,
    summary: "The gateway refused to carry the session.",
    title: "the gateway refused to carry the session",
    """
    The user got as far as the gateway, and the gateway answered the tunnel or channel with an \
    error: its policies forbid the target or the device, the target cannot be reached from it, \
    or its service is not running.
    """,
    confirm: [
      "The HTTP status or HRESULT in the evidence.",
      "TerminalServices-Gateway log on the gateway: 304 (resource policy), 301, 305, 306.",
    ],
    fixes: [
      Fix(
        """
        On the gateway check the resource authorization policy (RAP): it must name the target \
        as the client does, by full name or address.
        """),
      Fix("From the gateway itself test the target: Test-NetConnection TARGET -Port 3389."),
    ],
    seeAlso: ["carrier.refused", "credssp.gateway_refused"])
}
