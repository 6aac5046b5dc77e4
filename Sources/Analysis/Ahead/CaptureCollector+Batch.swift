import CaptureReader
import PacketDecode
import TCPStreams

extension CaptureCollector {
  /// Receives a batch's packets as if each came by itself; what the trackers are to be told waits in the
  /// batch.
  mutating func receiveWithoutTrackers(_ batch: inout PacketBatch, of input: Int) {
    swap(&batch.deliveries, &stages.sessions.deliveries)
    stages.sessions.isDeferred = true
    for item in batch.items where item.number >= 0 { stages.table.touch(item.tag) }
    receive(batch, of: input)
    stages.sessions.isDeferred = false
    swap(&batch.deliveries, &stages.sessions.deliveries)
  }

  /// Receives a batch's packets as if each came by itself.
  mutating func receive(_ batch: borrowing PacketBatch, of input: Int) {
    let bytes = batch.bytes.span
    let items = batch.items
    for place in items.indices {
      let item = items[place]
      let start = Int(item.start)
      if item.number >= 0 {
        stages.sessions.deliveries.item = Int32(truncatingIfNeeded: place)
        receive(item, bytes, of: input, frame: batch.firstFrame &+ Int(item.number))
      } else {
        stages.sessions.deliveries.item = -1
        receive(
          batch.records[-1 &- Int(item.number)],
          bytes.extracting(start..<start &+ Int(item.count)), of: input)
      }
    }
  }

  @inline(__always)
  private mutating func receive(
    _ item: PacketBatch.Item, _ bytes: RawSpan, of input: Int, frame number: Int
  ) {
    if input != current { turn(to: input) }
    let start = Int(item.start)
    let payload = bytes.extracting(
      start &+ item.outline.optionsLength..<start &+ Int(item.count))
    decoder.count(item.outline, captured: payload.byteCount)
    let frame = origin.sibling(frame: number, time: item.time)
    let segment = item.outline.segment(optionsIn: bytes, at: start)
    let isLate = item.time < stages.table.captureEnd
    if isLate {
      noteLate(frame, of: input, interface: Int(item.outline.interface))
    } else {
      stages.table.note(time: item.time)
    }
    Self.take(segment, item.outline.network, payload, frame, into: &stages)
    if isLate { order.note(stages.table.takeLateSigns()) }
  }
}
