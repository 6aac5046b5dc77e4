import CaptureReader
import RDPProtocol
import TCPStreams

/// A RST that the host it claims to come from did not send.
///
/// Its hop limit is none of that host's, or the host goes on as if nothing had happened.
struct InjectedReset: EvidenceRule {
  func evidence(in facts: WireFacts) -> [Evidence] {
    var found: [Evidence] = []
    for side in Side.allCases {
      guard let reset = facts[side].resets.first, isFirstWord(reset, of: side, facts) else {
        continue
      }
      let record = facts[side]
      if isForeign(reset.hopLimit, to: record) {
        found.append(
          Evidence(
            "tcp.reset_foreign_ttl",
            "the \(side)'s RST has hop limit \(reset.hopLimit), its other packets "
              + record.hopLimits.values.prefix(3).map(String.init).joined(separator: ", "),
            frames: [reset.frame]))
      }
      if let identification = reset.identification, isForeignIdentification(reset, in: record) {
        found.append(
          Evidence(
            "tcp.reset_foreign_id",
            "the \(side)'s RST has IP identification \(identification), far from that host's count",
            frames: [reset.frame]))
      }
      if reset.senderWentOn {
        found.append(
          Evidence(
            "tcp.reset_race", "the \(side) went on sending after the RST in its name",
            frames: [reset.frame, record.lastPacket]))
      }
    }
    return found
  }

  /// A hop limit that this host's packets never had. A difference of one can be a second path; not
  /// so where the RST still carries an initial value, and so comes from a neighbour of the capture,
  /// and the host's packets never do.
  private func isForeign(_ hopLimit: UInt8, to record: DirectionRecord) -> Bool {
    let known = record.hopLimits.values
    guard record.packets - record.resetCount >= 2,
      let nearest = known.map({ abs(Int($0) - Int(hopLimit)) }).min()
    else { return false }
    if nearest >= Thresholds.hopDifference { return true }
    return nearest == 1 && known.count == 1 && record.packets - record.resetCount >= 5
      && Self.isInitial(hopLimit) && !known.contains(where: Self.isInitial)
  }

  private static func isInitial(_ hopLimit: UInt8) -> Bool {
    hopLimit == 64 || hopLimit == 128 || hopLimit == 255
  }

  /// An identification out of line with a host that counts its packets. Zero is what stacks use for
  /// answers of no connection.
  private func isForeignIdentification(_ reset: ResetRecord, in record: DirectionRecord) -> Bool {
    let pattern = record.identification
    guard let last = reset.previousIdentification, let own = reset.identification, own != 0,
      pattern.zeros <= 2, pattern.others == 0, pattern.ascending >= 5,
      let pause = reset.sinceOwn, pause < .seconds(1)
    else { return false }
    return own &- last >= 0x1000
  }

  /// RSTs that follow a FIN or the other side's RST are answers, whoever sends them.
  private func isFirstWord(_ reset: ResetRecord, of side: Side, _ facts: WireFacts) -> Bool {
    if let fin = facts[side].fin, fin < reset.frame { return false }
    if let other = facts.connection.goodbye(of: side.other), other.frame < reset.frame {
      // Both ends get a forged RST at the same moment.
      return other.kind == .reset && reset.frame.time.since(other.frame.time) < .milliseconds(5)
    }
    return true
  }
}
