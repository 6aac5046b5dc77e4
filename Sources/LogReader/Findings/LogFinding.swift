public import CaptureReader

/// What a log session says about its end: one observation, before it is weighed.
public struct LogFinding: Hashable, Sendable, Codable {
  /// Stable name; its weights stand in `LogWeights`.
  public var code: String
  /// How strongly this session shows it (0…1).
  public var strength: Double
  /// One sentence with the log's facts; hostile text in it.
  public var summary: String
  /// The records that show it, at most eight.
  public var references: [ItemReference]

  public init(
    _ code: String, strength: Double = 1, _ summary: String, _ references: [ItemReference] = []
  ) {
    self.code = code
    self.strength = min(max(strength, 0), 1)
    self.summary = summary
    self.references = Array(references.prefix(8))
  }
}

/// Gathers findings: one of each code, the strongest, with the references of all.
struct FindingList {
  private(set) var findings: [LogFinding] = []

  mutating func add(_ finding: LogFinding) {
    guard let known = findings.firstIndex(where: { $0.code == finding.code }) else {
      findings.append(finding)
      return
    }
    var merged = findings[known]
    if finding.strength > merged.strength {
      merged.strength = finding.strength
      merged.summary = finding.summary
    }
    for reference in finding.references where merged.references.count < 8 {
      if !merged.references.contains(reference) { merged.references.append(reference) }
    }
    findings[known] = merged
  }

  mutating func add(
    _ code: String, strength: Double = 1, _ summary: String, _ events: [LogEvent]
  ) {
    add(LogFinding(code, strength: strength, summary, events.map(\.reference)))
  }

  func has(_ code: String) -> Bool { findings.contains { $0.code == code } }

  mutating func weaken(_ code: String, to strength: Double) {
    guard let known = findings.firstIndex(where: { $0.code == code }) else { return }
    findings[known].strength = min(findings[known].strength, strength)
  }

  mutating func remove(_ code: String) { findings.removeAll { $0.code == code } }
}
