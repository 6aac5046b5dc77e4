package import CaptureReader
import RDPProtocol
package import TCPStreams

/// A close at a round time after the last word of either side: a program's timer, no person and no
/// crash.
///
/// Idle time-outs are set in fives of seconds, less often in other whole ones. They do not run out
/// early, but for programs whose clock is coarse, and show a round trip later where the other side
/// spoke last (104 recorded ends by haproxy, nginx and stunnel: 0 to 5 ms late beside them, nginx
/// 92 ms early to 58 ms late; of 36 servers that died idle one came within 40 ms of a step).
struct ClosingTimer {
  /// From the last word of either side to the close.
  let pause: TimeSpan
  /// The last word and the close.
  let frames: [ItemReference]
  /// By chance one end in a hundred comes at such a time; else one in twelve does.
  let isExact: Bool

  /// nil where the first goodbye does not come at such a time.
  init?(_ facts: WireFacts) {
    guard let goodbye = facts.goodbye, facts.hasSteadyClock,
      let last = facts.lastWord(before: goodbye)
    else { return nil }
    let handshake = facts.connection.handshake
    let delay =
      (goodbye.side == .client ? handshake.clientRoundTrip : handshake.serverRoundTrip) ?? .zero
    self.init(from: last, to: goodbye.frame, delay: delay)
  }

  /// - Parameter delay: round trip between the capture and the side that closes.
  init?(from last: ItemReference, to close: ItemReference, delay: TimeSpan) {
    pause = close.time.since(last.time)
    frames = [last, close]
    let step = Self.lateness(of: pause, step: Thresholds.timerStep)
    isExact =
      step >= .zero - Thresholds.timerEarliness && step <= delay + Thresholds.timerEarliness * 3
    guard pause >= Thresholds.timerStep - Thresholds.coarseTimer else { return nil }
    let second = Self.lateness(of: pause, step: .seconds(1))
    let isCoarse =
      step >= .zero - Thresholds.coarseTimer && step <= delay + Thresholds.coarseTimer
    let isOdd =
      pause >= Thresholds.shortestOddTimer && second >= .zero - Thresholds.timerEarliness
      && second <= min(delay, .milliseconds(100)) + Thresholds.timerEarliness * 3
    guard isExact || isCoarse || isOdd else { return nil }
  }

  /// How long after the nearest multiple of a step; negative before it.
  private static func lateness(of pause: TimeSpan, step: TimeSpan) -> TimeSpan {
    let rest = pause.nanoseconds % step.nanoseconds
    return TimeSpan(nanoseconds: rest * 2 > step.nanoseconds ? rest - step.nanoseconds : rest)
  }
}

extension WireFacts {
  /// The last message of either side before a goodbye. The alert that ends TLS belongs to the goodbye, and
  /// what answers it comes after it.
  package func lastWord(before goodbye: Goodbye) -> ItemReference? {
    let alert = closingRecord(of: goodbye.side)
    let record = trace.tls.lastRecords.last { $0.frame < goodbye.frame && $0 != alert }
    if let record { return record.frame }
    guard let client = client.lastData, let server = server.lastData else { return nil }
    let last = max(client, server)
    return last < goodbye.frame ? last : nil
  }
}
