import CaptureReader
import TCPStreams

/// Splits one direction of a session into TPKT packets, fast-path PDUs and TLS records.
///
/// Bodies that nobody reads are skipped, not copied, and a gap that lies inside one costs nothing.
/// A gap over a header loses the framing; it is taken up again at a segment that begins with a
/// plausible header.
struct StreamFramer: Sendable {
  /// What may come next in this direction.
  enum Expectation: Sendable {
    /// Nothing known yet: X.224 or TLS.
    case opening
    case tls
    /// TPKT and fast-path in the clear (standard RDP security).
    case rdp
  }

  private enum State: Sendable {
    case header
    case body(kind: BodyKind, remaining: Int)
    /// Framing lost: waits for a segment that begins like a unit.
    case seeking
    /// The bytes are not what this reader knows; nothing more is read.
    case foreign
  }

  private enum BodyKind: Sendable {
    case tpkt
    case fastPath
    case tls(type: UInt8, version: UInt16)
    case ssl2
  }

  /// Content kept of one unit: a TPKT packet's maximum, and more than a TLS record's.
  static let contentLimit = 65_536
  /// The fixed part of a hello in SSL 2.0's form.
  static let shortestSSL2Hello = 9
  /// Content kept of a TPKT packet once the session is running: enough for its headers.
  static let activeContentLimit = 64

  // What every packet of a running session touches stands first, close together in memory.

  private var state = State.header
  var expectation = Expectation.opening
  private var isTruncated = false
  /// The connection sequence is over; only headers matter now.
  var isActive = false
  private var head = HeaderBytes()
  private var unitLength = 0
  @OptionalItem private var unitStart: ItemReference?
  /// Longest application-data record whose content is kept: none, unless there are keys for it.
  var applicationDataLimit = -1
  private var content: [UInt8] = []
  @OptionalItem private(set) var lostTrack: ItemReference?

  /// Waits for a segment that begins like a unit: the stream's start is not there.
  mutating func seek() {
    state = .seeking
    content = []
    isTruncated = false
  }

  /// Takes a chunk in order and hands on every unit it completes.
  mutating func consume(_ chunk: StreamChunk, _ bytes: RawSpan, emit: (StreamUnit) -> Void) {
    if chunk.isGap {
      if case .foreign = state { return }
      skip(chunk.length, frame: chunk.frame, emit: emit)
    } else {
      consume(bytes, length: chunk.length, frame: chunk.frame, emit: emit)
    }
  }

  /// Takes bytes in order; `length` is more than their count where a snap length cut them.
  mutating func consume(
    _ bytes: RawSpan, length: Int, frame: ItemReference, emit: (StreamUnit) -> Void
  ) {
    if case .foreign = state { return }
    if case .seeking = state {
      if expectation == .opening, isWholeFastPath(bytes) { expectation = .rdp }
      guard looksLikeUnit(bytes) else { return }
      state = .header
      head.removeAll()
    }
    var position = 0
    while position < bytes.byteCount {
      switch state {
      case .header:
        if head.isEmpty, expectation == .tls,
          enterRecord(at: position, of: bytes, frame: frame, emit: emit)
        {
          position += 5
          continue
        }
        let byte: UInt8 = bytes.bigEndian(at: position) ?? 0
        if head.isEmpty { unitStart = frame }
        head.append(byte)
        position += 1
        readHeader(frame: frame, emit: emit)
        if case .foreign = state {
          emitForeign(bytes.extracting(position..<bytes.byteCount), frame: frame, emit: emit)
          return
        }
      case .body(let kind, let remaining):
        let taken = min(remaining, bytes.byteCount - position)
        if keepsContent(kind), !isTruncated {
          let room = max(0, contentLimit(kind) - content.count)
          let found = bytes.extracting(position..<(position + min(taken, room))).copied()
          if content.isEmpty { content = found } else { content += found }
        }
        position += taken
        advance(kind, remaining: remaining - taken, frame: frame, emit: emit)
      case .seeking, .foreign:
        return
      }
    }
    if length > bytes.byteCount {
      skip(length - bytes.byteCount, frame: frame, emit: emit)
    }
  }

  /// Enters a TLS record whose whole header lies within these bytes: the common case, without the
  /// header's own buffer.
  private mutating func enterRecord(
    at position: Int, of bytes: RawSpan, frame: ItemReference, emit: (StreamUnit) -> Void
  ) -> Bool {
    guard let type: UInt8 = bytes.bigEndian(at: position), TLSContentType.isKnown(type),
      let version: UInt16 = bytes.bigEndian(at: position + 1), version >> 8 == 3,
      let length: UInt16 = bytes.bigEndian(at: position + 3),
      Int(length) <= TLSContentType.maximumLength
    else { return false }
    unitStart = frame
    enter(.tls(type: type, version: version), length: Int(length), frame: frame, emit: emit)
    return true
  }

  /// Skips protected application data, of which only the headers are looked at.
  ///
  /// Moves `position` behind what was taken. Returns the length of a record that ended there, or nil
  /// where the bytes are used up or anything else comes, which `consume` takes.
  @inline(__always)
  mutating func skipApplicationData(
    _ bytes: RawSpan, from position: inout Int, frame: ItemReference
  ) -> Int? {
    let remaining: Int
    switch state {
    case .body(kind: .tls(type: TLSContentType.applicationData, _), remaining: let left):
      remaining = left
    case .header:
      guard expectation == .tls, head.isEmpty, let start: UInt32 = bytes.bigEndian(at: position),
        start >> 16 == Self.applicationDataHead, let low: UInt8 = bytes.bigEndian(at: position + 4)
      else { return nil }
      let length = Int(start & 0xFF) << 8 | Int(low)
      guard length <= TLSContentType.maximumLength else { return nil }
      position += 5
      unitLength = length
      unitStart = frame
      remaining = length
      state = .body(
        kind: .tls(
          type: TLSContentType.applicationData, version: UInt16(truncatingIfNeeded: start >> 8)),
        remaining: length)
    default:
      return nil
    }
    let available = bytes.byteCount - position
    guard remaining <= available else {
      position = bytes.byteCount
      if case .body(let kind, _) = state {
        state = .body(kind: kind, remaining: remaining - available)
      }
      return nil
    }
    position += remaining
    state = .header
    head.removeAll()
    isTruncated = false
    return unitLength
  }

  /// Type and major version of an application-data record.
  private static let applicationDataHead: UInt32 = 0x1703

  /// Bytes kept of the unit at hand.
  var bufferedBytes: Int { content.count }

  /// Forgets what was kept of the unit at hand; it is handed on as a partial one.
  mutating func dropContent() {
    guard !content.isEmpty else { return }
    content = []
    isTruncated = true
  }

  /// What is left unfinished when the stream ends: a unit whose end never came.
  func unfinished() -> StreamUnit? {
    guard case .body(let kind, _) = state, let unitStart else { return nil }
    return unit(kind, end: unitStart, isPartial: true)
  }

  private mutating func skip(_ count: Int, frame: ItemReference, emit: (StreamUnit) -> Void) {
    switch state {
    case .body(let kind, let remaining) where remaining >= count:
      isTruncated = isTruncated || keepsContent(kind)
      advance(kind, remaining: remaining - count, frame: frame, emit: emit)
    case .body(let kind, _):
      // The unit ends somewhere in the gap; what was seen of it still tells that it was there.
      emit(unit(kind, end: frame, isPartial: true))
      loseTrack(at: frame)
    case .header:
      loseTrack(at: frame)
    case .seeking, .foreign:
      break
    }
  }

  private mutating func loseTrack(at frame: ItemReference) {
    lostTrack = lostTrack ?? frame
    state = .seeking
    head.removeAll()
    content = []
    isTruncated = false
  }

  private mutating func advance(
    _ kind: BodyKind, remaining: Int, frame: ItemReference, emit: (StreamUnit) -> Void
  ) {
    guard remaining <= 0 else {
      state = .body(kind: kind, remaining: remaining)
      return
    }
    emit(unit(kind, end: frame, isPartial: isTruncated))
    // The unit has it now; keeping room for another would keep it for every connection.
    content = []
    isTruncated = false
    head.removeAll()
    state = .header
  }

  private func unit(_ kind: BodyKind, end: ItemReference, isPartial: Bool) -> StreamUnit {
    let unitKind: StreamUnit.Kind =
      switch kind {
      case .tpkt: .tpkt
      case .fastPath: .fastPath
      case .tls(let type, let version): .tlsRecord(type: type, version: version)
      case .ssl2: .ssl2Hello
      }
    return StreamUnit(
      kind: unitKind, length: unitLength, content: content, start: unitStart ?? end, end: end,
      isPartial: isPartial)
  }

  private func keepsContent(_ kind: BodyKind) -> Bool {
    switch kind {
    case .tpkt, .ssl2: true
    case .fastPath: false
    case .tls(let type, _):
      type != TLSContentType.applicationData || unitLength <= applicationDataLimit
    }
  }

  private func contentLimit(_ kind: BodyKind) -> Int {
    if case .tpkt = kind, isActive { return Self.activeContentLimit }
    return Self.contentLimit
  }

  /// Looks at the header bytes read so far and enters the body once they suffice.
  private mutating func readHeader(frame: ItemReference, emit: (StreamUnit) -> Void) {
    let first = head[0]
    if expectation != .rdp, TLSContentType.isKnown(first) {
      if head.count >= 2, head[1] != 3 {
        state = .foreign
        return
      }
      guard head.count >= 5 else { return }
      let length = Int(head[3]) << 8 | Int(head[4])
      let version = UInt16(head[1]) << 8 | UInt16(head[2])
      guard length <= TLSContentType.maximumLength else {
        state = .foreign
        return
      }
      enter(.tls(type: first, version: version), length: length, frame: frame, emit: emit)
      return
    }
    if expectation != .tls, first == 3 {
      guard head.count >= 4 else { return }
      let length = Int(head[2]) << 8 | Int(head[3])
      guard head[1] == 0, length >= 7 else {
        state = .foreign
        return
      }
      enter(.tpkt, length: length - 4, frame: frame, emit: emit)
      return
    }
    if expectation != .rdp, first & 0x80 != 0 {
      readSSL2Header(frame: frame, emit: emit)
      return
    }
    if expectation == .rdp, first & 3 == 0 {
      guard head.count >= 2 else { return }
      if head[1] & 0x80 == 0 {
        enterFastPath(Int(head[1]), header: 2, frame: frame, emit: emit)
      } else {
        guard head.count >= 3 else { return }
        enterFastPath(
          Int(head[1] & 0x7F) << 8 | Int(head[2]), header: 3, frame: frame, emit: emit)
      }
      return
    }
    state = .foreign
  }

  /// Two bytes of length, the message type, and of a ClientHello the version, of a ServerHello the
  /// session's state and the certificate's type.
  private mutating func readSSL2Header(frame: ItemReference, emit: (StreamUnit) -> Void) {
    guard head.count >= 5 else { return }
    let length = Int(head[0] & 0x7F) << 8 | Int(head[1])
    let isClient = head[2] == 1 && (head[3] == 3 || (head[3] == 0 && head[4] == 2))
    let isServer = head[2] == 4 && head[3] <= 1 && head[4] <= 1
    guard isClient || isServer, length >= StreamFramer.shortestSSL2Hello else {
      state = .foreign
      return
    }
    unitLength = length
    content = [head[2], head[3], head[4]]
    advance(.ssl2, remaining: length - 3, frame: frame, emit: emit)
  }

  private mutating func enterFastPath(
    _ length: Int, header: Int, frame: ItemReference, emit: (StreamUnit) -> Void
  ) {
    guard length >= header else {
      state = .foreign
      return
    }
    enter(.fastPath, length: length - header, frame: frame, emit: emit)
  }

  private mutating func enter(
    _ kind: BodyKind, length: Int, frame: ItemReference, emit: (StreamUnit) -> Void
  ) {
    unitLength = length
    advance(kind, remaining: length, frame: frame, emit: emit)
  }

  private mutating func emitForeign(
    _ rest: RawSpan, frame: ItemReference, emit: (StreamUnit) -> Void
  ) {
    let bytes = head.copied() + rest.copied(limit: 16)
    emit(
      StreamUnit(
        kind: .foreign, length: bytes.count, content: bytes, start: frame, end: frame,
        isPartial: true))
  }

  /// A fast-path PDU that fills its segment exactly: chance rarely makes one.
  private func isWholeFastPath(_ bytes: RawSpan) -> Bool {
    guard let first: UInt8 = bytes.bigEndian(at: 0), first & 3 == 0,
      let second: UInt8 = bytes.bigEndian(at: 1)
    else { return false }
    if second & 0x80 == 0 { return Int(second) == bytes.byteCount }
    guard let length: UInt16 = bytes.bigEndian(at: 1) else { return false }
    return Int(length & 0x7FFF) == bytes.byteCount
  }

  /// A segment that begins like a unit: where framing is taken up again.
  private func looksLikeUnit(_ bytes: RawSpan) -> Bool {
    guard let first: UInt8 = bytes.bigEndian(at: 0), let second: UInt8 = bytes.bigEndian(at: 1)
    else { return false }
    if expectation != .rdp, TLSContentType.isKnown(first), second == 3,
      let third: UInt8 = bytes.bigEndian(at: 2), third <= 4,
      let length: UInt16 = bytes.bigEndian(at: 3)
    {
      return Int(length) <= TLSContentType.maximumLength && length > 0
    }
    if expectation != .tls, first == 3, second == 0, let length: UInt16 = bytes.bigEndian(at: 2) {
      return length >= 7
    }
    return expectation == .rdp && first & 3 == 0 && second > 2
  }
}
