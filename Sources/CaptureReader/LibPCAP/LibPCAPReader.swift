import CLibPCAP
import Glibc

// The time stamp's fields belong to the C library's module or to libpcap's, whichever was loaded first.
#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads a capture through libpcap: all variants of the classic format, byte orders and time units.
struct LibPCAPReader: ~Copyable {
  private let handle: PCAPHandle
  private let limits: ReadingLimits
  private let recordHeaderLength: Int
  private var interface: CaptureInterface

  init(_ bytes: PeekedBytes, limits: ReadingLimits) throws(SourceFailure) {
    let variant = PCAPVariant(head: bytes.head)
    self.limits = limits
    bytes.replaceHead(variant.headWithoutSnapLength(bytes.head))
    guard let stream = StandardStream(bytes) else {
      throw SourceFailure(.unreadable, "the C library opens no stream for it")
    }
    handle = try PCAPHandle.open(stream)
    recordHeaderLength = variant.recordHeaderLength
    interface = CaptureInterface(
      linkType: handle.linkType, snapLength: variant.snapLength, resolution: variant.resolution)
    interface.frameCheckLength = handle.frameCheckLength
  }

  /// Reads to the end, to what cannot be read, or until `body` stops it.
  mutating func read(
    into summary: inout CaptureSummary,
    _ body: (borrowing PacketRecord, RawSpan) -> ReadingControl
  ) {
    summary.interfaces = [interface]
    summary.sections = 1
    let snapLength = interface.snapLength > 0 ? interface.snapLength : .max
    let frameCheckLength = interface.frameCheckLength ?? 0
    var tally = PacketTally()
    var offset = PCAPVariant.headerLength
    var header: UnsafeMutablePointer<pcap_pkthdr>?
    var data: UnsafePointer<UInt8>?
    reading: while true {
      switch unsafe handle.next(&header, &data) {
      case .end: break reading
      case .failed(let reason):
        summary.ending = Self.ending(after: reason, offset: offset)
        break reading
      case .packet: break
      }
      guard let packet = unsafe header?.pointee, let start = unsafe data else { break }
      let captured = Int(packet.caplen)
      guard captured <= limits.packetBytes else {
        summary.ending = .damaged(
          offset: offset, expected: "a packet of at most \(limits.packetBytes) captured bytes")
        break
      }
      let record = PacketRecord(
        frame: tally.packets &+ 1, time: Timestamp(packet.ts),
        originalLength: Int(packet.len), linkType: interface.linkType,
        frameCheckLength: frameCheckLength)
      if captured > min(record.originalLength, snapLength) {
        summary.noteLength(captured, record, offset: offset, limits: limits)
      }
      tally.count(captured: captured, original: record.originalLength, at: record.time)
      offset &+= recordHeaderLength &+ captured
      if body(record, unsafe RawSpan(_unsafeStart: start, byteCount: captured)) == .stop {
        summary.isStopped = true
        break
      }
    }
    summary.add(tally)
    summary.readBytes = offset
  }

  /// libpcap tells a file that is too short from one that is wrong in its message only.
  private static func ending(after reason: String, offset: Int) -> CaptureEnding {
    if reason.hasPrefix("truncated dump file") {
      let part = reason.contains("header bytes") ? "the record's header" : "the record's packet"
      return .cut(offset: offset, expected: "all bytes of \(part)")
    }
    return .damaged(offset: offset, expected: "a packet record (\(reason))")
  }
}

extension Timestamp {
  /// libpcap's time with nanoseconds in place of microseconds.
  ///
  /// Seconds of the file are unsigned (pcap §4), libpcap hands over those after 2038 as negative.
  init(_ time: timeval) {
    let seconds = Int64(time.tv_sec)
    let positive = seconds < 0 ? Int64(UInt32(truncatingIfNeeded: seconds)) : seconds
    self.init(
      nanoseconds: positive.multipliedSaturating(by: 1_000_000_000)
        .addingSaturating(Int64(time.tv_usec)))
  }
}
