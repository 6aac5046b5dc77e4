import Analysis
import Attribution
import CaptureReader
import Evidence
import RDPProtocol
import TCPStreams

/// The first line about a session: who, what and when, before any code or number.
extension SessionWords {
  /// `jdoe lost the session at 2026-03-01 14:05:19 UTC.`
  var headline: String {
    event(at: isDated ? "at " + clock(eventTime) : "at an unknown time") + "."
  }

  /// The same with the verdict's sentence and how sure it is: a title.
  var title: String {
    var text = isToldByHeadline ? headline : headline + " " + verdict.summary
    while text.hasSuffix(".") { text.removeLast() }
    if let tie { text += " (\(tie))" }
    return text + (confidence.map { "; \($0)" } ?? guess.map { "; \($0)" } ?? "")
  }

  private func event(at time: String) -> String {
    let thing = verdict.phase == .active ? "session" : "connection"
    switch fate {
    case .dropped: return "\(who) lost the session \(time)"
    case .failedLogon: return "\(who) was not let in \(time)"
    case .failedConnection where hadLived: return "\(who) lost the connection \(time)"
    case .failedConnection: return "\(who) could not connect \(time)"
    case .undetermined: return "How the \(thing) of \(who) ended is open; last seen \(time)"
    case .notRDP, .probe: return "\(who) connected \(time)"
    case .running:
      let source = session.wire == nil ? "log" : "capture"
      return "The \(thing) of \(who) was still running when the \(source) ended, \(time)"
    case .fallback: return "\(who) was refused one offer, and let in with another, \(time)"
    case .ended: return "The \(thing) of \(who) ended \(time)"
    }
  }

  /// `10.0.0.5:49811 → 10.1.2.3:3389`; nil where the log names neither.
  var ends: String? {
    let (client, server) = (session.identity.client, session.identity.server)
    if client == nil, server == nil { return nil }
    return "\(client == nil ? "a client without address" : self.client) → "
      + (server == nil ? "the server of the log" : self.server)
  }

  /// The headline says all that the verdict's sentence would.
  var isToldByHeadline: Bool { fate == .running }

  /// A firewall's or a client's log that shows no step of the session shows that there was one: attempts to
  /// connect end within a minute or two.
  private var hadLived: Bool { session.wire == nil && session.duration >= Self.longestAttempt }

  private static let longestAttempt = TimeSpan.seconds(180)

  /// When it happened to its user: the loss, a refusal's try, else the last that was seen.
  var eventTime: Timestamp {
    switch fate {
    case .dropped: session.session.facts.lossTime
    // A refusal inside of a session that had come up has a time of its own.
    case .failedLogon where verdict.phase == .active: refusalTime ?? session.identity.start
    case .failedConnection where hadLived: session.identity.end
    case .failedLogon, .failedConnection, .notRDP, .probe, .fallback: session.identity.start
    case .undetermined, .running, .ended: session.identity.end
    }
  }

  /// When the strongest evidence for the verdict was written or sent.
  private var refusalTime: Timestamp? {
    verdict.evidence.first { $0.bearing == .supports && !$0.evidence.references.isEmpty }?
      .evidence.references.first?.time
  }

  /// Lines of a log need not say when they were written.
  var isDated: Bool { session.wire != nil || session.identity.start.nanoseconds != 0 }

  /// A time in UTC, and by the reader's clock where that is known: `2026-03-01 14:05:19 UTC
  /// (15:05:19 Europe/Berlin)`.
  func clock(_ time: Timestamp) -> String {
    let utc = Self.second(time.rfc3339)
    guard let zone else { return utc + " UTC" }
    let local = zone.clock(time)
    let isSameDay = local.prefix(10) == utc.prefix(10)
    return "\(utc) UTC (\(isSameDay ? String(local.suffix(8)) : local) \(zone.name))"
  }

  /// From its first packet to its last: `2026-03-01 14:05:07 to 14:05:26 UTC, 19.2 s`.
  var span: String {
    guard isDated else { return when }
    let (start, end) = (session.identity.start, session.identity.end)
    // A clock that was set back gives no span.
    guard start <= end else { return clock(start) + ", its end earlier by the capture's clock" }
    var text = Self.range(Self.second(start.rfc3339), Self.second(end.rfc3339)) + " UTC"
    if let zone { text += " (\(Self.range(zone.clock(start), zone.clock(end))) \(zone.name))" }
    return "\(text), \(length)" + (assumed.brief.map { " (\($0))" } ?? "")
  }

  /// Two times of which the second leaves out a date that is the first's.
  static func range(_ start: String, _ end: String) -> String {
    if start == end { return start }
    return "\(start) to \(start.prefix(10) == end.prefix(10) ? String(end.suffix(8)) : end)"
  }

  /// What the captures lack, before anything that rests on it.
  var caveats: [String] {
    var caveats = captureLoss.map { [$0] } ?? []
    if session.wire != nil, session.identity.start > session.identity.end {
      caveats.append(
        "The capture's clock was set back during the session: its times and lengths are not to be"
          + " relied on.")
    }
    if session.wire != nil, session.identity.start < Self.leastTime {
      caveats.append(
        "The capture's clock was not set: its dates mean nothing, and no certificate can be judged by"
          + " them.")
    }
    if let connection = session.wire?.connection, connection.isMidStream, verdict.phase == .active {
      caveats.append(
        "The capture begins in the middle of the session: when it began, and what was before, is "
          + "not in it.")
    }
    if let gap = session.wire?.surroundings.captureGap {
      caveats.append(
        "Packets may be missing between the files of the capture: it has a gap of "
          + "\(Quantity.duration(gap.secondsRounded)).")
    }
    return caveats
  }

  /// RDP is younger than this: 1 January 1996.
  private static let leastTime = Timestamp(nanoseconds: 820_454_400_000_000_000)

  /// Which witnesses' clocks the times are by, and how far the others' are from it.
  var clocks: String? {
    let views = WitnessView.views(of: session.witnesses, session.names)
    guard views.count > 1 else { return assumed.note }
    // The session's times are by the first clock that is no way off.
    let own =
      views.firstIndex { $0.clock.map { $0.offset == .zero && $0.zone == .zero } ?? true } ?? 0
    var parts = ["times by \(name(ofInput: views[own].index))"]
    var unknown: [String] = []
    for (place, view) in views.enumerated() where place != own {
      guard let clock = view.clock else {
        unknown.append(name(ofInput: view.index))
        continue
      }
      if parts.count <= Self.clocksTold {
        parts.append("\(name(ofInput: view.index)) \(Self.words(clock))")
      }
    }
    if parts.count > 1 { parts[parts.count - 1] += ", put right here" }
    if !unknown.isEmpty {
      parts.append("\(unknown.prefix(Self.clocksTold).joined(separator: ", ")) not compared")
    }
    return parts.joined(separator: "; ") + (assumed.note.map { ". " + $0 } ?? "")
  }

  /// `is 60.8 s behind (± 0.5 s)`.
  private static func words(_ clock: ClockOffset) -> String {
    let seconds = clock.offset.seconds
    let isInStep = seconds.magnitude < leastOffset
    let error = Quantity.duration(max(clock.error.secondsRounded.magnitude, leastOffset))
    let zone = clock.zone == .zero ? "" : ", its stamps in a zone of \(zone(clock.zone))"
    let amount = Quantity.duration(seconds.magnitude)
    let way = seconds < 0 ? "behind" : "ahead"
    let words = isInStep ? "is in step" : "is \(amount) \(way)"
    return "\(words) (±\u{A0}\(error))\(zone)"
  }

  private static let clocksTold = 6
  /// In seconds: less is nothing that people compare logs by.
  private static let leastOffset = 0.001

  /// `UTC+02:00`.
  private static func zone(_ span: TimeSpan) -> String {
    let minutes = Int(span.seconds / 60)
    let text = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    return "UTC\(minutes < 0 ? "-" : "+")\(text(abs(minutes) / 60)):\(text(abs(minutes) % 60))"
  }
}

/// Files by letters, where a session has several: their names would hide what is said.
extension SessionWords {
  /// `A = first.pcap`; nothing for one file alone.
  var legend: [(letter: String, name: String)] {
    guard inputs.count > 1 else { return [] }
    // Where all were taken at one place it tells them from none of the others.
    let places = inputNumbers.map { number in
      session.session.facts.witnesses.first { $0.allInputs.contains(number) }?.point
    }
    let isTold = Set(places).count > 1
    return zip(inputs, places).enumerated().map { place, input in
      let point = isTold ? input.1.map { " (\($0.rawValue))" } : nil
      return (Self.letter(place), input.0 + (point ?? ""))
    }
  }

  /// `A = client.pcapng (client), B = server.log (server).`; nil for one file alone.
  var lettersExplained: String? {
    let legend = legend
    guard !legend.isEmpty else { return nil }
    let shown = legend.prefix(Self.lettersShown).map { "\($0.letter) = \($0.name)" }
    return "Files: " + shown.joined(separator: ", ")
      + (legend.count > shown.count ? " and \(legend.count - shown.count) more." : ".")
  }

  private static let lettersShown = 8

  /// What stands for a file in a sentence.
  func name(ofInput number: Int) -> String {
    guard inputs.count > 1, let place = inputNumbers.firstIndex(of: number) else {
      return session.names[number] ?? "an input"
    }
    return Self.letter(place)
  }

  /// A to Z, then AA, AB and so on.
  static func letter(_ place: Int) -> String {
    var place = place
    var letters: [Character] = []
    repeat {
      letters.append(alphabet[place % alphabet.count])
      place = place / alphabet.count - 1
    } while place >= 0
    return String(letters.reversed())
  }

  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
}
