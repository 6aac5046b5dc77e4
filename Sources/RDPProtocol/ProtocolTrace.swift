public import CaptureReader
public import TCPStreams

/// What was read of a session's protocols, in the clear and from the outside of encrypted records.
///
/// Nothing in it is concluded from sizes or order; that is `Inference`, in the Evidence module.
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

  /// The server chose a security protocol with CredSSP.
  public var selectsCredSSP: Bool {
    guard case .selected(let protocols, _)? = confirm?.value else { return false }
    return protocols.usesCredSSP
  }
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

/// Where a phase began.
public struct PhaseMark: Sendable, Hashable, Codable {
  public var phase: Phase
  public var start: ItemReference

  public init(phase: Phase, start: ItemReference) {
    self.phase = phase
    self.start = start
  }
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
  public var ultimatums: [DisconnectUltimatum] = []
  public var errorInfo: Seen<UInt32>?
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
  /// T.125 reason (1 provider-initiated, 3 user-requested); nil where it was not read.
  public var reason: UInt8?

  public init(side: Side, frame: ItemReference, reason: UInt8?) {
    self.side = side
    self.frame = frame
    self.reason = reason
  }
}
