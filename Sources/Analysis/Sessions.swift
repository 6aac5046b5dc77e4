import CaptureReader
import PacketDecode
import RDPProtocol
import TCPStreams

/// The trackers of all connections, and the keys that are lent to them.
struct Sessions: ~Copyable {
  private var trackers = ChunkedArray<SessionTracker, 5>()
  /// What a connection begins with: copying it costs less than making one. Out of line, for these
  /// sessions are lent for each packet.
  private let fresh: [SessionTracker]
  let keys: KeyRing
  let ports: ServicePorts
  private let bufferLimit: Int
  private var buffered = 0

  /// Bytes wait for the trackers, which are elsewhere: none are here.
  var isDeferred = false
  var deliveries = Deliveries()

  init(keys: KeyRing, resources: Resources) {
    self.keys = keys
    ports = resources.ports
    fresh = [SessionTracker(ports: resources.ports)]
    bufferLimit = resources.memory.bufferedBytes
  }

  /// One without trackers, with the same keys and limits.
  init(like other: borrowing Sessions) {
    keys = other.keys
    ports = other.ports
    fresh = other.fresh
    bufferLimit = other.bufferLimit
  }

  mutating func forget(_ connection: Int) {
    if isDeferred { return deliveries.add(forgetting: connection) }
    guard trackers.indices.contains(connection) else { return }
    buffered -= trackers[connection].bufferedBytes
    trackers[connection] = fresh[0]
  }

  mutating func receive(_ connection: Int, _ chunk: StreamChunk, _ bytes: RawSpan) {
    if trackers.count <= connection, !hasTracker(connection, chunk, bytes) { return }
    let more = Self.receive(chunk, bytes, by: &trackers[connection], keys: keys)
    if more != 0 { account(connection, more: more) }
  }

  /// Makes trackers up to this one. Where they are elsewhere the bytes wait for them: the payload of a
  /// packet in order where it lies, all else is kept.
  @inline(never)
  private mutating func hasTracker(
    _ connection: Int, _ chunk: StreamChunk, _ bytes: RawSpan
  ) -> Bool {
    if isDeferred {
      if deliveries.item >= 0 {
        deliveries.add(connection, chunk)
      } else {
        deliveries.add(connection, chunk, keeping: bytes)
      }
      return false
    }
    while trackers.count <= connection { trackers.append(fresh[0]) }
    return true
  }

  /// Receives what waited.
  mutating func receive(_ batch: borrowing PacketBatch, _ origin: ItemReference) {
    let bytes = batch.bytes.span
    let kept = batch.deliveries.bytes.span
    for delivery in batch.deliveries.list {
      let connection = Int(delivery.connection)
      if delivery.item >= 0 {
        let item = batch.items[Int(delivery.item)]
        let length = item.outline.payloadLength
        let start = Int(item.start) &+ item.outline.optionsLength
        let end = min(Int(item.start) &+ Int(item.count), start &+ length)
        receive(
          connection,
          StreamChunk(
            side: delivery.side, offset: delivery.offset, length: length, isGap: false,
            hasBeginning: delivery.hasBeginning,
            frame: origin.sibling(
              frame: batch.firstFrame &+ Int(item.number), time: item.time)),
          bytes.extracting(start..<end))
      } else {
        let content = batch.deliveries.kept[-1 &- Int(delivery.item)]
        if let chunk = content.chunk {
          receive(
            connection, chunk, kept.extracting(content.start..<content.start &+ content.count))
        } else {
          forget(connection)
        }
      }
    }
  }

  /// Returns how many bytes more wait for the end of their messages.
  ///
  /// Keys are lent for the call, and only where a handshake can still come: a log that the trackers held
  /// would be copied whenever the capture's own secrets add to it.
  @inline(__always)
  private static func receive(
    _ chunk: StreamChunk, _ bytes: RawSpan, by tracker: inout SessionTracker, keys: KeyRing
  ) -> Int {
    let before = tracker.bufferedBytes
    if tracker.skipsApplicationData || keys.log.isEmpty {
      tracker.receive(chunk, bytes)
    } else {
      tracker.keys = keys.log
      tracker.receive(chunk, bytes)
      tracker.keys = nil
    }
    return tracker.bufferedBytes &- before
  }

  /// What a connection's tracker found. Those before it are not asked any more.
  mutating func takeTrace(of connection: Int) -> ProtocolTrace {
    guard trackers.indices.contains(connection) else { return ProtocolTrace() }
    trackers.release(before: connection)
    return trackers[connection].finish()
  }

  private mutating func account(_ connection: Int, more: Int) {
    buffered += more
    guard buffered > bufferLimit, more > 0 else { return }
    buffered -= trackers[connection].bufferedBytes
    trackers[connection].dropBuffers()
  }
}
