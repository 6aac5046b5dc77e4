public import Evidence
public import RDPProtocol

/// Why a session ended, how sure that is, and what to do.
public struct Verdict: Sendable {
  public var code: VerdictCode
  public var cause: Cause { code.cause }
  /// Probability that the cause is right (0…1).
  public var confidence: Double
  /// Probability that the code is right; with those of the alternatives it sums to at most one.
  public var codeConfidence = 0.0
  /// One sentence.
  public var summary: String
  /// The recommended next step.
  public var nextAction: String
  public var alternatives: [Alternative]
  /// What data would decide, where the cause is undetermined or weak.
  public var settledBy: [String]
  public var phase: Phase
  public var endedBy: EndedBy
  /// The path was sick although the cause is another, or the session survived.
  public var degraded: Bool
  /// All evidence with its bearing on this verdict, strongest first.
  public var evidence: [WeighedEvidence]

  public struct Alternative: Sendable, Hashable {
    public var code: VerdictCode
    public var confidence: Double
  }
}

public enum EndedBy: String, Sendable, Codable, CaseIterable {
  case client, server, path, nobody, unknown
}

/// Evidence as it bears on the verdict that was given.
public struct WeighedEvidence: Sendable, Hashable {
  public enum Bearing: String, Sendable, Codable, CaseIterable { case supports, against, context }
  public var evidence: Evidence
  public var bearing: Bearing
  public var weight: Double
}
