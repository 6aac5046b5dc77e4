/// What was read of a session's protocols, in the clear and from the outside of encrypted records.
///
/// Nothing in it is concluded from sizes or order; that is `Inference`, in the Evidence module. What few
/// sessions show (`RareTraces`) lies out of line and is read and written like the rest.
@dynamicMemberLookup
public struct ProtocolTrace: Sendable {
  /// The connection spoke RDP: X.224 was seen, or TLS or RDP framing on a known port.
  public var recognised = false
  /// Parts of long messages were dropped to stay within the memory budget.
  public var hasDroppedBuffers = false
  /// What carries the session in place of a plain connection to the server.
  public var carrier: Carrier? {
    @inlinable get { seenCarrier.wrappedValue }
    set { seenCarrier.wrappedValue = newValue }
  }
  @usableFromInline var seenCarrier = OutOfLine<Carrier>()
  /// It was read. Comparing it with nil would copy it.
  @inlinable public var hasCarrier: Bool { !seenCarrier.storage.isEmpty }
  public var request: Seen<ConnectionRequest>?
  public var confirm: Seen<ConnectionConfirm>?
  public var tls = TLSTrace()
  /// Of most sessions TLS hides it.
  public var mcs: MCSTrace {
    @inlinable _read { yield seenMCS.one[0] }
    @inlinable _modify { yield &seenMCS.one[0] }
  }
  @usableFromInline var seenMCS = SeenMCS()
  public var notes: [ProtocolNote] = []
  /// When each phase was first reached.
  public var phases: [PhaseMark] = []
  /// What was read inside TLS, where there are keys for the session.
  public var decrypted: DecryptedTrace? {
    // In sight of whoever asks: the whole trace would be copied for a call.
    @inlinable get { readWithKeys.wrappedValue }
    set { readWithKeys.wrappedValue = newValue }
  }
  @usableFromInline var readWithKeys = OutOfLine<DecryptedTrace>()

  @usableFromInline var rare = SeenRarely()

  public init() {}

  @inlinable
  public subscript<Value>(dynamicMember path: WritableKeyPath<RareTraces, Value>) -> Value {
    @inline(__always) get { rare.one[0][keyPath: path] }
    @inline(__always) _modify { yield &rare.one[0][keyPath: path] }
  }

  /// A connection request was read. Comparing it with nil would copy what was read.
  @inlinable public var hasRequest: Bool {
    if case .some = request { true } else { false }
  }

  /// The same of its answer.
  @inlinable public var hasConfirm: Bool {
    if case .some = confirm { true } else { false }
  }

  /// A connection request or its answer was read.
  @inlinable public var showsX224: Bool { hasRequest || hasConfirm }

  /// The server chose a security protocol with CredSSP.
  public var selectsCredSSP: Bool {
    guard case .selected(let protocols, _)? = confirm?.value else { return false }
    return protocols.usesCredSSP
  }
}

/// Out of line, and the same for all sessions of which nothing of MCS was read.
@usableFromInline
struct SeenMCS: Sendable {
  /// Always one element: an array is the smallest storage with value semantics.
  @usableFromInline var one: [MCSTrace]

  private static let nothing = [MCSTrace()]

  init() { one = Self.nothing }
}

/// Stored as what it holds.
extension SeenMCS: Codable {
  @usableFromInline
  init(from decoder: any Decoder) throws { one = [try MCSTrace(from: decoder)] }

  @usableFromInline
  func encode(to encoder: any Encoder) throws { try one[0].encode(to: encoder) }
}
