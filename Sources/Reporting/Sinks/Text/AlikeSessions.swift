import Analysis
import Attribution
import CaptureReader
import Evidence
import PacketDecode
import RDPProtocol

/// Sessions that ended in the same way, told once: what happened to all of them, what to do, and a line
/// for each.
struct AlikeSessions {
  /// Fewer are told one by one, unless they were lost together.
  private static let least = 3
  /// Sessions with one server that are lost within this time of each other are lost together.
  private static let together = TimeSpan.seconds(5)
  /// Sessions with a line, and those of these with a reason.
  private static let linesShown = 20
  private static let reasonsShown = 5
  private static let filesShown = 8

  let found: FoundSessions
  /// In the order in which the report comes to them.
  let members: [Int]

  private struct Kind: Hashable {
    var code: VerdictCode
    var fate: SessionFate
    var summary: String
    var action: String
    var needs: [String]
  }

  /// Bundles of sessions that stand alone; those of a story are told by it.
  static func bundles(of report: Report) -> [AlikeSessions] {
    var kinds: [Kind: [Int]] = [:]
    let sessions = report.sessions
    for index in sessions.indices where sessions[index].attempt.size <= 1 {
      let verdict = sessions[index].verdict
      let kind = Kind(
        code: verdict.code, fate: SessionFate(code: verdict.code, phase: verdict.phase),
        summary: verdict.summary, action: verdict.nextAction, needs: verdict.settledBy)
      kinds[kind, default: []].append(index)
    }
    return kinds.values.filter { $0.count > 1 }.map { members in
      AlikeSessions(
        found: report.found,
        members: members.sorted {
          (SessionOrder.rank(sessions[$0]), sessions[$0].facts.identity.start, $0)
            < (SessionOrder.rank(sessions[$1]), sessions[$1].facts.identity.start, $1)
        })
    }.filter { $0.members.count >= least || $0.isOneLoss }
  }

  private var sessions: [SessionReport] { members.map { found.sessions[$0] } }
  private var first: SessionWords { SessionWords(SessionView(found, at: members.first ?? 0)) }

  /// When they were lost, or had their last packet.
  private var times: [Timestamp] {
    members.map { SessionWords(SessionView(found, at: $0)).eventTime }.sorted()
  }

  private var servers: Set<IPAddress?> { Set(sessions.map { $0.facts.identity.server?.address }) }
  private var clients: Set<IPAddress?> { Set(sessions.map { $0.facts.identity.client?.address }) }

  /// All with one server, and lost in one moment: the strongest sign of what they have in common.
  private var isOneLoss: Bool {
    guard first.fate == .dropped, servers.count == 1, servers != [nil],
      let start = times.first, let end = times.last
    else { return false }
    return end.since(start) <= Self.together
  }

  func write(to layout: inout TextLayout, zone: ReportZone?) {
    let verdict = first.verdict
    let story = SessionStory(first.session, namesInputs: false, zone: zone)
    layout.add(
      [story.symbol, .sentence(headline(zone), .strong), .sentence(verdict.summary)], rest: 2)
    layout.add(
      [TextPiece(verdict.code.rawValue, story.emphasis), TextPiece(confidence, gap: 2)], first: 2,
      rest: 4)
    if verdict.nextAction != "Nothing to do.", !verdict.nextAction.isEmpty {
      layout.add(label: "Do", advice: verdict.nextAction)
    }
    for (index, need) in verdict.settledBy.enumerated() {
      layout.add(label: index == 0 ? "Need" : "", [.sentence(need)])
    }
    writeFiles(to: &layout)
    writeLines(to: &layout, from: 0, zone: zone, withReasons: true)
  }

  /// All have the same files, so that a letter means the same in each line.
  private var sharesFiles: Bool {
    let inputs = first.inputs
    return members.allSatisfy { SessionWords(SessionView(found, at: $0)).inputs == inputs }
  }

  private func writeFiles(to layout: inout TextLayout) {
    let legend = first.legend
    guard !legend.isEmpty, sharesFiles else { return }
    for (place, file) in legend.prefix(Self.filesShown).enumerated() {
      layout.add(
        label: place == 0 ? "In" : "",
        [TextPiece("\(file.letter) ="), .sentence(file.name)], hang: 4)
    }
  }

  /// - Parameter from: sessions before it have a line already.
  func writeLines(
    to layout: inout TextLayout, from: Int, zone: ReportZone?, withReasons: Bool = false
  ) {
    let areFilesShared = withReasons && sharesFiles
    for (place, index) in members.enumerated().prefix(Self.linesShown).dropFirst(from) {
      let words = SessionWords(SessionView(found, at: index), zone: zone)
      var pieces = [TextPiece(words.isDated ? words.clock(words.eventTime) : words.when)]
      if let user = words.user { pieces.append(TextPiece(user, gap: 2)) }
      if let ends = words.ends { pieces.append(TextPiece(ends, gap: 2)) }
      pieces.append(TextPiece(words.length, .faint, gap: 2))
      layout.add(pieces, first: 2, rest: 6)
      guard withReasons, place < Self.reasonsShown, words.fate.isFailure,
        let reason = words.verdict.evidence.first(where: { $0.bearing == .supports })
      else { continue }
      let isClear = words.legend.isEmpty || areFilesShared
      let frames = isClear ? words.frames(of: reason, most: 3) : nil
      let places = frames.map { [TextPiece("(\($0))", .faint)] } ?? []
      layout.add(
        [TextPiece("+", .good), .sentence(reason.evidence.summary)] + places, first: 6, rest: 8)
    }
    let hidden = members.count - max(Self.linesShown, from)
    if hidden > 0 {
      layout.add([TextPiece("and \(hidden) more; --all tells each in full", .faint)], first: 2)
    } else if withReasons {
      layout.add([TextPiece("--all tells each in full", .faint)], first: 2)
    }
  }

  /// `3 sessions with 10.1.2.3 were lost together at …`.
  private func headline(_ zone: ReportZone?) -> String {
    let what =
      switch first.fate {
      case .dropped: "\(members.count) sessions"
      case .failedLogon: "\(members.count) log-ons"
      case .undetermined, .running, .ended: "\(members.count) sessions"
      case .failedConnection, .notRDP, .probe, .fallback: "\(members.count) connections"
      }
    let became =
      switch first.fate {
      case .dropped: isOneLoss ? " were lost together" : " were lost"
      case .failedLogon: " were refused"
      case .failedConnection: " failed"
      case .undetermined: " ended in a way that is open"
      case .running: " were still running at the end"
      case .notRDP, .probe, .fallback: " came and went"
      case .ended: " ended"
      }
    return what + between + became + span(zone) + "."
  }

  private var between: String {
    var text = ""
    if clients.count == 1, let client = clients.first ?? nil { text += " of \(client)" }
    if servers.count == 1, let server = servers.first ?? nil { text += " with \(server)" }
    return text
  }

  private func span(_ zone: ReportZone?) -> String {
    guard first.isDated, let start = times.first, let end = times.last else { return "" }
    let words = SessionWords(first.session, zone: zone)
    let length = end.since(start)
    if length < .seconds(1) { return " at \(words.clock(start))" }
    return isOneLoss
      ? " within \(Quantity.duration(length.secondsRounded)) from \(words.clock(start)) on"
      : " from \(words.clock(start)) on, within \(Quantity.duration(length.secondsRounded))"
  }

  /// `93 to 97 % sure`.
  private var confidence: String {
    let shares = sessions.map(\.verdict.confidence)
    guard first.verdict.cause != .undetermined, let low = shares.min(), let high = shares.max()
    else { return "" }
    let (least, most) = (Quantity.confidence(low), Quantity.confidence(high))
    return least == most ? "(\(most) sure)" : "(\(least) to \(most) sure)"
  }
}
