import CaptureReader
import PacketDecode
import Support

/// A decoded packet with its payload copied, so that it can be looked at in expectations.
struct Decoded {
  var packet: DecodedPacket
  var payload: [UInt8]

  var network: NetworkHeader { packet.network }

  var tcp: TCPSegment? {
    if case .tcp(let segment) = packet.transport { segment } else { nil }
  }

  var udp: UDPDatagram? {
    if case .udp(let datagram) = packet.transport { datagram } else { nil }
  }

  var icmpError: ICMPError? {
    if case .icmpError(let error) = packet.transport { error } else { nil }
  }

  var resolution: AddressResolution? {
    if case .resolution(let resolution) = packet.transport { resolution } else { nil }
  }
}

extension PacketDecoder {
  /// Decodes one frame, `seconds` after the start of the capture.
  mutating func decode(
    _ frame: [UInt8], _ linkType: LinkType = .ethernet, originalLength: Int? = nil,
    frameCheckLength: Int = 0, seconds: Int64 = 0
  ) -> Decoded? {
    let record = PacketRecord(
      frame: 1, time: Timestamp(nanoseconds: seconds * 1_000_000_000),
      originalLength: originalLength ?? frame.count, linkType: linkType,
      frameCheckLength: frameCheckLength)
    var decoded: Decoded?
    unsafe decode(frame.span.bytes, record) { packet, payload in
      decoded = Decoded(packet: copy packet, payload: payload.copied())
    }
    return decoded
  }
}

/// Decodes one frame with a decoder of its own.
func decode(
  _ frame: [UInt8], _ linkType: LinkType = .ethernet, originalLength: Int? = nil,
  frameCheckLength: Int = 0
) -> Decoded? {
  var decoder = PacketDecoder()
  return decoder.decode(
    frame, linkType, originalLength: originalLength, frameCheckLength: frameCheckLength)
}

/// The statistics after one frame.
func statistics(_ frame: [UInt8], _ linkType: LinkType = .ethernet) -> DecodeStatistics {
  var decoder = PacketDecoder()
  _ = decoder.decode(frame, linkType)
  return decoder.statistics
}

let client = Endpoint("10.0.0.1", 50_000)
let server = Endpoint("10.0.0.2", 3389)
let client6 = Endpoint("2001:db8::1", 50_000)
let server6 = Endpoint("2001:db8::2", 3389)
let gateway = Endpoint("192.0.2.1", 40_000)
let peer = Endpoint("192.0.2.2", 40_001)
let hello = Array("hello".utf8)

/// TCP segments from client to server with "hello", without an IP header.
let segment = PacketBuilder.segment(
  from: client, to: server, seq: 1000, ack: 2000, flags: [.ack, .psh], payload: hello)
let segment6 = PacketBuilder.segment(
  from: client6, to: server6, seq: 1000, ack: 2000, flags: [.ack, .psh], payload: hello)

/// The same as IP packets.
let packet4 = PacketBuilder.ip(
  from: client.address, to: server.address, protocol: 6, segment)
let packet6 = PacketBuilder.ip(
  from: client6.address, to: server6.address, protocol: 6, segment6)

func bigEndian(_ value: some FixedWidthInteger) -> [UInt8] { PacketBuilder.bigEndian(value) }
