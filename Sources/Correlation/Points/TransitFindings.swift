import CaptureReader
import TCPStreams

/// What happened on the way while the connection ran.
struct TransitFindings {
  private let path: ConnectionPath
  private let overall: PathComparison
  private let words: PathWords

  /// Queues that hold packets longer than this are felt.
  private static let feltDelay = TimeSpan.milliseconds(150)
  /// Loss that counts as full strength.
  private static let heavyLoss = 0.1

  init(_ path: ConnectionPath, _ overall: PathComparison, _ words: PathWords) {
    self.path = path
    self.overall = overall
    self.words = words
  }

  func findings() -> [PathFinding] {
    var found: [PathFinding] = []
    if let loss = loss() { found.append(loss) }
    for side in Side.allCases {
      let sent = overall.sent[side]
      if let limit = sent.sizeLimit {
        found.append(
          PathFinding(
            .sizeLimit, side: side,
            "of the \(side)'s data no segment of \(limit.lost) bytes or more got from "
              + "\(words.origin(of: side)) to \(words.target(of: side)) from "
              + "\(words.time(limit.since, at: side)) on, segments of up to \(limit.arrived) bytes did",
            [limit.since]))
      }
      if !sent.answeredByDevice.isEmpty {
        found.append(
          PathFinding(
            .answeredByDevice, side: side,
            "a device between \(words.both) answered in the \(side)'s name: "
              + words.count(
                sent.answeredByDevice.count, "segment came", "segments came")
              + " before the \(side) had sent \(sent.answeredByDevice.count == 1 ? "it" : "them")",
            sent.answeredByDevice))
      }
      if !sent.payloadChanged.isEmpty {
        found.append(
          PathFinding(
            .payloadChanged, side: side,
            "the content of " + words.count(sent.payloadChanged.count, "segment", "segments")
              + " of the \(side) was changed between \(words.both)", sent.payloadChanged))
      }
      if let delay = sent.delay, delay.high >= Self.feltDelay {
        found.append(
          PathFinding(
            .delayed, side: side,
            "the \(side)'s packets took up to \(words.span(delay.longest)) longer than the fastest "
              + "one from \(words.origin(of: side)) to \(words.target(of: side)) (one in twenty "
              + "more than \(words.span(delay.high)))", [delay.longestAt]))
      }
    }
    if let missed = missed() { found.append(missed) }
    if !overall.changes.isEmpty {
      found.append(
        PathFinding(
          .changed,
          "between \(words.both) the handshake was changed: "
            + overall.changes.map(\.text).joined(separator: ", ")))
    }
    return found
  }

  private func loss() -> PathFinding? {
    let (client, server) = (overall.sent.client, overall.sent.server)
    let lost = client.lost + server.lost
    guard lost > 0 else { return nil }
    // Of what went that way: the other direction's segments say nothing about it.
    let sent: Int
    let direction: String
    if server.lost == 0 {
      (sent, direction) = (client.sent, "all towards the \(words.far)")
    } else if client.lost == 0 {
      (sent, direction) = (server.sent, "all towards the \(words.near)")
    } else {
      sent = client.sent + server.sent
      direction =
        "\(client.lost) towards the \(words.far), \(server.lost) towards the \(words.near)"
    }
    let first = Side.allCases.compactMap { side in
      overall.sent[side].firstLost.map { ($0, side) }
    }.min { words.moment($0.0, at: $0.1) < words.moment($1.0, at: $1.1) }
    let from = first.map { ", from \(words.time($0.0, at: $0.1)) on" } ?? ""
    return PathFinding(
      .loss, side: server.lost == 0 ? .client : client.lost == 0 ? .server : nil,
      strength: max(client.lossShare, server.lossShare) / Self.heavyLoss,
      "between \(words.both) \(lost) of \(sent) segments vanished, \(direction)\(from)" + place(),
      Array(client.lostReferences.prefix(4) + server.lostReferences.prefix(4)))
  }

  /// With more than two points the part of the path that loses.
  private func place() -> String {
    guard path.hops.count > 1 else { return "" }
    let losing = path.hops.filter { $0.lost > 0 }
    guard let worst = losing.max(by: { $0.lost < $1.lost }) else { return "" }
    if losing.count == 1 { return "; all between \(words.ends(of: worst))" }
    return "; most (\(worst.lost)) between \(words.ends(of: worst))"
  }

  private func missed() -> PathFinding? {
    let (client, server) = (overall.sent.client, overall.sent.server)
    let near = client.missedBySender + server.missedByReceiver
    let far = client.missedByReceiver + server.missedBySender
    guard near + far > 0 else { return nil }
    let parts = [(near, words.near), (far, words.far)].filter { $0.0 > 0 }
    return PathFinding(
      .captureMissed,
      "the capture itself lacks "
        + parts.map { "\($0.0) at the \($0.1)" }.joined(separator: " and ")
        + " that the other side's packets prove to have been there")
  }
}
