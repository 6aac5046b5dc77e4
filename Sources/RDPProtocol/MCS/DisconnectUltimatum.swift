public import CaptureReader
public import TCPStreams

/// A side's orderly goodbye: MCS Disconnect Provider Ultimatum, or X.224 Disconnect Request
/// (rdesktop ends so, measured).
public struct DisconnectUltimatum: Sendable, Hashable, Codable {
  public var side: Side
  public var frame: ItemReference
  /// T.125 reason (1 provider-initiated, 3 user-requested); nil where it was not read.
  public var reason: UInt8?

  public init(side: Side, frame: ItemReference, reason: UInt8?) {
    self.side = side
    self.frame = frame
    self.reason = reason
  }
}
