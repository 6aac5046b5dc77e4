import CaptureReader
import RDPProtocol
import TCPStreams

/// The session's data may run over UDP beside TCP ([MS-RDPEUDP], [MS-RDPEUDP2]): then an idle TCP
/// connection is no stall, and the two together tell a dead path from a dead connection.
struct DataOverUDP: EvidenceRule {
  static let yields: [EvidenceCode] = [
    .udpCarried, .udpNotAnswered, .udpNotUsable, .udpPathLost, .udpOutlivedTCP,
  ]

  func evidence(in facts: WireFacts) -> [Evidence] {
    guard !facts.surroundings.udp.isEmpty || !facts.trace.mcs.details.multitransport.isEmpty else {
      return []
    }
    return [carried(facts), notAnswered(facts), notUsable(facts), lost(facts), outlived(facts)]
      .compactMap { $0 }
  }

  private func carried(_ facts: WireFacts) -> Evidence? {
    let carrying = facts.dataOverUDP
    guard let latest = carrying.max(by: { $0.last.time < $1.last.time }) else { return nil }
    let count = carrying.reduce(0) { sum, transport in
      Side.allCases.reduce(sum) { $0.addingSaturating(transport.sent[$1].datagrams) }
    }
    let place = latest.last.time.since(facts.connection.last.time)
    let when =
      place > .zero
      ? "\(place.text) after TCP's last packet" : "\((.zero - place).text) before TCP's last packet"
    return Evidence(
      .udpCarried,
      "the session's data ran over UDP too: \(count) datagrams, the last one \(when)",
      frames: [latest.syn ?? latest.first, latest.last])
  }

  private func notAnswered(_ facts: WireFacts) -> Evidence? {
    guard facts.dataOverUDP.isEmpty,
      let tried = facts.surroundings.udp.first(where: { !$0.isEstablished && $0.synCount > 0 })
    else { return nil }
    let how =
      tried.icmp == nil ? "nothing answered" : "an ICMP error answered"
    return Evidence(
      .udpNotAnswered,
      "the client tried UDP \(tried.synCount == 1 ? "once" : "\(tried.synCount) times") and \(how): "
        + "the session stayed on TCP",
      frames: [tried.syn, tried.icmp?.frame ?? tried.last])
  }

  private func notUsable(_ facts: WireFacts) -> Evidence? {
    let offers = facts.trace.mcs.details.multitransport
    guard let refused = offers.first(where: { ($0.result?.value ?? 0) != 0 }),
      let result = refused.result
    else { return nil }
    return Evidence(
      .udpNotUsable,
      "the client reports that the \(refused.kind.rawValue) UDP transport did not come up "
        + "(0x\(String(result.value, radix: 16, uppercase: true)))",
      frames: [refused.frame, result.frame])
  }

  /// Datagrams to the end that nothing answered, on a transport that worked before.
  private func lost(_ facts: WireFacts) -> Evidence? {
    for transport in facts.dataOverUDP
    where transport.finished.client == nil && transport.finished.server == nil {
      for side in Side.allCases {
        let sent = transport.sent[side]
        guard sent.unanswered >= Thresholds.udpUnanswered, let since = sent.unansweredSince,
          let last = sent.last, last.time.since(since.time) >= Thresholds.udpSilence
        else { continue }
        return Evidence(
          .udpPathLost,
          "for \(last.time.since(since.time).text) the \(side) sent \(sent.unanswered) datagrams and "
            + "nothing came back",
          frames: [since, last])
      }
    }
    return nil
  }

  /// TCP was dead while datagrams of the silent side still came: the path and the host were not.
  private func outlived(_ facts: WireFacts) -> Evidence? {
    for tail in facts.failingTails {
      guard let datagram = facts.lastDatagram(of: tail.side.other),
        datagram.time.since(tail.start.time) >= Thresholds.udpOutlivesTCP,
        facts.lastDatagram(of: tail.side).map({ $0.time > tail.start.time }) ?? false
      else { continue }
      return Evidence(
        .udpOutlivedTCP,
        "datagrams of the \(tail.side.other) still came \(datagram.time.since(tail.start.time).text) "
          + "after its TCP had stopped to answer",
        frames: [tail.start, datagram])
    }
    return nil
  }
}
