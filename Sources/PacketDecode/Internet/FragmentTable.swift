import CaptureReader

/// What an IP fragment says of its place in the datagram.
struct Fragment {
  var identification: UInt32 = 0
  /// IPv4 protocol, or the header that follows IPv6's fragment header.
  var nextHeader: UInt8 = 0
  /// Bytes from the start of the datagram's payload.
  var start = 0
  var hasMore = false
}

/// Datagrams that wait for fragments, of both IP versions.
///
/// Where fragments overlap, the first data wins. A fragment that was captured in part fills its
/// place, but ends what can be used of the datagram. All costs are bounded by `DecodeLimits`.
struct FragmentTable: Sendable {
  struct Key: Equatable, Sendable {
    var source: IPAddress
    var destination: IPAddress
    var tunnel: UInt64
    var identification: UInt32
    /// IPv4 tells datagrams apart by protocol too; IPv6 does not.
    var nextHeader: UInt8
    var isV6: Bool

    init(_ walk: borrowing LayerWalk) {
      source = walk.network.source
      destination = walk.network.destination
      tunnel = walk.network.tunnel
      identification = walk.fragment.identification
      nextHeader = walk.isV6 ? 0 : walk.fragment.nextHeader
      isV6 = walk.isV6
    }
  }

  struct Complete {
    /// The payload up to the first byte that was not captured.
    var bytes: [UInt8]
    var wireLength: Int
    var nextHeader: UInt8
  }

  /// Oldest first. A linear search of some dozens needs no hash that could be attacked.
  private var open: [OpenDatagram] = []
  private var bufferedBytes = 0
  var givenUp = 0

  /// Adds a fragment; returns the datagram if that completes it.
  mutating func insert(
    _ fragment: Fragment, _ captured: RawSpan, wireLength: Int, key: Key, time: Timestamp,
    limits: borrowing DecodeLimits
  ) throws(DecodeStop) -> Complete? {
    dropExpired(at: time, lifetime: limits.fragmentLifetime)
    let end = fragment.start &+ wireLength
    guard wireLength > 0, !fragment.hasMore || wireLength % 8 == 0, end <= limits.datagramBytes
    else { throw .malformed }

    var index = open.firstIndex { $0.key == key } ?? open.count
    if index == open.count {
      if open.count >= max(1, limits.openDatagrams) {
        giveUp(at: 0)
        index &-= 1
      }
      open.append(OpenDatagram(key: key, started: time))
    }
    let before = open[index].bytes.count
    let fits = open[index].insert(fragment, captured, end: end)
    bufferedBytes += open[index].bytes.count - before
    guard fits else { throw .malformed }
    if open[index].isComplete {
      let datagram = open.remove(at: index)
      bufferedBytes -= datagram.bytes.count
      return datagram.complete
    }
    if open[index].received.count > limits.fragmentPieces { giveUp(at: index) }
    while bufferedBytes > limits.fragmentBytes, !open.isEmpty { giveUp(at: 0) }
    return nil
  }

  /// Gives up what is not complete yet.
  mutating func giveUpAll() {
    while !open.isEmpty { giveUp(at: open.count - 1) }
  }

  private mutating func dropExpired(at time: Timestamp, lifetime: TimeSpan) {
    // Clocks of captures can jump back as well: a datagram from the far future is as stale.
    for index in open.indices.reversed() {
      let age = time.since(open[index].started)
      if age > lifetime || age < lifetime * -1 { giveUp(at: index) }
    }
  }

  private mutating func giveUp(at index: Int) {
    bufferedBytes -= open.remove(at: index).bytes.count
    givenUp &+= 1
  }
}

/// One datagram that waits for fragments.
private struct OpenDatagram: Sendable {
  let key: FragmentTable.Key
  let started: Timestamp
  /// The payload from its start to the last captured byte; holes are zero.
  var bytes: [UInt8] = []
  /// Disjoint, not adjacent, ascending.
  var received: [Range<Int>] = []
  private var length: Int?
  /// Where the first byte that was not captured lies.
  private var usable = Int.max
  private var nextHeader: UInt8 = 0

  init(key: FragmentTable.Key, started: Timestamp) {
    self.key = key
    self.started = started
  }

  var isComplete: Bool {
    guard let length, let first = received.first else { return false }
    return received.count == 1 && first.lowerBound == 0 && first.upperBound == length
  }

  var complete: FragmentTable.Complete {
    FragmentTable.Complete(
      bytes: usable < bytes.count ? Array(bytes[..<usable]) : bytes, wireLength: length ?? 0,
      nextHeader: nextHeader)
  }

  /// Returns false where the fragment contradicts the datagram's end.
  mutating func insert(_ fragment: Fragment, _ captured: RawSpan, end: Int) -> Bool {
    if let length, end > length { return false }
    if !fragment.hasMore {
      guard length == nil || length == end, (received.last?.upperBound ?? 0) <= end else {
        return false
      }
      length = end
    }
    if fragment.start == 0 { nextHeader = fragment.nextHeader }
    for hole in holes(in: fragment.start..<end) {
      fill(hole, from: captured, start: fragment.start)
    }
    merge(fragment.start..<end)
    return true
  }

  private func holes(in range: Range<Int>) -> [Range<Int>] {
    var holes: [Range<Int>] = []
    var position = range.lowerBound
    for piece in received where piece.upperBound > position {
      if piece.lowerBound >= range.upperBound { break }
      if piece.lowerBound > position { holes.append(position..<piece.lowerBound) }
      position = piece.upperBound
    }
    if position < range.upperBound { holes.append(position..<range.upperBound) }
    return holes
  }

  private mutating func fill(_ hole: Range<Int>, from captured: RawSpan, start: Int) {
    let available = captured.extracting(droppingFirst: hole.lowerBound - start)
      .extracting(first: hole.count)
    let end = hole.lowerBound + available.byteCount
    if end < hole.upperBound { usable = min(usable, end) }
    guard available.byteCount > 0 else { return }
    if bytes.count < end {
      bytes.append(contentsOf: repeatElement(0, count: end - bytes.count))
    }
    bytes.replaceSubrange(hole.lowerBound..<end, with: available.copied())
  }

  private mutating func merge(_ range: Range<Int>) {
    let first = received.firstIndex { $0.upperBound >= range.lowerBound } ?? received.count
    let last = received[first...].firstIndex { $0.lowerBound > range.upperBound } ?? received.count
    var merged = range
    if first < last {
      merged =
        min(
          range.lowerBound, received[first].lowerBound)..<max(
          range.upperBound, received[last - 1].upperBound)
    }
    received.replaceSubrange(first..<last, with: CollectionOfOne(merged))
  }
}
