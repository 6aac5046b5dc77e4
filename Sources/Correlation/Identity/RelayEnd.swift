import CaptureReader
import Evidence
import TCPStreams

/// The two TCP connections of a relay that carried one session: did the relay end them itself?
///
/// Where the client's connection was closed from the relay's end, and the server's from the relay's
/// end too, neither host did it.
struct RelayEnd {
  /// A pause after which a relay gives up idle connections; the shortest limits in use are seconds.
  private static let silence = TimeSpan.seconds(4)

  let finding: PathFacts.Finding

  /// Nil where a host closed, or where the halves cannot be told apart.
  init?(_ one: SessionFacts, _ other: SessionFacts) {
    guard let halves = Self.halves(one, other), let client = halves.client.wire,
      let server = halves.server.wire, let left = client.connection.firstGoodbye,
      let right = server.connection.firstGoodbye, left.side == .server, right.side == .client
    else { return nil }
    let quiet = min(Self.quiet(client, before: left), Self.quiet(server, before: right))
    guard quiet >= Self.silence else { return nil }
    let seconds = quiet.nanoseconds / 1_000_000_000
    finding = PathFacts.Finding(
      code: EvidenceCode.pathRelayClosed.rawValue, strength: 1,
      summary:
        "a relay between client and server closed both of its connections after \(seconds) s "
        + "without data; neither host did",
      references: [left.frame, right.frame])
  }

  /// The half captured at the client, and the one captured at the server.
  private static func halves(
    _ one: SessionFacts, _ other: SessionFacts
  ) -> (client: SessionFacts, server: SessionFacts)? {
    switch (one.wire?.connection.capturePoint, other.wire?.connection.capturePoint) {
    case (.client, .server): (one, other)
    case (.server, .client): (other, one)
    default: nil
    }
  }

  private static func quiet(_ wire: WireFacts, before goodbye: Goodbye) -> TimeSpan {
    let sent = wire.connection.sent
    let last = [sent.client.lastData, sent.server.lastData].compactMap(\.self)
      .filter { $0.time < goodbye.frame.time }.map(\.time).max()
    return last.map { goodbye.frame.time.since($0) } ?? .zero
  }
}

extension PathFacts {
  /// What is known of a session beyond a relay: its other half's end.
  init(_ end: RelayEnd, from start: Timestamp, to time: Timestamp) {
    self.init(
      points: [Point(name: "client"), Point(name: "server")],
      sent: PerSide(client: Direction(), server: Direction()), start: start, end: time,
      findings: [end.finding])
  }
}
