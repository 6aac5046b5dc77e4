import CaptureReader

/// Ends that were taken for those of a connection that goes on.
extension XRDPSessions {
  /// A connection whose TLS comes up was not ended by an error before: without process ids the error of one
  /// of two that begin together was taken for the other's. It goes back to the one that waits beside it,
  /// and what that one got of this one's beginning comes here.
  mutating func giveBackEnds(of owner: Int) {
    let ends = all[owner].events.filter(Self.isUnnamedEnd)
    guard let first = ends.first, let last = ends.last else { return }
    let waiting = open.filter { $0 != owner && !state[$0].isEstablished }
    guard let other = waiting.first, waiting.count == 1, all[other].first <= first.time else {
      return
    }
    let isMoved = state[other].hasSecurity && !state[owner].hasSecurity
    let beginning = all[other].events.filter {
      isMoved && $0.process == nil && $0.client == nil && !Self.isUnnamedEnd($0)
    }
    all[owner] = rebuilt(
      all[owner], all[owner].events.filter { !Self.isUnnamedEnd($0) } + beginning)
    all[other] = rebuilt(all[other], all[other].events.filter { !beginning.contains($0) } + ends)
    if isMoved {
      (state[owner].hasSecurity, state[owner].isNamed) = (true, state[other].isNamed)
      (state[other].hasSecurity, state[other].isNamed) = (false, false)
    }
    cascade = (other, last.time)
    if ends.contains(where: { $0.kind == .connectionEnded }) { close(other) }
    if !open.contains(owner) { open.append(owner) }
  }

  private static func isUnnamedEnd(_ event: LogEvent) -> Bool {
    guard event.process == nil, event.client == nil else { return false }
    switch event.kind {
    case .peerClosed, .tlsFailed, .transportError, .protocolError, .consequence, .connectionEnded:
      return true
    default: return false
    }
  }

  private func rebuilt(_ session: LogSession, _ events: [LogEvent]) -> LogSession {
    var rebuilt = LogSession(.xrdp, at: .server, identity: session.identity, events: events)
    rebuilt.server = session.server
    return rebuilt
  }
}
