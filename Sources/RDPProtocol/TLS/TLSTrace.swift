public import CaptureReader
public import TCPStreams

/// What was read of TLS, in the clear or from the outside of its records.
public struct TLSTrace: Sendable, Codable {
  public var clientHello: Seen<ClientHello>?
  /// Where the hellos were seen, even if a snap length left too little to read.
  @OptionalItem public var clientHelloFrame: ItemReference?
  @OptionalItem public var serverHelloFrame: ItemReference?
  /// Bytes of the server's stream before the packet in which its hello ended.
  public var serverHelloOffset: Int?
  public var clientHelloCount = 0
  public var serverHello: Seen<ServerHello>?
  @OptionalItem public var helloRetryRequest: ItemReference?
  /// The group that the retry asks for.
  public var retryGroup: NamedGroup?
  /// Group or prime of the server's ephemeral key up to TLS 1.2.
  public var keyExchange: ServerKeyExchange?
  @OutOfLine public var certificate: Seen<ServerCertificate>?
  @OptionalItem public var serverHelloDone: ItemReference?
  public var certificateRequested = false
  @OptionalItem public var clientKeyExchange: ItemReference?
  public var changeCipherSpec = PerSide<ItemReference?>(client: nil, server: nil)
  /// The handshake's last message of each side, up to TLS 1.2.
  public var finished = PerSide<ItemReference?>(client: nil, server: nil)
  public var alerts: [TLSAlert] = []
  /// First bytes a side sent where TLS was due, which are not TLS (16 at most).
  public var notTLS = PerSide<Seen<[UInt8]>?>(client: nil, server: nil)
  /// Records after the handshake that carry application data (or, in 1.3, look so), per side.
  public var applicationRecords = PerSide<Int>(client: 0, server: 0)
  /// The first application-data records of both sides in the order they came.
  public var firstRecords: [EncryptedRecord] = []
  /// Length of the client's longest record of application data beyond `firstRecords`.
  public var longestLaterClientRecord: Int?
  /// The last records of both sides: of a short session a part of `firstRecords`, in the same memory.
  @RecordSlice public var lastRecords: ArraySlice<EncryptedRecord> = []
  /// TLS was met without its handshake: the capture starts later.
  public var midStream = false

  public init() {}

  /// A hello was read. Comparing it with nil would copy what was read.
  @inlinable public var hasClientHello: Bool {
    if case .some = clientHello { true } else { false }
  }

  @inlinable public var hasServerHello: Bool {
    if case .some = serverHello { true } else { false }
  }

  /// Protocol version in use as on the wire (0x0303 = TLS 1.2), once the server chose it.
  public var version: TLSVersion? { serverHello?.value.version }
  /// SSL 2.0 was chosen.
  public var isSSL2: Bool { version?.rawValue == TLSVersion.ssl2.rawValue }
  /// TLS 1.3, its drafts (0x7f…) included.
  public var isTLS13: Bool { version.map { $0 >= .tls13 } ?? false }

  /// The group of the key exchange, where the server has chosen one.
  public var group: NamedGroup? {
    if let group = serverHello?.value.group { return group }
    guard case .group(let group) = keyExchange else { return nil }
    return group
  }

  /// How an earlier session was gone on with.
  public enum Resumption: String, Sendable, CaseIterable {
    case none
    case sessionID = "session_id"
    case ticket
    case preSharedKey = "psk"
  }

  /// Nil where the server's part of the handshake was not seen.
  public var resumption: Resumption? {
    guard let server = serverHello?.value, let client = clientHello?.value else { return nil }
    if isTLS13 { return server.acceptsPreSharedKey ? .preSharedKey : Resumption.none }
    let hasTicket = (client.ticketLength ?? 0) > 0
    if server.echoesSessionID { return hasTicket ? .ticket : .sessionID }
    // Without an identifier to echo, a server that skips its certificate has taken the ticket.
    if hasTicket, certificate == nil, serverHelloDone == nil, keyExchange == nil,
      changeCipherSpec.server != nil
    {
      return .ticket
    }
    return Resumption.none
  }
}
