import CaptureReader
import PacketDecode
import Support
import Testing

@Suite("TCP header") struct TCPTests {
  private func read(_ options: [PacketBuilder.Option]) -> TCPOptions? {
    decode(
      PacketBuilder.tcp(from: client, to: server, seq: 1, flags: .syn, options: options))?
      .tcp?.options
  }

  @Test("a SYN's options are read")
  func synOptions() throws {
    let options = try #require(
      read([
        .maximumSegmentSize(1460), .selectiveAcknowledgmentPermitted,
        .timestamps(value: 0xDEAD_BEEF, echo: 7), .noOperation, .windowScale(8),
      ]))
    #expect(options.maximumSegmentSize == 1460)
    #expect(options.selectiveAcknowledgmentPermitted)
    #expect(options.timestamps == TCPOptions.Timestamps(value: 0xDEAD_BEEF, echo: 7))
    #expect(options.windowScale == 8)
    #expect(options.sackCount == 0)
  }

  @Test("aligned timestamps are read as any others")
  func alignedTimestamps() throws {
    let aligned = try #require(
      read([.noOperation, .noOperation, .timestamps(value: 1, echo: 2)]))
    let other = try #require(read([.timestamps(value: 1, echo: 2), .noOperation]))
    #expect(aligned == other)
    #expect(aligned.timestamps == TCPOptions.Timestamps(value: 1, echo: 2))
  }

  @Test("SACK blocks give the first two, their number and the highest edge over the wrap")
  func selectiveAcknowledgment() throws {
    let options = try #require(
      read([
        .noOperation, .noOperation,
        .selectiveAcknowledgment([
          0xFFFF_FF00...0xFFFF_FFF0, 0xFFFF_0000...0xFFFF_0100, 0...0x10, 0xFFFF_FFF8...0xFFFF_FFFC,
        ]),
      ]))
    #expect(
      options.firstSACK
        == SACKBlock(left: SequenceNumber(0xFFFF_FF00), right: SequenceNumber(0xFFFF_FFF0)))
    #expect(
      options.secondSACK
        == SACKBlock(left: SequenceNumber(0xFFFF_0000), right: SequenceNumber(0xFFFF_0100)))
    #expect(options.sackCount == 4)
    #expect(options.highestSACK == SequenceNumber(0x10))
  }

  @Test(
    "a malformed option ends the options, not the segment",
    arguments: [[2, 0], [2, 1], [2, 5, 1, 1, 1], [8, 40], [5, 9, 0, 0, 0, 0, 0, 0, 0], [3]])
  func malformedOption(bytes: [UInt8]) throws {
    let filler = [UInt8](repeating: 1, count: (8 - (bytes.count + 3) % 4) % 4)
    let options = try #require(read([.windowScale(7), .raw(filler + bytes)]))
    var expected = TCPOptions()
    expected.windowScale = 7
    #expect(options == expected)
  }

  @Test("an unknown option is skipped, the end ends")
  func unknownOption() throws {
    let options = try #require(
      read([.raw([254, 4, 1, 2]), .windowScale(7), .end, .maximumSegmentSize(9)]))
    #expect(options.windowScale == 7)
    #expect(options.maximumSegmentSize == nil)
  }

  @Test("a data offset that cannot be is malformed", arguments: [UInt8(0), 4, 7, 15])
  func badDataOffset(words: UInt8) {
    var packet = packet4
    packet[32] = words << 4
    #expect(statistics(packet, .ipv4).malformedHeaders == 1)
  }

  @Test("a header of which the capture holds only twenty bytes is delivered without options")
  func cutOptions() throws {
    let frame = PacketBuilder.tcp(
      from: client, to: server, seq: 1, flags: .syn, options: [.maximumSegmentSize(1460)],
      payload: hello)
    let decoded = try #require(decode(Array(frame.prefix(54)), originalLength: frame.count))
    #expect(decoded.tcp?.options == TCPOptions())
    #expect(decoded.tcp?.payloadLength == hello.count)
    #expect(decoded.payload.isEmpty)
    #expect(decode(Array(frame.prefix(53)), originalLength: frame.count)?.tcp == nil)
  }

  @Test("window, checksum and all flags are kept")
  func fields() throws {
    let frame = PacketBuilder.tcp(
      from: client6, to: server6, seq: 0xFFFF_FFFF, ack: 1, flags: TCPFlags(rawValue: 0xFF),
      window: 512)
    let segment = try #require(decode(frame)?.tcp)
    #expect(segment.flags.rawValue == 0xFF)
    #expect(segment.window == 512)
    #expect(segment.sequence.rawValue == 0xFFFF_FFFF)
    #expect(bigEndian(segment.checksum) == Array(frame[70..<72]))
  }
}

@Suite("UDP header") struct UDPTests {
  @Test("ports and payload are delivered", arguments: [false, true])
  func delivers(isV6: Bool) throws {
    let decoded = try #require(
      decode(
        PacketBuilder.udp(
          from: isV6 ? client6 : client, to: isV6 ? server6 : server, payload: hello)))
    #expect(
      decoded.udp
        == UDPDatagram(sourcePort: 50_000, destinationPort: 3389, payloadLength: hello.count))
    #expect(decoded.payload == hello)
  }

  @Test(
    "the length decides what is payload",
    arguments: [
      (UInt16(0), 5 as Int?, 5), (8, 0, 0), (10, 2, 2), (1000, 992, 5), (7, nil, 0), (1, nil, 0),
    ])
  func length(announced: UInt16, payloadLength: Int?, captured: Int) {
    var frame = PacketBuilder.udp(from: client, to: server, payload: hello)
    frame.replaceSubrange(38..<40, with: bigEndian(announced))
    let decoded = decode(frame)
    #expect(decoded?.udp?.payloadLength == payloadLength)
    #expect(decoded?.payload.count ?? 0 == captured)
  }

  @Test(
    "what is no tunnel on a tunnel's port is a plain datagram",
    arguments: [
      (UInt16(4789), hello), (4789, [0, 0, 0, 0, 0, 0, 1, 0] + PacketBuilder.ethernet(packet4)),
      (4789, Encapsulation.vxlanHeader + [1, 2, 3]),
      (4789, Encapsulation.vxlanHeader + PacketBuilder.ethernet([0x45, 0, 0, 9] + hello + hello)),
      (6081, [0x40] + Encapsulation.geneveHeader.dropFirst() + PacketBuilder.ethernet(packet4)),
      (6081, [0x3F] + Encapsulation.geneveHeader.dropFirst() + PacketBuilder.ethernet(packet4)),
      (6081, [0, 0, 0x88, 0xCC, 0, 0, 9, 0] + packet4),
      (2152, [0x52] + Encapsulation.gtp(0, [], packet4).dropFirst()),
      (2152, [0x30, 0x01, 0, 0, 0, 0, 0, 0]), (2152, Encapsulation.gtp(0, [], hello)),
      (2152, Encapsulation.gtp(4, [0, 0, 0, 0x85, 0], packet4)),
      (2152, Encapsulation.gtp(4, [0, 0, 0, 0x85, 200, 0, 0, 0], packet4)),
    ] as [(UInt16, [UInt8])])
  func plainDatagram(port: UInt16, payload: [UInt8]) throws {
    let destination = Endpoint(address: peer.address, port: port)
    let decoded = try #require(
      decode(PacketBuilder.udp(from: gateway, to: destination, payload: payload)))
    #expect(decoded.udp?.destinationPort == port)
    #expect(decoded.payload == payload)
    #expect(decoded.network.source == gateway.address)
    #expect(decoded.network.tunnel == 0)
  }

  @Test("the source port makes no tunnel")
  func sourcePort() {
    let frame = PacketBuilder.udp(
      from: Endpoint("192.0.2.1", 4789), to: peer,
      payload: Encapsulation.vxlanHeader + PacketBuilder.ethernet(packet4))
    #expect(decode(frame)?.udp?.sourcePort == 4789)
  }
}

@Suite("GRE") struct GRETests {
  @Test(
    "headers that carry nothing readable are counted as other protocols",
    arguments: [
      [0x00, 0x00, 0x88, 0xCC], [0x40, 0x00, 0x08, 0x00], [0x00, 0x02, 0x08, 0x00],
      [0x20, 0x81, 0x88, 0x0B, 0, 0, 0, 1, 0, 0, 0, 1], [0x30, 0x01, 0x08, 0x00],
    ] as [[UInt8]])
  func other(header: [UInt8]) {
    let packet = PacketBuilder.ip(
      from: gateway.address, to: peer.address, protocol: 47, header + packet4)
    #expect(statistics(packet, .ipv4).otherProtocols == 1)
  }
}
