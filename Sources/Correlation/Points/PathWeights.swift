/// What each finding about the path speaks for and against, as natural log-odds (8 and more is
/// proof): where both ends agree that the path was clean, no verdict may blame it.
public enum PathWeights {
  public static let table: [PathFinding.Code: [(code: String, weight: Double)]] = [
    // Loss that the connection bore is no cause; what it ended by is told by the ends.
    .loss: [("network.loss", 1)],
    .outage: [("network.path_outage", 12), ("network.loss", 4)],
    .resetForged: [
      ("network.reset_injected", 14), ("server.terminated", -6), ("client.terminated", -6),
      ("server.port_closed", -8), ("server.closed", -6),
    ],
    .resetAfterSilence: [("network.idle_timeout", 13), ("network.reset_injected", 9)],
    .resetWithoutEffect: [],
    .resetByHost: [("network.reset_injected", -12), ("network.idle_timeout", -6)],
    .goodbyeLost: [("network.path_outage", 2)],
    .sizeLimit: [("network.pmtu_blackhole", 13)],
    .clean: [
      ("network.loss", -14), ("network.path_outage", -14), ("network.pmtu_blackhole", -14),
      ("network.reset_injected", -14), ("network.idle_timeout", -14), ("network.latency", -6),
      ("network.unreachable", -10), ("network.syn_unanswered", -14),
    ],
    .answeredByDevice: [],
    .hostSilent: [],
    .changed: [],
    .payloadChanged: [("tls.bad_record", 3), ("protocol.mac_error", 2)],
    .delayed: [],
    .captureMissed: [],
    .unheardAtEnd: [("network.path_outage", 3)],
  ]
}
