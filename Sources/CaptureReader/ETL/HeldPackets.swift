/// Packets that wait to be put in order of time: each processor logs into buffers of its own.
struct HeldPackets {
  struct Packet {
    var record: PacketRecord
    /// Place in the order of the file: decides where times are equal.
    var position: Int
    var bytes: Range<Int>
  }

  private var packets: [Packet] = []
  private var storage: [UInt8] = []
  private var position = 0

  var isEmpty: Bool { packets.isEmpty }

  /// Memory taken.
  var byteCount: Int { storage.count + packets.count * MemoryLayout<Packet>.stride }

  mutating func add(_ record: PacketRecord, _ bytes: [UInt8]) {
    let start = storage.count
    storage += bytes
    packets.append(Packet(record: record, position: position, bytes: start..<storage.count))
    position += 1
  }

  /// Hands over the older packets, all or the older half of them, in order of time.
  /// - Returns: whether `body` asked for more.
  mutating func deliver(
    all: Bool, _ body: (PacketRecord, RawSpan) -> ReadingControl
  ) -> ReadingControl {
    packets.sort { ($0.record.time, $0.position) < ($1.record.time, $1.position) }
    let count = all ? packets.count : packets.count / 2
    for packet in packets[..<count] {
      if body(packet.record, storage.rawSpan.extracting(packet.bytes)) == .stop { return .stop }
    }
    var rest: [Packet] = []
    var left: [UInt8] = []
    for var packet in packets[count...] {
      let start = left.count
      left += storage[packet.bytes]
      packet.bytes = start..<left.count
      rest.append(packet)
    }
    packets = rest
    storage = left
    return .proceed
  }
}
