/// Reads the usual variants of a classic capture: micro- and nanoseconds in both byte orders
/// (draft-ietf-opsawg-pcap §5). The others are libpcap's.
///
/// libpcap copies each packet twice before it hands it on, for more than all later work on a packet
/// that is of no interest costs. What is read here is compared with what libpcap reads in a test.
struct PCAPReader {
  private let limits: ReadingLimits
  private let mostPacketBytes: Int
  private let interface: CaptureInterface
  private let isSwapped: Bool
  private let fraction: Int64
  private let snapLength: Int

  private static let recordHeaderLength = 16
  /// libpcap's own limit for the captured bytes of a packet of the link layers read here.
  private static let packetLimit = 262_144

  /// - Returns: nil where the variant is not one of the usual.
  init?(_ variant: PCAPVariant, limits: ReadingLimits) {
    guard variant.isUsual else { return nil }
    self.limits = limits
    mostPacketBytes = min(limits.packetBytes, Self.packetLimit)
    isSwapped = variant.isSwapped
    fraction = variant.resolution == .nanoseconds ? 1 : 1_000
    snapLength = variant.snapLength > 0 ? variant.snapLength : .max
    interface = CaptureInterface(
      linkType: variant.linkType, snapLength: variant.snapLength, resolution: variant.resolution)
  }

  /// Reads to the end, to what cannot be read, or until `body` stops it.
  func read(
    _ source: PeekedBytes, into summary: inout CaptureSummary,
    _ body: (borrowing PacketRecord, RawSpan) -> ReadingControl
  ) {
    summary.interfaces = [interface]
    summary.sections = 1
    var tally = PacketTally()
    var window = ReadingWindow(source)
    // The format was recognised by these bytes, so they are there.
    _ = window.ensure(PCAPVariant.headerLength)
    window.consume(PCAPVariant.headerLength)
    reading: while true {
      guard window.ensure(Self.recordHeaderLength) else {
        if window.available > 0 {
          summary.ending = .cut(offset: window.offset, expected: "all bytes of the record's header")
        }
        break
      }
      let captured = lengths(window.bytes, at: 0).captured
      guard captured <= mostPacketBytes else {
        summary.ending = .damaged(
          offset: window.offset, expected: "a packet of at most \(mostPacketBytes) captured bytes")
        break
      }
      guard window.ensure(Self.recordHeaderLength &+ captured) else {
        summary.ending = .cut(offset: window.offset, expected: "all bytes of the record's packet")
        break
      }
      let done = readWhole(window.bytes, offset: window.offset, &tally, &summary, body)
      window.consume(done)
      if summary.isStopped { break }
    }
    summary.add(tally)
    summary.readBytes = window.offset
  }

  /// Reads the records that lie whole in `bytes`, and returns how many bytes they have.
  private func readWhole(
    _ bytes: RawSpan, offset: Int, _ tally: inout PacketTally, _ summary: inout CaptureSummary,
    _ body: (borrowing PacketRecord, RawSpan) -> ReadingControl
  ) -> Int {
    var counts = tally
    defer { tally = counts }
    var place = 0
    while bytes.byteCount &- place >= Self.recordHeaderLength {
      let (captured, original) = lengths(bytes, at: place)
      let start = place &+ Self.recordHeaderLength
      guard captured <= mostPacketBytes, captured <= bytes.byteCount &- start else { break }
      let record = PacketRecord(
        frame: counts.packets &+ 1, time: time(bytes, at: place), originalLength: original,
        linkType: interface.linkType)
      if captured > record.originalLength || captured > snapLength {
        summary.noteLength(captured, record, offset: offset &+ place, limits: limits)
      }
      counts.count(captured: captured, original: record.originalLength, at: record.time)
      place = start &+ captured
      if body(record, bytes.extracting(start..<place)) == .stop {
        summary.isStopped = true
        break
      }
    }
    return place
  }

  /// Two fields that follow each other, the first in the low half.
  ///
  /// The caller has compared `place` and the size of a record's header with the bytes that are there.
  @inline(__always)
  private func load(_ bytes: RawSpan, at place: Int) -> UInt64 {
    let value = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
    guard isSwapped else { return UInt64(littleEndian: value) }
    let swapped = value.byteSwapped
    return swapped << 32 | swapped >> 32
  }

  /// Captured and original length.
  @inline(__always)
  private func lengths(_ bytes: RawSpan, at place: Int) -> (captured: Int, original: Int) {
    let both = load(bytes, at: place &+ 8)
    return (Int(truncatingIfNeeded: both & 0xFFFF_FFFF), Int(truncatingIfNeeded: both >> 32))
  }

  /// Seconds are unsigned: captures after 2038. The fraction is signed to libpcap, but only in files
  /// of the machine's byte order.
  @inline(__always)
  private func time(_ bytes: RawSpan, at place: Int) -> Timestamp {
    let both = load(bytes, at: place)
    let seconds = Int64(truncatingIfNeeded: both & 0xFFFF_FFFF)
    let field = UInt32(truncatingIfNeeded: both >> 32)
    let parts = isSwapped ? Int64(field) : Int64(Int32(bitPattern: field))
    // 2³² seconds and 2³² thousand nanoseconds are far from the limits of 64 bits.
    return Timestamp(nanoseconds: seconds &* 1_000_000_000 &+ parts &* fraction)
  }
}
