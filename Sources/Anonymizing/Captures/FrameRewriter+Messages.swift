import CaptureReader
import PacketDecode

extension FrameRewriter {
  /// ICMP errors quote the packet that they answer; neighbour discovery names addresses. The rest of
  /// other messages is not kept.
  func rewriteError(_ header: FrameOutline.Header, isV6: Bool, in frame: inout Frame) {
    guard let typeAndCode = frame.big16(header.start) else { return }
    let type = typeAndCode >> 8
    let body = header.start + 8
    if isV6, type == 135 || type == 136 {
      rewriteV6(at: body, in: &frame)
      var end = body + 16
      // Options: type, length in eight bytes; 1 and 2 are link addresses (RFC 4861 §4.6.1).
      while let option = frame.big16(end), option & 0xFF != 0 {
        let length = Int(option & 0xFF) * 8
        guard option >> 8 == 1 || option >> 8 == 2, length == 8 else { break }
        rewriteLink(at: end + 2, in: &frame)
        end += length
      }
      frame.kept.append(body..<min(end, max(body, frame.bytes.count)))
      return
    }
    let isError = isV6 ? (1...4).contains(type) : [3, 4, 11, 12].contains(type)
    guard isError else { return }
    rewriteQuote(at: body, isV6: isV6, in: &frame)
  }

  private func rewriteQuote(at start: Int, isV6: Bool, in frame: inout Frame) {
    guard frame.original.indices.contains(start) else { return }
    let version = frame.original[start] >> 4
    guard version == (isV6 ? 6 : 4) else { return }
    let length = isV6 ? 40 : Int(frame.original[start] & 0xF) * 4
    let transport = start + length
    guard length >= 20, transport <= frame.original.count else { return }
    let number = frame.original[start + (isV6 ? 6 : 9)]
    // Its ports and the numbers of TCP; what it carried is not needed.
    let end = min(transport + (number == 6 ? 20 : 8), frame.original.count)
    frame.kept.append(start..<end)
    if isV6 {
      rewriteV6(at: start + 8, in: &frame)
      rewriteV6(at: start + 24, in: &frame)
    } else {
      rewriteV4(at: start + 12, in: &frame)
      rewriteV4(at: start + 16, in: &frame)
      for place in (start + 20)..<max(start + 20, transport) { frame.bytes[place] = 1 }
      mend(
        field: start + 10, covering: [start..<transport], from: start, isOptional: false,
        in: &frame)
    }
    // The quoted segment's checksum covers its addresses too.
    let field = number == 6 ? transport + 16 : number == 17 ? transport + 6 : -1
    guard field >= 0, field + 2 <= end else { return }
    let addresses = isV6 ? (start + 8)..<(start + 40) : (start + 12)..<(start + 20)
    mend(
      field: field, covering: [addresses], from: start, isOptional: number == 17, in: &frame)
  }

  /// Mends the checksum of a header, once all that it covers has its last form.
  func mend(
    _ header: FrameOutline.Header, within outer: ArraySlice<FrameOutline.Header>,
    in frame: inout Frame
  ) {
    let start = header.start
    let all = start..<max(start, min(header.layerEnd, frame.bytes.count))
    let field: Int
    var isOptional = false
    switch header.kind {
    case .ipv4:
      let own = start..<min(header.end, frame.bytes.count)
      return mend(field: start + 10, covering: [own], from: start, isOptional: false, in: &frame)
    case .tcp: field = start + 16
    case .udp:
      field = start + 6
      isOptional = true
    case .icmp:
      return mend(field: start + 2, covering: [all], from: start, isOptional: false, in: &frame)
    case .icmpv6: field = start + 2
    case .ethernet, .linuxCooked, .linuxCooked2, .wireless, .arp, .ipv6, .ipv6Extensions, .other:
      return
    }
    // The pseudo header holds the addresses of the innermost IP header.
    let network = outer.last { $0.kind == .ipv4 || $0.kind == .ipv6 }
    let addresses =
      network.map {
        $0.kind == .ipv4 ? ($0.start + 12)..<($0.start + 20) : ($0.start + 8)..<($0.start + 40)
      } ?? 0..<0
    var checksum = Checksum()
    checksum.take(frame.original, frame.bytes, addresses, from: addresses.lowerBound, field: field)
    checksum.take(frame.original, frame.bytes, all, from: start, field: field)
    write(checksum, at: field, isOptional: isOptional, in: &frame)
  }

  private func mend(
    field: Int, covering ranges: [Range<Int>], from start: Int, isOptional: Bool,
    in frame: inout Frame
  ) {
    var checksum = Checksum()
    for range in ranges {
      checksum.take(frame.original, frame.bytes, range, from: start, field: field)
    }
    write(checksum, at: field, isOptional: isOptional, in: &frame)
  }

  /// - Parameter isOptional: zero says that there is none (UDP over IPv4).
  private func write(
    _ checksum: Checksum, at field: Int, isOptional: Bool, in frame: inout Frame
  ) {
    guard let old = frame.big16(field), !isOptional || old != 0,
      var new = checksum.mended(old)
    else { return }
    if isOptional, new == 0 { new = 0xFFFF }
    frame.bytes.replaceSubrange(field..<(field + 2), with: new.bigEndianBytes)
  }
}
