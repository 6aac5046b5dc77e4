import CaptureReader
import Foundation
import PacketDecode
import Support
import TCPStreams
import Testing

@testable import RDPProtocol

@Suite("UDP transports")
struct UDPTransportTableTests {
  static let client = Endpoint("10.0.0.1", 50_000)
  static let server = Endpoint("10.0.0.2", 3389)

  /// What a table makes of datagrams, 100 ms apart.
  private func table(_ datagrams: [(Side, [UInt8])]) -> UDPTransportTable {
    var table = UDPTransportTable()
    for (index, (side, payload)) in datagrams.enumerated() {
      let (source, destination) =
        side == .client ? (Self.client, Self.server) : (Self.server, Self.client)
      table.receive(
        UDPDatagram(
          sourcePort: source.port, destinationPort: destination.port,
          payloadLength: payload.count),
        network: NetworkHeader(source: source.address, destination: destination.address),
        payload: payload.rawSpan, frame: Self.frame(index))
    }
    return table
  }

  private static func frame(_ index: Int) -> ItemReference {
    ItemReference(
      input: 0, frame: index + 1, time: Timestamp(nanoseconds: Int64(index) * 100_000_000))
  }

  @Test("a transport is followed from its SYN, repeats included")
  func follows() throws {
    let table = table([
      (.client, UDPVectors.syn()), (.client, UDPVectors.syn()), (.server, UDPVectors.synAck),
      (.client, UDPVectors.data(1)), (.server, UDPVectors.data(1, missing: 2)),
      (.client, UDPVectors.data(2)), (.client, UDPVectors.data(2)),
      (.server, UDPVectors.acknowledgment),
    ])
    let transport = try #require(table.transports.first)
    #expect(table.transports.count == 1)
    #expect(transport.synCount == 2)
    #expect(transport.version == 2)
    #expect(transport.isEstablished && transport.carriedData)
    #expect(transport.client == Self.client)
    #expect(transport.sent.client.data == 3)
    #expect(transport.sent.client.retransmissions == 1)
    #expect(transport.sent.server.reportedMissing == 2)
    #expect(transport.sent.client.unanswered == 0)
    #expect(transport.sent.server.unanswered == 1)
  }

  @Test("RDPEUDP2 is read once both sides agreed on it")
  func followsVersion2() throws {
    let answer = UDPVectors.syn(
      flags: 0x1005, acknowledging: 0x0102_0304, extra: [0, 1, 1, 1])
    let table = table([
      (.client, UDPVectors.version3), (.server, answer), (.client, UDPVectors.data2(65_535)),
      (.client, UDPVectors.data2(0, datagram: 101)), (.client, UDPVectors.data2(0, datagram: 102)),
      (.server, UDPVectors.dummy2),
    ])
    let transport = try #require(table.transports.first)
    #expect(transport.version == 0x0101)
    #expect(transport.sent.client.data == 3)
    #expect(transport.sent.client.retransmissions == 1)
    #expect(transport.sent.server.data == 0)
  }

  @Test("a SYN that nothing answers is no transport")
  func unanswered() throws {
    let transport = try #require(
      table([(.client, UDPVectors.syn()), (.client, UDPVectors.syn())]).transports.first)
    #expect(!transport.isEstablished)
    #expect(transport.sent.client.unanswered == 2)
  }

  @Test("a new SYN on the ports of a transport that worked begins another")
  func startsAnew() {
    let table = table([
      (.client, UDPVectors.syn()), (.server, UDPVectors.synAck), (.client, UDPVectors.data(1)),
      (.client, UDPVectors.finish), (.client, UDPVectors.syn(sequence: 99)),
    ])
    #expect(table.transports.count == 2)
    #expect(table.transports.first?.finished.client != nil)
  }

  @Test("datagrams without an opening are counted, not read")
  func withoutOpening() throws {
    let transport = try #require(
      table([(.client, [UInt8](repeating: 7, count: 80)), (.server, UDPVectors.data(9))])
        .transports.first)
    #expect(transport.kind == .unknown)
    #expect(transport.isEstablished)
    #expect(transport.sent.client.datagrams == 1)
  }

  @Test("a gateway's DTLS is told by its first record")
  func gateway() throws {
    let hello: [UInt8] = [22, 0xFE, 0xFD] + [UInt8](repeating: 0, count: 60)
    #expect(table([(.client, hello)]).transports.first?.kind == .dtls)
  }

  @Test("forged addresses do not take all memory")
  func bounded() {
    var table = UDPTransportTable()
    for index in 0..<UInt32(UDPTransportTable.limit + 100) {
      table.receive(
        UDPDatagram(sourcePort: 4000, destinationPort: 3389, payloadLength: 4),
        network: NetworkHeader(
          source: IPAddress(v4: index), destination: Self.server.address),
        payload: [UInt8]([1, 2, 3, 4]).rawSpan, frame: Self.frame(0))
    }
    #expect(table.transports.count == UDPTransportTable.limit)
    #expect(table.unfollowed == 100)
  }

  @Test(
    "published captures are read as Wireshark reads them",
    .enabled(if: Recordings.shared("public/rdp") != nil, "recordings absent"))
  func published() throws {
    let folder = try #require(Recordings.shared("public/rdp"))
    let handshake = try transports(
      folder.appending(path: "zeek__zeek__rdpeudp-handshake-success.pcap"))
    #expect(handshake.map(\.version) == [2])
    #expect(handshake.map(\.carriedData) == [true])
    #expect(handshake.map(\.sent.client.data) == [4])
    #expect(handshake.map(\.sent.server.data) == [4])
    let several = try transports(folder.appending(path: "ntop__nDPI__rdp2.pcap"))
    #expect(several.map(\.kind) == [.rdpeudp, .unknown, .rdpeudp])
    #expect(several.map(\.version) == [0x0101, nil, 2])
    #expect(several.map(\.isLossy) == [false, nil, true])
    #expect(several.first?.sent.client.retransmissions == 1)
    // Wireshark shows its acknowledgement vector as received, missing, received.
    #expect(several.last?.sent.server.reportedMissing == 1)
  }

  private func transports(_ file: URL) throws -> [UDPTransport] {
    var decoder = PacketDecoder()
    var table = UDPTransportTable()
    _ = try CaptureFile.read(.file(file.path)) { record, bytes in
      let frame = ItemReference(input: 0, frame: record.frame, time: record.time)
      decoder.decode(bytes, record) { packet, payload in
        guard case .udp(let datagram) = packet.transport, table.concerns(datagram)
        else { return }
        table.receive(datagram, network: packet.network, payload: payload, frame: frame)
      }
    }
    return table.transports
  }
}
