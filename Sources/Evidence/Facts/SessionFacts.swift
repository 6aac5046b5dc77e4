public import CaptureReader
public import RDPProtocol

/// What all witnesses show of one session.
///
/// A witness is a source that saw the session: a capture at one of its ends or between them, a log of
/// the client, the server or a gateway. Packets are optional.
public struct SessionFacts: Sendable, Codable {
  public var identity: SessionIdentity
  /// At least one; captures stand before logs. The first capture decides what the wire showed.
  public private(set) var witnesses: [Witness]
  /// What two captures of the session prove together. In sight of whoever asks, so that a session in a
  /// list is not copied for it.
  public var path: PathFacts? {
    @inlinable get { keptPath.wrappedValue }
    set { keptPath.wrappedValue = newValue }
  }
  @usableFromInline var keptPath = Seldom<PathFacts>()
  /// Where it is one of a relay's two connections.
  public var relay: RelayHalf? {
    @inlinable get { keptRelay.wrappedValue }
    set { keptRelay.wrappedValue = newValue }
  }
  @usableFromInline var keptRelay = Seldom<RelayHalf>()

  private enum CodingKeys: String, CodingKey {
    case identity, witnesses
    case keptPath = "path"
    case keptRelay = "relay"
  }

  public init(identity: SessionIdentity, witnesses: [Witness], path: PathFacts? = nil) {
    self.identity = identity
    self.witnesses = witnesses
    self.path = path
  }

  /// A session that one capture saw.
  public init(_ wire: WireFacts) {
    self.init(identity: SessionIdentity(wire), witnesses: [Witness(wire)])
  }

  /// Place of the capture that decides what the wire showed.
  private var decidingCapture: Int? {
    let seen = witnesses.span
    for place in seen.indices where seen[place].kind == .capture { return place }
    return nil
  }

  /// What the deciding capture shows; nil where no capture saw the session.
  ///
  /// A change is taken over into the identity.
  public var wire: WireFacts? {
    // Asked for everywhere: not inlined, it would copy the whole of a session in a list.
    @inlinable
    get {
      let seen = witnesses.span
      for place in seen.indices {
        if let facts = seen[place].wire { return facts }
      }
      return nil
    }
    set {
      guard let place = decidingCapture, let newValue else { return }
      witnesses[place].observation = .capture(newValue)
      identity.note(newValue)
    }
  }

  /// Changes what is known around the session to each capture that saw it.
  public mutating func changeSurroundings(_ change: (inout Surroundings) -> Void) {
    changeWires { change(&$0.surroundings) }
  }

  /// Changes what each capture that saw it shows.
  public mutating func changeWires(_ change: (inout WireFacts) -> Void) {
    for place in witnesses.indices {
      guard case .capture(var facts) = witnesses[place].observation else { continue }
      change(&facts)
      witnesses[place].observation = .capture(facts)
    }
  }

  /// What the logs show, in the order of the witnesses.
  public var logs: [LogFacts] {
    // Most sessions have none, and pass without a copy of what their captures show.
    if witnesses.count == 1, decidingCapture != nil { return [] }
    return witnesses.compactMap(\.log)
  }

  /// How far the session came, by the witness who saw it go furthest.
  public var phase: Phase { wire?.phase ?? logs.map(\.phase).max() ?? .tcp }

  /// Another witness of the session; captures stand before logs.
  mutating func add(_ witness: Witness) {
    let place = witness.kind == .log ? nil : witnesses.firstIndex { $0.kind == .log }
    witnesses.insert(witness, at: place ?? witnesses.endIndex)
  }
}
