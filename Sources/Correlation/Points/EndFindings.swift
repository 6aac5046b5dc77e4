import CaptureReader
import TCPStreams

/// What the path had to do with the connection's end.
struct EndFindings {
  private let path: ConnectionPath
  private let overall: PathComparison
  private let words: PathWords

  /// A silence in which devices forget connections; the shortest in use are a minute or less.
  static let forgetful = TimeSpan.seconds(20)
  /// Segments without so much as an acknowledgment, and over what time: TCP answers each within half
  /// a second (RFC 9293 §3.8.6.3) whatever the program does.
  static let unanswered = 3
  static let patience = TimeSpan.seconds(2)

  init(_ path: ConnectionPath, _ overall: PathComparison, _ words: PathWords) {
    self.path = path
    self.overall = overall
    self.words = words
  }

  func findings() -> [PathFinding] {
    var found: [PathFinding] = []
    if let outage = outage() { found.append(outage) }
    for side in Side.allCases { found += goodbyes(of: side) }
    // One that ended the connection counts, whatever became of its fellow towards the other end.
    if found.contains(where: { $0.code == .resetForged || $0.code == .resetAfterSilence }) {
      found.removeAll { $0.code == .resetWithoutEffect }
    }
    // A host that is gone leaves a clean wire behind: that proves nothing about the way to it.
    if let silent = silentHost() {
      found.append(silent)
    } else if let clean = clean() {
      found.append(clean)
    }
    if let unheard = unheard() { found.append(unheard) }
    return found
  }

  private func outage() -> PathFinding? {
    let finals = Side.allCases.compactMap { side in
      overall.sent[side].outages.last { $0.isFinal }.map { (side, $0) }
    }
    guard
      let first = finals.min(by: {
        words.moment($0.1.first, at: $0.0) < words.moment($1.1.first, at: $1.0)
      })
    else { return nil }
    let direction =
      finals.count == 2 ? "in either direction" : "from the \(first.0) to the \(first.0.other)"
    let segments = finals.reduce(0) { $0 + $1.1.segments }
    let length = finals.map(\.1.length).max() ?? .zero
    let other = overall.sent[first.0.other]
    let reverse =
      finals.count == 1 && other.arrived > 0 && other.lost == 0
      ? "; the other direction went on" : ""
    return PathFinding(
      .outage, side: finals.count == 2 ? nil : first.0,
      "from \(words.time(first.1.first, at: first.0)) on nothing got \(direction) between \(words.both) any more: "
        + "\(segments) segments over \(words.span(length)) vanished\(reverse)",
      finals.flatMap { [$0.1.first, $0.1.last] })
  }

  private func goodbyes(of side: Side) -> [PathFinding] {
    let sent = overall.sent[side]
    var found: [PathFinding] = []
    if let forged = sent.forgedResets.first, let effect = sent.forgedResetEffect {
      let what =
        "the RST in the \(side)'s name that reached the \(words.target(of: side)) at "
        + "\(words.time(forged, at: side.other)) was not sent by the \(side)"
      switch effect {
      case .ended(let silence) where silence >= Self.forgetful:
        found.append(
          PathFinding(
            .resetAfterSilence, side: side,
            what + ", and came after \(words.span(silence)) of silence", sent.forgedResets))
      case .ended:
        found.append(PathFinding(.resetForged, side: side, what, sent.forgedResets))
      case .ignored:
        found.append(
          PathFinding(
            .resetWithoutEffect, side: side, what + "; the \(side.other) took no notice",
            sent.forgedResets))
      case .late:
        found.append(
          PathFinding(
            .resetWithoutEffect, side: side, what + "; the connection was over by then",
            sent.forgedResets))
      }
    } else if let reset = sent.reset, reset.fate == .arrived {
      found.append(
        PathFinding(
          .resetByHost, side: side, "the \(side) itself sent the RST, and it arrived",
          [reset.sent, reset.arrival]))
    }
    for (goodbye, name) in [(sent.fin, "FIN"), (sent.reset, "RST")] {
      guard let goodbye, goodbye.fate == .lost, let reference = goodbye.sent,
        sent.fin?.fate != .arrived, sent.reset?.fate != .arrived
      else { continue }
      found.append(
        PathFinding(
          .goodbyeLost, side: side,
          "the \(name) that the \(side) sent at \(words.time(reference, at: side)) never reached the "
            + "\(words.target(of: side))", [reference]))
    }
    return found
  }

  private func clean() -> PathFinding? {
    guard overall.isClean else { return nil }
    let (client, server) = (overall.sent.client, overall.sent.server)
    let sent = client.sent + server.sent
    guard sent > 0 else { return nil }
    return PathFinding(
      .clean,
      "all \(sent) segments that either side sent while both captures ran arrived between "
        + "\(words.both)", [client.lastSent, server.lastSent])
  }

  /// A host that received what the other one sent, and did not even acknowledge it: it is gone,
  /// asleep, or no longer has the address.
  private func silentHost() -> PathFinding? {
    let silent = Side.allCases.first { side in
      let heard = overall.sent[side.other]
      return heard.unanswered >= Self.unanswered && heard.unansweredFor >= Self.patience
        && overall.sent[side].reset == nil
    }
    guard let side = silent, let last = overall.sent[side].lastSent else { return nil }
    let heard = overall.sent[side.other]
    return PathFinding(
      .hostSilent, side: side,
      "the \(side) sent nothing after \(words.time(last, at: side)) although "
        + words.count(heard.unanswered, "segment", "segments") + " of the \(side.other) reached it "
        + "over the next \(words.span(heard.unansweredFor))", [last, heard.lastArrived])
  }

  private func unheard() -> PathFinding? {
    let sides = Side.allCases.filter { overall.sent[$0].unheardAtEnd > 0 }
    guard let side = sides.first else { return nil }
    let count = overall.sent[side].unheardAtEnd
    return PathFinding(
      .unheardAtEnd, side: side,
      "the \(side) sent \(count) segments without an answer after the last packet that the capture "
        + "at the \(words.target(of: side)) holds", [overall.sent[side].lastSent])
  }
}
