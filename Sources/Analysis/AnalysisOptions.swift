public import CaptureReader
public import RDPProtocol

/// What the user chose about an analysis.
public struct AnalysisOptions: Sendable {
  /// Ports that speak RDP here beside 3389 (`--port`).
  public var servicePorts: Set<UInt16> = []
  /// Count copies of packets as packets.
  public var keepDuplicates = false
  /// TLS secrets of the sessions (`--keylog`); those inside a pcapng are added.
  public var keys = KeyLog()
  public var limits = ReadingLimits()
  public var budget = MemoryBudget()

  public init() {}

  /// The port of Terminal Services since 1998.
  static let standardPort: UInt16 = 3389
  /// Where administrators move RDP to, and its WebSocket ports (3387, 3392): connections that fail
  /// there are reported, those that speak something else are not.
  static let likelyPorts: Set<UInt16> = Set(
    [
      3387, 3388, 3390, 3391, 3392, 4489, 8933, 9833, 13389, 23389, 33389, 33890, 33891, 33899,
      43389,
    ]
      + [53389, 63389])
}
