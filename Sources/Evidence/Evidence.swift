public import CaptureReader

/// The nine words for why a session ended (stable; see Docs).
public enum Cause: String, Sendable, Codable, CaseIterable, Hashable {
  case clean, network, negotiation, tls, credssp, server, client, `protocol`, undetermined
}

/// `<cause>.<detail>`; unknown details stay visible.
public struct VerdictCode: RawRepresentable, Hashable, Sendable, Codable {
  public let rawValue: String
  /// The word before the dot.
  public let cause: Cause

  public init(rawValue: String) {
    self.rawValue = rawValue
    let word = rawValue.utf8.prefix { $0 != UInt8(ascii: ".") }
    cause = Cause(rawValue: String(Substring(word))) ?? .undetermined
  }

  public init(_ rawValue: String) { self.init(rawValue: rawValue) }

  public static func == (left: Self, right: Self) -> Bool { left.rawValue == right.rawValue }

  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}

/// One reason for or against a verdict: an observation, before it is weighed.
public struct Evidence: Sendable, Hashable {
  /// Stable name, for `rdpwhy explain`; its weights stand in the weight table.
  public var code: String
  /// How strongly this session shows it (0…1): weights are multiplied by it.
  public var strength: Double
  /// One sentence with the numbers of this session.
  public var summary: String
  /// At most eight packets or log records that show it.
  public var references: [ItemReference]

  private static let mostReferences = 8

  public init(
    _ code: String, strength: Double = 1, _ summary: String, frames: [ItemReference?] = []
  ) {
    self.code = code
    self.strength = min(max(strength, 0), 1)
    self.summary = summary
    var distinct: [ItemReference] = []
    for frame in frames where distinct.count < Self.mostReferences {
      if let frame, !distinct.contains(frame) { distinct.append(frame) }
    }
    references = distinct
  }
}

/// One way to draw evidence from what a capture shows of a session.
public protocol EvidenceRule: Sendable {
  func evidence(in facts: WireFacts) -> [Evidence]
}

/// One way to draw evidence from what all witnesses of a session show: logs, or several at once.
public protocol SessionRule: Sendable {
  func evidence(in facts: SessionFacts) -> [Evidence]
}
