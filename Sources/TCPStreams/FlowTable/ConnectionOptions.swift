public import CaptureReader

/// Which connections are followed, and how much is kept.
public struct ConnectionOptions: Sendable {
  /// Responder ports whose connections are followed from their first packet.
  public var servicePorts: Set<UInt16>
  /// Ports that are followed too, but whose connections prove little by their number alone.
  public var likelyPorts: Set<UInt16>
  /// Count copies of packets as packets.
  public var keepsCopies = false
  /// Handshakes on other ports remembered until their first data shows what they are.
  public var candidateLimit = 16_384
  /// Connections followed in full (`MemoryBudget` says what each takes).
  public var connectionLimit = 262_144
  /// Keep each connection's segments for a comparison with another capture (`SegmentTrail`).
  public var keepsTrail = false
  /// Number of the capture's first input, for the trails.
  public var firstInput = 0
  /// Keeps the packets of a connection's opening until more comes than an opening exchange.
  public var defersOpenings = false
  /// Openings that became no connection and are told one by one; further ones are counted.
  public var toldOpenings = 1_024
  /// The same for the openings of one client: a scan by one host must not use up all.
  public var toldOpeningsOfClient = 256
  /// Memory for openings that are counted only, in bytes; the oldest are dropped beyond it.
  public var openingBytes = 128 << 20

  /// Memory held back behind holes, all connections together; beyond it holes are given up at once.
  public var heldBytes = 64 << 20

  public init(servicePorts: Set<UInt16>, likelyPorts: Set<UInt16> = []) {
    self.servicePorts = servicePorts
    self.likelyPorts = likelyPorts
  }

  public init(_ resources: Resources) {
    self.init(servicePorts: resources.ports.service, likelyPorts: resources.ports.likely)
    connectionLimit = resources.memory.connections
    openingBytes = resources.memory.openingBytes
    heldBytes = resources.memory.heldBytes
  }
}
