import CaptureReader
import Evidence
import LogReader
import RDPProtocol
import TCPStreams

/// Events of a session that two witnesses show, with the time at which each has them.
struct SharedMarks {
  enum Mark: String, Hashable, CaseIterable {
    case attempted, accepted, negotiated, secured, named, refused, active, ended, gaveUp
  }

  /// What a stamp of the witness means.
  enum Stamps {
    case exact
    /// Somewhere within its second.
    case wholeSeconds
    /// Within its second, as far behind its begin as its milliseconds are behind the change.
    case foreignMilliseconds(SecondChange)
  }

  /// Seconds since 1970, as stamped.
  private(set) var times: [Mark: Double] = [:]
  /// Seconds before and behind its time in which an event may have been, where packets only bound it.
  private var breadths: [Mark: Double] = [:]
  private(set) var first: Double
  private(set) var stamps = Stamps.exact

  /// A log's events follow the packets that caused them within this time, in seconds.
  private static let exactLag = 0.25
  /// The same for programs that write whole seconds: xrdp's lines follow what its child processes did.
  private static let coarseLag = 0.75
  /// Two times of the same event lie within this of each other, in seconds.
  private static let near = 1.3
  /// The same, where both times are exact.
  private static let exactlyNear = 0.4
  /// The first line of a log is within this of the connection's first packet, in seconds.
  private static let nearStart = 3.0
  /// What an exact stamp may be early, in seconds.
  private static let exactStep = 0.02

  init(_ facts: WireFacts) {
    let trace = facts.trace
    first = facts.connection.first.time.secondsSince1970
    note(.attempted, facts.connection.handshake.syn)
    note(.accepted, (facts.connection.handshake.established ?? facts.connection.handshake.synAck))
    note(.negotiated, trace.confirm?.frame)
    note(.secured, facts.tlsFinished.server ?? facts.tlsFinished.client)
    note(.named, facts.connectInitial)
    note(.refused, facts.credssp.refusalFrame)
    note(.active, trace.mcs.active ?? facts.inference.active)
    note(.ended, facts.connection.firstGoodbye?.frame)
    if facts.connection.handshake.synAck == nil { noteGivingUp(facts.connection) }
  }

  /// A client learns at once that it is refused. One that nobody answers gives up after its last SYN
  /// and before the next one: a pause is at most twice the one before (RFC 6298 §5), and the first is
  /// 1 s, or 3 s by older stacks (FreeRDP 2.11 gives up after 15 s, between Linux's ninth SYN and the
  /// tenth: `b-off` of the lab).
  private mutating func noteGivingUp(_ connection: ConnectionRecord) {
    if let refusal = connection.sent.server.resets.last?.frame {
      return note(.gaveUp, refusal)
    }
    guard let last = connection.handshake.lastSyn ?? connection.handshake.syn else { return }
    let pause = connection.backoffs.client?.pauses.last.map { 2 * Self.seconds($0) }
    let breadth = (pause ?? Self.firstPause) / 2
    times[.gaveUp] = last.time.secondsSince1970 + breadth
    breadths[.gaveUp] = breadth
  }

  /// The longest that a stack waits before its second SYN, in seconds.
  private static let firstPause = 3.0

  private static func seconds(_ span: TimeSpan) -> Double { Double(span.nanoseconds) / 1e9 }

  private mutating func note(_ mark: Mark, _ reference: ItemReference?) {
    if let reference { times[mark] = reference.time.secondsSince1970 }
  }

  /// A session of which only the beginning is known.
  init(from start: Timestamp) { first = start.secondsSince1970 }

  init(_ session: LogSession) {
    first = session.first.secondsSince1970
    for event in session.events {
      guard let mark = Self.mark(of: event), times[mark] == nil else { continue }
      times[mark] = event.time.secondsSince1970
    }
    if let change = session.secondChange {
      stamps = .foreignMilliseconds(change)
    } else if !session.events.contains(where: { $0.time.nanoseconds % 1_000_000_000 != 0 }) {
      stamps = .wholeSeconds
    }
  }

  private static func mark(of event: LogEvent) -> Mark? {
    switch event.kind {
    case .attemptBegins: .attempted
    case .connectionAccepted: .accepted
    case .securityChosen, .negotiationRefused: .negotiated
    case .tlsEstablished: .secured
    case .clientNamed: .named
    case .logonRefused: .refused
    case .sessionConnected, .sessionReconnected: .active
    case .peerClosed, .transportError, .userClosed, .connectionEnded, .clientInterrupted,
      .sessionDisconnected:
      .ended
    case .connectFailed: .gaveUp
    default: nil
    }
  }

  /// How long after its packet an event may be written, in seconds.
  var lag: Double {
    if case .wholeSeconds = stamps { Self.coarseLag } else { Self.exactLag }
  }

  /// The log has no times at all.
  var isUntimed: Bool { first == 0 && times.values.allSatisfy { $0 == 0 } }

  /// Changes of the second that are tried, in milliseconds, at most so many; a nil where none matters.
  func changes(atMost limit: Int) -> [Int?] {
    guard case .foreignMilliseconds(let change) = stamps else { return [nil] }
    let fine = change.candidates(every: 10)
    let step = max(1, (fine.count + limit - 1) / limit)
    return stride(from: 0, to: fine.count, by: step).map { fine[$0] }
  }

  /// The middle of what a stamp can mean.
  func reading(_ time: Double, _ change: Int?) -> Double {
    switch stamps {
    case .exact: return time
    case .wholeSeconds: return time.rounded(.down) + 0.5
    case .foreignMilliseconds:
      let second = time.rounded(.down)
      guard let change else { return second + 0.5 }
      let behind = time - second - Double(change) / 1000
      return second + (behind < -0.000_001 ? behind + 1 : behind)
    }
  }

  /// How far before and behind its middle a stamp reaches.
  private func spread(_ change: Int?) -> Double {
    switch stamps {
    case .exact: 0
    case .wholeSeconds: 0.5
    case .foreignMilliseconds: change == nil ? 0.5 : 0
    }
  }

  private static let surest: [Mark] = [
    .accepted, .negotiated, .secured, .named, .refused, .active, .attempted, .gaveUp,
  ]

  /// This witness's clock less the other's, by the first event that both show.
  func offset(from other: SharedMarks, _ change: Int?) -> Double? {
    for mark in Self.surest {
      if let one = times[mark], let two = other.times[mark] {
        return reading(one, change) - other.reading(two, nil)
      }
    }
    return reading(first, change) - other.reading(other.first, nil)
  }

  /// How many events agree at this offset, and how far the beginnings lie apart.
  func fit(
    _ other: SharedMarks, offset: Double, _ change: Int?
  ) -> (points: Double, distance: Double) {
    let spread = spread(change) + other.spread(nil)
    let near = max(Self.exactlyNear, min(Self.near, spread + Self.exactLag))
    var points = 0.0
    for (mark, time) in times {
      guard let two = other.times[mark] else { continue }
      let breadth = other.breadths[mark] ?? 0
      let gap = abs(reading(time, change) - other.reading(two, nil) - offset) - breadth
      points += gap <= near ? 1 : gap <= Self.near ? 0.5 : 0
    }
    let distance = abs(reading(first, change) - other.reading(other.first, nil) - offset)
    return (points + (distance <= Self.nearStart ? 0.5 : 0), distance)
  }

  /// The events that both show, in the order in which a session has them.
  func shared(with other: SharedMarks) -> [Mark] {
    Mark.allCases.filter { times[$0] != nil && other.times[$0] != nil }
  }

  /// For each event that both show, the offsets that its stamp allows.
  ///
  /// - Parameter isLog: the other is a log too, whose events may be late as well.
  func intervals(
    against other: SharedMarks, _ change: Int?, isLog: Bool = false
  ) -> [(low: Double, high: Double)] {
    let (before, behind) = (spread(change), other.spread(nil))
    return shared(with: other).compactMap { mark in
      guard let time = times[mark], let two = other.times[mark] else { return nil }
      let middle = reading(time, change) - other.reading(two, nil)
      let reach = before + behind + (other.breadths[mark] ?? 0)
      return (middle - reach - lag, middle + reach + (isLog ? lag : Self.exactStep))
    }
  }

  /// What the beginnings allow, where no event is shown by both.
  func beginning(against other: SharedMarks, _ change: Int?) -> (low: Double, high: Double) {
    let middle = reading(first, change) - other.reading(other.first, nil)
    let reach = spread(change) + other.spread(nil)
    return (middle - reach - 2, middle + reach + 0.5)
  }
}

extension Timestamp {
  fileprivate var secondsSince1970: Double { Double(nanoseconds) / 1e9 }
}
