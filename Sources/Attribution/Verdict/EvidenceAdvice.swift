import CaptureReader
import Evidence
import PacketDecode
import RDPProtocol
import TCPStreams

/// What to do where a piece of the session's evidence says more than its verdict: who reported it, which
/// side waits for whom, whether a person or a program acted.
enum EvidenceAdvice {
  static func advice(
    for code: VerdictCode, facts: WireFacts, evidence: [Evidence]
  ) -> SessionAdvice.Advice? {
    func has(_ code: EvidenceCode) -> Bool {
      evidence.contains { $0.code == code && $0.strength > 0 }
    }
    switch code {
    case .networkUnreachable where has(.tcpICMPProhibited): return prohibited(facts)
    case .networkPathOutage where has(.tcpICMPMidSession): return reported(facts)
    case .networkPathOutage where facts.connection.lacksOneDirection: return oneDirection(facts)
    case .credsspStalled where has(.credsspKDCUnanswered): return noTicket
    case .credsspClientWithdrew where isFasterThanPeople(facts): return distrust
    case .clientTerminated where has(.clientClosedByTimer),
      .clientTerminated where has(.clientSideClosedByTimer):
      return timer
    case .networkIdleTimeout where has(.clientSideClosedByTimer): return clientTimer
    case .networkIdleTimeout where has(.serverClosedByTimer): return serverTimer
    case .networkIdleTimeout where has(.pathRelayClosed): return idleRelay
    case .serverTerminated where has(.pathRelayEnded), .serverClosed where has(.pathRelayEnded):
      return relay
    case .tlsAlert where facts.alerts.isEmpty: return noAlert
    case .networkPMTUBlackhole: return findSize(facts.connection.server.address.isV4)
    case .networkIdleTimeout where has(.pathRelayClosed): return relay(facts)
    case .cleanClientClosed where has(.clientFINMidSession) && !facts.isDegraded: return bareFIN
    case .networkUnreachable where !facts.connection.icmpErrors.isEmpty: return behind(facts)
    case .tlsCertificateRejected where facts.trace.tls.certificate?.value.isSelfIssued == true:
      return selfSigned
    case .undeterminedConflicting where !evidence.contains(where: { speaksForACause($0) }):
      return tooLittle
    default: return nil
    }
  }

  /// What was not captured may have come all the same.
  private static func oneDirection(_ facts: WireFacts) -> SessionAdvice.Advice {
    let side = facts.client.packets > 0 ? "client" : "server"
    return SessionAdvice.Advice(
      summary:
        "The \(side) sent its data again and again, as on a path that failed; only its own packets were "
        + "captured.",
      nextAction:
        "Capture both directions (SPAN rx and tx), or at one of the two hosts, before anything is "
        + "changed on the path.")
  }

  private static func reporters(_ facts: WireFacts) -> String {
    facts.connection.icmpErrors.first.map { "\($0.reporter)" } ?? "the router"
  }

  private static func prohibited(_ facts: WireFacts) -> SessionAdvice.Advice {
    SessionAdvice.Advice(
      summary: "A firewall on the path forbids the connection, and says so.",
      nextAction:
        "Ask whoever runs \(reporters(facts)), which reports it, to allow TCP port "
        + "\(facts.connection.server.port) from this client's network.")
  }

  private static func reported(_ facts: WireFacts) -> SessionAdvice.Advice {
    SessionAdvice.Advice(
      summary: "The path failed: a router reports that it cannot deliver any more.",
      nextAction:
        "Look behind \(reporters(facts)), which reports it: the server's power, link and restarts "
        + "if it stands beside the server, else the link or VPN that it lost.")
  }

  private static func behind(_ facts: WireFacts) -> SessionAdvice.Advice {
    SessionAdvice.Advice(
      summary: nil,
      nextAction:
        "Look behind \(reporters(facts)), which reports it: if it stands beside the server, the "
        + "server is off, asleep or has another address (does it answer a neighbour?); else a "
        + "route or a VPN is missing there. `tracert HOST`")
  }

  private static let bareFIN = SessionAdvice.Advice(
    summary:
      "The client closed the connection without taking leave: its program was closed or ended.",
    nextAction:
      "Nothing to do if the user closed the window or the program. If not, look in the client's "
      + "Application log or journal of that second for a crash or a kill.")

  /// The right name alone ends at the next question.
  private static let selfSigned = SessionAdvice.Advice(
    summary: nil,
    nextAction:
      "The certificate is signed by nobody but itself. Compare its thumbprint at the client with "
      + "the server's own; if it is the server's, let the client trust it, or give the server a "
      + "certificate of a CA that clients trust. Then connect by the name that stands in it. "
      + "`mstsc /v:HOST.DOMAIN`")

  private static let noTicket = SessionAdvice.Advice(
    summary: "NLA came to a stop: the client waits for a domain controller that does not answer.",
    nextAction:
      "Check at the client that it reaches a domain controller: port 88 by UDP and TCP, its DNS "
      + "servers, the VPN (`nltest /dsgetdc:DOMAIN`). The RDP server was not asked anything yet.")

  /// A change of the certificate, or a stranger in between, looks like this; trust comes last.
  private static let distrust = SessionAdvice.Advice(
    summary: "The client's program broke off NLA by itself: it did not trust the server.",
    nextAction:
      "Compare the certificate's thumbprint with the server's own before anybody trusts it: TLS "
      + "inspection, a changed certificate or a stranger in between look alike. Then compare the "
      + "CredSSP updates of both ends (`rdpwhy explain credssp.encryption_oracle`).")

  /// A person's shortest reaction to what a screen shows is above it.
  private static let fasterThanPeople = TimeSpan.milliseconds(150)

  /// The client left after the server's word in less time than a person needs.
  private static func isFasterThanPeople(_ facts: WireFacts) -> Bool {
    let credssp = facts.credssp
    guard credssp.stage == .publicKeyReply, let left = credssp.clientLeft,
      let last = credssp.messages.last?.frame
    else { return false }
    return left.time.since(last.time) < fasterThanPeople
  }

  private static let timer = SessionAdvice.Advice(
    summary: "The client's program ended the session by a timer of its own.",
    nextAction:
      "Look for a limit of idle time in the client program, its launcher, or a proxy beside it, "
      + "and switch its keep-alives on; see whether another client stays connected.")

  private static let clientTimer = SessionAdvice.Advice(
    summary: "The client's side closed the idle session by a timer, a relay's or its program's.",
    nextAction:
      "See whether the client's address is that of a relay, load balancer or gateway: raise its "
      + "idle limit, or switch on keep-alives that are shorter. Else look for a limit of idle "
      + "time in the client program.")

  private static let serverTimer = SessionAdvice.Advice(
    summary: "The server's side closed the idle session by a timer, a relay's or its own.",
    nextAction:
      "Raise the idle limit of the relay, load balancer or gateway before the server (in haproxy "
      + "timeout client and timeout server, in nginx proxy_timeout), or switch on keep-alives that "
      + "are shorter. With no such device, look at the server's own limits of idle time.")

  private static let idleRelay = SessionAdvice.Advice(
    summary: "A relay between client and server closed the idle session by its timer.",
    nextAction:
      "Raise the relay's idle limit (in haproxy timeout client, timeout server and timeout "
      + "tunnel, in nginx proxy_timeout), or switch on keep-alives that are shorter. Client and "
      + "server did not end the session.")

  private static let relay = SessionAdvice.Advice(
    summary: "A relay between client and server ended the session; neither host did.",
    nextAction:
      "Read the log of the relay, proxy or gateway at that second: it failed, was stopped or "
      + "restarted, or refused the session. The RDP server's logs show only a client that left.")

  private static let noAlert = SessionAdvice.Advice(
    summary: "The TLS handshake was broken off without an alert that could be seen.",
    nextAction:
      "Read the TLS errors of both ends at that second: Windows System log, source Schannel; xrdp "
      + "/var/log/xrdp.log; FreeRDP its own output.")

  /// Before ping's data IPv4 has headers of 28 bytes, IPv6 of 48, and that never fragments on the way
  /// (RFC 8200 §5).
  private static func findSize(_ isV4: Bool) -> SessionAdvice.Advice {
    let (windows, linux) =
      isV4
      ? ("ping -f -l 1472 HOST", "ping -M do -s 1472 HOST")
      : ("ping -6 -l 1452 HOST", "ping -6 -M do -s 1452 HOST")
    return SessionAdvice.Advice(
      summary: nil,
      nextAction:
        "Find the size that gets through: `\(windows)` (Linux: `\(linux)`), and less until the "
        + "reply comes; the path MTU is that number plus \(isV4 ? 28 : 48). Set it on the VPN or "
        + "tunnel, and let "
        + (isV4 ? "ICMP fragmentation needed" : "ICMPv6 packet too big") + " pass.")
  }

  /// The client's connection ends at the relay.
  private static func relay(_ facts: WireFacts) -> SessionAdvice.Advice {
    SessionAdvice.Advice(
      summary:
        "A relay (\(facts.connection.server.address)) closed the session, which had been without "
        + "data for a while: its idle timer.",
      nextAction:
        "Raise the idle timer of the relay \(facts.connection.server.address) (HAProxy: timeout "
        + "client, server and tunnel; nginx: proxy_timeout; load balancers: idle timeout), or let "
        + "the server send RDP keep-alives more often (policy Configure keep-alive connection "
        + "interval, 1 minute).")
  }

  private static let tooLittle = SessionAdvice.Advice(
    summary: "What was seen does not show how or why it ended.",
    nextAction: VerdictText.nextAction(for: .undeterminedConflicting))

  static func speaksForACause(_ evidence: Evidence) -> Bool {
    evidence.strength > 0
      && WeightIndex.shared.weights(of: evidence.code).contains { index, weight in
        weight > 0 && WeightIndex.shared.codes[index].cause != .undetermined
      }
  }
}
