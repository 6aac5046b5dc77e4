import CaptureReader
import TCPStreams

/// Ordered bytes of connections on their way to the trackers, and connections that were dropped.
///
/// They wait here where connections are followed on another core than protocols are.
struct Deliveries: ~Copyable {
  /// Bytes of a stream: the payload of an item in order, or something that is kept here.
  struct Delivery {
    var connection: Int32
    /// Place of the item; of what is kept -1 less its place among that.
    var item: Int32
    var offset: Int
    var side: Side
    var hasBeginning: Bool
  }

  struct Kept {
    /// Nil where the connection's place is given to another one.
    var chunk: StreamChunk?
    /// Where the bytes lie, of segments that had to wait mostly.
    var start = 0
    var count = 0
  }

  private(set) var list: [Delivery] = []
  private(set) var kept: [Kept] = []
  private(set) var bytes = ByteBuffer()
  /// Place of the item that is received just now, while it may be the next in order: then its payload is
  /// what comes. Else -1.
  var item: Int32 = -1

  /// The payload of the item that is received just now.
  @inline(__always)
  mutating func add(_ connection: Int, _ chunk: StreamChunk) {
    list.append(
      Delivery(
        connection: Int32(truncatingIfNeeded: connection), item: item, offset: chunk.offset,
        side: chunk.side, hasBeginning: chunk.hasBeginning))
  }

  mutating func add(_ connection: Int, _ chunk: StreamChunk, keeping content: RawSpan) {
    add(connection, Kept(chunk: chunk, start: bytes.count, count: content.byteCount))
    bytes.append(content)
  }

  mutating func add(forgetting connection: Int) { add(connection, Kept()) }

  private mutating func add(_ connection: Int, _ content: Kept) {
    list.append(
      Delivery(
        connection: Int32(truncatingIfNeeded: connection),
        item: -1 &- Int32(truncatingIfNeeded: kept.count), offset: 0, side: .client,
        hasBeginning: false))
    kept.append(content)
  }

  mutating func clear() {
    list.removeAll(keepingCapacity: true)
    kept.removeAll(keepingCapacity: true)
    bytes.truncate(to: 0)
  }
}
