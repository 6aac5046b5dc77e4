public import CaptureReader
public import PacketDecode
public import TCPStreams

/// A TCP connection as one capture saw it.
public struct Sighting: Sendable {
  /// Number of the capture (or series of captures) among those of the analysis.
  public var witness: Int
  public var client: Endpoint
  public var server: Endpoint
  public var tunnel: UInt64
  public var trail: SegmentTrail
  /// A handshake or content showed which end is the client.
  public var isOriented: Bool
  /// Where the capture was taken as far as it shows itself.
  public var estimate: CapturePoint
  /// Time of the capture's first and last packet, of whatever connection.
  public var captureStart: Timestamp
  public var captureEnd: Timestamp
  /// What only this session's own messages hold, each as one number (ClientHello random, X.224
  /// correlation identifier): equal ones make two TCP connections one session.
  public var contentKeys: [UInt64]

  public init(
    witness: Int, client: Endpoint, server: Endpoint, tunnel: UInt64 = 0, trail: SegmentTrail,
    isOriented: Bool = true, estimate: CapturePoint = .unknown, captureStart: Timestamp,
    captureEnd: Timestamp, contentKeys: [UInt64] = []
  ) {
    self.witness = witness
    self.client = client
    self.server = server
    self.tunnel = tunnel
    self.trail = trail
    self.isOriented = isOriented
    self.estimate = estimate
    self.captureStart = captureStart
    self.captureEnd = captureEnd
    self.contentKeys = contentKeys
  }

  /// The sighting with its ends turned round.
  var swapped: Sighting {
    var other = self
    swap(&other.client, &other.server)
    other.trail.swapSides()
    switch estimate {
    case .client: other.estimate = .server
    case .server: other.estimate = .client
    case .middle, .unknown: break
    }
    return other
  }
}

/// How far a device between two points moved a connection's sequence numbers, for each side.
public struct SequenceShift: Sendable, Hashable, Codable {
  public var client: UInt32 = 0
  public var server: UInt32 = 0

  public init(client: UInt32 = 0, server: UInt32 = 0) {
    self.client = client
    self.server = server
  }

  public var isZero: Bool { client == 0 && server == 0 }

  subscript(side: Side) -> UInt32 { side == .client ? client : server }
}
