import CaptureReader
import Evidence
import LogReader
import RDPProtocol
import TCPStreams

/// Events of a session that both a log and packets show, with the time at which the witness has them.
struct SharedMarks {
  enum Mark: Hashable {
    case accepted, negotiated, secured, named, refused, active, ended
  }

  /// Seconds since 1970.
  private(set) var times: [Mark: Double] = [:]
  private(set) var first: Double
  /// The stamps' smallest step in seconds: a whole one where fractions mean nothing.
  private(set) var step = 0.0

  /// A log's events follow the packets that caused them within this time, in seconds.
  static let lag = 0.25
  /// Two times of the same event lie within this of each other, in seconds.
  private static let near = 1.3
  /// The first line of a log is within this of the connection's first packet, in seconds.
  private static let nearStart = 3.0

  init(_ facts: WireFacts) {
    let trace = facts.trace
    first = facts.connection.first.time.secondsSince1970
    note(.accepted, (facts.connection.handshake.established ?? facts.connection.handshake.synAck))
    note(.negotiated, trace.confirm?.frame)
    note(.secured, facts.tlsFinished.server ?? facts.tlsFinished.client)
    note(.named, facts.connectInitial)
    note(.refused, facts.credssp.refusalFrame)
    note(.active, trace.mcs.active ?? facts.inference.active)
    note(.ended, facts.connection.firstGoodbye?.frame)
  }

  private mutating func note(_ mark: Mark, _ reference: ItemReference?) {
    if let reference { times[mark] = reference.time.secondsSince1970 }
  }

  init(_ facts: LogFacts) {
    let session = facts.session
    first = session.first.secondsSince1970
    for event in session.events {
      guard let mark = Self.mark(of: event), times[mark] == nil else { continue }
      times[mark] = event.time.secondsSince1970
    }
    let hasFractions = session.events.contains { $0.time.nanoseconds % 1_000_000_000 != 0 }
    // FreeRDP writes the seconds of one clock with the milliseconds of another.
    step = hasFractions && session.program != .freeRDP ? 0 : 1
  }

  private static func mark(of event: LogEvent) -> Mark? {
    switch event.kind {
    case .connectionAccepted: .accepted
    case .securityChosen, .negotiationRefused: .negotiated
    case .tlsEstablished: .secured
    case .clientNamed: .named
    case .logonRefused: .refused
    case .sessionConnected, .sessionReconnected: .active
    case .peerClosed, .transportError, .userClosed, .connectionEnded, .clientInterrupted: .ended
    default: nil
    }
  }

  /// This witness's clock less the other's, by the first event that both show.
  func offset(from wire: SharedMarks) -> Double? {
    for mark in [Mark.accepted, .negotiated, .secured, .named, .refused, .active] {
      if let one = times[mark], let other = wire.times[mark] { return stamp(one) - other }
    }
    return stamp(first) - wire.first
  }

  /// The middle of what a stamp can mean.
  private func stamp(_ time: Double) -> Double { time.rounded(.down, to: step) + step / 2 }

  /// How many events agree at this offset, and how far the beginnings lie apart.
  func fit(_ wire: SharedMarks, offset: Double) -> (points: Double, distance: Double) {
    var points = 0.0
    for (mark, time) in times {
      guard let other = wire.times[mark] else { continue }
      points += abs(stamp(time) - other - offset) <= Self.near ? 1 : 0
    }
    let distance = abs(stamp(first) - wire.first - offset)
    return (points + (distance <= Self.nearStart ? 0.5 : 0), distance)
  }

  /// For each event that both show, the offsets that its stamp allows.
  func intervals(against wire: SharedMarks) -> [(low: Double, high: Double)] {
    times.keys.sorted { "\($0)" < "\($1)" }.compactMap { mark in
      guard let time = times[mark], let other = wire.times[mark] else { return nil }
      let low = time.rounded(.down, to: step)
      return (low - other - Self.lag, low + max(step, 0.02) - other)
    }
  }

  /// What the beginnings allow, where no event is shown by both.
  func beginning(against wire: SharedMarks) -> (low: Double, high: Double) {
    let low = first.rounded(.down, to: step)
    return (low - wire.first - 2, low + step - wire.first + 1)
  }
}

extension Timestamp {
  fileprivate var secondsSince1970: Double { Double(nanoseconds) / 1e9 }
}

extension Double {
  fileprivate func rounded(_ rule: FloatingPointRoundingRule, to step: Double) -> Double {
    step > 0 ? (self / step).rounded(rule) * step : self
  }
}
