/// Packets that wait to be put in order of time: each processor logs into buffers of its own.
struct HeldPackets: ~Copyable {
  /// What a packet's record says beside its time, in three words before its bytes.
  private struct Header {
    static let size = 24
    private static let packetIDFlag: UInt64 = 1 << 63

    private let packetID: UInt64
    /// Captured bytes, above them the bytes on the wire.
    private let lengths: UInt64
    /// Link type, above it the interface, highest whether the packet has an identifier.
    private let place: UInt64

    @inline(__always)
    init(_ record: borrowing PacketRecord, count: Int) {
      packetID = record.packetID ?? 0
      lengths =
        UInt64(UInt32(clamping: count)) | UInt64(UInt32(clamping: record.originalLength)) << 32
      place =
        UInt64(record.linkType.rawValue) | UInt64(Int32(clamping: record.interface).magnitude) << 32
        | (record.packetID == nil ? 0 : Self.packetIDFlag)
    }

    @inline(__always)
    init(_ bytes: borrowing ByteBuffer, at start: Int) {
      packetID = bytes.word(at: start)
      lengths = bytes.word(at: start &+ 8)
      place = bytes.word(at: start &+ 16)
    }

    @inline(__always)
    func write(to bytes: inout ByteBuffer) {
      bytes.append(words: (packetID, lengths, place, 0), count: UInt(Self.size))
    }

    var count: Int { Int(UInt32(truncatingIfNeeded: lengths)) }

    @inline(__always)
    func record(at time: Timestamp) -> PacketRecord {
      PacketRecord(
        frame: 0, time: time, originalLength: Int(lengths >> 32),
        linkType: LinkType(rawValue: UInt32(truncatingIfNeeded: place)),
        interface: Int(place >> 32 & 0x7FFF_FFFF),
        packetID: place & Self.packetIDFlag == 0 ? nil : packetID)
    }
  }

  private struct Place {
    var time: Timestamp
    /// Of the header; in the order of the file: decides where times are equal.
    var start: Int
  }

  private var places: [Place] = []
  private var storage = ByteBuffer()
  /// Whether the packets stand in order of time already.
  private var isOrdered = true
  private var newest = Timestamp(nanoseconds: .min)

  /// Memory taken.
  var byteCount: Int { storage.count + places.count * MemoryLayout<Place>.stride }

  /// - Parameter bits: are cleared in the packet's second byte.
  mutating func add(
    _ record: borrowing PacketRecord, _ bytes: RawSpan, clearing bits: UInt8 = 0
  ) {
    if record.time < newest { isOrdered = false }
    newest = record.time
    places.append(Place(time: record.time, start: storage.count))
    Header(record, count: bytes.byteCount).write(to: &storage)
    storage.append(bytes, clearing: bits)
  }

  /// Hands over the older packets, all or the older half of them, in order of time.
  /// - Returns: whether `body` asked for more.
  mutating func deliver(
    all: Bool, _ body: (borrowing PacketRecord, RawSpan) -> ReadingControl
  ) -> ReadingControl {
    if !isOrdered {
      places.sort { $0.time == $1.time ? $0.start < $1.start : $0.time < $1.time }
      isOrdered = true
    }
    let count = all ? places.count : places.count / 2
    for index in 0..<count {
      let place = places[index]
      let header = Header(storage, at: place.start)
      if body(header.record(at: place.time), bytes(of: header, at: place)) == .stop {
        return .stop
      }
    }
    var rest = HeldPackets()
    for index in count..<places.count {
      let place = places[index]
      let header = Header(storage, at: place.start)
      rest.add(header.record(at: place.time), bytes(of: header, at: place))
    }
    swap(&self, &rest)
    return .proceed
  }

  @_lifetime(borrow self)
  private func bytes(of header: Header, at place: Place) -> RawSpan {
    let start = place.start &+ Header.size
    return storage.span.extracting(start..<(start &+ header.count))
  }
}
