public import CaptureReader

/// One reason for or against a verdict: an observation, before it is weighed.
public struct Evidence: Sendable, Hashable {
  /// What was observed; its weights and its page stand in the catalogue.
  public var code: EvidenceCode
  /// How strongly this session shows it (0…1): weights are multiplied by it.
  public var strength: Double
  /// One sentence with the numbers of this session.
  public var summary: String
  /// At most eight packets or log records that show it.
  public var references: [ItemReference]

  /// Whether the references are packets or log records.
  public private(set) var kind = InputKind.capture

  private static let mostReferences = 8

  public init(
    _ code: EvidenceCode, strength: Double = 1, _ summary: String, frames: [ItemReference?] = []
  ) {
    self.code = code
    self.strength = min(max(strength, 0), 1)
    self.summary = summary
    var distinct: [ItemReference] = []
    distinct.reserveCapacity(min(frames.count, Self.mostReferences))
    for frame in frames where distinct.count < Self.mostReferences {
      if let frame, !distinct.contains(frame) { distinct.append(frame) }
    }
    references = distinct
  }

  /// What log records say.
  public init(
    _ code: EvidenceCode, strength: Double = 1, _ summary: String, records: [ItemReference]
  ) {
    self.init(code, strength: strength, summary, frames: records)
    kind = .log
  }
}

/// One way to draw evidence from what a capture shows of a session.
public protocol EvidenceRule: Sendable {
  /// Every code that this rule can give.
  static var yields: [EvidenceCode] { get }

  func evidence(in facts: WireFacts) -> [Evidence]
}

/// One way to draw evidence from what all witnesses of a session show: logs, or several at once.
public protocol SessionRule: Sendable {
  /// Every code that this rule can give.
  static var yields: [EvidenceCode] { get }

  func evidence(in facts: SessionFacts) -> [Evidence]
}
