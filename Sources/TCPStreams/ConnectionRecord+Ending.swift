public import CaptureReader

/// The first sign that a side ends a connection.
public struct Goodbye: Sendable, Hashable {
  public enum Kind: String, Sendable, Codable { case fin, reset }
  public var side: Side
  public var kind: Kind
  public var frame: ItemReference
}

extension SentRecords {
  /// The first FIN or RST of either side, in capture order.
  public var firstGoodbye: Goodbye? {
    guard let client = client.goodbye(of: .client) else { return server.goodbye(of: .server) }
    guard let server = server.goodbye(of: .server) else { return client }
    return server.frame < client.frame ? server : client
  }

  /// The first FIN or RST of one side.
  public func goodbye(of side: Side) -> Goodbye? {
    side == .client ? client.goodbye(of: side) : server.goodbye(of: side)
  }
}

/// In sight of whoever asks: for a call the whole record would be copied.
extension ConnectionRecord {
  /// The first FIN or RST of either side, in capture order.
  @inlinable public var firstGoodbye: Goodbye? { sent.firstGoodbye }

  /// The first FIN or RST of one side.
  @inlinable
  public func goodbye(of side: Side) -> Goodbye? { sent.goodbye(of: side) }

  /// Only one direction's packets are in the capture.
  @inlinable public var isOneSided: Bool {
    (sent.client.packets == 0) != (sent.server.packets == 0)
  }

  /// The capture holds no SYN and no SYN-ACK: it starts later than the connection.
  @inlinable public var isMidStream: Bool { handshake.syn == nil && handshake.synAck == nil }
}

extension ConnectionRecord {
  /// The other direction's packets must have been there, but the capture lacks them: a mere SYN may
  /// have had no answer.
  public var lacksOneDirection: Bool {
    isOneSided
      && (handshake.synCount == 0 || sent.client.dataPackets > 0 || sent.server.packets > 0)
  }
}

extension DirectionRecord {
  @inline(__always)
  fileprivate func goodbye(of side: Side) -> Goodbye? {
    let reset = self.resets.first { !$0.wasIgnored }.map {
      Goodbye(side: side, kind: .reset, frame: $0.frame)
    }
    guard let fin else { return reset }
    if let reset, reset.frame < fin { return reset }
    return Goodbye(side: side, kind: .fin, frame: fin)
  }
}

extension ConnectionRecord {
  /// Largest segment that any common link carries whole: Ethernet's jumbo frames.
  private static let largestMSS = 8_960

  /// A side's segments are larger than the other one takes: the capture saw them before its network
  /// card cut them up (TSO), or after it put them together (LRO, GRO).
  public var hasOversizedSegments: Bool {
    sent.client.largestSegment > Int(handshake.serverMSS ?? UInt16(Self.largestMSS))
      || sent.server.largestSegment > Int(handshake.clientMSS ?? UInt16(Self.largestMSS))
  }
}
