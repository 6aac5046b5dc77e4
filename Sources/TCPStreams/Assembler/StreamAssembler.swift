public import CaptureReader

/// A stretch of one direction's stream, in order.
public struct StreamChunk: Sendable {
  public var side: Side
  /// Bytes of the stream before this chunk.
  public var offset: Int
  /// Bytes of the stream it stands for. The captured bytes beside it can be fewer (snap length);
  /// none at all where `isGap`.
  public var length: Int
  /// The capture does not hold these bytes although the receiver had them, or gave up on them.
  public var isGap: Bool
  /// The connection's handshake was captured, so offset 0 is the stream's first byte.
  public var hasBeginning: Bool
  public var frame: ItemReference

  @inlinable
  public init(
    side: Side, offset: Int, length: Int, isGap: Bool, hasBeginning: Bool, frame: ItemReference
  ) {
    self.side = side
    self.offset = offset
    self.length = length
    self.isGap = isGap
    self.hasBeginning = hasBeginning
    self.frame = frame
  }
}

/// Puts one direction's segments in order: bytes once, gaps known as gaps, memory capped.
///
/// Knows offsets and lengths only; it is fed and asked, and never reads packets.
/// Invariant: `pending` is sorted by offset, its pieces do not overlap, and all lie above `expected`.
struct StreamAssembler: Sendable {
  struct Piece: Sendable {
    var offset: Int
    var length: Int
    var bytes: [UInt8]
    var frame: ItemReference
    var end: Int { offset + length }
  }

  /// Bytes held back while a hole is open; the hole is given up beyond it.
  static let pendingLimit = 256 * 1024
  static let pieceLimit = 256
  /// What a piece takes beside its bytes: its place in the list, which doubles as it grows, and an
  /// allocation of its own.
  static let pieceCost = 160
  /// Longest list that is kept when it is empty: each connection has two.
  private static let keptPieces = 32

  private(set) var expected = 0
  var hasBeginning = false
  private var pending: [Piece] = []
  /// Bytes held back.
  private(set) var pendingBytes = 0
  /// Memory held back, with what the pieces take beside their bytes.
  var heldMemory: Int { pendingBytes &+ pending.count &* Self.pieceCost }

  /// Takes a segment and hands on whatever is in order now.
  mutating func receive(
    side: Side, offset: Int, length: Int, payload: RawSpan, frame: ItemReference,
    deliver: (StreamChunk, RawSpan) -> Void
  ) {
    guard length > 0, offset < Int.max - length else { return }
    let end = offset + length
    guard end > expected else { return }
    if offset > expected {
      hold(offset: offset, length: length, payload: payload, frame: frame)
      while pendingBytes > Self.pendingLimit || pending.count > Self.pieceLimit,
        let first = pending.first
      {
        skip(to: first.offset, side: side, frame: frame, deliver: deliver)
      }
      return
    }
    let seen = expected - offset
    let captured = min(payload.byteCount, length)
    let fresh = seen < captured ? payload.extracting(seen..<captured) : payload.extracting(0..<0)
    deliver(
      StreamChunk(
        side: side, offset: expected, length: end - expected, isGap: false,
        hasBeginning: hasBeginning, frame: frame), fresh)
    expected = end
    if !pending.isEmpty { drain(side: side, deliver: deliver) }
  }

  /// Hands on a segment that begins where the stream stands; nothing is held back.
  @inline(__always)
  mutating func receiveNext(
    side: Side, length: Int, payload: RawSpan, frame: ItemReference,
    deliver: (StreamChunk, RawSpan) -> Void
  ) {
    guard length > 0 else { return }
    let chunk = StreamChunk(
      side: side, offset: expected, length: length, isGap: false, hasBeginning: hasBeginning,
      frame: frame)
    expected &+= length
    // Ethernet pads short frames: what lies behind the segment is not of the stream.
    deliver(
      chunk, payload.byteCount <= length ? payload : payload.extracting(0..<length))
  }

  /// Gives up all holes: what is held back is handed on.
  mutating func giveUpHoles(
    side: Side, frame: ItemReference, deliver: (StreamChunk, RawSpan) -> Void
  ) {
    while let first = pending.first {
      skip(to: first.offset, side: side, frame: frame, deliver: deliver)
    }
    pending = []
  }

  /// Gives up on everything below `offset` that has not been seen: the receiver had it.
  mutating func skip(
    to offset: Int, side: Side, frame: ItemReference, deliver: (StreamChunk, RawSpan) -> Void
  ) {
    let nothing: [UInt8] = []
    while expected < offset {
      let target = min(offset, pending.first?.offset ?? offset)
      if target > expected {
        deliver(
          StreamChunk(
            side: side, offset: expected, length: target - expected, isGap: true,
            hasBeginning: hasBeginning, frame: frame),
          nothing.rawSpan)
        expected = target
      }
      drain(side: side, deliver: deliver)
    }
  }

  private mutating func drain(side: Side, deliver: (StreamChunk, RawSpan) -> Void) {
    var used = 0
    for piece in pending {
      if piece.offset > expected { break }
      used += 1
      pendingBytes -= piece.bytes.count
      guard piece.end > expected else { continue }
      let seen = expected - piece.offset
      let span = piece.bytes.rawSpan
      let fresh =
        seen < span.byteCount
        ? span.extracting(seen..<span.byteCount) : span.extracting(0..<0)
      deliver(
        StreamChunk(
          side: side, offset: expected, length: piece.end - expected, isGap: false,
          hasBeginning: hasBeginning, frame: piece.frame), fresh)
      expected = piece.end
    }
    guard used > 0 else { return }
    if used == pending.count, pending.capacity > Self.keptPieces {
      pending = []
    } else {
      pending.removeFirst(used)
    }
  }

  /// Keeps the parts of a segment that are not held yet; what came first wins.
  private mutating func hold(offset: Int, length: Int, payload: RawSpan, frame: ItemReference) {
    var start = offset
    let end = offset + length
    var index = firstPiece(endingAfter: offset)
    while start < end {
      if index < pending.count, pending[index].offset <= start {
        start = max(start, pending[index].end)
        index += 1
        continue
      }
      let stop = index < pending.count ? min(end, pending[index].offset) : end
      let from = min(start - offset, payload.byteCount)
      let to = min(stop - offset, payload.byteCount)
      let bytes = payload.extracting(from..<to).copied()
      pendingBytes += bytes.count
      pending.insert(
        Piece(offset: start, length: stop - start, bytes: bytes, frame: frame), at: index)
      index += 1
      start = stop
    }
  }

  private func firstPiece(endingAfter offset: Int) -> Int {
    var low = 0
    var high = pending.count
    while low < high {
      let middle = (low + high) / 2
      if pending[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
