import CaptureReader
import Evidence
import PacketDecode
import RDPProtocol
import TCPStreams

/// Finds a relay's two connections where they share no content: it ends TLS, or speaks RDP itself.
///
/// The two halves ask for the same user in X.224, were captured at different points at about the
/// same time, and the half at the server lives within the other one. Where more than one match is
/// possible none is made.
enum RelayTies {
  struct Candidate {
    /// Index of the session.
    var session: Int
    /// Number of the capture that saw it.
    var witness: Int
  }

  /// Clocks of two captures differ by less.
  private static let clocks = TimeSpan.seconds(300)
  /// Tries of one user that are matched in their order.
  private static let tries = 8
  /// The same difference of the clocks for all tries, but for what a relay needs.
  private static let jitter = TimeSpan.seconds(2)

  private struct Member {
    var index: Int
    var wire: WireFacts
  }

  static func pairs(_ candidates: [Candidate], of sessions: [SessionFacts]) -> [(Int, Int)] {
    var byName: [String: [Int: [Member]]] = [:]
    for candidate in candidates {
      guard let wire = sessions[candidate.session].wire, let name = name(of: wire) else { continue }
      byName[name, default: [:]][candidate.witness, default: []].append(
        Member(index: candidate.session, wire: wire))
    }
    return byName.sorted { $0.key < $1.key }.flatMap { _, found in
      let sides = found.sorted { $0.key < $1.key }.map { $0.value.sorted(by: Self.isEarlier) }
      guard sides.count == 2 else { return [(Int, Int)]() }
      return matched(sides[0], sides[1]) ?? matched(sides[1], sides[0]) ?? []
    }
  }

  private static func name(of wire: WireFacts) -> String? {
    guard let request = wire.trace.request?.value, let name = request.cookie, !name.isEmpty else {
      return nil
    }
    return name
  }

  private static func isEarlier(_ one: Member, _ other: Member) -> Bool {
    (one.wire.connection.first.time, one.index) < (other.wire.connection.first.time, other.index)
  }

  /// The connections at the client's point with those at the server's, each in its order.
  private static func matched(_ client: [Member], _ server: [Member]) -> [(Int, Int)]? {
    guard client.count == server.count, client.count <= tries,
      zip(client, server).allSatisfy({ canBeHalves($0.wire, $1.wire) })
    else { return nil }
    let offsets = zip(client, server).map {
      $1.wire.connection.first.time.since($0.wire.connection.first.time)
    }
    guard let least = offsets.min(), let most = offsets.max(), most - least <= jitter,
      most < clocks, .zero - least < clocks
    else { return nil }
    return zip(client, server).map { ($0.index, $1.index) }
  }

  private static func canBeHalves(_ client: WireFacts, _ server: WireFacts) -> Bool {
    let (one, other) = (client.connection, server.connection)
    guard one.capturePoint != .server, other.capturePoint != .client,
      one.client.address != other.client.address
    else { return false }
    return server.life <= client.life
  }
}
