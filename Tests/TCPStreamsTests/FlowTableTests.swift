import CaptureReader
import PacketDecode
import Support
import Testing

@testable import TCPStreams

@Suite("Connection table") struct FlowTableTests {
  private static let web = Endpoint("10.0.0.2", 8443)
  private static let request: [UInt8] = [3, 0, 0, 11, 6, 0xE0, 0, 0, 0, 0, 0]

  @Test("a connection on another port is found by its opening, with its handshake")
  func candidate() {
    let talk = Conversation(server: Self.web)
    talk.open()
    #expect(talk.count == 0)
    talk.packet(.client, at: 22, seq: 0, payload: Self.request, opening: .fromClient)
    talk.data(.server, at: 40, seq: 0, 100, ack: 11)
    let record = talk.record()
    #expect(talk.count == 1)
    #expect(record.orientation == .handshake)
    #expect(record.first.frame == 1)
    #expect(record.client == Conversation.client)
    #expect(record.handshake.serverRoundTrip == .milliseconds(20))
    #expect(record.sent.client.uniqueBytes == 11)
    #expect(record.sent.server.uniqueBytes == 100)
    #expect(talk.bytes(from: .client) == Self.request)
    #expect(talk.deliveries.allSatisfy { $0.hasBeginning })
  }

  @Test("connections beyond the limit are counted, not kept") func connectionLimit() {
    var options = ConnectionOptions(servicePorts: [3389])
    options.connectionLimit = 3
    let talk = Conversation(options: options)
    for port in UInt16(50_000)..<50_010 {
      talk.client = Endpoint("10.0.0.1", port)
      talk.open()
    }
    #expect(talk.count == 3)
    #expect(talk.unfollowedSegments == 7 * 3)
    talk.client = Endpoint("10.0.0.1", 50_002)
    talk.data(.client, at: 30, seq: 0, 100)
    #expect(talk.record(2).sent.client.uniqueBytes == 100)
  }

  @Test("a candidate's newer attempt replaces the older") func newerCandidate() {
    let talk = Conversation(server: Self.web)
    talk.packet(.client, at: 0, seq: -1, ack: nil, flags: .syn)
    talk.initial.client = 70_000
    talk.packet(.client, at: 1000, seq: -1, ack: nil, flags: .syn)
    talk.packet(.server, at: 1020, seq: -1, flags: [.syn, .ack])
    talk.packet(.client, at: 1022, seq: 0, payload: Self.request, opening: .fromClient)
    #expect(talk.record().handshake.synCount == 1)
    #expect(talk.record().first.frame == 2)
    #expect(talk.record().handshake.serverRoundTrip == .milliseconds(20))
  }

  @Test("the oldest candidates are forgotten beyond the limit") func candidateLimit() {
    var options = ConnectionOptions(servicePorts: [3389])
    options.candidateLimit = 8
    let talk = Conversation(server: Self.web, options: options)
    for port in UInt16(50_000)..<50_009 {
      talk.client = Endpoint("10.0.0.1", port)
      talk.packet(.client, at: 0, seq: -1, ack: nil, flags: .syn)
    }
    for port: UInt16 in [50_000, 50_008] {
      talk.client = Endpoint("10.0.0.1", port)
      talk.packet(.client, at: 1, seq: 0, payload: Self.request, opening: .fromClient)
    }
    #expect(talk.record(0).handshake.syn == nil)
    #expect(talk.record(0).orientation == .content)
    #expect(talk.record(1).handshake.syn != nil)
  }

  @Test("ports that nobody follows cost no connection") func otherPorts() {
    let talk = Conversation(server: Self.web)
    talk.open()
    talk.data(.client, at: 30, seq: 0, 100)
    talk.data(.server, at: 31, seq: 0, 100)
    #expect(talk.count == 0)
  }

  @Test("either end's port can be the service's") func eitherPort() {
    let talk = Conversation(client: Endpoint("10.0.0.1", 3389), server: Self.web)
    talk.open()
    #expect(talk.count == 1)
    #expect(talk.record().server == Self.web, "the handshake tells, not the port")
  }

  @Test("connections are told apart by ends and tunnel, not by direction") func keys() {
    let one = Endpoint("10.0.0.1", 3389)
    let other = Endpoint("10.0.0.2", 3389)
    let sameHost = Endpoint("10.0.0.1", 50_000)
    func key(_ source: Endpoint, _ destination: Endpoint, _ tunnel: UInt64 = 0) -> FlowKey {
      FlowKey(source: source, destination: destination, tunnel: tunnel)
    }
    #expect(key(one, other) == key(other, one))
    #expect(key(one, sameHost) == key(sameHost, one))
    #expect(key(one, other) != key(one, other, 5))
    #expect(key(one, other) != key(sameHost, other))
    #expect(
      key(Endpoint("2001:db8::1", 1), Endpoint("2001:db8::2", 2))
        != key(Endpoint("2001:db8::1", 2), Endpoint("2001:db8::2", 1)))
  }

  @Test("the index finds each of 100 000 connections and the newest of each") func growth() {
    let server = Endpoint("10.0.0.2", 3389)
    let keys = (0..<100_000).map { number in
      let address = IPAddress(v4: 0x0A01_0000 + UInt32(number / 50_000))
      return FlowKey(
        source: Endpoint(address: address, port: UInt16(10_000 + number % 50_000)),
        destination: server, tunnel: 0)
    }
    let all = keys + keys.prefix(1000)
    var index = FlowIndex()
    for (number, key) in keys.enumerated() { index.set(key, to: number) { all[$0] } }
    for (number, key) in keys.prefix(1000).enumerated() {
      index.set(key, to: 100_000 + number) { all[$0] }
    }
    let wrong = keys.indices.filter { number in
      index.value(for: keys[number], keyOf: { all[$0] })
        != (number < 1000 ? 100_000 + number : number)
    }
    #expect(wrong.isEmpty)
    let absent = FlowKey(source: server, destination: server, tunnel: 0)
    #expect(index.value(for: absent, keyOf: { all[$0] }) == nil)
  }

  @Test("a port set holds exactly its ports") func ports() {
    let members: Set<UInt16> = [0, 1, 63, 64, 3389, 65_534, 65_535]
    var set = PortSet()
    for port in members { set.insert(port) }
    let wrong = (UInt16.min...UInt16.max).filter { set.contains($0) != members.contains($0) }
    #expect(wrong.isEmpty)
  }

  @Test("the capture point is where hop limits are fresh, or the quicker half")
  func capturePoint() {
    func point(client: UInt8, server: UInt8, halves: (Double, Double)) -> CapturePoint {
      let talk = Conversation()
      talk.packet(.client, at: 0, seq: -1, ack: nil, flags: .syn, ttl: client)
      talk.packet(.server, at: halves.0, seq: -1, flags: [.syn, .ack], ttl: server)
      talk.packet(.client, at: halves.0 + halves.1, seq: 0, ttl: client)
      return talk.record().capturePoint
    }
    #expect(point(client: 64, server: 120, halves: (10, 10)) == .client)
    #expect(point(client: 60, server: 128, halves: (10, 10)) == .server)
    #expect(point(client: 60, server: 120, halves: (10, 0.1)) == .client)
    #expect(point(client: 60, server: 120, halves: (0.1, 10)) == .server)
    #expect(point(client: 60, server: 120, halves: (10, 10)) == .middle)
    let half = Conversation()
    half.data(.client, at: 0, seq: 0, 10, ttl: 50)
    #expect(half.record().capturePoint == .unknown)
  }
}
