/// X.224 Connection Request with RDP negotiation request ([MS-RDPBCGR] 2.2.1.1).
public struct ConnectionRequest: Sendable, Hashable, Codable {
  /// `mstshash` of the cookie: usually a user name, cut by some clients; not a proof of identity.
  public var cookie: String?
  /// `msts` or `tsv` routing token.
  public var routingToken: String?
  /// nil where the client sent no RDP_NEG_REQ (RDP 4/5 client or scanner).
  public var requestedProtocols: SecurityProtocols?
  public var flags: UInt8 = 0
  /// The capture does not hold all of it: what it asks for may be missing. Nil for a whole one.
  public var isCut: Bool?
  /// Correlation identifier (16 bytes, hexadecimal), where present.
  public var correlationID: String?

  public var requestFlags: NegotiationRequestFlags { NegotiationRequestFlags(rawValue: flags) }
  /// The server that a load balancer's token names.
  public var routingTarget: RoutingTarget? { routingToken.flatMap(RoutingTarget.init) }
}
