public import CaptureReader
public import RDPProtocol
public import TCPStreams

/// What one capture shows of one session: its connection, protocols and surroundings.
///
/// Connection, trace and surroundings take kilobytes and go through many hands: they lie where all
/// copies share them, and a change makes a new one. What was read is stored; what it implies is inferred
/// once for each connection and trace, and anew where one of them changes.
public struct WireFacts: Sendable {
  @usableFromInline
  final class Recording: Sendable {
    @usableFromInline let connection: ConnectionRecord
    @usableFromInline let trace: ProtocolTrace
    @usableFromInline let inference: Inference
    /// Asked for dozens of times a session.
    @usableFromInline let phase: Phase
    @usableFromInline let goodbye: Goodbye?
    /// What the rules and records ask first, which would have to copy what it is told of.
    @usableFromInline let isSilentInMCS: Bool
    @usableFromInline let hasCarrier: Bool
    @usableFromInline let startsWithTLS: Bool

    @usableFromInline
    init(
      connection: consuming ConnectionRecord, trace: consuming ProtocolTrace,
      inference: Inference? = nil
    ) {
      // First, so that what it reads of need not be copied.
      if let inference {
        self.inference = inference
      } else {
        self.inference = Inference(of: trace, over: connection)
      }
      phase = WireFacts.phase(of: trace, self.inference)
      goodbye = WireFacts.goodbye(of: connection, trace)
      isSilentInMCS = trace.isSilentInMCS
      hasCarrier = trace.hasCarrier || self.inference.carrier != nil
      startsWithTLS = Inference.startsWithTLS(trace, connection) && !hasCarrier
      self.connection = connection
      self.trace = trace
    }
  }

  @usableFromInline
  final class Neighbourhood: Sendable {
    @usableFromInline let surroundings: Surroundings

    @usableFromInline
    init(_ surroundings: Surroundings) { self.surroundings = surroundings }

    @usableFromInline
    static func of(_ surroundings: Surroundings) -> Neighbourhood {
      surroundings.areQuiet ? quiet : Neighbourhood(surroundings)
    }

    /// That of all sessions around which nothing happened.
    private static let quiet = Neighbourhood(Surroundings())
  }

  @usableFromInline var recording: Recording
  @usableFromInline var neighbourhood: Neighbourhood

  public init(
    connection: consuming ConnectionRecord, trace: consuming ProtocolTrace,
    surroundings: Surroundings = Surroundings()
  ) {
    recording = Recording(connection: connection, trace: trace)
    neighbourhood = Neighbourhood.of(surroundings)
  }

  @inlinable
  public var surroundings: Surroundings {
    _read { yield neighbourhood.surroundings }
    set { neighbourhood = Neighbourhood.of(newValue) }
  }

  @inlinable
  public var connection: ConnectionRecord {
    _read { yield recording.connection }
    set { recording = Recording(connection: newValue, trace: recording.trace) }
  }

  /// What was read.
  @inlinable
  public var trace: ProtocolTrace {
    _read { yield recording.trace }
    set { recording = Recording(connection: recording.connection, trace: newValue) }
  }

  /// What sizes and order imply of it.
  @inlinable
  public var inference: Inference {
    _read { yield recording.inference }
    set {
      recording = Recording(
        connection: recording.connection, trace: recording.trace, inference: newValue)
    }
  }
}

extension WireFacts: Codable {
  enum CodingKeys: String, CodingKey { case connection, trace, surroundings }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      connection: try fields.decode(ConnectionRecord.self, forKey: .connection),
      trace: try fields.decode(ProtocolTrace.self, forKey: .trace),
      surroundings: try fields.decode(Surroundings.self, forKey: .surroundings))
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(connection, forKey: .connection)
    try fields.encode(trace, forKey: .trace)
    try fields.encode(surroundings, forKey: .surroundings)
  }
}

/// What happened around the session, in the same capture.
public struct Surroundings: Sendable, Codable {
  /// The next connection of the same client to the same server, if any.
  public var next: Neighbour?
  public var previous: Neighbour?
  /// Other sessions at the moment this one ended.
  public var bystanders = Bystanders()
  /// ARP requests or neighbour solicitations for the server at the end of the capture that nothing
  /// answered; 0 where anything answered one before.
  public var unansweredResolutions: Int
  @OptionalItem public var resolutionFrame: ItemReference?
  /// The server's answer to a ping since the client's first packet.
  @OptionalItem public var pingReply: ItemReference?
  /// Requests of the client to a Kerberos server since anything answered one, and the last.
  public var unansweredKerberos = 0
  @OptionalItem public var kerberosFrame: ItemReference?
  /// Where each try within seconds was refused and followed by another: the one that was not.
  public var fallback: Neighbour?
  /// Where the client left other attempts in the same way.
  public var repeatedEnd: RepeatedEnd?
  /// Packets that the capturing interfaces report as lost.
  public var interfaceDrops: UInt64
  /// The capture file ends in the middle of a record.
  public var captureCut: Bool
  /// Where packets may be missing between the files of a series, within the session or at its end;
  /// the length of the longest such gap.
  public var captureGap: TimeSpan?
  /// Payload bytes are missing by a snap length.
  public var snapped: Bool
  /// UDP transports between the same two hosts while the session ran.
  public var udp: [UDPTransport] = []
  /// Packets of the session that the capturing host dropped inside its stack; nil where none.
  public var hostDrops: [HostDrops]?
  /// The client's ports beyond an address translation, in order of time, where the capture holds both of its
  /// sides.
  public var translatedPorts: [UInt16]?

  public struct Neighbour: Sendable, Hashable, Codable {
    public var start: Timestamp
    public var end: Timestamp
    /// How far it got.
    public var phase: Phase
    public var established: Bool

    public init(start: Timestamp, end: Timestamp, phase: Phase, established: Bool) {
      self.start = start
      self.end = end
      self.phase = phase
      self.established = established
    }
  }

  public init(
    next: Neighbour? = nil, previous: Neighbour? = nil, unansweredResolutions: Int = 0,
    resolutionFrame: ItemReference? = nil, interfaceDrops: UInt64 = 0, captureCut: Bool = false,
    captureGap: TimeSpan? = nil, snapped: Bool = false
  ) {
    self.next = next
    self.previous = previous
    self.unansweredResolutions = unansweredResolutions
    self.resolutionFrame = resolutionFrame
    self.interfaceDrops = interfaceDrops
    self.captureCut = captureCut
    self.captureGap = captureGap
    self.snapped = snapped
  }

  /// Nothing happened around the session that is told.
  var areQuiet: Bool {
    let isAlone = next == nil && previous == nil && fallback == nil && repeatedEnd == nil
    let isWhole =
      interfaceDrops == 0 && !captureCut && captureGap == nil && !snapped && hostDrops == nil
    let hasAnswers =
      unansweredResolutions == 0 && resolutionFrame == nil && pingReply == nil
      && unansweredKerberos == 0 && kerberosFrame == nil
    return isAlone && isWhole && hasAnswers && udp.isEmpty && translatedPorts == nil
      && bystanders == Bystanders()
  }
}
