/// The ports on which RDP is expected. By content it is found on any other port as well.
public struct ServicePorts: Sendable, Hashable {
  /// Ports that the user names as RDP's (`--port`), beside the standard one.
  public var named: Set<UInt16>

  public init(named: Set<UInt16> = []) { self.named = named }

  /// The port of Terminal Services, TCP and UDP (IANA: ms-wbt-server).
  public static let standard: UInt16 = 3389
  /// The UDP port of an RD Gateway's transport ([MS-TSGU] 2.1).
  public static let gatewayUDP: UInt16 = 3391
  /// Where administrators move RDP to, and its WebSocket ports (3387, 3392): connections that fail
  /// there are reported, those that speak something else are not.
  static let likely: Set<UInt16> = [
    3387, 3388, 3390, 3391, 3392, 4489, 8933, 9833, 13389, 23389, 33389, 33890, 33891, 33899,
    43389, 53389, 63389,
  ]

  /// Every TCP connection on these ports is reported, whatever it turns out to be.
  public var service: Set<UInt16> { named.union([Self.standard]) }
  /// Ports that only hint at RDP.
  public var likely: Set<UInt16> { Self.likely.subtracting(service) }
  /// Where UDP transports of sessions and gateways listen.
  public var udp: Set<UInt16> { service.union([Self.gatewayUDP]) }

  public func isService(_ port: UInt16) -> Bool { port == Self.standard || named.contains(port) }

  public func isLikely(_ port: UInt16) -> Bool { Self.likely.contains(port) && !isService(port) }
}
