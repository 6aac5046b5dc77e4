import Analysis
import Attribution
import CaptureReader
import CaptureWriter
import Evidence
import PacketDecode
import RDPProtocol
import TCPStreams

/// What a carved capture says in its comments.
struct CarveText {
  let report: AnalysisReport

  /// About the capture as a whole.
  func comments(of order: CarveOrder, application: String, hasSecrets: Bool) -> [String] {
    var texts: [String] = []
    for place in order.sessions where report.sessions.indices.contains(place) {
      texts.append(verdict(of: report.sessions[place]))
    }
    texts.append("carved by \(application) from \(inputNames(of: order))")
    if !order.context.isEmpty {
      texts.append(
        "\(order.context.count) sessions around it are in this capture too: the verdict depends on "
          + "them")
    }
    switch order.cut {
    case .nothing: texts.append("payload is complete")
    case .shortens: texts.append("payload of the running session is cut; record headers are kept")
    case .blanks: texts.append("payload of the running session is replaced by zeros")
    }
    texts.append(
      hasSecrets ? "TLS secrets of its sessions are included" : "no secrets are included")
    return texts
  }

  private func verdict(of session: SessionReport) -> String {
    let verdict = session.verdict
    let identity = session.facts.identity
    let ends = [identity.client, identity.server].map { $0.map { "\($0)" } ?? "unknown" }
    let sure = Int((min(max(verdict.confidence, 0), 1) * 100).rounded())
    var text = "\(verdict.summary)\n\(verdict.code.rawValue), \(sure) % sure; "
    text += "phase \(session.facts.phase.rawValue), ended by \(verdict.endedBy.rawValue)"
    if verdict.degraded { text += ", path degraded" }
    text += "\nsession \(session.uid): \(ends[0]) to \(ends[1])"
    if let user = identity.user { text += ", user \(user)" }
    for alternative in verdict.alternatives.prefix(3) {
      let share = Int((min(max(alternative.confidence, 0), 1) * 100).rounded())
      text += "\nor \(alternative.code.rawValue), \(share) %"
    }
    return text + "\nnext: \(verdict.nextAction)"
  }

  private func inputNames(of order: CarveOrder) -> String {
    let inputs = Set(
      order.sessions.filter(report.sessions.indices.contains).flatMap {
        report.sessions[$0].facts.witnesses.filter { $0.kind == .capture }.flatMap { $0.inputs }
      })
    let names = inputs.sorted().prefix(8).map { name(ofInput: $0) }
    return names.joined(separator: ", ") + (inputs.count > 8 ? " and \(inputs.count - 8) more" : "")
  }

  /// The last part of an input's name: folders are nobody else's business.
  private func name(ofInput input: Int) -> String {
    guard report.inputs.indices.contains(input) else { return "an input" }
    return report.inputs[input].name.split { $0 == "/" || $0 == "!" }.last.map(String.init) ?? ""
  }

  /// What evidence says of each frame that it names, by frame.
  func frameComments(of order: CarveOrder) -> [FrameKey: [String]] {
    var comments: [FrameKey: [String]] = [:]
    for place in order.sessions where report.sessions.indices.contains(place) {
      let session = report.sessions[place]
      for weighed in session.verdict.evidence where weighed.evidence.kind == .capture {
        let code = weighed.evidence.code.rawValue
        let bearing =
          switch weighed.bearing {
          case .supports: "supports \(session.verdict.code.rawValue)"
          case .against: "speaks against \(session.verdict.code.rawValue)"
          case .context: "context"
          }
        for frame in weighed.evidence.references {
          comments[FrameKey(input: frame.input, frame: frame.frame), default: []].append(
            "\(bearing): \(weighed.evidence.summary) (\(code); frame \(frame.frame) of "
              + "\(name(ofInput: frame.input)))")
        }
      }
    }
    return comments
  }
}

/// A packet by its place in the inputs.
struct FrameKey: Hashable {
  var input: Int
  var frame: Int
}
