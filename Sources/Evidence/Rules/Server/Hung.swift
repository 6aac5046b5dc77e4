import CaptureReader
import RDPProtocol
import TCPStreams

/// A running session in which one side's program has stopped: its TCP acknowledges, or its window
/// is shut, and nothing else comes.
struct Hung: EvidenceRule {
  static let yields: [EvidenceCode] = [
    .serverZeroWindow, .clientZeroWindow, .clientSilent, .serverSilent,
  ]

  func evidence(in facts: WireFacts) -> [Evidence] {
    if facts.connection.isOneSided { return [unseenSilence(facts)].compactMap(\.self) }
    guard facts.phase >= .mcs else { return [] }
    for side in Side.allCases {
      let record = facts[side]
      let reference = facts.goodbye?.frame.time ?? facts.connection.last.time
      if let shut = record.zeroWindowSince, reference.since(shut.time) >= Thresholds.zeroWindow {
        return [
          Evidence(
            side == .server ? .serverZeroWindow : .clientZeroWindow,
            "the \(side)'s receive window stayed shut for \(reference.since(shut.time).text): its "
              + "program does not read",
            frames: [shut, record.lastPacket])
        ]
      }
    }
    var found: [Evidence] = []
    if let silence = serverSilence(facts) { found.append(silence) }
    if let silence = clientSilence(facts) { found.append(silence) }
    return found
  }

  /// The server's program had stopped answering, its goodbye included.
  static func isServerSilent(_ facts: WireFacts) -> Bool { Hung().serverSilence(facts) != nil }

  /// It had answered input before: its silence is no still desktop.
  static func isServerStruck(_ facts: WireFacts) -> Bool {
    Hung().serverSilence(facts).map { $0.strength >= 1 } ?? false
  }

  /// The server's program had said nothing for so long that whoever leaves then does so for that.
  static func hasGivenUp(_ facts: WireFacts) -> Bool {
    if facts.connection.isOneSided { return Hung().unseenSilence(facts) != nil }
    guard Hung().serverSilence(facts) != nil,
      let last = facts.server.lastData, let asked = facts.client.lastData
    else { return false }
    return asked.time.since(last.time) >= Thresholds.unbearableSilence
  }

  /// Only the client's packets were captured: its acknowledgements say until when the server sent
  /// anything, and the client's data was not sent again, so it was acknowledged.
  private func unseenSilence(_ facts: WireFacts) -> Evidence? {
    guard facts.phase == .active, facts.client.packets > 0, facts.surroundings.udp.isEmpty,
      facts.client.retransmissions.needed <= Thresholds.fewRepeats,
      let series = facts.connection.series, let asked = facts.client.lastData
    else { return nil }
    let missed = series.courses.client.missedBytes
    guard let heard = missed.lastIndex(where: { $0 > 0 }) else { return nil }
    let last = series.start.advanced(by: series.length * Int64(heard + 1))
    let silence = asked.time.since(last)
    let questions = facts.trace.tls.lastRecords.count {
      $0.side == .client && $0.frame.time > last
    }
    // Over a still desktop input is not answered at any time.
    let answers = missed[...heard].indices.count { index in
      missed[index] > 0
        && series.courses.client.bytes.indices.contains(index)
        && series.courses.client.bytes[index] > 0
        && series.start.advanced(by: series.length * Int64(index)) >= firstAnswers(facts)
    }
    guard silence >= Thresholds.unbearableSilence, answers >= Thresholds.tellingAnswers,
      questions >= Thresholds.serverHangClientPackets
    else { return nil }
    return Evidence(
      .serverSilent, strength: 0.5,
      "for \(silence.text) the client went on and acknowledged nothing new of the server, whose "
        + "packets were not captured",
      frames: [asked])
  }

  /// A client that used to answer the server's updates and stopped, while its TCP goes on.
  private func clientSilence(_ facts: WireFacts) -> Evidence? {
    guard facts.phase == .active, facts.failingTails.isEmpty, let heard = facts.client.lastPacket
    else { return nil }
    let closing = facts.closingRecord(of: .client)
    // The server's records since the client's last.
    var (count, last, first) = (0, nil as EncryptedRecord?, nil as EncryptedRecord?)
    for record in facts.trace.tls.lastRecords.reversed() where record != closing {
      guard record.side == .server else { break }
      count += 1
      last = last ?? record
      first = record
    }
    guard count >= Thresholds.serverHangClientPackets, let last, let first, heard > first.frame,
      last.frame.time.since(first.frame.time) >= Thresholds.serverHang,
      facts.client.dataPackets * 4 >= facts.server.dataPackets
    else { return nil }
    // What it has to say may go over UDP.
    if let datagram = facts.lastDatagram(of: .client), datagram.time > first.frame.time {
      return nil
    }
    // A program that hangs does not close; one whose user looks on and leaves does.
    let silence = last.frame.time.since(first.frame.time)
    let isLong = facts.goodbye?.side != .client || silence >= Thresholds.longSilence
    return Evidence(
      .clientSilent,
      strength: isLong
        ? 1 : Double(silence.nanoseconds) / Double(Thresholds.longSilence.nanoseconds),
      "for \(last.frame.time.since(first.frame.time).text) the client acknowledged what the server "
        + "sent and said nothing itself",
      frames: [first.frame, last.frame])
  }

  private func serverSilence(_ facts: WireFacts) -> Evidence? {
    // A capture that begins later can lack the server's last word.
    let first = facts.connection.isMidStream ? facts.connection.first : nil
    guard facts.phase == .active, let last = facts.server.lastData ?? first,
      let asked = facts.client.lastData,
      let heard = facts.server.lastPacket, facts.failingTails.isEmpty
    else { return nil }
    // The server's own closing alert is no sign of life of its program before.
    // What was asked after its last packet reached nobody, as far as the capture shows.
    let silence = min(asked.time, heard.time).since(last.time)
    let questions = facts.trace.tls.lastRecords.reversed().prefix { $0.side == .client }.count
    let clearQuestions = facts.trace.tls.lastRecords.isEmpty && facts.client.dataPackets > 20
    // What is missing of its stream it has said, and it was lost.
    guard silence >= Thresholds.serverHang, heard > last, facts.server.openHoleBytes == 0,
      questions >= Thresholds.serverHangClientPackets || clearQuestions
    else { return nil }
    // With a UDP transport the picture comes over it, and TCP is idle by right.
    if let datagram = facts.lastDatagram(of: .server), datagram.time > last.time { return nil }
    let isTold =
      silence >= Thresholds.unbearableSilence
      || usedToAnswer(facts, before: last, silence: silence)
    let strength = isTold ? 1 : Self.stillDesktop
    return Evidence(
      .serverSilent, strength: strength,
      "for \(silence.text) the server acknowledged everything the client sent and answered nothing"
        + (isTold ? "" : "; before it had not answered input either, so nothing may have moved"),
      frames: [last, asked])
  }

  /// From here on what the server draws answers input: before, the desktop comes up.
  private func firstAnswers(_ facts: WireFacts) -> Timestamp {
    let active = facts.trace.mcs.active ?? facts.inference.active ?? facts.connection.first
    return (facts.connection.isOneSided ? facts.connection.first : active).time.advanced(
      by: .seconds(facts.connection.isOneSided ? 3 : 1))
  }

  /// A pointer that moves over a desktop on which nothing moves is not answered either.
  private static let stillDesktop = 0.4

  /// Until its last word the server had answered the client's input, and had never been silent under
  /// it for nearly so long. The first second, in which the desktop is drawn, does not count.
  private func usedToAnswer(
    _ facts: WireFacts, before last: ItemReference, silence: TimeSpan
  ) -> Bool {
    guard let series = facts.connection.series else { return true }
    let begin = firstAnswers(facts)
    let asked = series.courses.client.bytes
    let answered = series.courses.server.bytes
    var answers = 0
    var run = 0
    var longestRun = 0
    for index in asked.indices where index < answered.count {
      let start = series.start.advanced(by: series.length * Int64(index))
      guard start >= begin, start <= last.time else { continue }
      if answered[index] > 0 {
        if asked[index] > 0 { answers += 1 }
        run = 0
      } else if asked[index] > 0 {
        run += 1
        longestRun = max(longestRun, run)
      }
    }
    return answers >= Thresholds.tellingAnswers
      && series.length * Int64(longestRun * 3) <= silence
  }
}
