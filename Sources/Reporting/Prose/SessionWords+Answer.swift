import Analysis
import Attribution
import CaptureReader
import Evidence
import Foundation
import LogReader
import PacketDecode
import RDPProtocol
import TCPStreams

/// Where people's clocks stand.
public struct ReportZone: Sendable {
  private let zone: TimeZone

  /// By its name in the tz database (`Europe/Berlin`); nil where there is none of that name.
  public init?(name: String) {
    guard let zone = TimeZone(identifier: name) else { return nil }
    self.zone = zone
  }

  /// `2026-03-01 15:05:07 (Europe/Berlin)`.
  func text(_ time: Timestamp) -> String { "\(clock(time)) (\(name))" }

  public var name: String { zone.identifier }

  /// `2026-03-01 15:05:07`.
  func clock(_ time: Timestamp) -> String {
    let date = Date(timeIntervalSince1970: Double(time.nanoseconds) / 1e9)
    let shift = TimeSpan.seconds(Int64(zone.secondsFromGMT(for: date)))
    return SessionWords.second(time.advanced(by: shift).rfc3339)
  }
}

extension SessionWords {
  var fate: SessionFate { SessionFate(code: verdict.code, phase: verdict.phase) }

  /// The class of its colours.
  var kind: String {
    switch tone {
    case .good: "good"
    case .neutral: "plain"
    case .warning: "warn"
    case .bad: "bad"
    }
  }

  /// The answer in one line: `The path failed (09:28:50 UTC); 98 % sure`.
  var answer: String {
    var sentence = verdict.summary
    while sentence.hasSuffix(".") { sentence.removeLast() }
    if let tie { sentence += " (\(tie))" }
    if fate == .dropped {
      let time = Self.second(session.session.facts.lossTime.rfc3339).suffix(8)
      sentence += " (lost at \(time) UTC)"
    }
    guard let confidence else { return sentence + (guess.map { "; \($0)" } ?? "") }
    return "\(sentence); \(confidence)"
  }

  /// A guess below this probability leads astray.
  private static let tellingGuess = 0.2

  /// What it would most likely be, where nothing was decided: `perhaps: the path went silent (48 %)`, or
  /// two causes of which neither stands out.
  var guess: String? {
    guard verdict.cause == .undetermined else { return nil }
    // Other ways of not knowing are no guess.
    let causes = verdict.alternatives.filter { $0.code.cause != .undetermined }
    guard let first = causes.first, first.confidence >= Self.tellingGuess else { return nil }
    let told = causes.prefix(2).filter { $0.confidence >= Self.tiedShare * first.confidence }
    let names = told.map { cause in
      let title = Handbook.explanation(verdict: cause.code.rawValue)?.title ?? cause.code.rawValue
      return "\(title) (\(Quantity.confidence(cause.confidence.rounded(toPlaces: 4))))"
    }
    return "perhaps: " + names.joined(separator: ", or ")
  }

  /// Another cause that is nearly as likely: `or, nearly as likely (40 %): the path went silent`.
  var tie: String? {
    guard verdict.cause != .undetermined,
      let other = verdict.alternatives.first(where: {
        $0.code.cause != verdict.cause && $0.code.cause != .undetermined
      }), other.confidence >= Self.tiedShare * max(verdict.codeConfidence, verdict.confidence)
    else { return nil }
    let title = Handbook.explanation(verdict: other.code.rawValue)?.title ?? other.code.rawValue
    let share = Quantity.confidence(other.confidence.rounded(toPlaces: 4))
    return "or, nearly as likely (\(share)): \(title)"
  }

  /// Of the verdict's own probability: from this part on the other is named beside it.
  private static let tiedShare = 0.6

  var user: String? {
    knownUser.map(Self.plain) ?? cookie.map { "\($0) (as the client announced it)" }
  }

  /// Without the mark of a domain that was left empty.
  private static func plain(_ name: String) -> String {
    name.hasPrefix("\\") && name.count > 1 ? String(name.dropFirst()) : name
  }

  private var knownUser: String? {
    session.identity.user ?? session.session.facts.logs.compactMap(\.session.user).first
  }

  /// Who it was, in the words of somebody who calls: the user, else the client's address.
  var who: String {
    guard let name = knownUser.map(Self.plain) ?? cookie else {
      return session.identity.client.map { "\($0.address)" } ?? "somebody"
    }
    var short = ""
    short.unicodeScalars.append(contentsOf: name.unicodeScalars.prefix(Self.longestName))
    return short
  }

  /// Of a name in a sentence, in Unicode scalars: a longer one would hide it.
  private static let longestName = 60

  /// The name in the connection request: typed by a user, and proved by nothing.
  private var cookie: String? { session.wire(where: \.showsRDP)?.trace.request?.value.cookie }

  /// `dropped: in the running session, ended by the server`: what became of it, in the words of whoever
  /// reads a ticket.
  var course: String {
    let place =
      switch verdict.phase {
      case .tcp: "while connecting"
      case .x224: "while security was negotiated"
      case .tls: "during the TLS handshake"
      case .credssp: "during the log-on (NLA)"
      case .mcs: "while the session was set up"
      case .licensing: "at licensing"
      case .active: "in the running session"
      }
    let who =
      switch verdict.endedBy {
      case .nobody: "not ended"
      case .unknown: "end not seen"
      case .client, .server: "ended by the \(verdict.endedBy.rawValue)"
      case .path: "ended by the path"
      }
    let path = verdict.degraded && verdict.cause != .network ? ", path degraded" : ""
    return "\(fate.title): \(place), \(who)\(path)"
  }

  /// Date and time of the session's last packet, or its time of day alone.
  func end(atSecond: Bool) -> String {
    String(Self.second(session.identity.end.rfc3339).suffix(atSecond ? 8 : 19))
  }

  /// A time in UTC, and by the reader's clock where that is known.
  func moment(_ time: Timestamp) -> String {
    let local = zone.map { " · " + $0.text(time) } ?? ""
    return "\(Self.second(time.rfc3339)) UTC\(local)"
  }

  /// What the capture lacks, where it lacks enough to matter: said before anything that rests on it.
  var captureLoss: String? {
    guard let wire = session.wire else { return nil }
    let missed = Side.allCases.map { (side: $0, share: Self.missedShare(wire[$0])) }
      .filter { $0.share >= Self.tellingLoss }
    guard !missed.isEmpty else { return nil }
    if let whole = missed.first(where: { $0.share >= 1 }) {
      return "The capture has one direction only: nothing of what the \(whole.side.rawValue) sent"
        + " is in it. Counts of loss and silence are less certain."
    }
    let parts = missed.map { "\(Quantity.percent($0.share)) of what the \($0.side.rawValue) sent" }
    return "The capture lost packets: \(parts.joined(separator: " and ")) is not in it. Counts of"
      + " loss and silence are less certain."
  }

  private static let tellingLoss = 0.01

  /// Bytes that arrived and were not captured, of all that were sent, which they are part of.
  private static func missedShare(_ sent: DirectionRecord) -> Double {
    let all = max(sent.uniqueBytes, sent.missedBytes)
    return all > 0 ? Double(sent.missedBytes) / Double(all) : 0
  }

  /// Display filters for the frames of a piece of evidence, one for each capture that has some.
  func frameFilters(of evidence: WeighedEvidence) -> [String] {
    guard evidence.evidence.kind == .capture else { return [] }
    var numbers: [Int: [Int]] = [:]
    for reference in evidence.evidence.references {
      numbers[reference.input, default: []].append(reference.frame)
    }
    return numbers.sorted { $0.key < $1.key }.map { _, frames in
      "frame.number in {" + frames.sorted().map(String.init).joined(separator: ", ") + "}"
    }
  }

  /// The cause, the code and the others with their probabilities, which sum to one at most.
  var probabilities: [(what: String, probability: String)] {
    var rows: [(what: String, probability: String)] = []
    var rest = 1.0
    if verdict.cause != .undetermined {
      rows.append(
        (
          "the cause is \(verdict.cause.rawValue)",
          Quantity.confidence(verdict.confidence.rounded(toPlaces: 4))
        ))
      let code = verdict.codeConfidence > 0 ? verdict.codeConfidence : verdict.confidence
      rows.append(
        ("it is \(verdict.code.rawValue)", Quantity.confidence(code.rounded(toPlaces: 4))))
      rest -= code
    }
    for other in verdict.alternatives.prefix(5) where other.confidence >= 0.01 && rest > 0 {
      let share = min(other.confidence, rest)
      rows.append(
        ("instead \(other.code.rawValue)", Quantity.confidence(share.rounded(toPlaces: 4))))
      rest -= share
    }
    if rest >= 0.01, !rows.isEmpty {
      rows.append(("something else", Quantity.confidence(rest.rounded(toPlaces: 4))))
    }
    return rows
  }
}
