import CaptureReader
import Evidence
import PacketDecode

/// A session whose beginning only one point captured: beside a port of its own nothing in the middle of its
/// stream says that it is RDP, but the other point does.
struct SharedPorts {
  /// Ports taken over from other points; further ones are left out.
  private static let mostPorts = 8

  /// Ports beside the usual ones on which other series saw RDP that this one may hold parts of.
  static func wanted(
    by seen: Observation, from others: [Observation], options: AnalysisOptions
  ) -> Set<UInt16> {
    let there = Set(seen.sessions.compactMap { Ends($0.identity) })
    let missing = ends(of: others).filter {
      !there.contains($0) && !options.resources.ports.isService($0.server.port)
    }
    return Set(Set(missing.map(\.server.port)).sorted().prefix(mostPorts))
  }

  /// What a second look at the series adds: connections that another point knows for RDP's.
  static func added(_ again: Observation, to seen: Observation, from others: [Observation])
    -> [SessionFacts]
  {
    let known = Set(ends(of: others))
    let there = Set(seen.sessions.compactMap { Ends($0.identity) })
    return again.sessions.filter { facts in
      guard let ends = Ends(facts.identity) else { return false }
      return known.contains(ends) && !there.contains(ends)
    }
  }

  private struct Ends: Hashable {
    var client: Endpoint
    var server: Endpoint

    init?(_ identity: SessionIdentity) {
      guard let client = identity.client, let server = identity.server else { return nil }
      self.client = client
      self.server = server
    }
  }

  /// Connections that were seen to speak RDP.
  private static func ends(of all: [Observation]) -> [Ends] {
    all.flatMap(\.sessions).filter { $0.wire?.isRecognised == true }.compactMap {
      Ends($0.identity)
    }
  }
}
