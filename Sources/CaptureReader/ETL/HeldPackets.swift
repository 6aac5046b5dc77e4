/// Packets that wait to be put in order of time: each processor logs into buffers of its own.
struct HeldPackets: ~Copyable {
  /// What a packet's record says, in few bytes; packets stand in the order of the file.
  private struct Packet {
    var time: Timestamp
    var packetID: UInt64
    var start: Int
    var count: UInt32
    var originalLength: UInt32
    var linkType: LinkType
    var interface: UInt32
    var hasPacketID: Bool

    var record: PacketRecord {
      PacketRecord(
        frame: 0, time: time, originalLength: Int(originalLength), linkType: linkType,
        interface: Int(interface), packetID: hasPacketID ? packetID : nil)
    }
  }

  private struct Place {
    var time: Timestamp
    /// In the order of the file: decides where times are equal.
    var index: Int
  }

  private var packets: [Packet] = []
  private var storage = ByteBuffer()
  /// Whether the packets stand in order of time already.
  private var isOrdered = true

  var isEmpty: Bool { packets.isEmpty }

  /// Memory taken.
  var byteCount: Int { storage.count + packets.count * MemoryLayout<Packet>.stride }

  /// - Parameter bits: are cleared in the packet's second byte.
  mutating func add(_ record: PacketRecord, _ bytes: RawSpan, clearing bits: UInt8 = 0) {
    if isOrdered, let last = packets.last, record.time < last.time { isOrdered = false }
    packets.append(
      Packet(
        time: record.time, packetID: record.packetID ?? 0, start: storage.count,
        count: UInt32(clamping: bytes.byteCount),
        originalLength: UInt32(clamping: record.originalLength), linkType: record.linkType,
        interface: UInt32(clamping: record.interface), hasPacketID: record.packetID != nil))
    storage.append(bytes, clearing: bits)
  }

  /// Hands over the older packets, all or the older half of them, in order of time.
  /// - Returns: whether `body` asked for more.
  mutating func deliver(
    all: Bool, _ body: (PacketRecord, RawSpan) -> ReadingControl
  ) -> ReadingControl {
    let count = all ? packets.count : packets.count / 2
    let order = isOrdered ? [] : inOrder()
    for place in 0..<count {
      let packet = packets[isOrdered ? place : order[place].index]
      if body(packet.record, bytes(of: packet)) == .stop { return .stop }
    }
    var rest = HeldPackets()
    for place in count..<packets.count {
      let packet = packets[isOrdered ? place : order[place].index]
      rest.add(packet.record, bytes(of: packet))
    }
    swap(&self, &rest)
    return .proceed
  }

  private func inOrder() -> [Place] {
    var order = packets.indices.map { Place(time: packets[$0].time, index: $0) }
    order.sort { $0.time == $1.time ? $0.index < $1.index : $0.time < $1.time }
    return order
  }

  @_lifetime(borrow self)
  private func bytes(of packet: Packet) -> RawSpan {
    storage.span.extracting(packet.start..<(packet.start &+ Int(packet.count)))
  }
}
