public import CaptureReader
public import TCPStreams

/// One of the two TCP connections that carry a session over a relay: a proxy, a load balancer, a device
/// that inspects TLS.
public struct RelayHalf: Sendable, Hashable, Codable {
  /// Which host of the session this half ends at; the relay is its other end.
  public var side: Side
  /// First packet of the other half.
  public var other: ItemReference
  /// This half shows how the session ended: its host did, or the relay and it is the client's half.
  public var decides: Bool

  public init(side: Side, other: ItemReference, decides: Bool) {
    self.side = side
    self.other = other
    self.decides = decides
  }
}
