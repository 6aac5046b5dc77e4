import CaptureReader
import PacketDecode
import Support
import Testing

@Suite("ICMP") struct ICMPTests {
  private func v4(_ header: [UInt8], quoting packet: [UInt8]) -> [UInt8] {
    PacketBuilder.ip(
      from: gateway.address, to: client.address, protocol: 1, header + packet)
  }

  private func v6(_ header: [UInt8], quoting packet: [UInt8]) -> [UInt8] {
    PacketBuilder.ip(
      from: server6.address, to: client6.address, protocol: 58, header + packet)
  }

  @Test("an error names the connection it answers", arguments: [20 + 8, 20 + 20, 20 + 25])
  func quotedConnection(quoted: Int) throws {
    let packet = v4([3, 13, 0, 0, 0, 0, 0, 0], quoting: Array(packet4.prefix(quoted)))
    let decoded = try #require(decode(packet, .ipv4))
    let expected = ICMPError(
      isV6: false, type: 3, code: 13, quotedSource: client.address,
      quotedDestination: server.address, quotedProtocol: 6, quotedSourcePort: client.port,
      quotedDestinationPort: server.port, quotedSequence: SequenceNumber(1000))
    #expect(decoded.icmpError == expected)
    #expect(decoded.network.source == gateway.address)
    #expect(decoded.payload.isEmpty)
  }

  @Test("what is not quoted stays unknown", arguments: [20, 23, 24, 27])
  func shortQuote(quoted: Int) throws {
    let packet = v4([11, 0, 0, 0, 0, 0, 0, 0], quoting: Array(packet4.prefix(quoted)))
    let error = try #require(decode(packet, .ipv4)?.icmpError)
    #expect(error.quotedSourcePort == (quoted >= 24 ? client.port : nil))
    #expect(error.quotedSequence == nil)
  }

  @Test("the next hop's MTU is given where a router names it")
  func mtu() {
    let tooBig = v4([3, 4, 0, 0, 0, 0, 0x05, 0x78], quoting: packet4)
    #expect(decode(tooBig, .ipv4)?.icmpError?.mtu == 1400)
    let old = v4([3, 4, 0, 0, 0, 0, 0, 0], quoting: packet4)
    #expect(decode(old, .ipv4)?.icmpError?.code == 4)
    #expect(decode(old, .ipv4)?.icmpError?.mtu == nil)
    let other = v4([3, 1, 0, 0, 0, 0, 0x05, 0x78], quoting: packet4)
    #expect(decode(other, .ipv4)?.icmpError?.code == 1)
    #expect(decode(other, .ipv4)?.icmpError?.mtu == nil)
    let tooBig6 = v6([2, 0, 0, 0, 0, 0, 0x05, 0], quoting: packet6)
    #expect(decode(tooBig6, .ipv6)?.icmpError?.mtu == 1280)
  }

  @Test("a later fragment in the quote has no ports")
  func quotedFragment() throws {
    let quoted = PacketBuilder.ipv4(
      from: client.address, to: server.address, protocol: 6, segment, fragment: 5)
    let error = try #require(
      decode(v4([3, 1, 0, 0, 0, 0, 0, 0], quoting: quoted), .ipv4)?.icmpError)
    #expect(error.quotedProtocol == 6)
    #expect(error.quotedSourcePort == nil)
  }

  @Test("ICMPv6 quotes are read behind extension headers")
  func quotedExtensions() throws {
    let quoted = PacketBuilder.ipv6(
      from: client6.address, to: server6.address, next: 60,
      [6, 0, 1, 4, 0, 0, 0, 0] + segment6)
    let error = try #require(
      decode(v6([1, 4, 0, 0, 0, 0, 0, 0], quoting: quoted), .ipv6)?.icmpError)
    #expect(error.isV6)
    #expect(error.quotedProtocol == 6)
    #expect(error.quotedDestinationPort == server6.port)
    #expect(error.quotedSequence == SequenceNumber(1000))
  }

  @Test("every prefix of an error is a packet or counted", arguments: [false, true])
  func truncation(isV6: Bool) {
    let packet =
      isV6
      ? v6([1, 4, 0, 0, 0, 0, 0, 0], quoting: packet6)
      : v4([3, 3, 0, 0, 0, 0, 0, 0], quoting: packet4)
    for count in 0..<packet.count {
      var decoder = PacketDecoder()
      let decoded = decoder.decode(
        Array(packet.prefix(count)), .raw, originalLength: packet.count)
      let needed = isV6 ? 40 + 8 + 40 : 20 + 8 + 20
      #expect((decoded?.icmpError != nil) == (count >= needed))
      #expect(decoder.statistics.truncatedHeaders == (count >= needed ? 0 : 1))
    }
  }

  @Test("an echo reply is delivered: its sender is up")
  func echoReply() throws {
    let four = try #require(decode(v4([0, 0, 0, 0, 0, 0, 0, 0], quoting: []), .ipv4))
    let six = try #require(decode(v6([129, 0, 0, 0, 0, 0, 0, 0], quoting: []), .ipv6))
    for packet in [four.packet, six.packet] {
      guard case .echoReply = packet.transport else {
        Issue.record("\(packet.transport)")
        continue
      }
    }
    #expect(statistics(v4([0, 0, 0, 0, 0, 0, 0, 0], quoting: []), .ipv4).echoReplies == 1)
  }

  @Test("queries and redirects are other protocols", arguments: [UInt8(5), 8, 13])
  func queries(type: UInt8) {
    let packet = v4([type, 0, 0, 0, 0, 0, 0, 0], quoting: packet4)
    #expect(statistics(packet, .ipv4).otherProtocols == 1)
  }

  @Test("a quote that is no IP header is malformed")
  func malformedQuote() {
    let packet = v4([3, 1, 0, 0, 0, 0, 0, 0], quoting: [UInt8](repeating: 0, count: 40))
    #expect(statistics(packet, .ipv4).malformedHeaders == 1)
  }

  @Test("neighbour discovery says who asks and who answers")
  func neighbours() throws {
    let target = PacketBuilder.bytes(server6.address)
    let ask = PacketBuilder.ip(
      from: client6.address, to: server6.address, protocol: 58,
      [135, 0, 0, 0, 0, 0, 0, 0] + target)
    #expect(
      decode(ask, .ipv6)?.resolution
        == AddressResolution(
          isReply: false, sender: client6.address, target: server6.address))
    let answer = v6([136, 0, 0, 0, 0, 0, 0, 0], quoting: target)
    #expect(
      decode(answer, .ipv6)?.resolution
        == AddressResolution(
          isReply: true, sender: server6.address, target: client6.address))
  }

  @Test("either ICMP under the other IP is another protocol")
  func wrongFamily() {
    let message: [UInt8] = [3, 1, 0, 0, 0, 0, 0, 0]
    let four = PacketBuilder.ip(
      from: gateway.address, to: client.address, protocol: 58, message + packet4)
    let six = PacketBuilder.ip(
      from: server6.address, to: client6.address, protocol: 1, message + packet6)
    #expect(statistics(four, .ipv4).otherProtocols == 1)
    #expect(statistics(six, .ipv6).otherProtocols == 1)
  }
}
