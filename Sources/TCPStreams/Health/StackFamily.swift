import CaptureReader

/// A host's TCP stack as its behaviour tells it. Hop limits tell nothing: any host and any device on the
/// path can set them.
public enum StackFamily: String, Sendable, Hashable, Codable {
  /// Offers no timestamps by itself and scales its window by 8; waits 300 ms at least before it sends
  /// data again (`Get-NetTCPSetting`: Timestamps, ScalingHeuristics, MinRto).
  case windows
  /// Offers timestamps, or scales by 7 and more; waits 200 ms at least (TCP_RTO_MIN).
  case linux
  /// Nothing that tells them apart was seen, or it is neither (BSD and macOS scale by 6).
  case other

  private static let windowsScale: UInt8 = 8
  private static let leastLinuxScale: UInt8 = 7
  /// A shorter first timeout is none of Windows', a tick of its timer allowed for.
  private static let shortestWindowsTimeout = TimeSpan.milliseconds(285)

  /// - Parameters:
  ///   - windowScale: of its SYN; nil where none was offered or seen.
  ///   - isAnswer: it sent a SYN-ACK, which has what the other side's SYN offered.
  init(usesTimestamps: Bool, windowScale: UInt8?, isAnswer: Bool) {
    switch windowScale {
    case Self.windowsScale? where !usesTimestamps: self = .windows
    case Self.windowsScale? where isAnswer: self = .other
    case let scale? where scale < Self.leastLinuxScale: self = .other
    case .some: self = .linux
    case nil: self = usesTimestamps && !isAnswer ? .linux : .other
    }
  }

  /// With the first timeout of its data.
  func corrected(by timeout: TimeSpan) -> StackFamily {
    self == .windows && timeout < Self.shortestWindowsTimeout ? .linux : self
  }
}
