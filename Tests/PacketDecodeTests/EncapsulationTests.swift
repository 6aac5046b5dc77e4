import CaptureReader
import PacketDecode
import Support
import Testing

@Suite("Encapsulation") struct EncapsulationTests {
  @Test("shows the innermost segment", arguments: Encapsulation.all)
  func showsSegment(_ encapsulation: Encapsulation) throws {
    let decoded = try #require(decode(encapsulation.frame, encapsulation.linkType))
    let segment = try #require(decoded.tcp)
    #expect(segment.sourcePort == client.port)
    #expect(segment.destinationPort == server.port)
    #expect(segment.sequence == SequenceNumber(1000))
    #expect(segment.acknowledgment == SequenceNumber(2000))
    #expect(segment.flags == [.ack, .psh])
    #expect(segment.payloadLength == hello.count)
    #expect(decoded.payload == hello)
    let isV4 = decoded.network.source.isV4
    #expect(decoded.network.source == (isV4 ? client.address : client6.address))
    #expect(decoded.network.destination == (isV4 ? server.address : server6.address))
    #expect(decoded.network.tunnel == encapsulation.tunnel)
    #expect(!decoded.network.isReassembled)
  }

  @Test("survives a snap length at every byte", arguments: Encapsulation.all)
  func survivesSnapLength(_ encapsulation: Encapsulation) {
    for count in 0..<encapsulation.frame.count {
      var decoder = PacketDecoder()
      let decoded = decoder.decode(
        Array(encapsulation.frame.prefix(count)), encapsulation.linkType,
        originalLength: encapsulation.frame.count)
      #expect(decoder.statistics.delivered + decoder.statistics.notDelivered == 1)
      // Of a frame that is only cut by the capture, nothing is malformed. Where the header of a
      // UDP tunnel or the type behind MPLS labels is cut off, what is left is what can be said.
      #expect(decoder.statistics.malformedHeaders == 0, "\(count) bytes")
      if let segment = decoded?.tcp {
        #expect(segment.payloadLength == hello.count)
        #expect(hello.starts(with: decoded?.payload ?? [0]))
        let isCut = decoded?.payload.count != hello.count
        #expect(decoder.statistics.truncatedPayloads == (isCut ? 1 : 0))
      }
    }
  }

  @Test("survives a frame that ends at every byte", arguments: Encapsulation.all)
  func survivesShortFrames(_ encapsulation: Encapsulation) {
    for count in 0..<encapsulation.frame.count {
      let counted = statistics(Array(encapsulation.frame.prefix(count)), encapsulation.linkType)
      #expect(counted.packets == 1)
      #expect(counted.delivered + counted.notDelivered == 1)
    }
  }

  @Test("survives every value of every byte", arguments: Encapsulation.all)
  func survivesChangedBytes(_ encapsulation: Encapsulation) {
    var decoder = PacketDecoder()
    for index in encapsulation.frame.indices {
      var frame = encapsulation.frame
      for value in UInt8.min...UInt8.max {
        frame[index] = value
        _ = decoder.decode(frame, encapsulation.linkType)
      }
    }
    let counted = decoder.statistics
    #expect(counted.packets == encapsulation.frame.count * 256)
    #expect(counted.delivered + counted.notDelivered == counted.packets)
  }

  @Test("survives random bytes of every link type", arguments: [1, 7, 42] as [UInt64])
  func survivesNoise(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var decoder = PacketDecoder()
    for _ in 0..<20_000 {
      var frame = Encapsulation.all.randomElement(using: &random)?.frame ?? []
      let linkType = Encapsulation.all.randomElement(using: &random)?.linkType ?? .ethernet
      for _ in 0..<Int.random(in: 0...8, using: &random) {
        let index = Int.random(in: frame.indices, using: &random)
        frame[index] = UInt8.random(in: 0...255, using: &random)
      }
      _ = decoder.decode(
        frame, linkType, originalLength: Int.random(in: 0...200, using: &random),
        frameCheckLength: Int.random(in: -1...5, using: &random))
    }
    let counted = decoder.statistics
    #expect(counted.delivered + counted.notDelivered == 20_000, "seed \(seed)")
  }

  @Test("follows no more IP headers than the limit")
  func limitsDepth() {
    var packet = packet4
    var decoder = PacketDecoder()
    for depth in 1...12 {
      let decoded = decoder.decode(packet, .ipv4)
      #expect((decoded != nil) == (depth <= DecodeLimits().encapsulations))
      packet = PacketBuilder.ip(
        from: gateway.address, to: peer.address, protocol: 4, packet)
    }
    #expect(decoder.statistics.tooDeep == 4)
  }

  @Test("follows no more tunnels in UDP than the limit")
  func limitsTunnelDepth() {
    var frame = PacketBuilder.ethernet(packet4)
    var decoder = PacketDecoder()
    for _ in 1...12 {
      _ = decoder.decode(frame)
      frame = PacketBuilder.udp(
        from: gateway, to: Endpoint(address: peer.address, port: 4789),
        payload: Encapsulation.vxlanHeader + frame)
    }
    #expect(decoder.statistics.tcp == DecodeLimits().encapsulations)
    #expect(decoder.statistics.tooDeep == 4)
  }

  @Test("follows no more tags and extension headers than the limits")
  func limitsTags() {
    let tags = [UInt16](repeating: 5, count: 17)
    #expect(decode(PacketBuilder.ethernet(packet4, vlans: tags.dropLast())) != nil)
    #expect(statistics(PacketBuilder.ethernet(packet4, vlans: tags)).tooDeep == 1)
    let options = [UInt8]([60, 0, 1, 4, 0, 0, 0, 0])
    let headers = Array([[UInt8]](repeating: options, count: 16).joined())
    let packet = PacketBuilder.ipv6(
      from: client6.address, to: server6.address, next: 60, headers + options)
    #expect(statistics(packet, .ipv6).tooDeep == 1)
  }

  @Test("cuts off the frame check sequence that the record announces")
  func cutsFrameCheck() {
    let packet = PacketBuilder.ipv4(
      from: client.address, to: server.address, protocol: 6, segment)
    var unlengthed = PacketBuilder.ethernet(packet)
    unlengthed.replaceSubrange(16..<18, with: [0, 0])
    let decoded = decode(unlengthed + [1, 2, 3, 4], frameCheckLength: 4)
    #expect(decoded?.payload == hello)
    #expect(decoded?.tcp?.payloadLength == hello.count)
  }

  @Test("counts an unsupported link type by its number, up to a limit")
  func countsUnsupportedLinks() {
    var limits = DecodeLimits()
    limits.unsupportedLinkTypes = 2
    var decoder = PacketDecoder(limits: limits)
    for number in [147, 147, 148, 149, 150] as [UInt32] {
      #expect(decoder.decode(packet4, LinkType(rawValue: number)) == nil)
    }
    #expect(decoder.statistics.unsupportedLinks == 5)
    #expect(
      decoder.statistics.unsupportedLinkTypes
        == [LinkType(rawValue: 147): 2, LinkType(rawValue: 148): 1])
  }
}
