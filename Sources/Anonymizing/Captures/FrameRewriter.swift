import CaptureReader
import PacketDecode

/// Puts pseudonyms in place of the addresses of a frame, wherever its headers have them, and zeros in
/// place of all that is neither a header nor payload that was looked at. Checksums follow.
struct FrameRewriter {
  let pseudonyms: Pseudonyms

  /// One frame on its way.
  struct Frame {
    let original: [UInt8]
    var bytes: [UInt8]
    let outline: FrameOutline
    /// Stretches behind the headers that stay.
    var kept: [Range<Int>]

    func big16(_ place: Int) -> UInt16? {
      guard place >= 0, place + 2 <= original.count else { return nil }
      return UInt16(original[place]) << 8 | UInt16(original[place + 1])
    }
  }

  /// - Parameters:
  ///   - original: the frame as it was captured.
  ///   - edited: the same with its payload changed.
  ///   - payload: where payload lies that stays as it is edited; all other is blanked.
  func rewritten(
    _ original: [UInt8], edited: [UInt8], _ record: borrowing PacketRecord, payload: Range<Int>?
  ) -> [UInt8] {
    guard original.count == edited.count else { return [] }
    let outline = FrameOutline(original.rawSpan, record)
    var frame = Frame(original: original, bytes: edited, outline: outline, kept: [])
    if let payload, payload.lowerBound == outline.rest, !outline.isFragment {
      frame.kept.append(payload)
    }
    for header in outline.headers { rewrite(header, in: &frame) }
    blankRest(of: &frame)
    for (place, header) in outline.headers.enumerated().reversed() {
      mend(header, within: place > 0 ? outline.headers[..<place] : [], in: &frame)
    }
    return frame.bytes
  }

  private func blankRest(of frame: inout Frame) {
    var place = frame.outline.rest
    for range in frame.kept.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      for index in place..<max(place, min(range.lowerBound, frame.bytes.count)) {
        frame.bytes[index] = 0
      }
      place = max(place, range.upperBound)
    }
    for index in place..<max(place, frame.bytes.count) { frame.bytes[index] = 0 }
  }

  private func rewrite(_ header: FrameOutline.Header, in frame: inout Frame) {
    let start = header.start
    switch header.kind {
    case .ethernet:
      rewriteLink(at: start, in: &frame)
      rewriteLink(at: start + 6, in: &frame)
    case .linuxCooked:
      if frame.big16(start + 4) == 6 { rewriteLink(at: start + 6, in: &frame) }
    case .linuxCooked2:
      if frame.big16(start + 10).map({ $0 & 0xFF }) == 6 { rewriteLink(at: start + 12, in: &frame) }
    case .wireless:
      for offset in [4, 10, 16] { rewriteLink(at: start + offset, in: &frame) }
      if frame.big16(start).map({ $0 & 0x03 }) == 0x03 { rewriteLink(at: start + 24, in: &frame) }
    case .arp: rewriteResolution(header, in: &frame)
    case .ipv4: rewriteV4(start..<header.end, in: &frame)
    case .ipv6:
      rewriteV6(at: start + 8, in: &frame)
      rewriteV6(at: start + 24, in: &frame)
    case .ipv6Extensions: rewriteExtensions(header, in: &frame)
    case .icmp: rewriteError(header, isV6: false, in: &frame)
    case .icmpv6: rewriteError(header, isV6: true, in: &frame)
    case .tcp: rewriteOptions((start + 20)..<max(start + 20, header.end), in: &frame)
    case .udp, .other: break
    }
  }

  // MARK: Addresses

  func rewriteLink(at place: Int, in frame: inout Frame) {
    guard place >= 0, place + 6 <= frame.original.count else { return }
    let value = frame.original[place..<(place + 6)].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let image = pseudonyms.link(value).bigEndianBytes.suffix(6)
    frame.bytes.replaceSubrange(place..<(place + 6), with: image)
  }

  func rewriteV4(at place: Int, in frame: inout Frame) {
    guard place >= 0, place + 4 <= frame.original.count else { return }
    let value = frame.original[place..<(place + 4)].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    let image = UInt32(truncatingIfNeeded: pseudonyms.address(IPAddress(v4: value)).low)
    frame.bytes.replaceSubrange(place..<(place + 4), with: image.bigEndianBytes)
  }

  func rewriteV6(at place: Int, in frame: inout Frame) {
    guard place >= 0, place + 16 <= frame.original.count else { return }
    let bytes = frame.original[place..<(place + 16)]
    let high = bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let low = bytes.suffix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let image = pseudonyms.address(IPAddress(high: high, low: low))
    frame.bytes.replaceSubrange(
      place..<(place + 16), with: image.high.bigEndianBytes + image.low.bigEndianBytes)
  }

  /// Addresses, and options, which can record a route: they become "no operation".
  private func rewriteV4(_ header: Range<Int>, in frame: inout Frame) {
    rewriteV4(at: header.lowerBound + 12, in: &frame)
    rewriteV4(at: header.lowerBound + 16, in: &frame)
    let options = (header.lowerBound + 20)..<max(header.lowerBound + 20, header.upperBound)
    for place in options where frame.bytes.indices.contains(place) { frame.bytes[place] = 1 }
  }

  /// Routing headers hold addresses; options of the destination can.
  private func rewriteExtensions(_ header: FrameOutline.Header, in frame: inout Frame) {
    guard let before = frame.outline.headers.last(where: { $0.end <= header.start }) else { return }
    let next = before.kind == .ipv6 ? before.start + 6 : before.start
    guard frame.original.indices.contains(next) else { return }
    var type = frame.original[next]
    var place = header.start
    while place + 2 <= min(header.end, frame.original.count) {
      let length =
        type == 44
        ? 8
        : type == 51
          ? Int(frame.original[place + 1]) * 4 + 8 : Int(frame.original[place + 1]) * 8 + 8
      if type == 43 || type == 60 {
        for index in (place + 4)..<(place + length) where frame.bytes.indices.contains(index) {
          frame.bytes[index] = 0
        }
      }
      type = frame.original[place]
      place += length
    }
  }

  /// Options that verdicts need stay; of others, which load balancers put addresses into, the kind.
  private func rewriteOptions(_ options: Range<Int>, in frame: inout Frame) {
    let end = min(options.upperBound, frame.original.count)
    var place = options.lowerBound
    while place < end {
      let kind = frame.original[place]
      if kind == 0 { break }
      if kind == 1 {
        place += 1
        continue
      }
      guard place + 1 < end else { break }
      let length = max(2, Int(frame.original[place + 1]))
      if ![2, 3, 4, 5, 8].contains(kind) {
        for index in (place + 2)..<max(place + 2, min(place + length, end)) {
          frame.bytes[index] = 0
        }
      }
      place += length
    }
    // Behind the end of the list.
    for index in place..<max(place, end) { frame.bytes[index] = 0 }
  }

  /// ARP (RFC 826).
  private func rewriteResolution(_ header: FrameOutline.Header, in frame: inout Frame) {
    guard let lengths = frame.big16(header.start + 4) else { return }
    let link = Int(lengths >> 8)
    let first = header.start + 8
    for (place, length) in [(first, link), (first + link + 4, link)] where length == 6 {
      rewriteLink(at: place, in: &frame)
    }
    rewriteV4(at: first + link, in: &frame)
    rewriteV4(at: first + 2 * link + 4, in: &frame)
    // What fills the frame up to Ethernet's least length.
    let end = first + 2 * (link + 4)
    for index in end..<max(end, min(header.end, frame.bytes.count)) { frame.bytes[index] = 0 }
  }
}
