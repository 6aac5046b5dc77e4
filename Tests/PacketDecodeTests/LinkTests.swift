import CaptureReader
import PacketDecode
import Support
import Testing

@Suite("Link layer") struct LinkTests {
  @Test("Ethernet gives both addresses and the outermost VLAN")
  func ethernetAddresses() throws {
    let decoded = try #require(decode(PacketBuilder.ethernet(packet4, vlans: [0xE064, 200])))
    #expect(decoded.network.linkSource == 0x0200_0000_000A)
    #expect(decoded.network.linkDestination == 0x0200_0000_000B)
    #expect(decoded.network.vlan == 100)
  }

  @Test("Linux cooked captures give the sender's address", arguments: [0, 1])
  func cookedAddress(index: Int) throws {
    let names = ["Linux cooked", "Linux cooked 2"]
    let vector = try #require(Encapsulation.all.first { $0.name == names[index] })
    let decoded = try #require(decode(vector.frame, vector.linkType))
    #expect(decoded.network.linkSource == 0x0200_0000_000A)
    #expect(decoded.network.linkDestination == 0)
  }

  @Test(
    "802.11 addresses follow the direction",
    arguments: [(UInt8(0), 0, 1), (1, 2, 1), (2, 0, 2), (3, 2, 3)])
  func wirelessAddresses(direction: UInt8, destination: UInt64, source: UInt64) throws {
    var frame: [UInt8] = [0x08, direction, 0, 0]
    for address in 0..<3 as Range<UInt8> { frame += [0, 0, 0, 0, 0, address] }
    frame += [0, 0] + (direction == 3 ? [0, 0, 0, 0, 0, 3] : [])
    frame += [0xAA, 0xAA, 3, 0, 0, 0, 8, 0] + packet4
    let decoded = try #require(decode(frame, .ieee80211))
    #expect(decoded.network.linkDestination == destination)
    #expect(decoded.network.linkSource == source)
  }

  @Test(
    "802.11 frames whose packet cannot be seen are counted as concealed",
    arguments: [
      [0x08, 0x41, 0x00, 0x00],  // protected
      [0x88, 0x01, 0x00, 0x80],  // aggregated
      [0x08, 0x05, 0x00, 0x00],  // first of several fragments
      [0x08, 0x01, 0x01, 0x00],  // second fragment
    ] as [[UInt8]])
  func concealed(fields: [UInt8]) {
    let frame =
      Array(fields[..<2]) + [UInt8](repeating: 0, count: 20) + [fields[2], 0] + [fields[3], 0]
      + [0xAA, 0xAA, 3, 0, 0, 0, 8, 0] + packet4
    let counted = statistics(frame, .ieee80211)
    #expect(counted.concealed == 1)
  }

  @Test(
    "frames without IP are counted as such",
    arguments: [
      PacketBuilder.ethernet([1, 2, 3, 4], type: 0x88CC),
      PacketBuilder.ethernet([0x42, 0x42, 3, 0, 0, 0, 0], type: 7),
      PacketBuilder.ethernet([0xAA, 0xAA, 3, 0, 0, 0x0C, 0x20, 0], type: 8),
      PacketBuilder.ethernet([0x11, 9, 0, 0, 0, 0], type: 0x8863),
      PacketBuilder.ethernet([0x11, 0, 0, 1, 0, 4, 0xC0, 0x21, 1, 1], type: 0x8864),
      PacketBuilder.ethernet([0, 0, 0x11, 64, 0x10, 0, 0, 0], type: 0x8847),
    ])
  func nonIP(frame: [UInt8]) {
    #expect(statistics(frame).nonIP == 1)
  }

  @Test("an 802.3 length cuts off what follows")
  func lengthCutsTrailer() throws {
    var packet = packet4
    packet.replaceSubrange(2..<4, with: [0, 0])  // The IP header tells no length.
    let logical: [UInt8] = [0xAA, 0xAA, 3, 0, 0, 0, 8, 0]
    let frame = PacketBuilder.ethernet(
      logical + packet + [9, 9, 9], type: UInt16(8 + packet.count))
    let decoded = try #require(decode(frame))
    #expect(decoded.payload == hello)
  }

  @Test("ARP gives both addresses and its kind", arguments: [UInt8(1), 2])
  func arp(operation: UInt8) throws {
    let frame = PacketBuilder.ethernet(
      [0, 1, 8, 0, 6, 4, 0, operation] + PacketBuilder.sourceMAC
        + PacketBuilder.bytes(client.address) + [0, 0, 0, 0, 0, 0]
        + PacketBuilder.bytes(server.address), type: 0x0806)
    let resolution = try #require(decode(frame)?.resolution)
    #expect(resolution.isReply == (operation == 2))
    #expect(resolution.sender == client.address)
    #expect(resolution.target == server.address)
    for count in 14..<frame.count {
      #expect(statistics(Array(frame.prefix(count))).malformedHeaders == 1)
    }
  }

  @Test("a radiotap header with a bad frame check is not followed")
  func badFrameCheck() throws {
    let vector = try #require(
      Encapsulation.all.first { $0.name == "radiotap with timer and frame check" })
    var frame = vector.frame
    frame[16] |= 0x40
    #expect(statistics(frame, vector.linkType).malformedHeaders == 1)
  }
}
