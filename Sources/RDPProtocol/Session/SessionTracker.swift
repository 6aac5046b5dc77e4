public import CaptureReader
public import TCPStreams

/// Follows one connection's protocols through its phases, fed with the stream in order.
public struct SessionTracker: Sendable {
  /// Encrypted records remembered from the start: CredSSP takes about a dozen, the MCS sequence with
  /// all channels about forty.
  static let keptFirstRecords = 64
  static let keptNotes = 16
  static let keptAlerts = 8
  static let keptUltimatums = 4
  /// Room for units that a connection keeps between two chunks.
  static let spareUnitsLimit = 16

  // What every packet of a running session touches stands first, close together in memory.

  /// Application data was met, and what the first such record tells is noted: the further ones can
  /// be skipped where there are no keys.
  public private(set) var skipsApplicationData = false
  private var keepsFirstRecords = true
  /// Bytes of its side's stream up to the end of the chunk at hand.
  private(set) var chunkEnd = 0
  /// The same up to its start, where it is looked into.
  private(set) var chunkStart = 0
  /// Bytes kept of units and messages that are not complete.
  public private(set) var bufferedBytes = 0
  private var applicationRecords = PerSide<Int>(client: 0, server: 0)
  /// Reads what carries the session, where something does.
  var carrierReader = OutOfLine<CarrierReader>()
  var framers = PerSide(client: StreamFramer(), server: StreamFramer())
  private var lastRecords = RecentRecords()
  /// Of the client's records beyond the first that are kept.
  private var longestLaterClientRecord = 0
  public internal(set) var trace = ProtocolTrace()
  /// Secrets that may be of this session; setting them later serves sessions whose handshake is yet
  /// to come.
  public var keys: KeyLog?
  var decryption = OutOfLine<SessionDecryption>()
  var handshakes = PerSide(client: HandshakeAssembler(), server: HandshakeAssembler())
  private var spareUnits: [StreamUnit] = []
  /// The session identifier that the client offers, until the server answers.
  var offeredSession: [UInt8] = []
  /// Every PDU carries a security header: standard RDP security encrypts.
  var hasSecurityHeader = false

  /// Where a proxy's CONNECT leads to RDP.
  let ports: ServicePorts

  /// - Parameter keys: secrets by client random; without them the inside of TLS is concluded from
  ///   the outside.
  public init(keys: KeyLog? = nil, ports: ServicePorts = ServicePorts()) {
    self.keys = keys
    self.ports = ports
  }

  /// Takes a stretch of the stream.
  public mutating func receive(_ chunk: StreamChunk, _ bytes: RawSpan) {
    chunkEnd = chunk.offset &+ chunk.length
    guard skipsApplicationData, !chunk.isGap, framers.client.applicationDataLimit < 0,
      chunk.offset > 0 || chunk.hasBeginning, carrierReader.isEmpty
    else {
      return receiveUnits(chunk, bytes)
    }
    // By name, since reading by side would copy the whole framer.
    var position = 0
    switch chunk.side {
    case .client:
      while let length = framers.client.skipApplicationData(
        bytes, from: &position, frame: chunk.frame)
      {
        noteApplicationData(length: length, chunk.frame, from: .client)
      }
    case .server:
      while let length = framers.server.skipApplicationData(
        bytes, from: &position, frame: chunk.frame)
      {
        noteApplicationData(length: length, chunk.frame, from: .server)
      }
    }
    if position == chunk.length { return }
    var rest = chunk
    rest.offset += position
    rest.length -= position
    receiveUnits(rest, bytes.extracting(position..<bytes.byteCount))
  }

  private mutating func receiveUnits(_ chunk: StreamChunk, _ bytes: RawSpan) {
    defer { bufferedBytes = heldBytes }
    chunkStart = chunk.offset
    if !carrierReader.isEmpty || chunk.offset == 0, takeCarried(chunk, bytes) { return }
    // The units' list is lent out and taken back: most chunks hold one, and none needs a new list.
    var units: [StreamUnit] = []
    swap(&units, &spareUnits)
    switch chunk.side {
    case .client:
      Self.frame(chunk, bytes, by: &framers.client, into: &units)
      if framers.client.lostTrack != nil { noteLostTrack(framers.client.lostTrack, of: .client) }
    case .server:
      Self.frame(chunk, bytes, by: &framers.server, into: &units)
      if framers.server.lostTrack != nil { noteLostTrack(framers.server.lostTrack, of: .server) }
    }
    if units.count == 1 {
      // As most chunks have: it is handed on itself, where a list keeps its own.
      take(units.removeLast(), from: chunk.side)
    } else {
      for unit in units { take(unit, from: chunk.side) }
    }
    // A chunk of many tiny units leaves a long list: kept for every connection it would add up.
    guard units.capacity <= Self.spareUnitsLimit else { return }
    if !units.isEmpty { units.removeAll(keepingCapacity: true) }
    swap(&units, &spareUnits)
  }

  /// Bytes that wait for the end of a unit or message, in the clear and inside TLS. Inlined: for a call the
  /// whole tracker would be copied.
  @inline(__always)
  private var heldBytes: Int {
    framers.client.bufferedBytes &+ framers.server.bufferedBytes
      &+ handshakes.client.bufferedBytes &+ handshakes.server.bufferedBytes
      &+ (carrierReader.read { $0.bufferedBytes } ?? 0)
      &+ (decryption.read { $0.bufferedBytes } ?? 0)
  }

  /// Forgets what is not complete, where all sessions together take too much memory.
  public mutating func dropBuffers() {
    framers.client.dropContent()
    framers.server.dropContent()
    handshakes.client.drop()
    handshakes.server.drop()
    _ = carrierReader.update { $0.dropBuffers() }
    _ = decryption.update { $0.dropBuffers() }
    bufferedBytes = heldBytes
    trace.hasDroppedBuffers = true
  }

  private static func frame(
    _ chunk: StreamChunk, _ bytes: RawSpan, by framer: inout StreamFramer,
    into units: inout [StreamUnit]
  ) {
    if chunk.offset == 0, !chunk.hasBeginning { framer.seek() }
    framer.consume(chunk, bytes) { units.append($0) }
  }

  private mutating func noteLostTrack(_ frame: ItemReference?, of side: Side) {
    if trace.lostTrack[side] == nil { trace.lostTrack[side] = frame }
  }

  /// The trace as it is where nothing more comes.
  public func finished() -> ProtocolTrace {
    var copy = self
    return copy.finish()
  }

  /// Takes what is not complete as it is, and gives the trace away.
  public mutating func finish() -> ProtocolTrace {
    if let unit = framers.client.unfinished() { takeUnfinished(unit, from: .client) }
    if let unit = framers.server.unfinished() { takeUnfinished(unit, from: .server) }
    trace.tls.lastRecords =
      keepsFirstRecords
      ? trace.tls.firstRecords.suffix(RecentRecords.limit) : lastRecords.inOrder[...]
    trace.tls.longestLaterClientRecord =
      longestLaterClientRecord > 0 ? longestLaterClientRecord : nil
    trace.tls.applicationRecords = applicationRecords
    if !decryption.isEmpty { trace.decrypted = decryption.wrappedValue?.trace }
    spareUnits = []
    var result = ProtocolTrace()
    swap(&result, &trace)
    return result
  }

  mutating func take(_ unit: StreamUnit, from side: Side) {
    switch unit.kind {
    case .tpkt: takeTPKT(unit, from: side)
    case .fastPath: takeFastPath(unit, from: side)
    case .tlsRecord(let type, let version):
      takeRecord(unit, type: type, version: version, from: side)
    case .ssl2Hello: takeSSL2Hello(unit, from: side)
    case .foreign: takeForeign(unit, from: side)
    }
  }

  mutating func takeForeign(_ unit: StreamUnit, from side: Side) {
    // SSL 2.0 goes on in records of its own, which are not read.
    if trace.tls.isSSL2 { return }
    if unit.content.count >= 5, TLSContentType.isKnown(unit.content[0]), unit.content[1] == 3 {
      note("tls.record_too_long", "a TLS record over the limit of its length", unit.end)
    }
    let head = Array(unit.content.prefix(16))
    if trace.foreignBytes[side].isEmpty { trace.foreignBytes[side] = head }
    let isTLSDue =
      side == .client
      ? framers.client.expectation == .tls : framers.server.expectation == .tls
    if isTLSDue, trace.tls.notTLS[side] == nil {
      trace.tls.notTLS[side] = Seen(head, unit.end)
    }
    noteFramingError(unit, from: side)
  }

  mutating func noteFramingError(_ unit: StreamUnit, from side: Side) {
    // Once bytes are missing, framing is taken up by guess: what does not fit is our error.
    guard trace.lostTrack[side] == nil else { return }
    trace.framingErrors[side] += 1
    if trace.firstFramingError == nil { trace.firstFramingError = Seen(side, unit.end) }
  }

  /// All that is done for each record of a session that runs.
  @inline(__always)
  private mutating func noteApplicationData(
    length: Int, _ frame: ItemReference, from side: Side
  ) {
    if side == .client {
      applicationRecords.client &+= 1
    } else {
      applicationRecords.server &+= 1
    }
    keep(
      EncryptedRecord(
        side: side, type: TLSContentType.applicationData, length: length, frame: frame,
        isPartial: false, streamEnd: chunkEnd))
  }

  /// Takes a record of application data by its length; from now on those are skipped where there
  /// are no keys.
  mutating func takeApplicationData(_ unit: StreamUnit, from side: Side) {
    noteApplicationData(length: unit.length, unit.end, from: side)
    skipsApplicationData = true
  }

  @inline(__always)
  mutating func keep(_ record: EncryptedRecord) {
    if keepsFirstRecords { return keepFirst(record) }
    if record.side == .client, record.length > longestLaterClientRecord {
      longestLaterClientRecord = record.length
    }
    lastRecords.append(record)
  }

  @inline(never)
  private mutating func keepFirst(_ record: EncryptedRecord) {
    // In few steps: a handshake and a log-on have up to eight, the begin of a session three times as many.
    switch trace.tls.firstRecords.count {
    case 0: trace.tls.firstRecords.reserveCapacity(8)
    case 8: trace.tls.firstRecords.reserveCapacity(24)
    case 24: trace.tls.firstRecords.reserveCapacity(Self.keptFirstRecords)
    default: break
    }
    trace.tls.firstRecords.append(record)
    guard trace.tls.firstRecords.count == Self.keptFirstRecords else { return }
    keepsFirstRecords = false
    lastRecords.begin(with: trace.tls.firstRecords)
  }

  /// A unit whose end never came: a snap length or the capture's end cut it.
  private mutating func takeUnfinished(_ unit: StreamUnit, from side: Side) {
    switch unit.kind {
    case .tlsRecord(let type, _) where type == TLSContentType.applicationData:
      keep(
        EncryptedRecord(
          side: side, type: type, length: unit.length, frame: unit.end, isPartial: true))
    case .tlsRecord(let type, _) where type == TLSContentType.handshake:
      var whole = unit
      whole.isPartial = true
      takeHandshake(whole, from: side)
    case .ssl2Hello:
      takeSSL2Hello(unit, from: side)
    case .tlsRecord, .tpkt, .fastPath, .foreign:
      break
    }
  }

  mutating func enter(_ phase: Phase, _ frame: ItemReference) {
    guard !trace.phases.contains(where: { $0.phase == phase }) else { return }
    if trace.phases.isEmpty { trace.phases.reserveCapacity(3) }
    trace.phases.append(PhaseMark(phase: phase, start: frame))
  }

  mutating func note(_ code: String, _ message: String, _ frame: ItemReference) {
    guard trace.notes.count < Self.keptNotes else { return }
    trace.notes.append(ProtocolNote(code: code, message: message, frame: frame))
  }
}
