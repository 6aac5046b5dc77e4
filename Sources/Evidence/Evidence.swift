public import CaptureReader

/// The nine words for why a session ended (stable; see Docs).
public enum Cause: String, Sendable, Codable, CaseIterable, Hashable {
  case clean, network, negotiation, tls, credssp, server, client, `protocol`, undetermined
}

/// `<cause>.<detail>`; unknown details stay visible.
public struct VerdictCode: RawRepresentable, Hashable, Sendable, Codable {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public init(_ rawValue: String) { self.rawValue = rawValue }

  /// The word before the dot.
  public var cause: Cause {
    Cause(rawValue: String(rawValue.prefix { $0 != "." })) ?? .undetermined
  }
}

/// One reason for or against a verdict.
public struct Evidence: Sendable, Hashable {
  /// Stable name, for `rdpwhy explain`.
  public var code: String
  /// What it speaks for, with weights in natural log-odds; negative speaks against.
  public var bearings: [Bearing]
  /// One sentence with the numbers of this session.
  public var summary: String
  /// At most eight packets that show it.
  public var frames: [FrameReference]

  public struct Bearing: Sendable, Hashable {
    public var code: VerdictCode
    public var weight: Double
    public init(_ code: VerdictCode, _ weight: Double) {
      self.code = code
      self.weight = weight
    }
  }

  public init(
    _ code: String, _ bearings: [Bearing], _ summary: String, frames: [FrameReference?] = []
  ) {
    self.code = code
    self.bearings = bearings
    self.summary = summary
    self.frames = Array(frames.compactMap { $0 }.prefix(8))
  }
}
