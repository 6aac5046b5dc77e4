import Evidence

extension Catalogue {
  static let endEvidence: [EvidenceEntry] = [
    EvidenceEntry(
      .rdpErrorInfoBySize,
      weights: [(.serverDisconnected, 2), (.cleanServerClosed, 2)],
      "the server gave a reason before its goodbye",
      """
      Inside TLS a record of the length of Set Error Info (36 bytes) came before the server's \
      goodbye. The server had something to say: a log-off, an administrator, a limit, a failure of \
      its display. Which one, only the session's keys or the server's log tell.
      """,
      confirm: [Check.sessionManager],
      seeAlso: ["server.disconnected", "clean.server_closed", "rdp.error_info"]),
    EvidenceEntry(
      .rdpGoodbyeBeforeUse,
      weights: [(.serverDisconnected, 5), (.serverClosed, 3)],
      "the server said goodbye before anybody used the session",
      """
      The desktop had just come up, and nobody had typed or moved the mouse, when the server said \
      goodbye. That is no user's log-off: the server ended it, as it does when its display fails, \
      a limit is reached or the licence is refused.
      """,
      confirm: [Check.sessionManager],
      seeAlso: ["server.disconnected", "rdp.error_info_by_size"]),
    EvidenceEntry(
      .rdpLogonUnseen,
      // Beside an orderly leave (7): in all 19 recordings with this sign whose logs tell, the log-on had
      // failed or no desktop had come, but a user can leave a picture that stands still as well.
      weights: [(.credsspLogonFailure, 6), (.serverDisconnected, 4.5)],
      "the screen stood still until the client left",
      """
      The server does not use NLA: users log on in a window inside the desktop, and a refusal there is \
      drawn, not sent. Little was drawn in this session, and for seconds nothing at all in answer to \
      keys and mouse until the client took leave. Maybe the log-on failed, or no desktop came; maybe a \
      user just left.
      """,
      confirm: [
        Check.sessionManager,
        "The server's own log: xrdp-sesman.log, or Security events 4624 and 4625.",
      ],
      seeAlso: ["clean.client_closed", "credssp.logon_failure"]),
    EvidenceEntry(
      .rdpLicensingEnded,
      weights: [(.serverDisconnected, 8), (.serverClosed, 5), (.protocolMalformed, 2)],
      "the connection ended in licensing",
      """
      The records after the client's information have the lengths of a licensing dialogue, and the \
      connection was closed on the server's last message of it, before any desktop.
      """,
      confirm: [
        "The licensing diagnoser of the server, and its System log (TermService, 1028…1130)."
      ],
      seeAlso: ["rdp.licensing_error", "server.disconnected"]),
    EvidenceEntry(
      .clientFINWithoutAlert,
      // Of 114 sessions that ended so 98 were programs that were killed; 80 orderly closes all had the alert.
      // Of 25 in other sets 20 were killed, one interrupted, four a relay's; of 34 later ones 33 were killed.
      weights: [(.clientTerminated, 5), (.cleanClientClosed, 3)],
      "the client closed without ending TLS",
      """
      A bare FIN of the client in a running session over TLS. Programs that close a session end TLS first; a \
      program that ends, is killed or crashes does not, and its system closes the connection. Some clients \
      never say it.
      """,
      confirm: [
        Check.clientLog,
        "Whether the same client ends its other sessions with an alert before the FIN.",
      ],
      seeAlso: ["client.terminated", "clean.client_closed", "client.fin_mid_session"]),
    EvidenceEntry(
      .serverResetUnknown,
      weights: [
        (.serverTerminated, 5), (.networkResetInjected, 2.8), (.networkPathOutage, 2.4),
        (.networkIdleTimeout, 1.6),
      ],
      "the server's end does not know the running session",
      """
      The client's data was answered by a RST without an acknowledgement, numbered by what the client had \
      acknowledged: so a host answers segments of a connection that it does not know. The host was started \
      again, its program had ended, or a translation of addresses or a relay on the way had forgotten the \
      connection and the data reached somebody else.
      """,
      confirm: [Check.resetFilter, Check.corePeerClosed],
      fixes: [CommonFix.serverLog, CommonFix.captureBothEnds],
      seeAlso: ["server.terminated", "server.reset_mid_session", "tcp.idle_then_reset"]),
    EvidenceEntry(
      .clientClosedFirst,
      // Of 1,500 sessions of which one direction was left over, 97 % had ended so; which way, no packet shows.
      weights: [(.cleanClientClosed, 5.6), (.clientTerminated, 3.9)],
      "the client closed first, as one direction shows",
      """
      One side's packets were captured. Its acknowledgements show that the client closed the running \
      session before the server did: a FIN takes one number of its sender's stream, so a step of one byte \
      acknowledges the other side's close, and without it a side had not heard of one. Whether the client \
      said goodbye is not in the capture.
      """,
      confirm: [
        "The acknowledgement numbers of the last packets before the FIN (tcp.ack).",
        Check.sessionManager,
      ],
      fixes: [CommonFix.captureBothEnds],
      seeAlso: ["capture.one_sided", "clean.client_closed", "client.terminated"]),
    EvidenceEntry(
      .serverClosedFirst,
      weights: [(.serverTerminated, 5.2), (.cleanServerClosed, 3.6)],
      "the server closed first, as one direction shows",
      """
      One side's packets were captured. Its acknowledgements show that the server closed the running \
      session before the client did: the client acknowledged one byte more than the server's last message, \
      which is its FIN, or the server closed without having acknowledged a close of the client. Whether it \
      was a log-off or the end of a process is not in the capture.
      """,
      confirm: [
        "The acknowledgement numbers of the last packets before the FIN (tcp.ack).",
        Check.sessionManager,
      ],
      fixes: [CommonFix.serverLog, CommonFix.captureBothEnds],
      seeAlso: ["capture.one_sided", "server.terminated", "clean.server_closed"]),
    EvidenceEntry(
      .clientClosedByTimer,
      weights: [(.clientTerminated, 5)],
      "the client closed at a round time after the last byte",
      """
      The client closed the session 5, 10, 15 … seconds after the last byte, to some hundredths of \
      a second. No person does that; a timer of the client's program or library does.
      """,
      confirm: ["The same pause before other ends of this client's sessions."],
      seeAlso: ["client.terminated", "client.fin_mid_session"]),
    EvidenceEntry(
      .clientSideClosedByTimer,
      weights: [(.networkIdleTimeout, 10.5), (.clientTerminated, 5), (.cleanClientClosed, -1)],
      "the client's side closed at a round time",
      """
      Seen away from the client: its side closed the session 5, 10, 15 … seconds after the last byte, \
      to some hundredths of a second. No person does that. A relay, load balancer or gateway that \
      stands for the client does, or a timer of the client's program.
      """,
      confirm: [
        "Whether the client's address of the connection is a relay's.",
        "The same pause before other ends from this address.",
      ],
      seeAlso: ["network.idle_timeout", "client.closed_by_timer"]),
    EvidenceEntry(
      .serverClosedByTimer,
      weights: [(.networkIdleTimeout, 9), (.serverDisconnected, 6.4)],
      "the server's side closed at a round time",
      """
      The server's side closed the session 5, 10, 15 … seconds after the last byte, to some \
      hundredths of a second. A server that crashes does not keep such a time: a relay, load \
      balancer or gateway before the server does, or a limit of the server's own.
      """,
      confirm: [
        "The same pause before other ends at this address.",
        "Whether the client's address of the connection is the RDP server itself or a relay before it.",
      ],
      seeAlso: ["network.idle_timeout", "server.fin_mid_session"]),
    EvidenceEntry(
      .storySameHaste,
      weights: [(.credsspEncryptionOracle, 2.5), (.cleanProbe, -3)],
      "the client left every attempt at once",
      """
      In several attempts the client left NLA within milliseconds of the server's challenge. Once it \
      may be chance; each time it is a policy that forbids it to go on.
      """,
      confirm: [
        "System log of the client: LsaSrv 6041 names the CredSSP version that the server offered."
      ],
      seeAlso: ["credssp.client_left_at_once", "credssp.encryption_oracle"]),
    EvidenceEntry(
      .storySameTimer,
      weights: [(.clientTerminated, 6), (.cleanClientClosed, -2)],
      "the client waited as long before every end",
      """
      Several sessions of this client with this server ended after the same silence, to some \
      hundredths of a second. A timer of the client's program or library ended them, no person.
      """,
      confirm: ["The client program's time-out and keep-alive settings."],
      seeAlso: ["client.closed_by_timer", "client.terminated"]),
    EvidenceEntry(
      .credsspClientLeftAtOnce,
      weights: [(.credsspEncryptionOracle, 9.5), (.credsspClientWithdrew, 8), (.cleanProbe, 2)],
      "the client left NLA faster than a person can",
      """
      The client closed within a few milliseconds of the server's challenge. No person is that \
      quick: a policy forbids it to go on (Encryption Oracle Remediation refuses old servers), or \
      it has no credentials that it may use.
      """,
      confirm: [
        "System log of the client: LsaSrv 6041 names the CredSSP version that the server offered.",
        "The same pause in the next attempt.",
      ],
      seeAlso: ["credssp.encryption_oracle", "credssp.client_withdrew"]),
    EvidenceEntry(
      .credsspKDCUnanswered,
      weights: [(.credsspStalled, 9.5), (.clientUnresponsive, 4)],
      "the client's Kerberos requests were not answered",
      """
      TLS with the server is up and the server waits for the client's first token. The client asks \
      a Kerberos server (port 88) for a ticket, and nothing comes back.
      """,
      confirm: ["The requests to port 88 in the same capture; the same port from another host."],
      seeAlso: ["credssp.stalled"]),
    EvidenceEntry(
      .rdpTLSWithoutX224,
      weights: [(.undeterminedNotRDP, 8.5)],
      "TLS without RDP's opening",
      """
      The client's first bytes are a TLS hello. RDP asks by X.224 before it starts TLS, so what runs \
      inside is another protocol, or RDP inside somebody's tunnel. Nothing of it can be told.
      """,
      confirm: ["What listens on the port: a web server, a TLS relay, a gateway."],
      seeAlso: ["undetermined.not_rdp"]),
    EvidenceEntry(
      .tcpResetIgnored,
      weights: [],
      "a RST that ended nothing",
      """
      A RST in one side's name came, and both sides went on with the connection: its sequence number \
      was outside the window (RFC 5961). Somebody on the path may have tried to end it.
      """,
      confirm: ["The RST's hop limit and sequence number against its sender's other packets."],
      seeAlso: ["network.reset_injected"]),
    EvidenceEntry(
      .x224AnswerMissing,
      weights: [
        (.negotiationSSLNotAllowed, 4), (.negotiationRefused, 3.5), (.serverClosed, 2),
        (.cleanProbe, 2),
      ],
      "the server's answer is not in the capture",
      """
      The client acknowledged 19 bytes that the capture does not hold: an answer to its connection \
      request. The connection ended on it, so it was most likely a refusal.
      """,
      confirm: ["A capture without losses, or one at the other end."],
      seeAlso: ["negotiation.refused", "capture.lost_packets"]),
    EvidenceEntry(
      .x224AnswerMissingWithoutNLA,
      weights: [
        (.negotiationHybridRequired, 4.5), (.negotiationRefused, 3.5), (.serverClosed, 2),
        (.cleanProbe, 2),
      ],
      "the server's answer to a client without NLA is missing",
      """
      The client, which did not offer NLA, acknowledged 19 bytes that the capture does not hold: an \
      answer to its connection request. The connection ended on it; servers that demand NLA answer \
      such a client with a refusal.
      """,
      confirm: ["A capture without losses, or one at the other end."],
      seeAlso: ["negotiation.hybrid_required", "capture.lost_packets"]),
    EvidenceEntry(
      .tlsAlertMissing,
      weights: [
        (.tlsAlert, 4.5), (.tlsCipherMismatch, 4), (.tlsVersionMismatch, 4), (.serverClosed, 2),
      ],
      "an answer of an alert's length is not in the capture",
      """
      After its ClientHello the client acknowledged 7 bytes that the capture does not hold: the \
      length of a TLS alert in the clear. The handshake ended on it.
      """,
      confirm: ["A capture without losses, or one at the other end."],
      seeAlso: ["tls.alert", "tls.cipher_mismatch", "capture.lost_packets"]),
    EvidenceEntry(
      .tcpSYNRefusedLate,
      weights: [
        (.networkSYNUnanswered, 6), (.networkUnreachable, 3), (.serverPortClosed, 2.5),
      ],
      "a RST long after the SYN",
      """
      A RST came seconds after the SYN, often for many hosts at the same moment. A host refuses at \
      once; a proxy or firewall that asks in the client's place gives up after some 21 s and says so.
      """,
      confirm: ["The same pause before the RSTs of other hosts in the capture."],
      seeAlso: ["network.syn_unanswered", "tcp.syn_refused"]),
    EvidenceEntry(
      .tcpHalfOpen,
      weights: [(.cleanProbe, 4), (.networkPathOutage, 3.5), (.clientTerminated, 1)],
      "a connection that was left half open",
      """
      The server answered the client's only SYN several times, and the client never said anything \
      more. A client that wants in asks again; a scanner does not.
      """,
      confirm: ["SYN packets of the same client to other ports or hosts.", Check.bothEnds],
      seeAlso: ["clean.probe", "tcp.handshake_incomplete"]),
    EvidenceEntry(
      .tcpStraySegment,
      weights: [(.undeterminedMidSession, 5), (.cleanProbe, 3)],
      "a segment of no connection",
      """
      A segment without data (ACK, FIN, none or all flags) came for a connection that the capture \
      does not show, and a RST answered it: the rest of an old connection, or a probe.
      """,
      confirm: ["Segments of the same kind to other ports or hosts."],
      seeAlso: ["undetermined.mid_session", "clean.probe"]),
    EvidenceEntry(
      .tcpICMPProhibited,
      weights: [(.networkUnreachable, 10)],
      "a device reports that the connection is prohibited",
      """
      A router or firewall on the way reports "administratively prohibited" (ICMP type 3 code 9, 10 \
      or 13; ICMPv6 type 1 code 1 or 5): a rule rejects the connection. Host and service may be well.
      """,
      confirm: ["The reporting device's rules for this port."],
      seeAlso: ["network.unreachable", "tcp.icmp_unreachable"]),
    EvidenceEntry(
      .captureLastWordMissing,
      // Half of such ends were the missing side's (recordings with packets left out).
      weights: [(.undeterminedConflicting, 5)],
      "the last words of one side are missing",
      """
      When one side closed it had acknowledged more of the other's stream than the capture holds. \
      The missing packets came just before the end and may hold its reason.
      """,
      confirm: ["A capture without losses, or one at the other end."],
      seeAlso: ["capture.lost_packets", "undetermined.conflicting"]),
    EvidenceEntry(
      .credsspClientCheckedOnly,
      weights: [
        (.cleanAuthOnly, 9), (.credsspServerIdentity, 5.5), (.credsspClientWithdrew, 5),
      ],
      "the client only checked the credentials",
      """
      A person typed name and password, the server proved that it took them, and the client closed \
      at once without handing them over. Windows' client does so where it must ask the user about the \
      server's certificate before it connects for good.
      """,
      confirm: ["A second connection of the same client, some seconds later."],
      seeAlso: ["clean.auth_only", "clean.probe", "credssp.client_left_after_public_key"]),
  ]
}
