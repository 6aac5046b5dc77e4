import CaptureReader
import PacketDecode
import Support
import Testing

@Suite("Fragments") struct FragmentTests {
  /// A segment of 1000 bytes, without IP header.
  static let whole = PacketBuilder.segment(
    from: client, to: server, seq: 1, ack: 1, flags: .ack, payload: data)
  static let whole6 = PacketBuilder.segment(
    from: client6, to: server6, seq: 1, ack: 1, flags: .ack, payload: data)
  static let data = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 7) }

  /// The fragment that carries `range` of `whole`, or other bytes in its place.
  private func fragment(
    _ range: Range<Int>, of whole: [UInt8] = whole, id: UInt16 = 7, isV6: Bool = false,
    filler: UInt8? = nil
  ) -> [UInt8] {
    let bytes = filler.map { [UInt8](repeating: $0, count: range.count) } ?? Array(whole[range])
    let more = range.upperBound < whole.count
    guard isV6 else {
      return PacketBuilder.ipv4(
        from: client.address, to: server.address, protocol: 6, bytes, id: id,
        fragment: UInt16(range.lowerBound / 8) | (more ? 0x2000 : 0))
    }
    let header = [6, 0] + bigEndian(UInt16(range.lowerBound) | (more ? 1 : 0)) + [0, 0]
    return PacketBuilder.ipv6(
      from: client6.address, to: server6.address, next: 44, header + bigEndian(id) + bytes)
  }

  private func pieces(of count: Int, by size: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
  }

  @Test("any order gives the datagram once", arguments: [1, 2, 3, 4] as [UInt64], [false, true])
  func anyOrder(seed: UInt64, isV6: Bool) throws {
    var random = SeededRandom(seed: seed)
    let whole = isV6 ? Self.whole6 : Self.whole
    var decoder = PacketDecoder()
    var results: [Decoded] = []
    let ranges = pieces(of: whole.count, by: 104).shuffled(using: &random)
    for range in ranges {
      let packet = fragment(range, of: whole, isV6: isV6)
      if let decoded = decoder.decode(packet, .raw) { results.append(decoded) }
    }
    let decoded = try #require(results.first)
    #expect(results.count == 1, "seed \(seed)")
    #expect(decoded.payload == Self.data)
    #expect(decoded.tcp?.payloadLength == Self.data.count)
    #expect(decoded.network.isReassembled)
    #expect(decoder.statistics.fragments == ranges.count)
    #expect(decoder.statistics.pendingFragments == ranges.count - 1)
    #expect(decoder.statistics.datagramsReassembled == 1)
    #expect(decoder.statistics.datagramsGivenUp == 0)
  }

  @Test("where fragments overlap the first data wins")
  func firstDataWins() throws {
    var decoder = PacketDecoder()
    let frames = [
      fragment(200..<400), fragment(0..<304, filler: 0xEE), fragment(304..<504, filler: 0xEE),
      fragment(0..<200), fragment(496..<1020),
    ]
    let results = frames.map { decoder.decode($0, .raw) }
    #expect(results.dropLast().allSatisfy { $0 == nil })
    // The header is of the filler, so only the bytes tell.
    #expect(decoder.statistics.datagramsReassembled == 1)
    #expect(decoder.statistics.malformedHeaders == 0)
    let header = PacketBuilder.segment(from: client, to: server, seq: 9, flags: .ack)
    var other = PacketDecoder()
    _ = other.decode(fragment(0..<24, of: header + Self.data), .raw)
    _ = other.decode(fragment(0..<80, of: header + Self.data, filler: 0xEE), .raw)
    let last = other.decode(fragment(80..<1020, of: header + Self.data), .raw)
    let decoded = try #require(last)
    #expect(decoded.tcp?.sequence == SequenceNumber(9))
    let expected =
      Self.data[..<4] + [UInt8](repeating: 0xEE, count: 56) + Self.data[60...]
    #expect(decoded.payload == Array(expected))
  }

  @Test("copies of fragments give the datagram once")
  func copies() {
    var decoder = PacketDecoder()
    var delivered = 0
    for range in [0..<504, 504..<1020] {
      for _ in 0..<2 where decoder.decode(fragment(range), .raw) != nil { delivered += 1 }
    }
    #expect(delivered == 1)
  }

  @Test("a fragment captured in part ends what can be used")
  func partialFragment() throws {
    var decoder = PacketDecoder()
    let middle = fragment(400..<800)
    #expect(decoder.decode(fragment(0..<400), .raw) == nil)
    #expect(
      decoder.decode(Array(middle.prefix(20 + 100)), .raw, originalLength: middle.count) == nil)
    let last = decoder.decode(fragment(800..<1020), .raw)
    let decoded = try #require(last)
    #expect(decoded.tcp?.payloadLength == 1000)
    #expect(decoded.payload == Array(Self.data.prefix(480)))
    #expect(decoder.statistics.truncatedPayloads == 1)
  }

  @Test("datagrams are told apart by identification, addresses and tunnel")
  func keepsApart() {
    var decoder = PacketDecoder()
    #expect(decoder.decode(fragment(0..<504), .raw) == nil)
    #expect(decoder.decode(fragment(504..<1020, id: 8), .raw) == nil)
    let inTunnel = PacketBuilder.udp(
      from: gateway, to: Endpoint("192.0.2.2", 4789),
      payload: Encapsulation.vxlanHeader + PacketBuilder.ethernet(fragment(504..<1020)))
    #expect(decoder.decode(inTunnel) == nil)
    #expect(decoder.statistics.pendingFragments == 3)
    #expect(decoder.decode(fragment(504..<1020), .raw)?.payload == Self.data)
  }

  @Test("a tunnel's outer fragments are put together first")
  func outerFragments() throws {
    let outer = PacketBuilder.datagram(
      from: gateway, to: Endpoint("192.0.2.2", 4789),
      payload: Encapsulation.vxlanHeader + PacketBuilder.ethernet(packet4))
    var decoder = PacketDecoder()
    var last: Decoded?
    for range in pieces(of: outer.count, by: 40) {
      let more: UInt16 = range.upperBound < outer.count ? 0x2000 : 0
      last = decoder.decode(
        PacketBuilder.ipv4(
          from: gateway.address, to: peer.address, protocol: 17, Array(outer[range]),
          fragment: UInt16(range.lowerBound / 8) | more), .raw)
    }
    let decoded = try #require(last)
    #expect(decoded.payload == hello)
    #expect(decoded.network.isReassembled)
    #expect(decoded.network.source == client.address)
  }

  @Test("what does not complete in time is given up", arguments: [31, -31] as [Int64])
  func expires(seconds: Int64) {
    var decoder = PacketDecoder()
    #expect(decoder.decode(fragment(0..<504), .raw) == nil)
    #expect(decoder.decode(fragment(504..<1020), .raw, seconds: seconds) == nil)
    #expect(decoder.statistics.datagramsGivenUp == 1)
    #expect(decoder.decode(fragment(0..<504), .raw, seconds: seconds) != nil)
  }

  @Test("the oldest datagram gives way to a new one")
  func limitsDatagrams() {
    var decoder = PacketDecoder()
    for id in 0...64 as ClosedRange<UInt16> {
      #expect(decoder.decode(fragment(0..<504, id: id), .raw) == nil)
    }
    #expect(decoder.statistics.datagramsGivenUp == 1)
    #expect(decoder.decode(fragment(504..<1020, id: 1), .raw) != nil)
    #expect(decoder.decode(fragment(504..<1020, id: 0), .raw) == nil)
  }

  @Test("the bytes of all datagrams are limited together")
  func limitsBytes() {
    var limits = DecodeLimits()
    limits.fragmentBytes = 1200
    var decoder = PacketDecoder(limits: limits)
    for id in 0..<3 as Range<UInt16> { _ = decoder.decode(fragment(0..<504, id: id), .raw) }
    #expect(decoder.statistics.datagramsGivenUp == 1)
    #expect(decoder.decode(fragment(504..<1020, id: 2), .raw) != nil)
    #expect(decoder.decode(fragment(504..<1020, id: 0), .raw) == nil)
  }

  @Test("what is not complete at the end is given up and counted once")
  func endGivesUp() {
    var decoder = PacketDecoder()
    for id in 0..<3 as Range<UInt16> { _ = decoder.decode(fragment(0..<504, id: id), .raw) }
    #expect(decoder.decode(fragment(504..<1020, id: 1), .raw) != nil)
    decoder.finish()
    decoder.finish()
    #expect(decoder.statistics.datagramsGivenUp == 2)
    #expect(decoder.decode(fragment(504..<1020, id: 2), .raw) == nil)
  }

  @Test("a datagram of too many pieces is given up")
  func limitsPieces() {
    var decoder = PacketDecoder()
    let whole = [UInt8](repeating: 0, count: 4096)
    for index in 0...64 {
      _ = decoder.decode(fragment(index * 16..<index * 16 + 8, of: whole), .raw)
    }
    #expect(decoder.statistics.datagramsGivenUp == 1)
    #expect(decoder.statistics.pendingFragments == 65)
  }

  @Test("fragments that contradict themselves or the end are malformed")
  func malformed() {
    var decoder = PacketDecoder()
    #expect(decoder.decode(fragment(504..<1020), .raw) == nil)
    let beyond = PacketBuilder.ipv4(
      from: client.address, to: server.address, protocol: 6, Array(Self.whole[..<64]), id: 7,
      fragment: 0x2000 | 200)
    let otherEnd = PacketBuilder.ipv4(
      from: client.address, to: server.address, protocol: 6, Array(Self.whole[..<64]), id: 7,
      fragment: 50)
    let odd = PacketBuilder.ipv4(
      from: client.address, to: server.address, protocol: 6, Array(Self.whole[..<63]), id: 7,
      fragment: 0x2000)
    let tooLong = PacketBuilder.ipv4(
      from: client.address, to: server.address, protocol: 6, Array(Self.whole[..<64]), id: 9,
      fragment: 0x1FFF)
    let empty = PacketBuilder.ipv4(
      from: client.address, to: server.address, protocol: 6, [], id: 9, fragment: 0x2000)
    for frame in [beyond, otherEnd, odd, tooLong, empty] {
      #expect(decoder.decode(frame, .raw) == nil)
    }
    #expect(decoder.statistics.malformedHeaders == 5)
    #expect(decoder.decode(fragment(0..<504), .raw)?.payload == Self.data)
  }

  @Test("every prefix of every fragment is survived", arguments: [false, true])
  func truncation(isV6: Bool) {
    let whole = isV6 ? Self.whole6 : Self.whole
    let first = fragment(0..<504, of: whole, isV6: isV6)
    let second = fragment(504..<1020, of: whole, isV6: isV6)
    for count in stride(from: 0, through: first.count, by: 3) {
      var decoder = PacketDecoder()
      _ = decoder.decode(Array(first.prefix(count)), .raw, originalLength: first.count)
      let decoded = decoder.decode(second, .raw)
      let header = isV6 ? 48 : 20
      // Without the first twenty bytes of the segment there is nothing to deliver.
      #expect((decoded != nil) == (count >= header + 20))
      if let decoded, count < first.count {
        #expect(decoded.payload == Array(Self.data.prefix(count - header - 20)))
      }
    }
  }
}
