import Support
import Testing

@testable import RDPProtocol

@Suite("Stream framer")
struct StreamFramerTests {
  /// A session's server side: confirm, a TLS flight, alerts, empty and full records.
  static let tlsStream: [UInt8] =
    Vectors.confirmHybrid + Vectors.serverFlight12 + encrypted(0) + encrypted(81)
    + encrypted(16_408) + tlsRecord(21, [2, 40]) + encrypted(1)
  /// A running session without TLS: TPKT and fast-path with both forms of length.
  static let clearStream: [UInt8] =
    tpkt(hex("02f0802180")) + [0x00, 0x05, 1, 2, 3] + [0x00, 0x81, 0x00]
    + [UInt8](repeating: 0x33, count: 253) + Vectors.licenseValid + [0x80, 0x02]
    + Vectors.connectResponse

  @Test("frames a session with TLS")
  func framesTLS() {
    let units = Framing.units(of: Self.tlsStream, next: { .max })
    #expect(
      units.map(\.kind) == [
        .tpkt, .tlsRecord(type: 22, version: 0x0303), .tlsRecord(type: 22, version: 0x0303),
        .tlsRecord(type: 22, version: 0x0303), .tlsRecord(type: 22, version: 0x0303),
        .tlsRecord(type: 23, version: 0x0303), .tlsRecord(type: 23, version: 0x0303),
        .tlsRecord(type: 23, version: 0x0303), .tlsRecord(type: 21, version: 0x0303),
        .tlsRecord(type: 23, version: 0x0303),
      ])
    #expect(units.map(\.length) == [15, 65, 734, 300, 4, 0, 81, 16_408, 2, 1])
    #expect(units[0].content == Array(Vectors.confirmHybrid.dropFirst(4)))
    #expect(units[1].content == Array(Vectors.serverFlight12[5..<70]))
    #expect(units[6].content.isEmpty)
    #expect(units[8].content == [2, 40])
    #expect(!units.contains { $0.isPartial })
  }

  @Test("frames a session without TLS")
  func framesClear() {
    let units = Framing.units(of: Self.clearStream, .rdp, next: { .max })
    #expect(units.map(\.kind) == [.tpkt, .fastPath, .fastPath, .tpkt, .fastPath, .tpkt])
    #expect(units.map(\.length) == [5, 3, 253, 30, 0, 529])
  }

  @Test("any split of the stream gives the same units", arguments: 0..<200 as Range<UInt64>)
  func anySplit(seed: UInt64) {
    var generator = SeededRandom(seed: seed)
    let limit = [1, 3, 7, 100, 1500, 5000][Int(seed % 6)]
    for (stream, expectation) in [
      (Self.tlsStream, StreamFramer.Expectation.opening),
      (Self.clearStream, .rdp),
    ] {
      let whole = Framing.units(of: stream, expectation, next: { .max })
      let split = Framing.units(
        of: stream, expectation, next: { Int.random(in: 1...limit, using: &generator) })
      #expect(split == whole, "seed \(seed)")
    }
  }

  @Test("a unit whose end never came is told as unfinished", arguments: [5, 6, 40, 85])
  func unfinished(count: Int) {
    var framing = Framing(.tls)
    framing.feed(Array(encrypted(81).prefix(count)))
    #expect(framing.units.isEmpty)
    #expect(framing.framer.unfinished()?.length == 81)
    #expect(framing.framer.unfinished()?.isPartial == true)
  }

  @Test("a header that is cut is no unit")
  func cutHeader() {
    var framing = Framing(.tls)
    framing.feed([23, 3, 3])
    #expect(framing.framer.unfinished() == nil)
  }

  @Test(
    "what cannot stand here is foreign, and ends the reading",
    arguments: [
      (hex("474554202f"), .opening), (hex("1604030010"), .opening), (hex("170303ffff"), .tls),
      (hex("0300000b06d000"), .tls), (hex("03000006"), .rdp), (hex("0301000b"), .rdp),
      (hex("0000"), .rdp), (hex("008002"), .rdp), (hex("010203"), .rdp),
    ] as [([UInt8], StreamFramer.Expectation)])
  func foreign(bytes: [UInt8], expectation: StreamFramer.Expectation) {
    var framing = Framing(expectation)
    framing.feed(bytes)
    framing.feed(encrypted(10))
    #expect(framing.units.map(\.kind) == [.foreign])
    #expect(framing.units.first?.content.isEmpty == false)
  }

  @Test("foreign bytes are kept to a few")
  func foreignIsBounded() {
    var framing = Framing(.tls)
    framing.feed([UInt8](repeating: 0x41, count: 100_000))
    #expect((framing.units.first?.content.count ?? 0) <= 24)
  }

  @Test("a running session keeps only a packet's headers")
  func activeContent() {
    var framing = Framing(.rdp)
    framing.framer.isActive = true
    framing.feed(tpkt([UInt8](repeating: 1, count: 60_000)))
    #expect(framing.units.first?.content.count == StreamFramer.activeContentLimit)
    #expect(framing.units.first?.length == 60_000)
  }
}
