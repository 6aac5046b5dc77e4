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
  public var licensing = LicensingTrace()
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

  /// A connection request or its answer was read.
  public var showsX224: Bool {
    // Comparing with nil would copy what was read.
    if case .some = request { return true }
    if case .some = confirm { return true }
    return false
  }

  /// The server chose a security protocol with CredSSP.
  public var selectsCredSSP: Bool {
    guard case .selected(let protocols, _)? = confirm?.value else { return false }
    return protocols.usesCredSSP
  }
}
