import Attribution
import CaptureReader
import Evidence

/// Why a session ended.
enum VerdictFields {
  /// `<cause>.<detail>`.
  static let codePattern =
    "^(\(Cause.allCases.map(\.rawValue).joined(separator: "|")))\\.[a-z0-9_]+$"

  static let record = Record<Verdict>(
    "verdict", "why a session ended",
    [
      Field("cause", "why it ended, one of nine words", columns: [.value]) { $0.cause },
      Field("code", "why it ended, in detail", columns: [.value]) { $0.code },
      Field(
        "confidence", "probability that the cause is right", as: .share, columns: [.value]
      ) { $0.confidence.rounded(toPlaces: 4) },
      Field(
        "code_confidence", "probability that the code is right", as: .share, columns: [.value]
      ) { $0.codeConfidence.rounded(toPlaces: 4) },
      Field("summary", "the verdict in a sentence", columns: [.value]) { $0.summary },
      Field(
        "next_action", "what to do next",
        columns: [
          FieldColumn(name: nil, kind: nil, meaning: nil) { value in
            value.text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .null
          }
        ]
      ) { $0.nextAction },
      Field(
        "alternatives", "other verdicts, each with its probability", list: alternative,
        columns: [
          .texts { entry in
            guard let code = entry["code"].text, let confidence = entry["confidence"].real else {
              return nil
            }
            return "\(code) \(confidence)"
          }
        ]
      ) { $0.alternatives },
      Field("settled_by", "what data would decide", columns: [.value]) { $0.settledBy },
    ])

  private static let alternative = Record<Verdict.Alternative>(
    "alternative", "another verdict that the evidence allows",
    [
      Field("cause", "why it may have ended") { $0.code.cause },
      Field("code", "why, in detail") { $0.code },
      Field("confidence", "probability that this code is right", as: .share) {
        $0.confidence.rounded(toPlaces: 4)
      },
    ])
}

/// One reason for or against a verdict.
enum EvidenceFields {
  /// References of one observation.
  static let mostFrames = 8

  static let record = Record<WeighedEvidence>(
    "evidence", "one observation, and whether it supports the verdict",
    [
      Field("code", "what was observed", as: .openWord(pattern: nil)) { $0.evidence.code.rawValue },
      Field("bearing", "whether it supports the verdict, is against it, or context") {
        $0.bearing
      },
      Field("weight", "how much, natural log-odds") { $0.weight.rounded(toPlaces: 4) },
      Field("summary", "the observation in a sentence") { $0.evidence.summary },
      Field("frames", "packets that show it", list: FrameFields.record, most: mostFrames) {
        $0.evidence.kind == .capture ? $0.evidence.references : []
      },
      Field(
        "records", "log records that show it", list: LogItemFields.record, most: mostFrames
      ) { $0.evidence.kind == .log ? $0.evidence.references : [] },
    ])
}
