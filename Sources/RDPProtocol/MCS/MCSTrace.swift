public import CaptureReader
public import TCPStreams

public struct MCSTrace: Sendable, Codable {
  public var connectInitial: ItemReference?
  /// Result of MCS Connect Response (T.125; 0 is success).
  public var connectResponse: Seen<MCSResult>?
  public var clientName: String?
  public var clientBuild: UInt32?
  /// What the client said of itself in Connect Initial, where that was read.
  @OutOfLine public var clientData: ClientData?
  public var serverData: ServerData?
  public var attachUser: ItemReference?
  /// Attach User Confirm with a result other than success (T.125; the list of Connect Response).
  public var attachRefused: Seen<MCSResult>?
  public var channelJoins = 0
  /// Channel Join Confirms with a result other than success.
  public var joinsRefused = 0
  public var securityExchange: ItemReference?
  public var clientInfo: ItemReference?
  public var ultimatums: [DisconnectUltimatum] = []
  public var errorInfo: Seen<ErrorInfoCode>?
  public var demandActive: ItemReference?
  public var confirmActive: ItemReference?
  /// Server's encryption method and level of standard RDP security.
  public var encryptionMethod: UInt32?
  public var encryptionLevel: UInt32?
  /// Packets of the running session, per side.
  public var activePDUs = PerSide<Int>(client: 0, server: 0)
  /// The server's first packet in fast-path framing: the session has a desktop.
  public var active: ItemReference?
  /// Where slow-path data of both sides had become too many for the connection sequence, in a
  /// session without fast-path.
  public var dataBothWays: ItemReference?
  /// What RDP's own PDUs told beside the sequence itself: seldom there.
  @inlinable
  public var details: SessionDetails {
    get { keptDetails.wrappedValue ?? SessionDetails() }
    set { keptDetails.wrappedValue = newValue }
  }
  @inlinable public var hasDetails: Bool { !keptDetails.storage.isEmpty }
  @usableFromInline var keptDetails = OutOfLine<SessionDetails>()

  public init() {}
}
