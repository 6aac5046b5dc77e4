import CaptureReader

/// The session manager's lines: whose they are.
extension XRDPSessions {
  mutating func manage(_ event: LogEvent) {
    guard let index = managed(event) else {
      let isLoneEnd = event.kind == .sessionLoggedOff && event.user != nil
      if isBeginning(event) || isLoneEnd, !hasAccepted {
        all.append(
          LogSession(
            .sesman, at: .server, identity: "session \(forgotten + all.count + 1)", events: [event])
        )
        state.append(State(hasLogon: true, display: event.session))
        open.append(all.count - 1)
      }
      return
    }
    all[index].add(event)
    state[index].display = event.session ?? state[index].display
    if let user = event.user { all[index].user = user }
    if event.kind == .sessionLoggedOff { close(index) }
  }

  private func isBeginning(_ event: LogEvent) -> Bool {
    switch event.kind {
    case .logonSucceeded, .logonRefused, .authorizationDenied, .limitReached, .sessionReconnected,
      .backendFailed:
      true
    default: false
    }
  }

  func managed(_ event: LogEvent) -> Int? {
    if let exact = match(event.client) { return exact }
    if let user = event.user {
      let named = recent.filter { all[$0].user == user }
      if let index = named.last(where: { open.contains($0) }) ?? named.last { return index }
      if let index = open.first(where: { !state[$0].hasLogon && state[$0].isEstablished }) {
        return index
      }
    }
    if let display = event.session {
      let known = recent.last {
        state[$0].display == display && (event.user == nil || all[$0].user == nil)
      }
      if let known { return known }
      if event.user == nil {
        return event.kind == .backendFailed
          ? open.last { state[$0].hasLogon && state[$0].display == nil } : nil
      }
    }
    return lone(event)
  }

  /// The only connection that is open: its user logs on, tries again, or gets no desktop.
  private func lone(_ event: LogEvent) -> Int? {
    guard open.count == 1, let only = open.first,
      event.time.since(all[only].last) <= Self.retrySpan
    else { return nil }
    let isOfServer = all[only].events.contains { $0.source.program == .xrdp }
    switch event.kind {
    case .logonSucceeded:
      return isOfServer && !all[only].has(.logonSucceeded) ? only : nil
    case .logonRefused: return isOfServer && !state[only].hasLogon ? only : nil
    case .backendFailed where event.user == nil: return only
    default: return nil
    }
  }

  /// Who mistyped the password tries again within this time.
  private static let retrySpan = TimeSpan.seconds(120)
}
