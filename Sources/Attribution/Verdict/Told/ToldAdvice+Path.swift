import Evidence
import LogReader

/// What a log says of the way between the hosts: adapters, tunnels, firewalls, relays, names.
extension ToldAdvice {
  static func path(_ record: DecidingRecord) -> Advice? {
    switch record.code {
    case "log.link_down": link(record)
    case "log.tunnel_down": tunnel
    case "log.transport_timeout": silence(record)
    case "log.unreachable": unreachable(record)
    case "log.firewall_timeout": idle(record)
    case "log.connect_timeout": unanswered(record)
    case "log.firewall_server_reset": reset(of: "server")
    case "log.firewall_client_reset": reset(of: "client")
    case "log.firewall_dropped": dropped(record)
    case "log.transport_reset", "log.client_socket_error", "log.transport_reset_at_server",
      "log.words_reset":
      record.verdict == .networkResetInjected ? gone(record) : nil
    default: nil
    }
  }

  private static func link(_ record: DecidingRecord) -> Advice {
    let machine = record.isClients ? "the client" : "the server"
    if record.has("tcpip.4199") {
      return Advice(
        summary: "Another machine has \(record.whose) IP address.",
        nextAction:
          "Find the other machine with \(record.whose) address: the record names its MAC address; "
          + "look for it in the switch and in `arp -a` of a third host. Give one of the two "
          + "another address, or reserve this one in DHCP.")
    }
    if record.has("ndis.10400") {
      return Advice(
        summary: "\(capital(record.whose)) network adapter hung and was reset\(record.named).",
        nextAction:
          "On \(machine) update the adapter's driver and firmware, switch its power saving off "
          + "(Device Manager > the adapter > Power Management; for a USB adapter its port's too), "
          + "and test another adapter if it recurs.")
    }
    if record.has("ndis.10317") {
      return Advice(
        summary: "\(capital(record.whose)) network adapter was stopped\(record.named).",
        nextAction:
          "Find out on \(machine) who or what stopped the adapter at that second: somebody who "
          + "disabled it, a new driver, a change of the virtual switch.")
    }
    if record.has("rasclient.20226") {
      return Advice(
        summary: "\(capital(record.whose)) VPN or dial-up connection was lost\(record.named).",
        nextAction:
          "Read the VPN's own log of that second at both of its ends: idle or session limit, lost "
          + "keep-alives, a changed address. Repair the tunnel; Remote Desktop only went with it.")
    }
    if record.hasKey(from: "wlan-autoconfig.") || record.hasKey(from: "autoconfig.")
      || record.has("nic.7021")
    {
      return Advice(
        summary: "\(capital(record.whose)) Wi-Fi was disconnected.",
        nextAction:
          "On \(machine) look at signal, roaming and the Wi-Fi driver of that minute (`netsh wlan "
          + "show wlanreport`), switch the adapter's power saving off, and test once on a cable.")
    }
    return Advice(
      summary: "\(capital(record.whose)) network link was lost.",
      nextAction:
        "On \(machine) look at cable, dock and switch port, at the adapter's driver and at its "
        + "power saving (Device Manager > the adapter > Power Management).")
  }

  private static let tunnel = Advice(
    summary: "The VPN tunnel under the session went down.",
    nextAction:
      "Read the VPN gateway's own log of that minute for this user: idle or session limit, lost "
      + "keep-alives (dead peer), a second log-on. If it names none, look at the user's own line.")

  private static func silence(_ record: DecidingRecord) -> Advice? {
    if record.has(.virtualDesktop) {
      let isNetwork = record.words.contains("ClientNetwork")
      return Advice(
        summary: isNetwork
          ? "The client had no network any more." : "The connection to the client was lost.",
        nextAction:
          "Check the client's own link of that minute: Wi-Fi, cable, VPN client, sleep. Other "
          + "users of the host went on if only this one has such a record.")
    }
    // Packets say more of a silence than the log's word for it.
    guard !record.hasPackets else { return nil }
    let (near, far) = record.isClients ? ("client", "server") : ("server", "client")
    return Advice(
      summary:
        "The \(near) got no answer from the \(far) any more: the path, or the \(far), fell silent.",
      nextAction:
        "See whether the \(far) itself slept, hung or lost its network at that second; if it did "
        + "not, look at the path between: Wi-Fi, VPN, firewall."
        + (record.isClients ? " `pathping HOST`" : ""))
  }

  private static func unreachable(_ record: DecidingRecord) -> Advice? {
    guard !record.hasPackets else { return nil }
    return Advice(
      summary: "The client was told that the server cannot be reached.",
      nextAction:
        "On the client check that the VPN or network that leads to the server is up, and that the "
        + "address is right: `Test-NetConnection HOST -Port 3389`, `tracert HOST`. Then see "
        + "whether the server is on.")
  }

  private static func idle(_ record: DecidingRecord) -> Advice {
    // A relay names the servers behind it by words of its own: `backend/server`.
    if record.session.server?.address.contains("/") == true {
      return Advice(
        summary: "The relay (haproxy) closed the session when its limit without data was reached.",
        nextAction:
          "On the relay that wrote the log raise timeout client, timeout server and timeout "
          + "tunnel, or let the server send keep-alives that are shorter.")
    }
    return Advice(
      summary: record.hasPackets
        ? nil : "The idle timer of the firewall or relay that wrote the log ended the connection.",
      nextAction:
        "On the device that wrote the log raise the idle time of the RDP port's connections "
        + "(haproxy: timeout client, server and tunnel), or let the server send keep-alives more "
        + "often than that: policy Configure keep-alive connection interval, 1 minute.")
  }

  /// Nobody answered: seen by a relay, a firewall, or the client itself.
  private static func unanswered(_ record: DecidingRecord) -> Advice? {
    guard !record.hasPackets else { return nil }
    if record.has(.firewall) {
      return Advice(
        summary:
          "The firewall or relay let the connection through, and the server behind it did not "
          + "answer.",
        nextAction:
          "From the device that wrote the log, or from beside it, try the server's port: "
          + "`Test-NetConnection HOST -Port 3389` (Linux: `nc -vz HOST 3389`). See whether the "
          + "server is on, and whether its own firewall lets that device in.")
    }
    return Advice(
      summary: "Nothing answered the attempt to connect.",
      nextAction: tryThePort)
  }

  static let tryThePort =
    "From the client: `Test-NetConnection HOST -Port 3389`, and see whether the name leads to the "
    + "right address and the VPN is up. Does the server answer others? Then a firewall drops this "
    + "client; if nobody, see whether it is on and awake."

  private static func reset(of side: String) -> Advice {
    Advice(
      summary: "The \(side)'s side reset the connection, as the firewall saw it.",
      nextAction:
        "Read the \(side)'s own logs of that second: a firewall sees the reset pass, not whether "
        + "the \(side)'s program crashed, was ended, or closed.")
  }

  private static func dropped(_ record: DecidingRecord) -> Advice {
    let isWindows = record.hasKey(from: "security.")
    return Advice(
      summary: "A packet filter dropped the connection.",
      nextAction: isWindows
        ? "On the server that wrote the record allow the RDP port for this client's network: the "
          + "Remote Desktop rules of `wf.msc`; a port of one's own needs a rule of its own."
        : "Find the rule that drops it, on the device that wrote the log, and allow the server's "
          + "RDP port from this client's network.")
  }

  /// A reset whose sender the log cannot know.
  private static func gone(_ record: DecidingRecord) -> Advice? {
    guard !record.hasPackets else { return nil }
    let other = record.isClients ? "server's" : "client's"
    return Advice(
      summary: "The connection was reset; who sent the reset, this log does not tell.",
      nextAction:
        "Read the \(other) log of that second: a crash or an end there means that host. Neither "
        + "there: a firewall or relay between, which has a log of its own.")
  }

  static func capital(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst()
  }
}
