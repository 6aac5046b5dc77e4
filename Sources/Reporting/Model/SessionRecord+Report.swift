import Analysis
import Attribution
import CaptureReader
import Evidence
import PacketDecode
import RDPProtocol
import TCPStreams

extension SessionRecord {
  init(_ session: SessionReport, story: StoryRecord?, naming inputs: InputNames) {
    let connection = session.facts.connection
    let verdict = session.verdict
    let trace = session.facts.trace
    self.init(
      uid: session.uid,
      communityID: CommunityID.version1(connection.client, connection.server),
      ts: connection.first.time.rfc3339,
      duration: connection.last.time.since(connection.first.time).secondsRounded,
      originHost: connection.client.address.description,
      originPort: connection.client.port,
      responderHost: connection.server.address.description,
      responderPort: connection.server.port,
      phase: verdict.phase,
      endedBy: verdict.endedBy,
      degraded: verdict.degraded,
      verdict: VerdictRecord(verdict),
      evidence: verdict.evidence.map { EvidenceRecord($0, naming: inputs) },
      phases: [
        PhaseRecord(phase: .tcp, inferred: false, start: inputs.record(connection.first))
      ]
        + trace.phases.map {
          PhaseRecord(phase: $0.phase, inferred: $0.inferred, start: inputs.record($0.start))
        },
      health: HealthRecord(session.facts, naming: inputs),
      capture: CaptureRecord(session.facts),
      rdp: RDPRecord(trace, naming: inputs),
      tls: TLSRecord(trace.tls, naming: inputs),
      credssp: CredSSPRecord(
        trace.credssp, inside: trace.decrypted?.credssp, naming: inputs),
      udp: session.facts.surroundings.udp.isEmpty
        ? nil : session.facts.surroundings.udp.map { UDPRecord($0, naming: inputs) },
      attempt: AttemptRecord(session.attempt, story: story),
      inputs: inputs.names(of: session))
  }
}

/// Gives frame references the names of their inputs.
struct InputNames: Sendable {
  private let byIndex: [Int: String]

  init(byIndex: [Int: String]) { self.byIndex = byIndex }

  init(names: [String]) {
    byIndex = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0, $1) })
  }

  subscript(index: Int) -> String? { byIndex[index] }

  func record(_ frame: FrameReference) -> FrameRecord {
    FrameRecord(input: byIndex[frame.input], frame: frame.frame, ts: frame.time.rfc3339)
  }

  /// The inputs that the session's packets are known to lie in, in the order given.
  func names(of session: SessionReport) -> [String] {
    let connection = session.facts.connection
    var indices: Set<Int> = [connection.first.input, connection.last.input]
    for mark in session.facts.trace.phases { indices.insert(mark.start.input) }
    for weighed in session.verdict.evidence {
      indices.formUnion(weighed.evidence.frames.map(\.input))
    }
    return indices.sorted().compactMap { byIndex[$0] }
  }
}

extension VerdictRecord {
  init(_ verdict: Verdict) {
    self.init(
      cause: verdict.cause, code: verdict.code.rawValue,
      confidence: verdict.confidence.rounded(toPlaces: 4),
      summary: verdict.summary, nextAction: verdict.nextAction,
      alternatives: verdict.alternatives.map {
        Alternative(
          cause: $0.code.cause, code: $0.code.rawValue,
          confidence: $0.confidence.rounded(toPlaces: 4))
      },
      settledBy: verdict.settledBy)
  }
}

extension EvidenceRecord {
  init(_ weighed: WeighedEvidence, naming inputs: InputNames) {
    self.init(
      code: weighed.evidence.code, bearing: weighed.bearing,
      weight: weighed.weight.rounded(toPlaces: 4), summary: weighed.evidence.summary,
      frames: weighed.evidence.frames.map(inputs.record))
  }
}

extension AttemptRecord {
  init(_ attempt: Attempt, story: StoryRecord?) {
    self.init(
      group: attempt.group, role: attempt.role.rawValue, ordinal: attempt.ordinal,
      size: attempt.size, story: story)
  }
}

extension StoryRecord {
  init(_ story: UserStory, decidedBy session: SessionReport) {
    self.init(
      outcome: story.outcome, cause: session.verdict.cause, code: session.verdict.code.rawValue,
      confidence: session.verdict.confidence.rounded(toPlaces: 4), decidedBy: session.uid,
      summary: story.summary, ts: story.start.rfc3339,
      duration: story.end.since(story.start).secondsRounded)
  }
}

extension CaptureRecord {
  init(_ facts: SessionFacts) {
    let connection = facts.connection
    let sent = connection.sent
    let oneSided: Side? =
      sent.client.packets == 0 ? .server : sent.server.packets == 0 ? .client : nil
    self.init(
      point: connection.capturePoint.rawValue, orientation: connection.orientation.rawValue,
      copiesRemoved: connection.copies, oneSided: oneSided?.rawValue,
      missedBytes: sent.client.missedBytes.addingSaturating(sent.server.missedBytes),
      interfaceDrops: facts.surroundings.interfaceDrops, cut: facts.surroundings.captureCut,
      snapped: facts.surroundings.snapped, evicted: connection.evicted)
  }
}
