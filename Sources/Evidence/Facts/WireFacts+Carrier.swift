import RDPProtocol
import TCPStreams

extension WireFacts {
  /// The session runs inside a gateway's tunnel or a WebSocket that nobody can look into.
  public var isHiddenByCarrier: Bool { hasCarrier && carrier?.hidesSession ?? false }

  /// TLS is up, or the carrier's own messages were read: from here on it carries the session.
  public var isCarrierUp: Bool {
    guard let carrier else { return false }
    return tlsFinished.client != nil || carrier.basis == .read || trace.tls.midStream
  }
}
