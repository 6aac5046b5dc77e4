public import Attribution
public import CaptureReader
public import Evidence

/// One session with its verdict: what reports show.
public struct SessionReport: Sendable {
  /// Stable for the same input: derived from the session's endpoints and first item.
  public var uid: String
  public var facts: SessionFacts
  public var verdict: Verdict
  public var attempt: Attempt
  /// Where the client's and the server's networks are, as far as the user has said it.
  public var client: SiteMap.Place?
  public var server: SiteMap.Place?
}

extension SessionReport {
  /// What the deciding capture shows; nil where only logs saw the session.
  public var wire: WireFacts? {
    @inlinable
    get { facts.wire }
    set { facts.wire = newValue }
  }
}

/// A session's place among the connections of the same client to the same server.
public struct Attempt: Sendable, Hashable {
  public enum Role: String, Sendable, Codable, CaseIterable {
    case single
    /// Short pre-connection that a real session follows.
    case probe
    /// Replaced by a fallback that the protocol means to happen.
    case superseded
    /// One of several tries.
    case `try`
    /// The try that worked.
    case success
    /// A session that had come about and was lost.
    case dropped
    /// A broker's session that sent its client on to another server.
    case redirected
    /// The same session beyond a relay, as its other half tells it better.
    case relayed
  }
  /// Counts from 1; sessions of one group belong to one user story.
  public var group: Int
  public var role: Role
  /// Place within the group, from 1.
  public var ordinal: Int
  public var size: Int
}

/// An input as it was read.
public struct InputReport: Sendable {
  public var name: String
  /// What its items are.
  public var kind = InputKind.capture
  /// nil where the input could not be read at all.
  public var summary: CaptureSummary?
  public var failure: CaptureError?
  /// What stands neither in the summary's notes nor in its ending.
  public var notes: [InputNote]
  /// What the capture holds, for captures without RDP.
  public var contents: CaptureContents
  /// Of the input as it lies there.
  public var digest = InputDigest.unknown(.off)

  /// An input that could not be read.
  public init(unreadable failure: CaptureError) {
    name = failure.file
    self.failure = failure
    digest = .unknown(.notRead)
    notes = []
    contents = CaptureContents()
  }

  init(
    name: String, summary: CaptureSummary?, failure: CaptureError?, notes: [InputNote],
    contents: CaptureContents
  ) {
    self.name = name
    self.summary = summary
    self.failure = failure
    self.notes = notes
    self.contents = contents
  }

  public struct InputNote: Sendable, Hashable {
    public var code: String
    public var message: String
    public init(code: String, message: String) {
      self.code = code
      self.message = message
    }
  }
}

public struct CaptureContents: Sendable, Hashable {
  public var packets = 0
  public var tcpSegments = 0
  public var udpDatagrams = 0
  public var tcpConnections = 0
  /// Responder ports by number of connections, most first; at most eight.
  public var topPorts: [PortCount] = []
  /// Connections that had begun before the capture and are not followed; counted up to some dozens.
  public var midStreamConnections = 0
  /// The same by the port that is probably the server's, most first; at most eight.
  public var midStreamPorts: [PortCount] = []
  public var rdpOverUDP = 0
  /// Frames whose link type is not decoded.
  public var unsupportedLinks = 0
  /// 802.11 frames whose contents are protected.
  public var concealed = 0
  /// TCP segments of connections beyond the limit of those followed.
  public var unfollowedSegments = 0

  public struct PortCount: Sendable, Hashable {
    public var port: UInt16
    public var connections: Int
    public init(port: UInt16, connections: Int) {
      self.port = port
      self.connections = connections
    }
  }

  public init() {}

  /// Adds a connection that had begun before.
  mutating func noteMidStream(port: UInt16) {
    midStreamConnections += 1
    if let known = midStreamPorts.firstIndex(where: { $0.port == port }) {
      midStreamPorts[known].connections += 1
    } else {
      midStreamPorts.append(PortCount(port: port, connections: 1))
    }
    midStreamPorts.sort { ($0.connections, $1.port) > ($1.connections, $0.port) }
    midStreamPorts = Array(midStreamPorts.prefix(8))
  }
}

/// Everything one analysis found.
public struct AnalysisReport: Sendable {
  public var inputs: [InputReport]
  /// In order of their first packet.
  public var sessions: [SessionReport]

  public init(inputs: [InputReport], sessions: [SessionReport]) {
    self.inputs = inputs
    self.sessions = sessions
  }

  /// What is to be said of an input that nobody can read.
  public init(unreadable failure: CaptureError) {
    self.init(inputs: [InputReport(unreadable: failure)], sessions: [])
  }
}
