import CaptureReader
import Evidence
import RDPProtocol
import TCPStreams

/// Did a relay end both of its connections by itself?
///
/// Where the client's connection was closed from the relay's end, and the server's from the relay's
/// end too, neither host did it.
struct RelayEnd {
  /// A pause after which a relay gives up idle connections; the shortest limits in use are seconds.
  private static let silence = TimeSpan.seconds(4)

  let finding: PathFacts.Finding

  /// Nil where a host closed or said goodbye, or the way to one was dead.
  init?(_ halves: RelayHalves) {
    guard let client = halves.client.wire, let server = halves.server.wire,
      let left = client.goodbye, let right = server.goodbye, left.side == .server,
      right.side == .client, !client.isPathDead, !server.isPathDead,
      client.decidingUltimatum?.side != .client, server.decidingUltimatum?.side != .server
    else { return nil }
    let quiet = min(Self.quiet(client, before: left), Self.quiet(server, before: right))
    let isIdle = quiet >= Self.silence
    let after =
      isIdle
      ? " after \(quiet.nanoseconds / 1_000_000_000) s without data" : ", in the middle of it"
    finding = PathFacts.Finding(
      code: (isIdle ? EvidenceCode.pathRelayClosed : .pathRelayEnded).rawValue, strength: 1,
      summary: "a relay between client and server closed both of its connections\(after); "
        + "neither host did",
      references: [left.frame, right.frame])
  }

  private static func quiet(_ wire: WireFacts, before goodbye: Goodbye) -> TimeSpan {
    wire.lastWord(before: goodbye).map { goodbye.frame.time.since($0.time) } ?? .zero
  }
}

/// A relay that ends TLS and passes on what is inside: a device that inspects it.
enum RelayedTLS {
  /// Messages of the client that both halves hold, of one length each.
  private static let messages = 2

  /// Nil where the session came about, or the relay's messages are its own.
  static func finding(_ halves: RelayHalves) -> PathFacts.Finding? {
    guard let client = halves.client.wire, let server = halves.server.wire, client.phase < .mcs,
      server.phase < .mcs, client.goodbye != nil, let hello = client.trace.tls.serverHelloFrame,
      let other = server.trace.tls.serverHelloFrame
    else { return nil }
    let said = (lengths(client), lengths(server))
    let shared = min(said.0.count, said.1.count)
    guard shared >= Self.messages, said.0.prefix(shared) == said.1.prefix(shared) else {
      return nil
    }
    return PathFacts.Finding(
      code: EvidenceCode.pathTLSIntercepted.rawValue, strength: 1,
      summary:
        "the client's TLS ends before the server: the same request and \(shared) messages of "
        + "the same length passed both points in two TLS sessions",
      references: [hello, other])
  }

  private static func lengths(_ wire: WireFacts) -> [Int] {
    wire.credssp.messages.filter { $0.side == .client }.map(\.plaintextLength)
  }
}
