import CaptureReader
import PacketDecode
import Support
import Testing

@testable import TCPStreams

/// What holds for any conversation; a failure names the seed that it can be repeated with.
@Suite("Laws of streams") struct LawTests {
  static let seeds: [UInt64] = Array(1...40)

  @Test("any order and duplication of segments gives the same bytes", arguments: seeds)
  func order(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let length = Int.random(in: 1...20_000, using: &random)
    var segments: [Range<Int>] = []
    var start = 0
    while start < length {
      let end = min(length, start + Int.random(in: 1...400, using: &random))
      segments.append(start..<end)
      start = end
    }
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      let start = Int.random(in: 0..<length, using: &random)
      segments.append(start..<min(length, start + Int.random(in: 1...1000, using: &random)))
    }
    segments.shuffle(using: &random)
    // More held pieces than the limit would rightly give up a hole.
    segments = Array(segments.prefix(200))
    let covered = segments.reduce(into: Set<Int>()) { $0.formUnion($1) }
    let whole = (0..<length).first { !covered.contains($0) } ?? length
    let talk = Conversation(initial: PerSide(client: random.next32(), server: random.next32()))
    talk.open()
    for (index, segment) in segments.enumerated() {
      talk.data(.client, at: 30 + Double(index), seq: segment.lowerBound, segment.count)
    }
    #expect(talk.bytes(from: .client) == Conversation.bytes(0..<whole), "seed \(seed)")
    #expect(talk.record().sent.client.uniqueBytes == covered.count, "seed \(seed)")
    let offsets = talk.deliveries.map(\.offset)
    #expect(offsets == offsets.sorted(), "seed \(seed)")
  }

  @Test("another start of time changes nothing but the times", arguments: seeds)
  func time(seed: UInt64) {
    let shift: Int64 = 123_456_789_012_345
    let plain = Script(seed: seed).run()
    let later = Script(seed: seed).run(shift: shift)
    #expect(facts(later.record(), shift: shift) == facts(plain.record()), "seed \(seed)")
    #expect(later.deliveries == plain.deliveries, "seed \(seed)")
  }

  @Test("the end that opens is the client, whichever it is", arguments: seeds)
  func ends(seed: UInt64) {
    let plain = Script(seed: seed).run()
    let turned = Script(seed: seed).run(
      client: Conversation.server, server: Conversation.client)
    #expect(turned.record().client == Conversation.server)
    #expect(facts(turned.record()) == facts(plain.record()), "seed \(seed)")
    #expect(turned.deliveries == plain.deliveries, "seed \(seed)")
  }

  @Test("initial sequence numbers change nothing", arguments: seeds)
  func initialNumbers(seed: UInt64) {
    let plain = Script(seed: seed).run()
    var random = SeededRandom(seed: seed &* 977)
    for _ in 0..<4 {
      let initial = PerSide(
        client: UInt32.max &- UInt32.random(in: 0...6_000, using: &random),
        server: Bool.random(using: &random)
          ? random.next32() : UInt32.max &- UInt32.random(in: 0...20, using: &random))
      let other = Script(seed: seed).run(initial: initial)
      #expect(facts(other.record()) == facts(plain.record()), "seed \(seed), \(initial)")
      #expect(other.deliveries == plain.deliveries, "seed \(seed), \(initial)")
    }
  }

  @Test(
    "a capture cut in two, and read one part after the other, is as the whole", arguments: seeds)
  func cut(seed: UInt64) {
    let whole = Script(seed: seed).run()
    let count = Script(seed: seed).count
    var random = SeededRandom(seed: seed &* 31)
    for place in [0, count - 1, Int.random(in: 0..<count, using: &random)] {
      let parts = Script(seed: seed).run(cutAt: place)
      #expect(
        facts(parts.record(), isCut: true) == facts(whole.record(), isCut: true),
        "seed \(seed), cut at \(place)")
      #expect(parts.deliveries == whole.deliveries, "seed \(seed), cut at \(place)")
    }
  }

  @Test(
    "every packet twice, by another router's hop limit, changes the copies only", arguments: seeds)
  func twice(seed: UInt64) {
    let plain = Script(seed: seed).run()
    let doubled = Script(seed: seed).run(copied: true)
    #expect(doubled.record().copies == plain.frame, "seed \(seed)")
    #expect(
      facts(doubled.record(), isCut: true) == facts(plain.record(), isCut: true), "seed \(seed)")
    #expect(doubled.deliveries == plain.deliveries, "seed \(seed)")
  }

  @Test("every packet again at the other end of the path changes the copies only", arguments: seeds)
  func bothEnds(seed: UInt64) {
    let plain = Script(seed: seed).run()
    plain.finish()
    for distance in [3.0, 80] {
      let both = Script(seed: seed).run(distance: distance)
      both.finish()
      #expect(both.record().copies == plain.frame, "seed \(seed)")
      #expect(
        facts(both.record(), isCut: true) == facts(plain.record(), isCut: true), "seed \(seed)")
      #expect(both.deliveries == plain.deliveries, "seed \(seed)")
    }
  }

  @Test("ends turned round by content are as if they had been known", arguments: seeds)
  func orientation(seed: UInt64) {
    // Both ends' ports are services', so that only content can tell.
    let high = Endpoint("10.0.0.1", 3390)
    let low = Endpoint("10.0.0.2", 3389)
    let script = Script(seed: seed, hasHandshake: false)
    let right = script.run(client: high, server: low, opensWithRequest: true)
    let wrong = script.run(client: low, server: high, opensWithRequest: true)
    #expect(wrong.record().client == low)
    #expect(wrong.record().orientation == .content)
    #expect(facts(wrong.record()) == facts(right.record()), "seed \(seed)")
  }
}

/// A conversation made up at random: new data, repeats, holes, acknowledgements, probes, an end.
private struct Script {
  private enum Step {
    case data(Side, seq: Int, length: Int, ack: Int)
    case ack(Side, seq: Int, ack: Int, window: UInt16, sack: [Range<Int>])
    case end(Side, seq: Int, ack: Int, flags: TCPFlags)
  }

  private var steps: [(time: Double, step: Step)] = []
  private let hasHandshake: Bool

  init(seed: UInt64, hasHandshake: Bool = true) {
    self.hasHandshake = hasHandshake
    var random = SeededRandom(seed: seed)
    var next = PerSide(client: 0, server: 0)
    var acked = PerSide(client: 0, server: 0)
    var time = 30.0
    for index in 0..<Int.random(in: 10...150, using: &random) {
      let side: Side = Bool.random(using: &random) ? .client : .server
      let waits = [0.0, 0.3, 2, 7, 30, 250, 1200]
      time +=
        (waits.randomElement(using: &random) ?? 1) * Double.random(in: 0.5...1, using: &random)
      let length = Int.random(in: 1...1460, using: &random)
      let kind = index < 2 ? 0 : Int.random(in: 0..<20, using: &random)
      let ack = acked[side.other]
      switch kind {
      case 0..<8:
        steps.append((time, .data(side, seq: next[side], length: length, ack: ack)))
        next[side] += length
      case 8..<11:
        let seq = Int.random(in: 0...next[side], using: &random)
        steps.append((time, .data(side, seq: seq, length: length, ack: ack)))
        next[side] = max(next[side], seq + length)
      case 11:
        let seq = next[side] + Int.random(in: 1...3000, using: &random)
        steps.append((time, .data(side, seq: seq, length: length, ack: ack)))
        next[side] = seq + length
      case 12:
        steps.append(
          (time, .ack(side, seq: next[side] - 1, ack: ack, window: 64_240, sack: [])))
      case 13:
        steps.append((time, .ack(side, seq: next[side], ack: ack, window: 0, sack: [])))
      case 14 where index > 60:
        steps.append(
          (time, .end(side, seq: next[side], ack: ack, flags: index > 120 ? .rst : .fin)))
        if index <= 120 { next[side] += 1 }
      default:
        acked[side.other] = Int.random(in: ack...max(ack, next[side.other]), using: &random)
        let low = Int.random(in: 0...next[side.other], using: &random)
        let sack = kind == 15 ? [low..<low + length] : []
        steps.append(
          (
            time,
            .ack(side, seq: next[side], ack: acked[side.other], window: 64_240, sack: sack)
          ))
      }
    }
  }

  var count: Int { steps.count }

  func run(
    client: Endpoint = Conversation.client, server: Endpoint = Conversation.server,
    initial: PerSide<UInt32> = PerSide(client: 1_000, server: 5_000), shift: Int64 = 0,
    cutAt: Int? = nil, copied: Bool = false, distance: Double? = nil, opensWithRequest: Bool = false
  ) -> Conversation {
    let talk = Conversation(
      client: client, server: server, initial: initial,
      options: ConnectionOptions(servicePorts: [3389, 3390]))
    talk.shift = shift
    talk.repeatsEachFrame = copied
    talk.distance = distance
    if hasHandshake { talk.open() }
    if opensWithRequest {
      talk.packet(.client, at: 0, seq: 0, payload: [3, 0, 0, 19], opening: .fromClient)
    }
    for (index, (time, step)) in steps.enumerated() {
      if index == cutAt { talk.beginFile() }
      switch step {
      case .data(let side, let seq, let length, let ack):
        talk.data(side, at: time, seq: seq, length, ack: ack)
      case .ack(let side, let seq, let ack, let window, let sack):
        talk.ack(side, at: time, ack, seq: seq, window: window, sack: sack)
      case .end(let side, let seq, let ack, let flags):
        talk.packet(side, at: time, seq: seq, ack: ack, flags: flags)
      }
    }
    return talk
  }
}

/// Every value inside of a record with its place, but for the ends' addresses and how they were
/// told apart; times are shifted back.
///
/// `isCut` leaves out frames' places and the capture's own artefacts.
private func facts(
  _ record: ConnectionRecord, shift: Int64 = 0, isCut: Bool = false
) -> [String] {
  var lines: [String] = []
  func walk(_ value: Any, _ path: String) {
    if let item = value as? OptionalItem { return walk(item.wrappedValue as Any, path) }
    if isCut, ["rare.one.0.copies", "rare.one.0.routedCopies"].contains(path) { return }
    if isCut, let frame = value as? ItemReference { return walk(frame.time, path) }
    if let time = value as? Timestamp {
      lines.append("\(path) \(time.nanoseconds - shift)")
      return
    }
    // The tail keeps headers as they were sent.
    if path.hasPrefix("tail"), value is SequenceNumber { return }
    let mirror = Mirror(reflecting: value)
    if mirror.children.isEmpty { lines.append("\(path) \(value)") }
    for (index, child) in mirror.children.enumerated() {
      walk(child.value, "\(path).\(child.label ?? "\(index)")")
    }
  }
  for child in Mirror(reflecting: record).children {
    let label = child.label ?? ""
    let isLeftOut = ["client", "server", "orientation"].contains(label)
    if !isLeftOut, !(isCut && label == "captureEnd") { walk(child.value, label) }
  }
  return lines
}

extension SeededRandom {
  fileprivate mutating func next32() -> UInt32 { UInt32(truncatingIfNeeded: next()) }
}
