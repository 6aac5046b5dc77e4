import CaptureReader
import RDPProtocol
import TCPStreams

/// A RST that the host it claims to come from did not send.
struct InjectedReset: EvidenceRule {
  static let yields: [EvidenceCode] = [
    .tcpResetForeignTTL, .tcpResetForeignID, .tcpResetForeignOptions, .tcpResetRace,
    .tcpResetIgnored,
  ]

  func evidence(in facts: WireFacts) -> [Evidence] {
    // Most sessions have none.
    if facts.client.resets.isEmpty, facts.server.resets.isEmpty { return [] }
    var found = ignored(facts)
    for side in Side.allCases {
      guard let forged = facts.forgedReset(of: side) else { continue }
      for sign in forged.signs { found.append(evidence(of: sign, forged, facts[forged.side])) }
    }
    return found
  }

  private func ignored(_ facts: WireFacts) -> [Evidence] {
    Side.allCases.compactMap { side in
      // A refused SYN before the try that was let in ended that try.
      guard let reset = facts[side].resets.first(where: \.wasIgnored),
        facts.connection.handshake.synAck.map({ reset.frame > $0 }) ?? true
      else { return nil }
      return Evidence(
        .tcpResetIgnored, "a RST in the \(side)'s name ended nothing: both sides went on",
        frames: [reset.frame])
    }
  }

  private func evidence(
    of sign: ForgedReset.Sign, _ forged: ForgedReset, _ record: DirectionRecord
  ) -> Evidence {
    let reset = forged.reset
    switch sign {
    case .foreignHopLimit:
      return Evidence(
        .tcpResetForeignTTL, strength: forged.followsAnother ? 0.5 : 1,
        "the \(forged.side)'s RST has hop limit \(reset.hopLimit), its other packets "
          + record.hopLimits.values.prefix(3).map(String.init).joined(separator: ", "),
        frames: [reset.frame])
    case .foreignIdentification(let identification):
      return Evidence(
        .tcpResetForeignID,
        "the \(forged.side)'s RST has IP identification \(identification), far from that host's "
          + "count",
        frames: [reset.frame])
    case .lacksTimestamps:
      return Evidence(
        .tcpResetForeignOptions,
        "the \(forged.side)'s RST acknowledges as its packets do, without the time stamps that they carry",
        frames: [reset.frame])
    case .senderWentOn:
      return Evidence(
        .tcpResetRace, "the \(forged.side) went on sending after the RST in its name",
        frames: [reset.frame, record.lastPacket])
    }
  }
}
