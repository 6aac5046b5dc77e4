import CaptureReader
import PacketDecode
import RDPProtocol
import TCPStreams

/// A UDP transport between the session's two hosts.
public struct UDPRecord: Codable, Sendable {
  public var clientPort: UInt16
  public var serverPort: UInt16
  /// `rdpeudp`, `dtls` (a gateway's), or `unknown` where its opening was not captured.
  public var kind: String
  /// `1`, `2`, or `3` for RDPEUDP2; `null` where no answer was seen.
  @ExplicitNull public var version: String?
  /// Best effort instead of reliable.
  @ExplicitNull public var lossy: Bool?
  public var syns: Int
  public var established: Bool
  @ExplicitNull public var correlationID: String?
  public var orig: DirectionRecord
  public var resp: DirectionRecord
  public var first: FrameRecord
  public var last: FrameRecord

  enum CodingKeys: String, CodingKey {
    case clientPort = "client_port"
    case serverPort = "server_port"
    case kind, version, lossy, syns, established
    case correlationID = "correlation_id"
    case orig, resp, first, last
  }

  /// What one side sent.
  public struct DirectionRecord: Codable, Sendable {
    public var datagrams: Int
    public var bytes: Int
    public var data: Int
    public var retransmissions: Int
    public var repairs: Int
    public var reportedMissing: Int
    @ExplicitNull public var last: FrameRecord?

    enum CodingKeys: String, CodingKey {
      case datagrams, bytes, data, retransmissions, repairs
      case reportedMissing = "reported_missing"
      case last
    }
  }
}

extension UDPRecord {
  init(_ transport: UDPTransport, naming inputs: InputNames) {
    let version = transport.version.map { $0 == 0x0101 ? "3" : "\($0)" }
    self.init(
      clientPort: transport.client.port, serverPort: transport.server.port,
      kind: transport.kind.rawValue, version: version, lossy: transport.isLossy,
      syns: transport.synCount, established: transport.isEstablished,
      correlationID: transport.correlationID.map(Self.hexadecimal),
      orig: DirectionRecord(transport.sent.client, naming: inputs),
      resp: DirectionRecord(transport.sent.server, naming: inputs),
      first: inputs.record(transport.first), last: inputs.record(transport.last))
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

extension UDPRecord.DirectionRecord {
  init(_ direction: UDPTransport.Direction, naming inputs: InputNames) {
    self.init(
      datagrams: direction.datagrams, bytes: direction.bytes, data: direction.data,
      retransmissions: direction.retransmissions, repairs: direction.repairs,
      reportedMissing: direction.reportedMissing, last: direction.last.map(inputs.record))
  }
}
