import Analysis
import ArgumentParser
import Attribution
import CaptureReader
import Carving
import Evidence
import Foundation
import PacketDecode
import RDPProtocol
import Reporting

/// What `rdpwhy carve` was asked to do.
struct CarveRequest {
  private let inputs: InputList
  private let options: AnalysisOptions
  private let selection: SessionSelection
  private let series: SeriesMode
  private let folder: CarveFolder
  private let replaces: Bool
  /// What is never written over: the inputs and key logs.
  private let kept: [String]
  private let carving: Carver.Options
  private let cut: PayloadCut
  private let byStory: Bool
  private let isQuiet: Bool

  init(_ typed: CarveCommand) throws {
    inputs = try InputList(typed.inputs)
    let analysis = try typed.analysis.completed()
    var options = try AnalysisOptions(analysis)
    try options.take(typed.selection)
    // All sessions are needed: the verdict of one can depend on others.
    selection = options.selection
    options.selection = SessionSelection()
    self.options = options
    series = analysis.series
    folder = CarveFolder(path: typed.output, replaces: typed.force)
    replaces = typed.force
    kept = typed.inputs + analysis.keylog
    var carving = Carver.Options(application: "\(Tool.current.name) \(Tool.current.version)")
    carving.addsSecrets = typed.secrets
    carving.filter = options.filter
    carving.limits = options.resources.limits
    if typed.secrets {
      carving.keyLogs = analysis.keylog.compactMap { try? KeyLogFile.bytes(of: $0) }
    }
    self.carving = carving
    cut = typed.payload ? .nothing : .shortens
    byStory = typed.stories
    isQuiet = typed.quiet
  }
}

extension CarveRequest {
  func perform() throws -> Outcome {
    var inputs = inputs
    let captures = try inputs.series(mode: series, limits: options.resources.limits)
    let analysis = CaptureAnalyzer.analyze(captures, options: options)
    let report = Report(analysis, tool: .current)
    let messages = InputMessages(report)
    for line in messages.failures { Diagnostics.report(escaped: line) }
    if !isQuiet {
      for line in messages.notes { Diagnostics.report(escaped: line) }
    }
    let orders = CarveOrder.orders(
      for: analysis, selection: selection, byStory: byStory, cut: cut)
    guard !orders.isEmpty else {
      Diagnostics.report(
        analysis.sessions.isEmpty
          ? "no captures with RDP sessions found" : "no captured session is selected")
      return .nothing
    }
    let left = analysis.sessions.count - orders.reduce(0) { $0 + $1.sessions.count }
    if left > 0, !isQuiet {
      Diagnostics.report(
        "left out: \(left) of \(analysis.sessions.count) sessions, not selected or not captured")
    }
    // Those of folders and lists too.
    let files = captures.flatMap(\.members).compactMap { member -> String? in
      if case .file(let path) = member.source { path } else { nil }
    }
    for order in orders {
      _ = try OutputFile(
        path: folder.path(of: order.uid), replaces: replaces, inputs: kept + files,
        makesFolder: true)
    }
    let isFaithful = try carve(orders, of: analysis)
    let outcome = Outcome(report, failingOn: [])
    return outcome == .analysed && !isFaithful ? .partial : outcome
  }

  /// - Returns: whether all are judged as the whole is.
  private func carve(_ orders: [CarveOrder], of analysis: AnalysisReport) throws -> Bool {
    var isFaithful = true
    do {
      try folder.create()
      try CarveRun(analysis, into: folder, carving: carving, options: options).carve(orders) {
        if $0.check != .same { isFaithful = false }
        report($0, of: analysis)
      }
    } catch let failure as CarveFolder.Failure {
      Diagnostics.report("\(failure.path): \(failure.reason.reason)")
      throw ExitCode(Int32(EX_IOERR))
    } catch let code as ExitCode {
      throw code
    } catch {
      Diagnostics.report("the inputs cannot be read again: \(error)")
      return false
    }
    return isFaithful
  }

  private func report(_ capture: CarveRun.Capture, of analysis: AnalysisReport) {
    let order = capture.order
    guard let place = order.sessions.first(where: { analysis.sessions[$0].uid == order.uid }) else {
      return
    }
    let session = analysis.sessions[place]
    let identity = session.facts.identity
    let ends = [identity.client, identity.server].map { $0.map { "\($0)" } ?? "unknown" }
    let sure = Int((session.verdict.confidence * 100).rounded())
    var line = "\(folder.path(of: order.uid)): \(session.verdict.code.rawValue), \(sure) % sure, "
    line += "\(capture.count.packets) packets, \(ends[0]) to \(ends[1])"
    if order.sessions.count > 1 { line += ", \(order.sessions.count) sessions" }
    if !order.context.isEmpty {
      let noun = order.context.count == 1 ? "session" : "sessions"
      line += ", with \(order.context.count) more \(noun) around it"
    }
    StandardOutput().finish(with: TerminalText.escape(line, limit: 1_024) + "\n")
    switch capture.check {
    case .same: break
    case .differs(let uid, let code):
      let lacksSecrets = session.facts.wire?.trace.decrypted != nil && !carving.addsSecrets
      Diagnostics.report(
        "\(folder.path(of: order.uid)): by itself \(uid) is judged \(code)"
          + (lacksSecrets ? "; --secrets adds the TLS secrets that its verdict rests on" : ""))
    case .otherConfidence(let uid, let whole, let part):
      let shares = [whole, part].map { "\(Int(($0 * 100).rounded())) %" }
      Diagnostics.report(
        "\(folder.path(of: order.uid)): by itself \(uid) is judged the same, \(shares[1]) sure instead "
          + "of \(shares[0]): evidence from outside of it is missing")
    case .missing(let uid):
      Diagnostics.report("\(folder.path(of: order.uid)): by itself it does not show \(uid)")
    }
  }
}
