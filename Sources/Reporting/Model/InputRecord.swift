public import CaptureReader

/// One input as it was read: a line of NDJSON, an element of the JSON document.
public struct InputRecord: Sendable {
  public static let currentSchema = "rdpwhy/input/1"
  /// Interfaces written per input; a file may describe many thousands.
  static let interfaceLimit = 64

  public enum Status: String, Sendable, CaseIterable {
    case ok
    /// Cut short or damaged: what was read before counts.
    case partial
    case failed
  }

  public var schema = Self.currentSchema
  public var name: String
  public var status: Status
  public var format: CaptureFormat?
  public var compression: String?
  public var packets: Int?
  public var capturedBytes: Int?
  public var shortenedPackets: Int?
  public var firstTime: String?
  public var lastTime: String?
  public var interfaceCount: Int?
  public var interfaces: [Interface]
  public var ending: Ending?
  public var notes: [Note]
  public var notesOmitted: Int
  public var error: Failure?
  public var contents: Contents?
  /// Of the file as it lies there, also of one that is compressed; nil where it was not computed.
  public var sha256: String?
  /// Why it was not computed (`InputDigest.Reason`).
  public var digestNote: String?
  /// Of the program that read it; nil in records of versions that did not write theirs.
  public var toolVersion: String?
}

extension InputRecord {
  public struct Interface: Sendable {
    /// Number in the tcpdump.org registry.
    public var linkType: UInt32
    /// Most bytes kept of a packet; 0 where there was no limit.
    public var snapLength: Int
    public var name: String?
    public var description: String?
    public var filter: String?
    public var received: UInt64?
    public var dropped: UInt64?
  }

  public struct Ending: Sendable {
    public enum Kind: String, Sendable, CaseIterable { case complete, cut, damaged }
    public var kind: Kind
    public var offset: Int?
    public var expected: String?
  }

  public struct Note: Sendable {
    public var code: String
    public var message: String
    public var offset: Int?
    public var frame: Int?
  }

  public struct Failure: Sendable {
    public var code: String
    public var message: String
    public var offset: Int
    public var expected: String
  }

  /// What the capture holds, RDP or not.
  public struct Contents: Sendable {
    public var packets: Int
    public var tcpSegments: Int
    public var udpDatagrams: Int
    public var tcpConnections: Int
    public var topPorts: [PortCount]
    public var midStreamConnections: Int
    public var midStreamPorts: [PortCount]
    public var rdpOverUDP: Int
  }

  public struct PortCount: Sendable {
    public var port: UInt16
    public var connections: Int
  }
}
