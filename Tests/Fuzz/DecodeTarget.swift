import CaptureReader
import PacketDecode

/// Frames of every link type, alone and in a series that shares a decoder.
enum DecodeTarget {
  static let linkTypes: [UInt32] = [
    1, 0, 9, 12, 14, 50, 51, 101, 104, 105, 108, 113, 127, 147, 228, 229, 276,
  ]

  /// Link type, bytes that a snap length cut, frame.
  static func run(_ bytes: [UInt8]) {
    var input = FuzzInput(bytes)
    let link = linkTypes[Int(input.byte()) % linkTypes.count]
    let missing = Int(input.byte())
    var decoder = PacketDecoder()
    decode(input.piece(bytes.count), link, missing: missing, time: 0, by: &decoder)
  }

  /// Link type, then for each frame: time since the last one, bytes missing, length, bytes.
  static func runSeries(_ bytes: [UInt8]) {
    var input = FuzzInput(bytes)
    let link = linkTypes[Int(input.byte()) % linkTypes.count]
    var decoder = PacketDecoder()
    var time: Int64 = 0
    while !input.isEmpty {
      let step = input.byte()
      time &+= Int64(step & 0x7F) << (step & 0x80 == 0 ? 20 : 32)
      let missing = Int(input.byte())
      decode(input.counted(), link, missing: missing, time: time, by: &decoder)
    }
    let statistics = decoder.statistics
    require(
      statistics.datagramsReassembled + statistics.datagramsGivenUp <= statistics.fragments,
      "more datagrams than fragments")
  }

  private static func decode(
    _ frame: [UInt8], _ link: UInt32, missing: Int, time: Int64, by decoder: inout PacketDecoder
  ) {
    let record = PacketRecord(
      frame: 1, time: Timestamp(nanoseconds: time), originalLength: frame.count + missing,
      linkType: LinkType(rawValue: link), frameCheckLength: missing & 0x80 == 0 ? 0 : missing & 7)
    var calls = 0
    decoder.decode(frame.rawSpan, record) { packet, payload in
      calls += 1
      switch packet.transport {
      case .tcp(let segment):
        require(segment.payloadLength >= payload.byteCount, "more payload than length")
      case .udp(let datagram):
        require(datagram.payloadLength >= payload.byteCount, "more payload than length")
      case .icmpError, .resolution, .echoReply: break
      }
      require(payload.byteCount <= 1 << 16, "payload from nowhere")
    }
    require(calls <= 1, "one packet for a frame")
  }
}
