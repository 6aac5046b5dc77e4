public import CaptureReader

/// Where a phase began.
public struct PhaseMark: Sendable, Hashable, Codable {
  public var phase: Phase
  public var start: ItemReference

  public init(phase: Phase, start: ItemReference) {
    self.phase = phase
    self.start = start
  }
}
