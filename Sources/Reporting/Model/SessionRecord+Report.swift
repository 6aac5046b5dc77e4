import Analysis
import Attribution
import CaptureReader
import Evidence
import PacketDecode
import RDPProtocol
import TCPStreams

extension SessionRecord {
  init(_ session: SessionReport, story: StoryRecord?, naming inputs: InputNames) {
    let identity = session.facts.identity
    let wire = session.wire
    let verdict = session.verdict
    self.init(
      uid: session.uid,
      communityID: wire.map {
        CommunityID.version1($0.connection.client, $0.connection.server)
      },
      ts: identity.start.rfc3339,
      duration: identity.end.since(identity.start).secondsRounded,
      originHost: identity.client.map(\.address.description) ?? "",
      originPort: identity.client?.port ?? 0,
      responderHost: identity.server.map(\.address.description) ?? "",
      responderPort: identity.server?.port ?? 0,
      phase: verdict.phase,
      endedBy: verdict.endedBy,
      degraded: verdict.degraded,
      verdict: VerdictRecord(verdict),
      evidence: verdict.evidence.map { EvidenceRecord($0, naming: inputs) },
      phases: wire.map { Self.phases($0, naming: inputs) } ?? [],
      health: wire.map { HealthRecord($0, naming: inputs) },
      capture: wire.map { CaptureRecord($0) },
      rdp: wire.flatMap { RDPRecord($0, naming: inputs) },
      tls: wire.flatMap { TLSRecord($0, naming: inputs) },
      credssp: wire.flatMap {
        CredSSPRecord($0.credssp, inside: $0.trace.decrypted?.credssp, naming: inputs)
      },
      udp: wire.flatMap { facts in
        facts.surroundings.udp.isEmpty
          ? nil : facts.surroundings.udp.map { UDPRecord($0, naming: inputs) }
      },
      attempt: AttemptRecord(session.attempt, story: story),
      inputs: inputs.names(of: session),
      witnesses: session.facts.witnesses.map { WitnessRecord($0, naming: inputs) },
      path: session.facts.path.map { PathRecord($0, naming: inputs) })
  }

  private static func phases(_ facts: WireFacts, naming inputs: InputNames) -> [PhaseRecord] {
    [PhaseRecord(phase: .tcp, inferred: false, start: inputs.record(facts.connection.first))]
      + facts.phases.map {
        PhaseRecord(phase: $0.phase, inferred: $0.isInferred, start: inputs.record($0.start))
      }
  }
}

/// Gives frame references the names of their inputs.
struct InputNames: Sendable {
  /// Of the inputs that are numbered from 0 on.
  private let names: [String]
  /// Of others.
  private let byIndex: [Int: String]

  init(byIndex: [Int: String]) {
    names = []
    self.byIndex = byIndex
  }

  init(names: [String]) {
    self.names = names
    byIndex = [:]
  }

  subscript(index: Int) -> String? {
    names.indices.contains(index) ? names[index] : byIndex[index]
  }

  func record(_ frame: ItemReference) -> FrameRecord {
    FrameRecord(input: self[frame.input], frame: frame.frame, time: RecordTime(frame.time))
  }

  /// The inputs that the session's packets and records are known to lie in, in the order given.
  func names(of session: SessionReport) -> [String] {
    var indices: [Int] = []
    func note(_ input: Int) { if indices.last != input { indices.append(input) } }
    for witness in session.facts.witnesses {
      note(witness.inputs.lowerBound)
      note(witness.inputs.upperBound)
    }
    for mark in session.wire?.phases ?? [] { note(mark.start.input) }
    for weighed in session.verdict.evidence {
      for item in weighed.evidence.references { note(item.input) }
    }
    indices.sort()
    return indices.enumerated().compactMap { place, input in
      place > 0 && indices[place - 1] == input ? nil : self[input]
    }
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
      code: weighed.evidence.code.rawValue, bearing: weighed.bearing,
      weight: weighed.weight.rounded(toPlaces: 4), summary: weighed.evidence.summary,
      frames: weighed.evidence.references.map(inputs.record))
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
  init(_ facts: WireFacts) {
    let oneSided: Side? =
      facts.client.packets == 0 ? .server : facts.server.packets == 0 ? .client : nil
    self.init(
      point: facts.connection.capturePoint.rawValue,
      orientation: facts.connection.orientation.rawValue,
      copiesRemoved: facts.connection.copies, oneSided: oneSided?.rawValue,
      missedBytes: facts.client.missedBytes.addingSaturating(facts.server.missedBytes),
      interfaceDrops: facts.surroundings.interfaceDrops, cut: facts.surroundings.captureCut,
      snapped: facts.surroundings.snapped, evicted: facts.connection.evicted)
  }
}
