import CaptureReader
import PacketDecode
import Support
import Testing

@testable import TCPStreams

/// Connections that are kept as packets until more comes than an opening exchange.
@Suite("Deferred openings") struct OpeningTests {
  @Test("what is deferred gives the same record and bytes", arguments: UInt64(1)...300)
  func sameAsAtOnce(seed: UInt64) {
    let deferred = Self.script(seed: seed, Self.options(defers: true))
    let plain = Self.script(seed: seed, Self.options(defers: false))
    deferred.finish()
    plain.finish()
    #expect(deferred.count == plain.count, "seed \(seed)")
    // Full states are numbered when they are made, records by first packets.
    let records = (0..<deferred.count).map(deferred.record).sorted { $0.index < $1.index }
    for (number, record) in records.enumerated() {
      #expect(
        String(describing: record) == String(describing: plain.record(number)), "seed \(seed)")
      for side in Side.allCases {
        let slot = (0..<deferred.count).first { deferred.record($0).index == record.index } ?? 0
        #expect(
          deferred.bytes(from: side, connection: slot)
            == plain.bytes(from: side, connection: number), "seed \(seed)")
      }
    }
  }

  @Test("openings beyond those told are counted by how they ended")
  func counted() {
    var options = Self.options(defers: true)
    options.toldOpenings = 0
    let talk = Conversation(options: options)
    func next(_ body: () -> Void) {
      body()
      talk.client.port += 1
    }
    next { talk.packet(.client, at: 0, seq: -1, ack: nil, flags: .syn) }
    next {
      talk.packet(.client, at: 0, seq: -1, ack: nil, flags: .syn)
      talk.packet(.server, at: 1, seq: -1, flags: .rst)
    }
    next {
      talk.packet(.client, at: 0, seq: -1, ack: nil, flags: .syn)
      talk.unreachable(.client, at: 1, code: 1)
    }
    next {
      talk.packet(.client, at: 0, seq: -1, ack: nil, flags: .syn)
      talk.packet(.server, at: 1, seq: -1, flags: .syn)
      talk.packet(.client, at: 2, seq: 0, ack: nil, flags: .rst)
    }
    next { talk.open() }
    next {
      talk.open()
      talk.packet(.client, at: 40, seq: 0, payload: [3, 0, 0, 11])
      talk.packet(.server, at: 41, seq: 0, flags: .rst)
    }
    talk.finish()
    #expect(talk.count == 0)
    var expected = OpeningOutcomes()
    expected.unanswered = 1
    expected.refused = 2
    expected.halfOpen = 1
    expected.silent = 1
    expected.unansweredRequest = 1
    #expect(talk.outcomes == expected)
  }

  @Test("a connection amid a scan is followed") func amidScan() {
    var options = Self.options(defers: true)
    options.toldOpenings = 10
    let talk = Conversation(options: options)
    for port in UInt16(20_000)..<20_100 {
      talk.client.port = port
      talk.packet(.client, at: 0, seq: -1, ack: nil, flags: .syn)
    }
    talk.client.port = 20_050
    talk.packet(.server, at: 20, seq: -1, flags: .syn)
    talk.packet(.client, at: 21, seq: 0)
    talk.data(.client, at: 22, seq: 0, 40)
    talk.data(.server, at: 23, seq: 0, 19, ack: 40)
    talk.finish()
    #expect(talk.count == 11)
    let real = (0..<talk.count).map(talk.record).first { $0.client.port == 20_050 }
    #expect(real?.handshake.syn?.frame == 51)
    #expect(real?.sent.server.uniqueBytes == 19)
    #expect(talk.outcomes.unanswered == 89)
  }

  @Test("one client's openings do not use up all that are told") func perClient() {
    var options = Self.options(defers: true)
    options.toldOpenings = 10
    options.toldOpeningsOfClient = 8
    let talk = Conversation(options: options)
    for port in UInt16(20_000)..<20_100 {
      talk.client.port = port
      talk.packet(.client, at: 0, seq: -1, ack: nil, flags: .syn)
    }
    talk.client = Endpoint("10.0.0.77", 40_000)
    talk.packet(.client, at: 100, seq: -1, ack: nil, flags: .syn)
    talk.finish()
    #expect((0..<talk.count).map(talk.record).contains { $0.client == talk.client })
    #expect(talk.count == 9)
  }

  @Test("the oldest counted openings are dropped to stay within the budget") func budget() {
    var options = Self.options(defers: true)
    options.toldOpenings = 0
    options.openingBytes = 1 << 20
    let talk = Conversation(options: options)
    let total = 20_000
    for number in 0..<total {
      talk.client = Endpoint(
        address: IPAddress(v4: 0x0A00_0000 + UInt32(number)), port: 50_000)
      talk.packet(.client, at: Double(number), seq: -1, ack: nil, flags: .syn)
    }
    talk.finish()
    #expect(talk.outcomes.unanswered == total)
    #expect(talk.outcomes.evicted > 0)
    #expect(talk.outcomes.evicted < total)
  }

  @Test(
    "what goes on where there is no room is told as left out, not as unanswered",
    arguments: [0, 10])
  func noRoom(told: Int) {
    var options = Self.options(defers: true)
    options.toldOpenings = told
    options.connectionLimit = 1
    let talk = Conversation(options: options)
    for port in UInt16(20_000)..<20_003 {
      talk.client.port = port
      talk.open()
      talk.data(.client, at: 22, seq: 0, 40)
      talk.data(.server, at: 23, seq: 0, 19, ack: 40)
    }
    talk.finish()
    let records = (0..<talk.count).map(talk.record)
    #expect(records.filter(\.evicted).count == (told == 0 ? 0 : 2))
    #expect(records.filter { !$0.evicted }.count == 1)
    #expect(talk.outcomes.unfollowed == (told == 0 ? 2 : 0))
    #expect(talk.outcomes.unansweredRequest == 0)
  }

  @Test("a flood of SYNs on one pair of ports is told as one of many pairs is") func onePair() {
    var options = Self.options(defers: true)
    options.toldOpenings = 10
    options.toldOpeningsOfClient = 8
    options.connectionLimit = 20
    let talk = Conversation(options: options)
    for number in UInt32(0)..<200 {
      talk.initial.client = 1_000 + number * 7
      talk.packet(.client, at: Double(number), seq: -1, ack: nil, flags: .syn)
    }
    // A session, a week later.
    talk.client.port = 30_000
    talk.open()
    talk.data(.client, at: 604_800_000, seq: 0, 40)
    talk.data(.server, at: 604_800_001, seq: 0, 19, ack: 40)
    talk.finish()
    #expect(talk.count == 9)
    #expect(talk.outcomes.unanswered == 192)
    let real = (0..<talk.count).map(talk.record).first { $0.client.port == 30_000 }
    #expect(real?.sent.server.uniqueBytes == 19)
  }

  @Test("resets that belong to no connection are told up to a limit, and take no more room")
  func strayResets() {
    var options = Self.options(defers: true)
    options.toldOpenings = 10
    options.toldOpeningsOfClient = 8
    options.connectionLimit = 20
    let talk = Conversation(options: options)
    for port in UInt16(20_000)..<20_100 {
      talk.client.port = port
      talk.packet(.client, at: 0, seq: 5, ack: nil, flags: .rst)
      talk.packet(.server, at: 1, seq: 9, ack: nil, flags: .rst)
    }
    talk.client.port = 30_000
    talk.open()
    talk.data(.client, at: 5_000, seq: 0, 40)
    talk.data(.server, at: 5_001, seq: 0, 19, ack: 40)
    talk.finish()
    #expect(talk.count == 9)
    #expect(talk.outcomes.resetOnly == 184)
    #expect(talk.outcomes.total == 184)
  }

  @Test("a late packet of a counted connection opens no other one") func latePackets() {
    var options = Self.options(defers: true)
    options.toldOpenings = 0
    let talk = Conversation(options: options)
    talk.open()
    talk.packet(.server, at: 40, seq: 0, flags: .rst)
    talk.packet(.client, at: 41, seq: 0)
    talk.packet(.client, at: 42, seq: -1, ack: nil, flags: .syn)
    #expect(talk.count == 0)
    #expect(talk.outcomes.total == 1)
    talk.initial.client = 900_000
    talk.packet(.client, at: 5_000, seq: -1, ack: nil, flags: .syn)
    talk.finish()
    #expect(talk.outcomes.total == 2)
  }

  private static func options(defers: Bool) -> ConnectionOptions {
    var options = ConnectionOptions(servicePorts: [3389])
    options.defersOpenings = defers
    return options
  }

  /// A few connections at once, of packets that openings are made of, in likely and unlikely order.
  private static func script(seed: UInt64, _ options: ConnectionOptions) -> Conversation {
    var random = SeededRandom(seed: seed)
    let talk = Conversation(options: options)
    var time = 0.0
    var stages = [0, 0, 0]
    for _ in 0..<Int.random(in: 1...30, using: &random) {
      time += Double.random(in: 0.1...1500, using: &random)
      let number = Int.random(in: 0..<stages.count, using: &random)
      talk.client = Endpoint("10.0.0.1", UInt16(50_000 + number))
      let isInOrder = Int.random(in: 0..<10, using: &random) < 7
      let step = isInOrder ? stages[number] : Int.random(in: 0...13, using: &random)
      if isInOrder { stages[number] = (stages[number] + 1) % 14 }
      switch step {
      case 0: talk.packet(.client, at: time, seq: -1, ack: nil, flags: .syn)
      case 1: talk.packet(.server, at: time, seq: -1, flags: .syn, options: [.raw([2, 4, 5, 180])])
      case 2: talk.packet(.client, at: time, seq: 0)
      case 3: talk.data(.client, at: time, seq: 0, 43)
      case 4: talk.ack(.server, at: time, 43)
      case 5: talk.data(.server, at: time, seq: 0, 19, ack: 43)
      case 6: talk.data(.client, at: time, seq: 43, 100, ack: 19)
      case 7: talk.packet(.client, at: time, seq: 143, ack: 19, flags: .fin)
      case 8: talk.packet(.server, at: time, seq: 19, ack: 144, flags: .fin)
      case 9: talk.packet(.client, at: time, seq: 0, ack: nil, flags: .rst)
      case 10: talk.packet(.server, at: time, seq: 0, flags: .rst)
      case 11: talk.unreachable(.client, at: time, code: 1)
      case 12:
        talk.initial.client &+= 77_777
        talk.packet(.client, at: time, seq: -1, ack: nil, flags: .syn)
      default: talk.ack(.client, at: time, 0, sack: [5..<10])
      }
    }
    return talk
  }
}
