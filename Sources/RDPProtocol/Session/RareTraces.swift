public import CaptureReader
public import TCPStreams

/// What a session's bytes show only where licensing can be read, or where they are not what they should be.
public struct RareTraces: Sendable, Hashable, Codable {
  /// First bytes of each side that are neither X.224 nor TLS (16 at most).
  public var foreignBytes = PerSide<[UInt8]>(client: [], server: [])
  public var licensing = LicensingTrace()
  /// Bytes after the handshakes that fit neither TLS nor RDP framing.
  public var framingErrors = PerSide<Int>(client: 0, server: 0)
  public var firstFramingError: Seen<Side>?
  /// The stream could not be followed from here on (bytes missing in the capture).
  public var lostTrack = PerSide<ItemReference?>(client: nil, server: nil)
}

/// Out of line, and the same for all sessions that show nothing of it.
@usableFromInline
struct SeenRarely: Sendable {
  /// Always one element: an array is the smallest storage with value semantics.
  @usableFromInline var one: [RareTraces]

  private static let nothing = [RareTraces()]

  init() { one = Self.nothing }
}

/// Stored as if all members were the trace's own.
extension ProtocolTrace: Codable {
  private enum CodingKeys: String, CodingKey {
    case recognised, hasDroppedBuffers
    case seenCarrier = "carrier"
    case request, confirm, tls
    case seenMCS = "mcs"
    case notes, phases
    case readWithKeys = "decrypted"
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    self.init()
    recognised = try fields.decode(Bool.self, forKey: .recognised)
    hasDroppedBuffers = try fields.decode(Bool.self, forKey: .hasDroppedBuffers)
    seenCarrier = try fields.decode(OutOfLine<Carrier>.self, forKey: .seenCarrier)
    request = try fields.decodeIfPresent(Seen<ConnectionRequest>.self, forKey: .request)
    confirm = try fields.decodeIfPresent(Seen<ConnectionConfirm>.self, forKey: .confirm)
    tls = try fields.decode(TLSTrace.self, forKey: .tls)
    seenMCS = try fields.decode(SeenMCS.self, forKey: .seenMCS)
    notes = try fields.decode([ProtocolNote].self, forKey: .notes)
    phases = try fields.decode([PhaseMark].self, forKey: .phases)
    readWithKeys = try fields.decode(OutOfLine<DecryptedTrace>.self, forKey: .readWithKeys)
    let traces = try RareTraces(from: decoder)
    if traces != RareTraces() { rare.one[0] = traces }
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(recognised, forKey: .recognised)
    try fields.encode(hasDroppedBuffers, forKey: .hasDroppedBuffers)
    try fields.encode(seenCarrier, forKey: .seenCarrier)
    try fields.encodeIfPresent(request, forKey: .request)
    try fields.encodeIfPresent(confirm, forKey: .confirm)
    try fields.encode(tls, forKey: .tls)
    try fields.encode(seenMCS, forKey: .seenMCS)
    try fields.encode(notes, forKey: .notes)
    try fields.encode(phases, forKey: .phases)
    try fields.encode(readWithKeys, forKey: .readWithKeys)
    try rare.one[0].encode(to: encoder)
  }
}
