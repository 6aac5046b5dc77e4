import CaptureReader

/// Log-ons and sessions as the Security log tells them, and requests that a filter dropped.
extension WindowsSessions {
  mutating func security(_ event: LogEvent) {
    let begins = event.kind == .sessionReconnected || event.kind == .logonSucceeded
    if let logon = event.logon, let known = byLogon["\(place(event)) \(logon)"],
      !(begins && isOver(known))
    {
      if isOver(known), event.time.since(all[known].last) > Self.endSpan { return }
      return add(event, to: known)
    }
    let known = recent(event.client, event.time, within: Self.logonSpan, isNew: begins)
    switch event.kind {
    case .logonSucceeded:
      let index: Int
      if let known {
        index = known
        add(event, to: known)
      } else {
        // A network log-on alone may be a file share's.
        guard event.text != "log-on type 3" else { return }
        index = begin(.server, "log-on \(event.logon ?? "")", event)
      }
      if let logon = event.logon { byLogon["\(place(event)) \(logon)"] = index }
    case .logonRefused:
      if let known,
        !all[known].has(.logonRefused) || event.time.since(all[known].last) < .seconds(3),
        all[known].phase < .active, all[known].has(.connectionAccepted)
      {
        return add(event, to: known)
      }
      // Type 3 is a file share's as well as NLA's: something of Remote Desktop must say so.
      if event.text == "log-on type 3", known == nil { return hold(event) }
      begin(.server, "refused log-on \(all.count + 1)", event)
    case .firewallDropped:
      // A request that is not answered is sent again.
      let key = "dropped \(event.client?.address ?? "") \(event.server?.address ?? "")"
      if let known = unnamed[key], event.time.since(all[known].last) <= Self.repeatSpan {
        return add(event, to: known)
      }
      unnamed[key] = begin(.between, "dropped \(all.count + 1)", event)
    case .phaseReached: break
    default:
      // Without a record that has the log-on's id: user and address tell whose end it is.
      if let open = station(event) {
        if let logon = event.logon { byLogon["\(place(event)) \(logon)"] = open }
        return add(event, to: open)
      }
      if let known {
        if let logon = event.logon { byLogon["\(place(event)) \(logon)"] = known }
        return add(event, to: known)
      }
      let index = begin(.server, "log-on \(event.logon ?? "\(all.count + 1)")", event)
      if let logon = event.logon { byLogon["\(place(event)) \(logon)"] = index }
    }
  }

  /// The open session of the same user at the same client.
  private func station(_ event: LogEvent) -> Int? {
    guard event.kind == .sessionDisconnected, let user = event.user,
      let address = event.client?.address
    else { return nil }
    return byAddress[address]?.suffix(Self.remembered).last { index in
      all[index].point == .server && all[index].user == user && !isOver(index)
        && all[index].events.contains {
          $0.kind == .sessionReconnected || $0.kind == .sessionConnected
            || $0.kind == .logonSucceeded
        }
    }
  }

  private mutating func hold(_ event: LogEvent) {
    networkLogons[place(event), default: NetworkLogons(empty: event.time)].add(event)
    guard let address = event.client?.address else { return }
    if heldLogons.count >= Self.mostHeld, heldLogons[address] == nil { heldLogons.removeAll() }
    heldLogons[address] = event
  }

  mutating func nameNetworkLogons() {
    for (computer, logons) in networkLogons.sorted(by: { $0.key < $1.key }) where logons.count > 0 {
      var session = LogSession(.windows, at: .host, identity: "network log-ons \(computer)")
      (session.first, session.last) = (logons.first, logons.last)
      session.inputs = logons.inputs.sorted()
      session.computer = computer.isEmpty ? nil : computer
      session.networkLogons = logons
      session.isHostOnly = true
      session.isOpen = false
      all.append(session)
    }
  }
}
