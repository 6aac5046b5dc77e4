import CaptureReader
import CaptureWriter
import Foundation
import Support
import Testing

@Suite("pcapng writer") struct PCAPNGWriterTests {
  /// A capture with what the writer knows: two interfaces, comments, identifiers, secrets, counts.
  static func capture() -> (bytes: [UInt8], packets: [[UInt8]]) {
    var writer = PCAPNGWriter(
      application: "rdpwhy 1", hardware: "machine", operatingSystem: "system",
      comments: ["the verdict", "two\nlines, ünïcödé"])
    var wired = WrittenInterface(
      linkType: .ethernet, snapLength: 262_144, resolution: .microseconds)
    wired.name = "eth0"
    wired.description = "at the client"
    wired.filter = "port 3389"
    wired.speed = 1_000_000_000
    var raw = WrittenInterface(linkType: .raw)
    raw.frameCheckLength = 4
    let first = writer.add(wired) ?? -1
    let second = writer.add(raw) ?? -1
    writer.add(CaptureSecrets(type: .tlsKeyLog, bytes: Array("CLIENT_RANDOM 00 11\n".utf8)))
    let packets: [[UInt8]] = [Self.frame(60), Self.frame(61), Array(Self.frame(90).prefix(54)), []]
    for (number, bytes) in packets.enumerated() {
      var packet = WrittenPacket(
        interface: number == 1 ? second : first,
        time: Timestamp(nanoseconds: 1_700_000_000_123_456_000 + Int64(number) * 1_000),
        originalLength: max(bytes.count, number == 2 ? 90 : 0))
      if number == 0 { packet.comments = ["supports network.loss: 3 repeats", "again"] }
      if number == 2 { packet.packetID = 77 }
      writer.add(packet, bytes)
    }
    var statistics = WrittenStatistics(
      start: Timestamp(nanoseconds: 1_700_000_000_000_000_000),
      end: Timestamp(nanoseconds: 1_700_000_009_000_000_000))
    statistics.dropped = 5
    writer.add(statistics, of: first)
    return (writer.take(), packets)
  }

  static func frame(_ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
  }

  @Test("what is written is read back")
  func readsBack() throws {
    let (bytes, packets) = Self.capture()
    let (found, summary) = try read(bytes)
    #expect(summary.ending == .complete)
    #expect(summary.notes.isEmpty)
    #expect(found.map(\.bytes) == packets)
    #expect(found.map(\.record.interface) == [0, 1, 0, 0])
    #expect(found.map(\.record.linkType) == [.ethernet, .raw, .ethernet, .ethernet])
    #expect(
      found.map(\.record.time.nanoseconds)
        == (0..<4).map { 1_700_000_000_123_456_000 + Int64($0) * 1_000 })
    #expect(found[2].record.originalLength == 90)
    #expect(found[2].record.packetID == 77)
    #expect(found[1].record.frameCheckLength == 4)
    #expect(summary.application == "rdpwhy 1")
    #expect(summary.hardware == "machine")
    #expect(summary.comments.map(\.text).prefix(2) == ["the verdict", "two\nlines, ünïcödé"])
    #expect(summary.comments.filter { $0.frame == 1 }.map(\.text).last == "again")
    #expect(summary.interfaces.map(\.name) == ["eth0", nil])
    #expect(summary.interfaces[0].filter == "port 3389")
    #expect(summary.interfaces[0].dropped == 5)
    #expect(summary.statedEnd() == Timestamp(nanoseconds: 1_700_000_009_000_000_000))
    #expect(summary.secrets.first?.bytes == Array("CLIENT_RANDOM 00 11\n".utf8))
  }

  @Test("units of time that hold nanoseconds are kept, others become nanoseconds")
  func resolutions() throws {
    for raw in [0, 3, 6, 9, 12, 0x80 | 20] as [UInt8] {
      let resolution = TimestampResolution(rawValue: raw)
      var writer = PCAPNGWriter(application: "x")
      let added = writer.add(WrittenInterface(linkType: .ethernet, resolution: resolution))
      let interface = try #require(added)
      let time = Timestamp(nanoseconds: 1_700_000_000_000_000_000)
      writer.add(WrittenPacket(interface: interface, time: time, originalLength: 1), [1])
      let (found, summary) = try read(writer.take())
      #expect(found.map(\.record.time) == [time])
      let kept = raw <= 9 ? resolution : .nanoseconds
      #expect(summary.interfaces.map(\.resolution) == [kept])
    }
  }

  @Test("texts that are too long are cut between characters, and unknown interfaces are refused")
  func limits() throws {
    var writer = PCAPNGWriter(application: "x")
    let early = writer.add(
      WrittenPacket(interface: 0, time: Timestamp(nanoseconds: 0), originalLength: 1), [1])
    #expect(!early)
    let added = writer.add(WrittenInterface(linkType: .ethernet))
    let interface = try #require(added)
    var packet = WrittenPacket(
      interface: interface, time: Timestamp(nanoseconds: -5), originalLength: -1)
    packet.comments = [String(repeating: "ü", count: 40_000), "a\u{0}b"]
    let isAdded = writer.add(packet, [])
    #expect(isAdded)
    var limits = ReadingLimits()
    limits.textBytes = 100_000
    let (found, summary) = try read(writer.take(), limits: limits)
    #expect(found.map(\.record.time.nanoseconds) == [0])
    #expect(summary.comments.map(\.text) == [String(repeating: "ü", count: 16_384), "ab"])
  }

  @Test("pieces that are taken make the same capture")
  func pieces() {
    var one = PCAPNGWriter(application: "x")
    var other = one
    var taken = other.take()
    for number in 0..<20 {
      if number % 5 == 0 {
        _ = one.add(WrittenInterface(linkType: .ethernet, snapLength: number))
        _ = other.add(WrittenInterface(linkType: .ethernet, snapLength: number))
      }
      let packet = WrittenPacket(
        interface: 0, time: Timestamp(nanoseconds: Int64(number)), originalLength: number)
      one.add(packet, Self.frame(number))
      other.add(packet, Self.frame(number))
      taken += other.take()
    }
    #expect(taken == one.take())
    #expect(other.pendingBytes == 0)
  }

  @Test("any bytes and fields that are written are read back", arguments: [1, 2, 3, 4])
  func randomPackets(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var writer = PCAPNGWriter(application: "x", comments: ["seed \(seed)"])
    let interfaces = Int.random(in: 1...5, using: &random)
    for _ in 0..<interfaces {
      let type = UInt32.random(in: 0...300, using: &random)
      _ = writer.add(
        WrittenInterface(linkType: LinkType(rawValue: type == 12 || type == 14 ? 101 : type)))
    }
    var expected: [ReadPacket] = []
    for number in 1...200 {
      let bytes = (0..<Int.random(in: 0...300, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      var packet = WrittenPacket(
        interface: Int.random(in: 0..<interfaces, using: &random),
        time: Timestamp(nanoseconds: Int64.random(in: 0 ... .max, using: &random)),
        originalLength: bytes.count + Int.random(in: 0...100, using: &random))
      if Bool.random(using: &random) {
        packet.packetID = UInt64.random(in: 0 ... .max, using: &random)
      }
      packet.frameCheckLength = Int.random(in: 0...15, using: &random)
      packet.comments = (0..<Int.random(in: 0...3, using: &random)).map { "comment \($0)" }
      let isAdded = writer.add(packet, bytes)
      #expect(isAdded)
      expected.append(
        ReadPacket(
          record: PacketRecord(
            frame: number, time: packet.time, originalLength: packet.originalLength,
            linkType: .ethernet, interface: packet.interface,
            frameCheckLength: packet.frameCheckLength, packetID: packet.packetID),
          bytes: bytes))
    }
    var (found, summary) = try read(writer.take())
    #expect(summary.ending == .complete)
    for place in found.indices { found[place].record.linkType = .ethernet }
    #expect(found == expected, "seed \(seed)")
  }

  @Test(
    "damaged captures of the writer are read without a trap, and whole blocks before the damage")
  func mutations() throws {
    let (bytes, packets) = Self.capture()
    var random = SeededRandom(seed: 7)
    for _ in 0..<400 {
      var damaged = bytes
      let place = Int.random(in: 0..<damaged.count, using: &random)
      damaged[place] = UInt8.random(in: 0...255, using: &random)
      if Bool.random(using: &random) {
        damaged.removeLast(Int.random(in: 0..<damaged.count, using: &random))
      }
      guard let result = try? read(damaged) else { continue }
      #expect(result.packets.count <= packets.count + 1)
    }
    for count in stride(from: 0, to: bytes.count, by: 3) {
      let found = (try? read(Array(bytes.prefix(count))))?.packets ?? []
      #expect(found.map(\.bytes) == Array(packets.prefix(found.count)))
    }
  }
}
