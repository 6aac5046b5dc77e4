public import CaptureReader

/// One input as it was read: a line of NDJSON, an element of the JSON document.
public struct InputRecord: Codable, Sendable {
  public static let currentSchema = "rdpwhy/input/1"
  /// Interfaces written per input; a file may describe many thousands.
  static let interfaceLimit = 64

  public enum Status: String, Codable, Sendable {
    case ok
    /// Cut short or damaged: what was read before counts.
    case partial
    case failed
  }

  public var schema = Self.currentSchema
  public var name: String
  public var status: Status
  @ExplicitNull public var format: CaptureFormat?
  @ExplicitNull public var compression: String?
  @ExplicitNull public var packets: Int?
  @ExplicitNull public var capturedBytes: Int?
  @ExplicitNull public var shortenedPackets: Int?
  @ExplicitNull public var firstTime: String?
  @ExplicitNull public var lastTime: String?
  @ExplicitNull public var interfaceCount: Int?
  public var interfaces: [Interface]
  @ExplicitNull public var ending: Ending?
  public var notes: [Note]
  public var notesOmitted: Int
  @ExplicitNull public var error: Failure?
  @ExplicitNull public var contents: Contents?

  enum CodingKeys: String, CodingKey {
    case schema, name, status, format, compression, packets
    case capturedBytes = "captured_bytes"
    case shortenedPackets = "shortened_packets"
    case firstTime = "first_ts"
    case lastTime = "last_ts"
    case interfaceCount = "interface_count"
    case interfaces, ending, notes
    case notesOmitted = "notes_omitted"
    case error, contents
  }
}

extension InputRecord {
  public struct Interface: Codable, Sendable {
    /// Number in the tcpdump.org registry.
    public var linkType: UInt32
    /// Most bytes kept of a packet; 0 where there was no limit.
    public var snapLength: Int
    @ExplicitNull public var name: String?
    @ExplicitNull public var description: String?
    @ExplicitNull public var filter: String?
    @ExplicitNull public var received: UInt64?
    @ExplicitNull public var dropped: UInt64?

    enum CodingKeys: String, CodingKey {
      case linkType = "link_type"
      case snapLength = "snap_length"
      case name, description, filter, received, dropped
    }
  }

  public struct Ending: Codable, Sendable {
    public enum Kind: String, Codable, Sendable { case complete, cut, damaged }
    public var kind: Kind
    @ExplicitNull public var offset: Int?
    @ExplicitNull public var expected: String?
  }

  public struct Note: Codable, Sendable {
    public var code: String
    public var message: String
    @ExplicitNull public var offset: Int?
    @ExplicitNull public var frame: Int?
  }

  public struct Failure: Codable, Sendable {
    public var code: String
    public var message: String
    public var offset: Int
    public var expected: String
  }

  /// What the capture holds, RDP or not.
  public struct Contents: Codable, Sendable {
    public var packets: Int
    public var tcpSegments: Int
    public var udpDatagrams: Int
    public var tcpConnections: Int
    public var topPorts: [PortCount]
    public var rdpOverUDP: Int

    enum CodingKeys: String, CodingKey {
      case packets
      case tcpSegments = "tcp_segments"
      case udpDatagrams = "udp_datagrams"
      case tcpConnections = "tcp_connections"
      case topPorts = "top_ports"
      case rdpOverUDP = "rdp_over_udp"
    }
  }

  public struct PortCount: Codable, Sendable {
    public var port: UInt16
    public var connections: Int
  }
}
