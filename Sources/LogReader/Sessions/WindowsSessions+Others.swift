import CaptureReader

/// Connections that gateways, programs and single records tell of.
extension WindowsSessions {
  mutating func gateway(_ event: LogEvent) {
    let key =
      "gateway \(event.user ?? "") \(event.client?.address ?? "") \(event.server?.address ?? "")"
    if event.kind == .sessionConnected {
      let index = begin(.gateway, "resource \(event.server?.address ?? "")", event)
      tunnels[key, default: []].append(index)
      return
    }
    if event.kind == .phaseReached || event.kind == .logonSucceeded { return }
    if event.key == "gateway.http" {
      // Requests of one try.
      let known = unnamed[key].flatMap {
        event.time.since(all[$0].last) <= Self.repeatSpan ? $0 : nil
      }
      if let known { return add(event, to: known) }
      unnamed[key] = begin(.gateway, "request \(event.reference.frame)", event)
      return
    }
    // The gateway and its policy server write of one refusal.
    if event.kind == .authorizationDenied, let user = event.user?.lowercased() {
      let twin = all.indices.suffix(Self.remembered).last { index in
        all[index].point == .gateway && all[index].user?.lowercased() == user
          && event.time.since(all[index].last) <= Self.endSpan
          && all[index].events.allSatisfy { $0.kind == .authorizationDenied && $0.key != event.key }
      }
      if let twin { return add(event, to: twin) }
    }
    // A user may have several tunnels to a resource; the oldest that is open ends.
    if let known = tunnels[key]?.first {
      if event.isEnd { tunnels[key]?.removeFirst() }
      return add(event, to: known)
    }
    begin(.gateway, "resource \(event.server?.address ?? "")", event)
  }

  /// Connections of programs, by their process: a client ends with its program.
  mutating func program(_ event: LogEvent) {
    let key = "program \(place(event)) \(event.process ?? 0)"
    if event.kind == .connectionEnded {
      if let known = unnamed[key] { add(event, to: known) }
      return
    }
    if event.kind == .connectionAccepted {
      if recent(event.client, event.time, within: Self.endSpan) == nil {
        begin(.server, "connection \(all.count + 1)", event)
      }
      return
    }
    // The client's own records tell more of the same connection.
    if let known = unnamed["client \(place(event))"],
      event.time.since(all[known].last) <= Self.endSpan
    {
      unnamed[key] = known
      return add(event, to: known)
    }
    if let known = unnamed[key] { return add(event, to: known) }
    unnamed[key] = begin(.client, "process \(event.process ?? 0)", event)
  }

  mutating func single(_ event: LogEvent) {
    if let client = event.client, let known = recent(client, event.time, within: Self.endSpan) {
      return add(event, to: known)
    }
    let isClient =
      event.key == "lsasrv.6041"
      || event.key.hasPrefix("tcpip.") && event.text == TransportRules.outgoing
    if event.kind == .phaseReached { return }
    // Broker and host tell of one attempt in several records.
    if event.key.hasPrefix("broker.") {
      let key = "broker \(place(event))"
      if let known = unnamed[key], event.time.since(all[known].last) <= Self.endSpan,
        all[known].user == event.user || event.user == nil || all[known].user == nil
      {
        return add(event, to: known)
      }
      unnamed[key] = begin(.server, "broker \(event.reference.frame)", event)
      return
    }
    if isClient, let known = unnamed["client \(place(event))"],
      event.time.since(all[known].last) <= Self.endSpan
    {
      return add(event, to: known)
    }
    begin(isClient ? .client : .server, "\(event.key) \(event.reference.frame)", event)
  }

  /// RdpCoreTS wrote the end of a connection whose begin it did not tell, and now the session manager tells the end of
  /// its session: both are one, where there is one of each.
  mutating func absorbEnd(before event: LogEvent, into session: Int) {
    guard event.kind == .sessionDisconnected, !isOver(session),
      !all[session].events.contains(where: { $0.key.hasPrefix("rdpcorets.") })
    else { return }
    let ends = all.indices.suffix(Self.remembered).filter { index in
      let other = all[index]
      return other.point == .server && !absorbed.contains(index)
        && (other.computer ?? "") == place(event)
        && event.time.since(other.last) <= Self.endSpan
        && other.events.allSatisfy {
          $0.key.hasPrefix("rdpcorets.") && $0.kind != .connectionAccepted
            && $0.kind != .logonRefused && $0.kind != .tlsFailed
        }
    }
    guard ends.count == 1, let end = ends.first else { return }
    for part in all[end].events { add(part, to: session) }
    absorbed.insert(end)
    for (activity, index) in byActivity where index == end { byActivity[activity] = session }
    for (name, index) in unnamed where index == end { unnamed[name] = session }
  }

  mutating func dropAbsorbed() {
    guard !absorbed.isEmpty else { return }
    all = all.indices.filter { !absorbed.contains($0) }.map { all[$0] }
    absorbed = []
  }
}
