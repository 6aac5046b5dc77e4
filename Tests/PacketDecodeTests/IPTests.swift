import CaptureReader
import PacketDecode
import Support
import Testing

@Suite("IP header") struct IPTests {
  @Test("no packet is as long as four gigabytes, whatever its record says")
  func claimedLength() throws {
    var packet = PacketBuilder.ip(
      from: client.address, to: server.address, protocol: 6,
      PacketBuilder.segment(from: client, to: server, seq: 1, flags: .ack))
    // Offloaded: the header leaves the length to the record.
    packet[2] = 0
    packet[3] = 0
    let segment = try #require(decode(packet, .raw, originalLength: 0xFFFF_FFFF)?.tcp)
    #expect(segment.payloadLength == (1 << 24) - 40)
  }

  @Test("IPv4 fields that later stages need are kept")
  func ipv4Fields() throws {
    let packet = PacketBuilder.ipv4(
      from: client.address, to: server.address, protocol: 6, segment, ttl: 117, id: 0xBEEF,
      fragment: 0x4000, trafficClass: 0x2B)
    let network = try #require(decode(packet, .ipv4)?.network)
    #expect(network.ttl == 117)
    #expect(network.identification == 0xBEEF)
    #expect(network.doNotFragment)
    #expect(network.trafficClass == 0x2B)
  }

  @Test("IPv6 fields that later stages need are kept")
  func ipv6Fields() throws {
    let packet = PacketBuilder.ipv6(
      from: client6.address, to: server6.address, next: 6, segment6, hopLimit: 55,
      trafficClass: 0x2B)
    let network = try #require(decode(packet, .ipv6)?.network)
    #expect(network.ttl == 55)
    #expect(network.identification == nil)
    #expect(!network.doNotFragment)
    #expect(network.trafficClass == 0x2B)
  }

  @Test("a header without length takes the frame's", arguments: [false, true])
  func offloadedLength(isV6: Bool) throws {
    var packet = isV6 ? packet6 : packet4
    packet.replaceSubrange(isV6 ? 4..<6 : 2..<4, with: [0, 0])
    let decoded = try #require(
      decode(packet, .raw, originalLength: packet.count + 100_000))
    #expect(decoded.tcp?.payloadLength == hello.count + 100_000)
    #expect(decoded.payload == hello)
  }

  @Test("a length beyond the frame leaves a cut payload")
  func lengthBeyondFrame() throws {
    var packet = packet4
    packet.replaceSubrange(2..<4, with: [0xFF, 0xFF])
    let decoded = try #require(decode(packet, .raw))
    #expect(decoded.tcp?.payloadLength == 65_535 - 40)
    #expect(decoded.payload == hello)
  }

  @Test(
    "contradicting IPv4 headers are malformed",
    arguments: [(0, 0x44), (0, 0x55), (0, 0x65), (0, 0x4F), (3, 19), (3, 39)])
  func malformedIPv4(index: Int, value: UInt8) {
    var packet = packet4
    packet[index] = value
    #expect(statistics(packet, .ipv4).malformedHeaders == 1)
  }

  @Test(
    "contradicting IPv6 extension headers are malformed",
    arguments: [(UInt8(0), [6, 255]), (43, [6, 9]), (51, [6, 0]), (51, [6, 200])]
      as [(UInt8, [UInt8])])
  func malformedExtensions(kind: UInt8, start: [UInt8]) {
    let packet = PacketBuilder.ipv6(
      from: client6.address, to: server6.address, next: kind,
      start + [UInt8](repeating: 0, count: 6) + segment6)
    #expect(statistics(packet, .ipv6).malformedHeaders == 1)
  }

  @Test("protocols that nothing reads are counted", arguments: [UInt8(2), 50, 59, 89, 132])
  func otherProtocols(number: UInt8) {
    let packet = PacketBuilder.ip(
      from: client.address, to: server.address, protocol: number, [1, 2, 3, 4, 5, 6, 7, 8])
    #expect(statistics(packet, .ipv4).otherProtocols == 1)
  }
}

@Suite("IP address") struct IPAddressTests {
  @Test(
    "text is canonical",
    arguments: [
      ("10.0.0.255", "10.0.0.255"), ("2001:0DB8:0:0:8:800:200C:417A", "2001:db8::8:800:200c:417a"),
      ("::", "::"), ("::1", "::1"), ("1::", "1::"), ("fe80::1:0:0:2", "fe80::1:0:0:2"),
      ("1:0:0:2:0:0:0:3", "1:0:0:2::3"), ("1:0:0:2:3:0:0:4", "1::2:3:0:0:4"),
      ("1:2:3:4:5:0:7:8", "1:2:3:4:5:0:7:8"), ("::ffff:192.0.2.1", "192.0.2.1"),
      ("64:ff9b::192.0.2.33", "64:ff9b::c000:221"), ("0:1:2:3:4:5:6:7", "0:1:2:3:4:5:6:7"),
    ])
  func text(given: String, canonical: String) throws {
    let address = try #require(IPAddress(given))
    #expect(address.description == canonical)
    #expect(IPAddress(canonical) == address)
  }

  @Test(
    "what is no address is refused",
    arguments: [
      "", "1.2.3", "1.2.3.256", "1.2.3.+4", "1.2.3.4.5", ":", ":::", "1::2::3", "1:2:3:4:5:6:7",
      "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7::8", "12345::", "g::", "::1.2.3", "fe80::1%eth0", "+1::",
    ])
  func refused(text: String) {
    #expect(IPAddress(text) == nil)
  }

  @Test("an endpoint puts IPv6 in brackets")
  func endpoint() {
    #expect(server.description == "10.0.0.2:3389")
    #expect(server6.description == "[2001:db8::2]:3389")
  }
}
