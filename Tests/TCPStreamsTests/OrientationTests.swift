import CaptureReader
import PacketDecode
import Support
import TCPStreams
import Testing

@Suite("Orientation") struct OrientationTests {
  @Test("the SYN-ACK alone tells the server") func synAck() {
    let talk = Conversation()
    talk.packet(.server, at: 0, seq: -1, flags: [.syn, .ack])
    talk.data(.client, at: 1, seq: 0, 10)
    #expect(talk.record().orientation == .handshake)
    #expect(talk.record().client == Conversation.client)
    #expect(talk.record().handshake.syn == nil)
    #expect(talk.record().handshake.clientRoundTrip == .milliseconds(1))
  }

  @Test("without a handshake the service port is the server's", arguments: Side.allCases)
  func port(first: Side) {
    let talk = Conversation(server: Endpoint("10.0.0.2", 60_000), options: options([60_000]))
    talk.data(first, at: 0, seq: 500, 10)
    talk.data(first.other, at: 1, seq: 700, 10)
    let record = talk.record()
    #expect(record.orientation == .port)
    #expect(record.server == talk.server)
    #expect(record.isMidStream)
    #expect(talk.deliveries.allSatisfy { !$0.hasBeginning })
  }

  @Test("a service port proves more than a likely one") func likelyPort() {
    let talk = Conversation(
      client: Endpoint("10.0.0.1", 3390),
      options: ConnectionOptions(servicePorts: [3389], likelyPorts: [3390]))
    talk.data(.client, at: 0, seq: 0, 10)
    #expect(talk.record().orientation == .port)
    #expect(talk.record().server.port == 3389)
  }

  @Test("content overrules ports", arguments: Side.allCases) func content(first: Side) {
    // The client happens to use the service's port; the server listens on another one.
    let talk = Conversation(
      client: Endpoint("10.0.0.1", 3389), server: Endpoint("10.0.0.2", 55_000))
    talk.packet(first, at: 0, seq: 0)
    #expect(talk.record().orientation == .port)
    #expect(talk.record().server == talk.client)
    talk.packet(.client, at: 1, seq: 0, payload: [3, 0, 0, 19], opening: .fromClient)
    #expect(talk.record().orientation == .content)
    #expect(talk.record().server == talk.server)
    #expect(talk.record().sent.client.packets == (first == .client ? 2 : 1))
    #expect(talk.record().sent.server.packets == (first == .client ? 0 : 1))
  }

  /// Found by the fuzzer: the streams that had been handed on continued on each other's side.
  @Test("what looks like an opening amid a stream turns nothing round", arguments: Side.allCases)
  func openingAmidStream(side: Side) {
    let talk = Conversation()
    talk.data(.server, at: 0, seq: 0, 10)
    talk.packet(
      side, at: 1, seq: side == .server ? 10 : 0, payload: [3, 0, 0, 19],
      opening: side == .server ? .fromClient : .fromServer)
    #expect(talk.record().server == talk.server)
    #expect(talk.bytes(from: .server).prefix(10) == Conversation.bytes(0..<10)[...])
    #expect(talk.bytes(from: side).suffix(4) == [3, 0, 0, 19])
  }

  @Test("an opening from the server confirms") func serverOpening() {
    let talk = Conversation()
    talk.packet(.server, at: 0, seq: 0, payload: [3, 0, 0, 19], opening: .fromServer)
    #expect(talk.record().orientation == .content)
    #expect(talk.record().server == Conversation.server)
  }

  @Test("a guess takes the lower port for the server's and is turned round by content")
  func guess() {
    let talk = Conversation(
      client: Endpoint("10.0.0.1", 3388), server: Endpoint("10.0.0.2", 3389),
      options: options([3388, 3389]))
    talk.packet(.client, at: 0, seq: 10)
    #expect(talk.record().orientation == .guess)
    #expect(talk.record().server == talk.client)
    talk.unreachable(.client, at: 1, code: 1)
    #expect(talk.record().icmpErrors.map(\.about) == [.server])
    talk.packet(.client, at: 2, seq: 10, payload: [3, 0, 0, 19], opening: .fromClient)
    #expect(talk.record().server == talk.server)
    #expect(talk.record().sent.client.uniqueBytes == 4)
    #expect(talk.record().icmpErrors.map(\.about) == [.client])
  }

  @Test("only one direction captured", arguments: Side.allCases) func oneSided(side: Side) {
    let talk = Conversation()
    if side == .client {
      talk.packet(.client, at: 0, seq: -1, ack: nil, flags: .syn)
    } else {
      talk.packet(.server, at: 0, seq: -1, flags: [.syn, .ack])
    }
    for index in 0..<20 {
      talk.data(side, at: 20 + Double(index) * 10, seq: index * 100, 100, ack: index * 40)
    }
    // Going on is the only sign of an acknowledgement, so the last segment is the oldest one open.
    talk.data(side, at: 1000, seq: 1900, 100)
    let record = talk.record()
    #expect(record.isOneSided)
    #expect(record.sent[side].uniqueBytes == 2000)
    #expect(record.sent[side].retransmissions.total == 1)
    #expect(record.sent[side].unacknowledged?.attempts == 2)
    #expect(record.sent[side].unacknowledged?.segmentLength == 100)
    #expect(record.sent[side.other].packets == 0)
    #expect(talk.bytes(from: side) == Conversation.bytes(0..<2000))
  }

  private func options(_ ports: Set<UInt16>) -> ConnectionOptions {
    ConnectionOptions(servicePorts: ports)
  }
}
