import CLibPCAP

/// Reads a classic capture through libpcap: all its variants, byte orders and time units.
struct PCAPReader: ~Copyable {
  private let handle: PCAPHandle
  private let limits: ReadingLimits
  private let headerLength: Int
  private let recordHeaderLength: Int
  private var interface: CaptureInterface

  /// - Parameter head: the first bytes of the capture, magic number included.
  init(_ stream: StandardStream, head: [UInt8], limits: ReadingLimits) throws(SourceFailure) {
    handle = try PCAPHandle.open(stream)
    self.limits = limits
    headerLength = 24
    let magic = unsafe head.span.bytes.bigEndian(at: 0, as: UInt32.self)
    // Kuznetzov's patch keeps interface, protocol and direction with each packet.
    recordHeaderLength = magic == 0xa1b2_cd34 || magic == 0x34cd_b2a1 ? 24 : 16
    let isNano = magic == 0xa1b2_3c4d || magic == 0x4d3c_b2a1
    interface = CaptureInterface(
      linkType: handle.linkType, snapLength: handle.snapLength,
      resolution: isNano ? .nanoseconds : .microseconds)
    interface.frameCheckLength = handle.frameCheckLength
  }

  /// Reads to the end, to what cannot be read, or until `body` stops it.
  mutating func read(
    into summary: inout CaptureSummary,
    _ body: (borrowing PacketRecord, RawSpan) -> ReadingControl
  ) {
    summary.interfaces = [interface]
    summary.sections = 1
    let snapLength = handle.snapLength
    let frameCheckLength = interface.frameCheckLength ?? 0
    var tally = PacketTally()
    var offset = headerLength
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
      if captured > record.originalLength { note(.capturedBeyondOriginal, record, &summary, offset) }
      tally.count(captured: captured, original: record.originalLength, at: record.time)
      let next = offset &+ recordHeaderLength &+ captured
      let control = body(record, unsafe RawSpan(_unsafeStart: start, byteCount: captured))
      // libpcap cuts a packet at the file's snap length without a word: then only it knows where
      // the next record starts.
      if captured == snapLength, handle.position > next {
        note(.beyondSnapLength, record, &summary, offset)
        offset = handle.position
      } else {
        offset = next
      }
      if control == .stop {
        summary.isStopped = true
        break
      }
    }
    summary.add(tally)
    summary.readBytes = max(offset, handle.position)
  }

  private func note(
    _ code: CaptureNote.Code, _ record: borrowing PacketRecord, _ summary: inout CaptureSummary,
    _ offset: Int
  ) {
    let message =
      code == .beyondSnapLength
      ? "a packet has more bytes than the file's snap length, they were left out"
      : "a packet has more captured bytes than it had on the wire"
    summary.addOnce(
      CaptureNote(code, message, offset: offset, frame: record.frame), limits: limits)
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
