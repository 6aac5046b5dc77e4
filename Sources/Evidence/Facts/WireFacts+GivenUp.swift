import CaptureReader
import PacketDecode
import TCPStreams

/// A host that ends a connection because its keep-alives were not answered.
struct GivenUp: Sendable {
  var side: Side
  /// Its keep-alives since the other side was heard last.
  var probes: [ItemReference]
  /// They were answered where the capture was taken, and the answers did not arrive.
  var wereAnswered = false
}

extension WireFacts {
  private static let shortestProbePause = TimeSpan.milliseconds(500)

  /// The side whose system reset the connection one pause after the last of two and more keep-alives that
  /// nothing answered. The other side's own keep-alives are no answer: they repeat what was acknowledged, where
  /// an answer carries its next number.
  var givenUp: GivenUp? {
    guard let goodbye, goodbye.kind == .reset, self[goodbye.side].keepAlives > 1 else { return nil }
    var next = PerSide<SequenceNumber?>(client: nil, server: nil)
    var probes: [ItemReference] = []
    var all: [ItemReference] = []
    for packet in connection.tail {
      guard packet.frame < goodbye.frame else { break }
      let isProbe =
        packet.length <= 1 && packet.flags.intersection([.syn, .fin, .rst]).isEmpty
        && next[packet.side].map { packet.sequence.distance(to: $0) == 1 } ?? false
      if isProbe {
        if packet.side == goodbye.side {
          probes.append(packet.frame)
          all.append(packet.frame)
        }
        continue
      }
      if packet.length > 0 { all = [] }
      if packet.side != goodbye.side || packet.length > 0 { probes = [] }
      if next[packet.side].map({ $0.distance(to: packet.end) > 0 }) ?? true {
        next[packet.side] = packet.end
      }
    }
    if Self.end(probes, at: goodbye.frame) != nil {
      return GivenUp(side: goodbye.side, probes: probes)
    }
    // A host whose probes are answered waits its idle time before the next; one that hears nothing asks again
    // sooner.
    guard let pause = Self.end(all, at: goodbye.frame), all.count > 2 else { return nil }
    let idle = all[all.count - 2].time.since(all[all.count - 3].time)
    guard idle * 2 >= pause * 3 else { return nil }
    return GivenUp(side: goodbye.side, probes: Array(all.suffix(2)), wereAnswered: true)
  }

  /// A side heard the answers to its keep-alives, the last that it sent, whatever else was lost. A host whose
  /// probes are answered waits its idle time before the next, as it did before the first; one that hears
  /// nothing asks again sooner, and gives up after a few.
  func hearsAnswers(_ side: Side) -> Bool {
    var next: SequenceNumber?
    var sent: [Timestamp] = []
    for packet in connection.tail where packet.side == side {
      let isProbe =
        packet.length <= 1 && packet.flags.intersection([.syn, .fin, .rst]).isEmpty
        && next.map { packet.sequence.distance(to: $0) == 1 } ?? false
      // The first of these times is that of the last packet before the probes.
      if isProbe { sent.append(packet.frame.time) } else { sent = [packet.frame.time] }
      if next.map({ $0.distance(to: packet.end) > 0 }) ?? true { next = packet.end }
    }
    guard sent.count > Self.tellingProbes else { return false }
    let pauses = zip(sent.dropFirst(), sent).map { $0.since($1) }
    return pauses.allSatisfy { $0 >= Self.shortestProbePause && $0 * 10 >= pauses[0] * 9 }
  }

  /// Hosts mostly give up at the third or a later one that nothing answers.
  private static let tellingProbes = 3

  /// The pause between the last two of several keep-alives, where the goodbye comes one such pause after them.
  private static func end(_ probes: [ItemReference], at goodbye: ItemReference) -> TimeSpan? {
    guard probes.count > 1, let last = probes.last else { return nil }
    let pause = last.time.since(probes[probes.count - 2].time)
    let wait = goodbye.time.since(last.time)
    guard pause >= shortestProbePause, (wait - pause) * 5 <= pause, (pause - wait) * 5 <= pause
    else { return nil }
    return pause
  }
}
