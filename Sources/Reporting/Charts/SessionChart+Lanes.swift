import Analysis
import Attribution
import CaptureReader
import Evidence
import RDPProtocol
import TCPStreams

extension SessionChart {
  /// One band for each phase, with its name where it fits; all names stand in the title.
  mutating func drawPhases() {
    guard let wire else { return }
    let phases = PhaseView.phases(of: wire)
    let names = phases.map { $0.phase.rawValue + ($0.inferred ? "*" : "") }
    let isInferred = phases.contains(where: \.inferred)
    let top = beginLane(
      "Phases: " + names.joined(separator: " → ") + (isInferred ? " (* inferred)" : ""))
    for (index, phase) in phases.enumerated() {
      let from = scale.x(phase.start.time)
      let following = phases.dropFirst(index + 1).first
      let to = following.map { scale.x($0.start.time) } ?? TimeScale.right
      svg.box(
        index % 2 == 0 ? "band even" : "band odd", x: from, y: top, width: to - from, height: 26,
        title: "\(names[index]) from frame \(phase.start.frame) on")
      // Names of phases are short: nine letters at most.
      if to - from > 110 { svg.label(phase.phase.rawValue, "inside", x: from + 6, y: top + 18) }
    }
    endLane(at: top + 26)
  }

  /// Up what the client sends, down what the server sends, each to its own scale.
  mutating func drawBytes(_ series: ConnectionSeries, at place: String?) {
    let top = beginLane(Self.title("Bytes per second: client up, server down", at: place))
    note(.sides)
    let (middle, half) = (top + 44, 42.0)
    let seconds = max(series.length.seconds, 1e-9)
    for side in Side.allCases {
      let bytes = series.courses[side].bytes.map(Double.init)
      let most = max(bytes.max() ?? 0, 1)
      let isClient = side == .client
      drawMargin(
        "\(Quantity.bytes(most / seconds))/s", at: isClient ? top + 10 : middle + half + 2)
      for (index, value) in bytes.enumerated() where value > 0 {
        let (from, to) = range(index, of: series)
        let height = max(1, value / most * half)
        svg.box(
          isClient ? "bar client" : "bar server", x: from, y: isClient ? middle - height : middle,
          width: to - from - 0.5, height: height, fill: isClient ? "" : hatched)
      }
    }
    drawMargin("0", at: middle + 4)
    svg.line("axis", from: (TimeScale.left, middle), to: (TimeScale.right, middle))
    endLane(at: middle + half)
  }

  /// Shortest to longest round trip of each stretch with its p50 and p95, and the usual shortest through
  /// all, for the side whose data goes the longer way.
  mutating func drawRoundTrips(_ series: ConnectionSeries) {
    guard let wire,
      let side = Side.allCases.filter({ wire[$0].roundTrip.samples > 0 }).max(by: {
        wire[$0].roundTrip.quantile(0.5) ?? .zero < wire[$1].roundTrip.quantile(0.5) ?? .zero
      })
    else { return }
    let course = series.courses[side]
    let most = course.longestRoundTrips.compactMap { $0?.seconds }.max() ?? 0
    guard most > 0 else { return }
    let trip = wire[side].roundTrip
    var title = "Round trip, \(side.rawValue)'s data"
    if let median = trip.quantile(0.5), let slow = trip.quantile(0.95) {
      title +=
        ": p50 \(Quantity.duration(median.seconds)), p95 \(Quantity.duration(slow.seconds))"
    }
    let trend = wire.connection.roundTripTrends[side]
    if let trend { title += "; at the end \(Quantity.duration(trend.beforeEnd.seconds))" }
    let limit = Self.slowFrom(trip, baseline: trend?.baseline)
    let measured = course.roundTrips.compactMap { $0?.seconds }
    let slow = measured.count { $0 >= limit }
    if slow > 0 { title += "; slow in \(slow) of \(measured.count) stretches" }
    let top = beginLane(title)
    note(.roundTrip)
    if slow > 0 { note(.slow) }
    let bottom = top + 64
    let place = { (seconds: Double) in bottom - min(max(seconds / most, 0), 1) * 62 }
    for (index, pair) in zip(course.roundTrips, course.longestRoundTrips).enumerated() {
      guard let low = pair.0?.seconds, let high = pair.1?.seconds else { continue }
      let (from, to) = range(index, of: series)
      svg.box(
        low >= limit ? "mark" : "bar client", x: from, y: place(high), width: to - from - 0.5,
        height: max(2, place(low) - place(high)),
        title: "\(Quantity.duration(low)) to \(Quantity.duration(high))"
          + Self.spread(course, at: index) + (low >= limit ? ", slow" : ""))
      if low >= limit {
        svg.label("!", "sign", x: (from + to) / 2, y: place(high) - 3, anchor: .middle)
      }
    }
    for (kind, values) in [("p50", course.medianRoundTrips), ("p95", course.slowRoundTrips)] {
      for (index, value) in values.enumerated() {
        guard let value else { continue }
        let (from, to) = range(index, of: series)
        svg.line(
          "level \(kind)", from: (from, place(value.seconds)), to: (to - 0.5, place(value.seconds)))
      }
    }
    if let usual = trend?.baseline.seconds {
      svg.line(
        "level base", from: (TimeScale.left, place(usual)), to: (TimeScale.right, place(usual)))
      // The axis has a name of its own.
      if bottom - place(usual) >= 18 { drawMargin("usual", at: max(place(usual) + 4, top + 26)) }
    }
    drawMargin(Quantity.duration(most), at: top + 10)
    drawMargin("0", at: bottom + 4)
    svg.line("axis", from: (TimeScale.left, bottom), to: (TimeScale.right, bottom))
    endLane(at: bottom)
  }

  private static func spread(_ course: ConnectionSeries.Course, at index: Int) -> String {
    guard course.medianRoundTrips.indices.contains(index),
      course.slowRoundTrips.indices.contains(index),
      let median = course.medianRoundTrips[index], let slow = course.slowRoundTrips[index]
    else { return "" }
    return ", p50 \(Quantity.duration(median.seconds)), p95 \(Quantity.duration(slow.seconds))"
  }

  /// Nobody notices shorter round trips, whatever the usual ones are.
  private static let leastSlow = 0.02

  /// A stretch whose shortest round trip is this or longer is slow as a whole: twice the session's own
  /// baseline, or the 95th percentile and twice the median where there is no baseline.
  private static func slowFrom(_ trip: RoundTrip, baseline: TimeSpan?) -> Double {
    let slow = trip.quantile(0.95)?.seconds ?? .infinity
    let usual = trip.quantile(0.5)?.seconds ?? 0
    guard let baseline, baseline > .zero else { return max(slow, usual * 2, leastSlow) }
    return max(baseline.seconds * 2, usual, leastSlow)
  }

  /// A row for each kind of mark that there is, its height the number in the stretch.
  mutating func drawMarks(_ series: ConnectionSeries, at place: String?) {
    let client = series.courses.client
    let server = series.courses.server
    let rows: [(name: String, what: String, counts: [Double])] = [
      ("again", "sent again", Self.sum(client.repeats, server.repeats)),
      ("dup. ACK", "duplicate ACKs", Self.sum(client.duplicateAcks, server.duplicateAcks)),
      (
        "window 0", "closed windows",
        Self.sum(client.zeroWindows, server.zeroWindows)
      ),
      ("missed", "bytes not captured", Self.sum(client.missedBytes, server.missedBytes)),
    ].filter { row in row.counts.contains { $0 > 0 } }
    guard !rows.isEmpty else { return }
    let totals = rows.map { row in
      let total = row.counts.reduce(0, +)
      return "\(Int(min(total, 1e15))) \(row.what)"
    }
    var top = beginLane(Self.title(totals.joined(separator: ", "), at: place))
    for row in rows {
      let most = row.counts.max() ?? 1
      let bottom = top + 24
      drawMargin(row.name, at: bottom - 4)
      for (index, count) in row.counts.enumerated() where count > 0 {
        let (from, to) = range(index, of: series)
        let height = 4 + count / most * 16
        svg.box(
          "mark", x: from, y: bottom - height, width: max(3, to - from - 0.5), height: height,
          title: "\(Int(min(count, 1e15))) \(row.what)")
      }
      svg.line("grid", from: (TimeScale.left, bottom), to: (TimeScale.right, bottom))
      top = bottom + 4
    }
    endLane(at: top)
  }

  private static func sum(_ one: [UInt32], _ other: [UInt32]) -> [Double] {
    (0..<max(one.count, other.count)).map { index in
      Double(one.indices.contains(index) ? one[index] : 0)
        + Double(other.indices.contains(index) ? other[index] : 0)
    }
  }

  /// A bar where a side was heard; where there is none it was silent. Outages stand below.
  mutating func drawHeard(_ series: ConnectionSeries, of wire: WireFacts?, at place: String?) {
    var top = beginLane(Self.title("Who was heard (a gap is silence)", at: place))
    drawUnseen(series, of: wire, top: top + 2)
    for side in Side.allCases {
      let packets = series.courses[side].packets
      drawMargin(side.rawValue, at: top + 13)
      var start: Int?
      for index in 0...packets.count {
        let isHeard = packets.indices.contains(index) && packets[index] > 0
        if isHeard, start == nil { start = index }
        if !isHeard, let first = start {
          let from = range(first, of: series).from
          let to = range(index - 1, of: series).to
          svg.box(
            side == .client ? "bar client" : "bar server", x: from, y: top + 4, width: to - from,
            height: 10, fill: side == .client ? "" : hatched)
          start = nil
        }
      }
      top += 22
    }
    let shift =
      wire.map { series.start.since($0.connection.series?.start ?? series.start) } ?? .zero
    let outages = Side.allCases.flatMap { side in (wire?[side].outages ?? []).map { (side, $0) } }
    if !outages.isEmpty {
      note(.outage)
      drawMargin("no reply", at: top + 13)
      for (side, outage) in outages.prefix(50) {
        let from = scale.x(outage.start.time.advanced(by: shift))
        let to = scale.x(outage.end.advanced(by: shift))
        svg.box(
          "outage", x: from, y: top + 3, width: max(3, to - from), height: 12,
          title: "the \(side.rawValue)'s data was not answered for "
            + Quantity.duration(outage.length.seconds))
      }
      top += 22
    }
    endLane(at: top)
  }

  /// When the capture had not begun yet, or had ended before the session did.
  private mutating func drawUnseen(_ series: ConnectionSeries, of wire: WireFacts?, top: Double) {
    guard let connection = wire?.connection else { return }
    let end = connection.captureEnd.advanced(
      by: series.start.since(connection.series?.start ?? series.start))
    for (from, to, what) in [
      (TimeScale.left, scale.x(series.start), "the capture shows nothing of the session yet"),
      (scale.x(end), TimeScale.right, "the capture has ended"),
    ] where to - from > Self.leastUnseen {
      note(.unseen)
      svg.box("unseen", x: from, y: top, width: to - from, height: 38, title: what)
      if to - from > 130 { svg.label("not captured", "tick", x: from + 6, y: top + 24) }
    }
  }

  /// A narrower stretch is that of packets on their way.
  private static let leastUnseen = 6.0

  private static func title(_ what: String, at place: String?) -> String {
    place.map { "\($0): \(what.prefix(1).lowercased())\(what.dropFirst())" } ?? what
  }

  /// RDP's UDP transports, each from its first to its last datagram.
  mutating func drawUDP() {
    let transports = (wire?.surroundings.udp ?? []).prefix(4)
    guard !transports.isEmpty else { return }
    var top = beginLane("UDP channel")
    for transport in transports {
      let count = transport.sent.client.datagrams.addingSaturating(transport.sent.server.datagrams)
      let from = scale.x(transport.first.time)
      drawMargin(transport.isLossy == true ? "lossy" : "UDP", at: top + 13)
      svg.box(
        "bar client", x: from, y: top + 4, width: max(3, scale.x(transport.last.time) - from),
        height: 10,
        title: Quantity.count(count, "datagram")
          + (transport.isEstablished ? "" : ", never answered"))
      top += 22
    }
    endLane(at: top)
  }

  /// The two ends as lines, and between them the packets that left one and never reached the other.
  mutating func drawPath() {
    guard let path = session.session.facts.path, path.points.count > 1 else { return }
    let lost = path.sent.client.lost.addingSaturating(path.sent.server.lost)
    let top = beginLane(
      "Between the capture points: "
        + (lost == 0 ? "nothing vanished" : "\(Quantity.count(lost, "packet")) vanished"))
    if lost > 0 { note(.vanished) }
    let (first, second) = (top + 10, top + 60)
    svg.line("axis", from: (TimeScale.left, first), to: (TimeScale.right, first))
    svg.line("axis", from: (TimeScale.left, second), to: (TimeScale.right, second))
    drawMargin("client's", at: first + 4)
    drawMargin("server's", at: second + 4)
    for side in Side.allCases {
      let (from, to) = side == .client ? (first, second) : (second, first)
      let end = from + (to - from) * 0.6
      for reference in path.sent[side].lostReferences {
        let x = scale.x(time(of: reference))
        svg.line("arrow bad", from: (x, from), to: (x, end))
        svg.line("arrow bad", from: (x - 4, end - 4), to: (x + 4, end + 4))
        svg.line("arrow bad", from: (x - 4, end + 4), to: (x + 4, end - 4))
      }
    }
    endLane(at: second + 6)
  }

  /// By the session's clock.
  private func time(of reference: ItemReference) -> Timestamp {
    let witness = session.session.facts.witnesses.first { $0.inputs.contains(reference.input) }
    guard let clock = witness?.clock else { return reference.time }
    return reference.time.advanced(by: .zero - clock.offset - clock.zone)
  }
}
