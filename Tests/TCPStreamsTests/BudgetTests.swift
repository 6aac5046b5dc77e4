import CaptureReader
import PacketDecode
import Support
import Testing

@testable import TCPStreams

/// What is dropped when there is too much, and what is not.
@Suite("Budget of connections") struct BudgetTests {
  @Test("gaps between files beyond the limit are forgotten", arguments: [4_000, 4_500])
  func gaps(last: Int) {
    let conversation = Conversation()
    conversation.open()
    conversation.ack(.client, at: Double(last) * 1_000 + 500, 0)
    for second in 1...5_000 { conversation.gap(at: Double(second) * 1_000) }
    let record = conversation.record()
    let end = record.captureEnd.since(record.last.time)
    // The next gap, where it is among the 4,096 that are kept; else the last packet of all.
    #expect(end == (last < 4_096 ? .milliseconds(500) : .zero))
  }

  @Test("a flood of short connections leaves room for the session after it")
  func eviction() {
    var options = ConnectionOptions(servicePorts: [3389])
    options.connectionLimit = 20
    let talk = Conversation(options: options)
    var evicted: [Int] = []
    for port in UInt16(20_000)..<20_100 {
      talk.client.port = port
      evicted += talk.makeRoom()
      talk.open()
      talk.data(.client, at: 30, seq: 0, 40)
      talk.data(.server, at: 31, seq: 0, 19, ack: 40)
      talk.packet(.client, at: 32, seq: 40, ack: 19, flags: .rst)
    }
    talk.client.port = 40_000
    evicted += talk.makeRoom()
    talk.open(at: 1_000)
    talk.data(.client, at: 1_100, seq: 0, 400)
    let kept = (0..<talk.count).filter { !talk.isFree($0) }.map(talk.record)
    #expect(talk.count == 20)
    #expect(talk.unfollowedSegments == 0)
    #expect(kept.count + evicted.count == 101)
    #expect(kept.last { $0.client.port == 40_000 }?.sent.client.uniqueBytes == 400)
    // The first of the flood are told.
    #expect(Array(kept.map(\.client.port).sorted().prefix(10)) == Array(20_000..<20_010))
  }

  /// Connections of one segment that are reset.
  private static func flood(
    _ talk: Conversation, from ports: Range<UInt16>, with data: Range<Int>
  ) {
    for port in ports {
      talk.client.port = port
      _ = talk.makeRoom()
      talk.open()
      talk.data(.client, at: 30, seq: data.lowerBound, data.count)
      talk.packet(.client, at: 32, seq: data.upperBound, flags: .rst)
    }
  }

  @Test("what an evicted connection held counts no more")
  func heldByEvicted() {
    var options = ConnectionOptions(servicePorts: [3389])
    options.connectionLimit = 20
    options.heldBytes = 20_000
    let talk = Conversation(options: options)
    Self.flood(talk, from: 20_000..<20_200, with: 100..<500)
    talk.client.port = 40_000
    _ = talk.makeRoom()
    talk.open(at: 1_000)
    talk.data(.client, at: 1_100, seq: 400, 400)
    talk.data(.client, at: 1_101, seq: 0, 400)
    let last = (0..<talk.count).filter { !talk.isFree($0) }.map(talk.record)
      .last { $0.client.port == 40_000 }
    #expect(last?.evicted == false)
    #expect(last?.sent.client.uniqueBytes == 800)
  }

  @Test("where room for one is made, not all are looked through for the next")
  func poorHarvest() {
    var options = ConnectionOptions(servicePorts: [3389])
    options.connectionLimit = 400
    let talk = Conversation(options: options)
    for port in UInt16(20_000)..<20_399 {
      talk.client.port = port
      talk.data(.client, at: 1, seq: 0, 40)
    }
    talk.client.port = 30_000
    talk.packet(.client, at: 2, seq: 0, flags: .rst)
    #expect(talk.makeRoom().count == 1)
    talk.client.port = 30_001
    talk.packet(.client, at: 2, seq: 0, flags: .rst)
    // Again one is over, but it is left for a while.
    #expect(talk.makeRoom().isEmpty)
    for port in UInt16(30_002)..<34_200 {
      talk.client.port = port
      talk.data(.client, at: 3, seq: 0, 40)
    }
    #expect(talk.unfollowedSegments == 4_198)
    #expect(talk.makeRoom().count == 1)
  }

  @Test("the requests of openings are part of their memory")
  func requestBytes() throws {
    let key = FlowKey(
      source: Endpoint("10.0.0.1", 50_000), destination: Endpoint("10.0.0.2", 3389), tunnel: 0)
    func packet(_ length: Int) throws -> OpeningPacket {
      let segment = TCPSegment(
        sourcePort: 50_000, destinationPort: 3389, sequence: SequenceNumber(2),
        acknowledgment: SequenceNumber(9), flags: .ack, window: 100, checksum: 0,
        options: TCPOptions(), payloadLength: length)
      let network = NetworkHeader(
        source: IPAddress(v4: 1), destination: IPAddress(v4: 2), ttl: 64, identification: nil,
        tunnel: 0)
      return try #require(
        OpeningPacket(
          segment, network: network,
          frame: ItemReference(input: 0, frame: 1, time: Timestamp(nanoseconds: 5)),
          isFromClient: true))
    }
    var store = OpeningStore()
    var exchange = OpeningExchange(
      key: key, ordinal: 0, clientIsLow: true, clientSequence: SequenceNumber(1))
    let bytes = [UInt8](repeating: 1, count: 512)
    store.add(try packet(0), bytes.rawSpan, to: &exchange)
    let number = store.append(exchange)
    let before = store.bytes
    #expect(!exchange.hasPayload)
    store.add(try packet(512), bytes.rawSpan, to: &exchange)
    store[number] = exchange
    #expect(exchange.hasPayload)
    #expect(store.bytes >= before + 512)
    #expect(store.packets(of: number).payload == bytes)
    #expect(store.packets(of: number).packets.map(\.hasPayload) == [false, true])
    store.releasePackets(of: number)
    #expect(store.bytes == before)
    #expect(store.packets(of: number).packets.isEmpty)
  }

  @Test("an opening takes a cache line, and one that is over a quarter of it")
  func openingBytes() {
    #expect(MemoryLayout<OpeningExchange>.stride == 64)
    #expect(MemoryLayout<OpeningPacket>.stride <= 64)
    var options = ConnectionOptions(servicePorts: [3389])
    options.defersOpenings = true
    options.toldOpenings = 0
    let talk = Conversation(options: options)
    let total = 20_000
    func refuse(_ number: Int) {
      talk.client = Endpoint(
        address: IPAddress(v4: 0x0A00_0000 + UInt32(number)), port: 50_000)
      talk.packet(.client, at: Double(number), seq: -1, ack: nil, flags: .syn)
      talk.packet(.server, at: Double(number), seq: -1, flags: .rst)
    }
    for number in 0..<total { refuse(number) }
    #expect(talk.openingBytes < total * 16 + 1 << 20)
    // Each is known still: what comes late of it opens nothing.
    for number in 0..<total {
      talk.client = Endpoint(
        address: IPAddress(v4: 0x0A00_0000 + UInt32(number)), port: 50_000)
      talk.packet(.server, at: Double(total), seq: 0)
      talk.packet(.client, at: Double(total), seq: -1, ack: nil, flags: .syn)
    }
    talk.finish()
    #expect(talk.count == 0)
    #expect(talk.outcomes.refused == total)
    #expect(talk.outcomes.total == total)
  }

  @Test("openings amid many that are over stay what they are, and go on")
  func lastingOpenings() {
    var options = ConnectionOptions(servicePorts: [3389])
    options.defersOpenings = true
    options.toldOpenings = 0
    let talk = Conversation(options: options)
    func client(_ number: Int) {
      talk.client = Endpoint(
        address: IPAddress(v4: 0x0A00_0000 + UInt32(number)), port: 50_000)
    }
    for number in 0..<20_000 {
      client(number)
      talk.packet(.client, at: Double(number), seq: -1, ack: nil, flags: .syn)
      if number % 5_000 != 7 {
        talk.packet(.server, at: Double(number), seq: -1, flags: .rst)
      }
    }
    for number in stride(from: 7, to: 20_000, by: 5_000) {
      client(number)
      talk.packet(.server, at: 20_000, seq: -1, flags: .syn)
      talk.packet(.client, at: 20_001, seq: 0)
      talk.data(.client, at: 20_002, seq: 0, 40)
      talk.data(.server, at: 20_003, seq: 0, 19, ack: 40)
    }
    talk.finish()
    #expect(talk.count == 4)
    #expect(talk.outcomes.refused == 19_996)
    #expect(talk.outcomes.total == 19_996)
    let records = (0..<talk.count).map(talk.record)
    #expect(records.allSatisfy { $0.sent.server.uniqueBytes == 19 && $0.handshake.syn != nil })
  }

  @Test("offsets of a stream stay far from the end of what an integer holds")
  func longestStream() {
    var state = SenderState()
    state.restart(at: SequenceNumber(1))
    state.next = (1 << 62) - 1
    #expect(state.offset(of: SequenceNumber(7)) != nil)
    state.next = 1 << 62
    #expect(state.offset(of: SequenceNumber(7)) == nil)
  }

  @Test("numbers of told openings that went on are used again")
  func toldNumbers() {
    var options = ConnectionOptions(servicePorts: [3389])
    options.defersOpenings = true
    let talk = Conversation(options: options)
    for port in UInt16(1_000)..<9_000 {
      talk.client.port = port
      talk.packet(.client, at: 1, seq: -1, ack: nil, flags: .syn)
      // Data with a reset, which no opening has.
      talk.packet(.server, at: 2, seq: 0, flags: .rst, payload: [1])
    }
    #expect(talk.count == 8_000)
    #expect(talk.toldNumbers <= 2)
    talk.finish()
    #expect(Set((0..<talk.count).map { talk.record($0).client.port }).count == 8_000)
  }

  @Test("what goes on of an evicted connection is no session of its own account")
  func remains() {
    var options = ConnectionOptions(servicePorts: [3389])
    options.connectionLimit = 2
    let talk = Conversation(options: options)
    Self.flood(talk, from: 20_000..<20_004, with: 0..<40)
    talk.client.port = 20_002
    _ = talk.makeRoom()
    talk.data(.server, at: 40, seq: 0, 19, ack: 40)
    let last = (0..<talk.count).filter { !talk.isFree($0) }.map(talk.record)
      .first { $0.client.port == 20_002 }
    #expect(last?.evicted == true)
    #expect(last?.handshake.syn == nil)
  }

  @Test("sessions of any length that nobody closed make room for one that comes days later")
  func age() {
    var options = ConnectionOptions(servicePorts: [3389])
    options.connectionLimit = 4
    let talk = Conversation(options: options)
    func session(port: UInt16, at time: Double) {
      talk.client.port = port
      talk.open(at: time)
      for piece in 0..<15 {
        talk.data(.server, at: time + 30 + Double(piece), seq: piece * 1_400, 1_400)
      }
    }
    for port in UInt16(20_000)..<20_004 { session(port: port, at: 0) }
    // Within the time in which an idle session may still be asked for, none is given up.
    talk.time(9_000_000)
    #expect(talk.makeRoom().isEmpty)
    talk.time(604_800_000)
    #expect(talk.makeRoom().count == 2)
    session(port: 30_000, at: 604_800_000)
    let last = (0..<talk.count).filter { !talk.isFree($0) }.map(talk.record)
      .first { $0.client.port == 30_000 }
    #expect(last?.sent.server.uniqueBytes == 15 * 1_400)
    #expect(talk.unfollowedSegments == 0)
  }

  @Test("sessions with data are not evicted; what has no room is counted")
  func sessionsStay() {
    var options = ConnectionOptions(servicePorts: [3389])
    options.connectionLimit = 4
    let talk = Conversation(options: options)
    for port in UInt16(20_000)..<20_008 {
      talk.client.port = port
      #expect(talk.makeRoom().isEmpty)
      talk.open()
      talk.data(.server, at: 30, seq: 0, 1_400)
    }
    #expect(talk.count == 4)
    #expect(talk.unfollowedSegments == 4 * 4)
  }

  @Test("holes are given up at once where all connections together hold back too much")
  func heldBytes() {
    var options = ConnectionOptions(servicePorts: [3389])
    options.heldBytes = 10 * (1_000 + StreamAssembler.pieceCost)
    let talk = Conversation(options: options)
    for port in UInt16(20_000)..<20_020 {
      talk.client.port = port
      talk.open()
      talk.data(.server, at: 30, seq: 1_000, 1_000)
    }
    // Ten fit; what the others hold back is handed on behind a gap.
    let gaps = talk.deliveries.filter(\.isGap)
    #expect(gaps.count == 10)
    #expect(gaps.allSatisfy { $0.offset == 0 && $0.length == 1_000 })
    #expect(talk.bytes(from: .server, connection: 15) == Conversation.bytes(1_000..<2_000))
  }
}
