public import CaptureReader
public import TCPStreams

/// What was read of a session's protocols, in the clear and from the outside of encrypted records.
public struct ProtocolTrace: Sendable, Codable {
  /// The connection spoke RDP: X.224 was seen, or TLS or RDP framing on a known port.
  public var recognised = false
  /// First bytes of each side that are neither X.224 nor TLS (16 at most).
  public var foreignBytes = PerSide<[UInt8]>(client: [], server: [])
  /// What carries the session in place of a plain connection to the server.
  @OutOfLine public var carrier: Carrier?
  public var request: Seen<ConnectionRequest>?
  public var confirm: Seen<ConnectionConfirm>?
  public var tls = TLSTrace()
  public var mcs = MCSTrace()
  /// The furthest stage of CredSSP, where the session uses it.
  public var credssp = CredSSPTrace()
  /// Bytes after the handshakes that fit neither TLS nor RDP framing.
  public var framingErrors = PerSide<Int>(client: 0, server: 0)
  public var firstFramingError: Seen<Side>?
  /// The stream could not be followed from here on (bytes missing in the capture).
  public var lostTrack = PerSide<ItemReference?>(client: nil, server: nil)
  /// Parts of long messages were dropped to stay within the memory budget.
  public var hasDroppedBuffers = false
  public var notes: [ProtocolNote] = []
  /// When each phase was first reached.
  public var phases: [PhaseMark] = []
  /// What was read inside TLS, where there are keys for the session.
  @OutOfLine public var decrypted: DecryptedTrace?

  public init() {}
}

/// A value with the packet that completed it.
public struct Seen<Value: Sendable>: Sendable {
  public var value: Value
  public var frame: ItemReference

  public init(_ value: Value, _ frame: ItemReference) {
    self.value = value
    self.frame = frame
  }
}

extension Seen: Equatable where Value: Equatable {}
extension Seen: Hashable where Value: Hashable {}
extension Seen: Encodable where Value: Encodable {}
extension Seen: Decodable where Value: Decodable {}

/// Where in its life a session is (design: stable words).
public enum Phase: String, Sendable, Codable, Comparable, CaseIterable {
  case tcp, x224, tls, credssp, mcs, licensing, active

  public static func < (lhs: Phase, rhs: Phase) -> Bool { lhs.order < rhs.order }

  private var order: Int {
    switch self {
    case .tcp: 0
    case .x224: 1
    case .tls: 2
    case .credssp: 3
    case .mcs: 4
    case .licensing: 5
    case .active: 6
    }
  }
}

public struct PhaseMark: Sendable, Hashable, Codable {
  public var phase: Phase
  public var start: ItemReference
  /// The phase was concluded from record sizes and order, not read.
  public var inferred: Bool
}

public struct ProtocolNote: Sendable, Hashable, Codable {
  public var code: String
  public var message: String
  public var frame: ItemReference?
}

/// X.224 Connection Request with RDP negotiation request ([MS-RDPBCGR] 2.2.1.1).
public struct ConnectionRequest: Sendable, Hashable, Codable {
  /// `mstshash` of the cookie: usually a user name, cut by some clients; not a proof of identity.
  public var cookie: String?
  /// `msts` or `tsv` routing token.
  public var routingToken: String?
  /// nil where the client sent no RDP_NEG_REQ (RDP 4/5 client or scanner).
  public var requestedProtocols: SecurityProtocols?
  public var flags: UInt8 = 0
  /// Correlation identifier (16 bytes, hexadecimal), where present.
  public var correlationID: String?

  public var requestFlags: NegotiationRequestFlags { NegotiationRequestFlags(rawValue: flags) }
  /// The server that a load balancer's token names.
  public var routingTarget: RoutingTarget? { routingToken.flatMap(RoutingTarget.init) }
}

/// X.224 Connection Confirm ([MS-RDPBCGR] 2.2.1.2).
public enum ConnectionConfirm: Sendable, Hashable, Codable {
  case selected(SecurityProtocols, flags: UInt8)
  case failure(code: UInt32)
  /// No negotiation data: an old server, or one that speaks standard RDP security only.
  case withoutNegotiation
}

/// `requestedProtocols` / `selectedProtocol` bits.
public struct SecurityProtocols: OptionSet, Sendable, Hashable, Codable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }
  public static let rdp: SecurityProtocols = []
  public static let ssl = SecurityProtocols(rawValue: 0x01)
  public static let hybrid = SecurityProtocols(rawValue: 0x02)
  public static let rdstls = SecurityProtocols(rawValue: 0x04)
  public static let hybridEx = SecurityProtocols(rawValue: 0x08)
  public static let aad = SecurityProtocols(rawValue: 0x10)

  public var names: [String] {
    isEmpty ? ["RDP"] : FlagName.names(of: rawValue, Self.known)
  }

  private static let known: [(bit: UInt32, name: String)] = [
    (0x01, "SSL"), (0x02, "HYBRID"), (0x04, "RDSTLS"), (0x08, "HYBRID_EX"), (0x10, "RDSAAD"),
  ]

  public var usesCredSSP: Bool { !isDisjoint(with: [.hybrid, .hybridEx]) }
}

public struct MCSTrace: Sendable, Codable {
  public var connectInitial: ItemReference?
  /// Result of MCS Connect Response (T.125; 0 is success).
  public var connectResponse: Seen<UInt8>?
  /// The server's first record after an encrypted MCS Connect Initial.
  public var inferredResponse: ItemReference?
  public var clientName: String?
  public var clientBuild: UInt32?
  /// What the client said of itself in Connect Initial, where that was read.
  @OutOfLine public var clientData: ClientData?
  public var serverData: ServerData?
  public var attachUser: ItemReference?
  /// Attach User Confirm with a result other than success (T.125; the list of Connect Response).
  public var attachRefused: Seen<UInt8>?
  public var channelJoins = 0
  /// Channel Join Confirms with a result other than success.
  public var joinsRefused = 0
  public var securityExchange: ItemReference?
  public var clientInfo: ItemReference?
  public var licensing: ItemReference?
  public var licensingError: Seen<UInt32>?
  /// MCS Disconnect Provider Ultimatum: its reason where read, nil where inferred by size.
  public var ultimatums: [DisconnectUltimatum] = []
  public var errorInfo: Seen<UInt32>?
  public var demandActive: ItemReference?
  public var confirmActive: ItemReference?
  /// Server's encryption method and level of standard RDP security.
  public var encryptionMethod: UInt32?
  public var encryptionLevel: UInt32?
  /// Packets after activation (or after the connection sequence, where encrypted), per side.
  public var activePDUs = PerSide<Int>(client: 0, server: 0)
  public var active: ItemReference?
  public var activeIsInferred = false
  /// What RDP's own PDUs told beside the sequence itself: seldom there.
  public var details: SessionDetails {
    get { keptDetails ?? SessionDetails() }
    set { keptDetails = newValue }
  }
  @OutOfLine private var keptDetails: SessionDetails?

  public init() {}
}

/// A side's orderly goodbye: MCS Disconnect Provider Ultimatum, or X.224 Disconnect Request
/// (rdesktop ends so, measured).
public struct DisconnectUltimatum: Sendable, Hashable, Codable {
  public var side: Side
  public var frame: ItemReference
  /// T.125 reason (1 provider-initiated, 3 user-requested); nil where encrypted.
  public var reason: UInt8?
}

/// How far CredSSP came, by the order and size of encrypted records ([MS-CSSP] 3.1.5).
public struct CredSSPTrace: Sendable, Hashable, Codable {
  public enum Stage: Int, Sendable, Comparable, Codable {
    case notStarted
    /// Client's first token (NEGOTIATE, or Kerberos AP-REQ).
    case negotiate
    /// Server's token (CHALLENGE).
    case challenge
    /// Client's AUTHENTICATE and pubKeyAuth.
    case authenticate
    /// Server's pubKeyAuth: the server accepted the proof of the password.
    case publicKeyReply
    /// Client's credentials (authInfo).
    case credentials
    /// Server's Early User Authorization Result (HYBRID_EX).
    case earlyAuthorization
    /// The MCS connection sequence followed.
    case passed

    public static func < (lhs: Stage, rhs: Stage) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  public enum Refusal: String, Sendable, Codable {
    /// A server record of the size of an errorCode-only TSRequest.
    case errorCode
    case alert
    case closed
    case reset
    /// Early User Authorization Result followed by the end instead of MCS.
    case earlyAuthorization
  }

  public var expected = false
  public var stage = Stage.notStarted
  /// The last record of the exchange.
  public var lastRecord: EncryptedRecord?
  /// The record (or FIN, RST) by which the server ended the exchange.
  public var refusal: Refusal?
  public var refusalFrame: ItemReference?
  /// The client ended the exchange by itself at `stage`.
  public var clientLeft: ItemReference?
  /// Record length of the server's last record.
  var lastServerLength: Int?
  /// Estimated plaintext length of each message, by order.
  public var messages: [Message] = []

  public struct Message: Sendable, Hashable, Codable {
    public var side: Side
    public var plaintextLength: Int
    public var frame: ItemReference
  }

  public init() {}
}
