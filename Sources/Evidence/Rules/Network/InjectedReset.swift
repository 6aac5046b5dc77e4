import CaptureReader
import RDPProtocol
import TCPStreams

/// A RST that the host it claims to come from did not send.
///
/// Its hop limit is none of that host's, or the host goes on as if nothing had happened.
struct InjectedReset: EvidenceRule {
  func evidence(in facts: SessionFacts) -> [Evidence] {
    var found: [Evidence] = []
    for side in Side.allCases {
      let record = facts.connection.sent[side]
      guard let reset = record.resets.first, isFirstWord(reset, of: side, facts) else { continue }
      let known = record.hopLimits.values
      if record.packets - record.resetCount >= 2,
        let nearest = known.map({ abs(Int($0) - Int(reset.hopLimit)) }).min(),
        nearest >= Thresholds.hopDifference
      {
        found.append(
          Evidence(
            "tcp.reset_foreign_ttl",
            "the \(side)'s RST has hop limit \(reset.hopLimit), its other packets "
              + known.prefix(3).map(String.init).joined(separator: ", "),
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

  /// RSTs that follow a FIN or the other side's RST are answers, whoever sends them.
  private func isFirstWord(_ reset: ResetRecord, of side: Side, _ facts: SessionFacts) -> Bool {
    if let fin = facts.connection.sent[side].fin, fin.frame < reset.frame.frame { return false }
    if let other = facts.connection.goodbye(of: side.other), other.frame.frame < reset.frame.frame {
      // Both ends get a forged RST at the same moment.
      return other.kind == .reset && reset.frame.time.since(other.frame.time) < .milliseconds(5)
    }
    return true
  }
}
