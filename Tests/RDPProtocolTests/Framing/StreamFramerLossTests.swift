import Support
import Testing

@testable import RDPProtocol

@Suite("Stream framer over missing bytes")
struct StreamFramerLossTests {
  @Test("a gap inside an encrypted record costs nothing")
  func gapInBody() {
    var framing = Framing(.tls)
    framing.feed(Array(encrypted(500).prefix(100)))
    framing.gap(300)
    framing.feed(Array(encrypted(500).dropFirst(400)) + encrypted(20))
    #expect(framing.units.map(\.length) == [500, 20])
    #expect(framing.units.map(\.isPartial) == [false, false])
    #expect(framing.framer.lostTrack == nil)
  }

  @Test("a gap inside a record that is read makes it partial")
  func gapInHandshake() {
    var framing = Framing(.tls)
    let flight = Vectors.serverFlight12
    framing.feed(Array(flight.prefix(100)))
    framing.gap(200)
    framing.feed(Array(flight.dropFirst(300)))
    #expect(framing.units.map(\.length) == [65, 734, 300, 4])
    #expect(framing.units.map(\.isPartial) == [false, true, false, false])
  }

  @Test("a gap that ends a record exactly leaves the framing")
  func gapToEnd() {
    var framing = Framing(.tls)
    framing.feed(Array(encrypted(500).prefix(100)))
    framing.gap(405)
    framing.feed(encrypted(20))
    #expect(framing.units.map(\.length) == [500, 20])
    #expect(framing.framer.lostTrack == nil)
  }

  @Test("a gap over a header loses the framing until a segment begins with one")
  func gapOverHeader() {
    var framing = Framing(.tls)
    framing.feed(encrypted(50))
    framing.gap(30)
    framing.feed([0xA5, 0xA5, 0xA5, 0xA5])
    framing.feed(encrypted(20) + encrypted(21))
    #expect(framing.units.map(\.length) == [50, 20, 21])
    #expect(framing.framer.lostTrack == testFrame(2))
  }

  @Test("a gap with half a header before it loses the framing, and the half is forgotten")
  func gapInHeader() {
    var framing = Framing(.tls)
    framing.feed([23, 3])
    framing.gap(1)
    framing.feed(encrypted(20))
    #expect(framing.units.map(\.length) == [20])
    #expect(framing.framer.lostTrack == testFrame(2))
  }

  @Test("snapped segments keep the framing where headers are captured")
  func snapped() {
    var framing = Framing(.tls)
    framing.feed(Array(encrypted(1300).prefix(42)), length: 1305)
    framing.feed(Array(encrypted(700).prefix(42)), length: 705)
    #expect(framing.units.map(\.length) == [1300, 700])
    #expect(framing.framer.lostTrack == nil)
  }

  @Test("a snapped segment that hides a header is lost, and the next one found")
  func snappedHeader() {
    var framing = Framing(.tls)
    framing.feed(Array((encrypted(100) + encrypted(100)).prefix(42)), length: 210)
    framing.feed(encrypted(30))
    #expect(framing.units.last?.length == 30)
    #expect(framing.framer.lostTrack == testFrame(1))
  }

  @Test("a stream without its start is taken up at the first plausible segment")
  func midStream() {
    var framing = Framing(.opening)
    framing.framer.seek()
    framing.feed([1, 2, 3, 4, 5, 6, 7])
    framing.feed(encrypted(64))
    #expect(framing.units.map(\.length) == [64])
  }

  @Test("a fast-path PDU that fills its segment tells a session without TLS")
  func midStreamFastPath() {
    var framing = Framing(.opening)
    framing.framer.seek()
    framing.feed([0x00, 0x07, 1, 2, 3, 4, 5])
    framing.feed(tpkt([UInt8](repeating: 2, count: 20)))
    #expect(framing.units.map(\.kind) == [.fastPath, .tpkt])
    #expect(framing.framer.expectation == .rdp)
  }

  @Test(
    "random bytes, gaps and cuts never yield more content than the limit",
    arguments: 0..<100 as Range<UInt64>)
  func randomInput(seed: UInt64) {
    var generator = SeededRandom(seed: seed)
    var framing = Framing([.opening, .tls, .rdp][Int(seed % 3)])
    if seed % 2 == 0 { framing.framer.seek() }
    var fed = 0
    for _ in 0..<300 {
      let size = Int.random(in: 0...80, using: &generator)
      var bytes = (0..<size).map { _ in UInt8.random(in: 0...255, using: &generator) }
      // Headers that lead further in than chance would.
      if Bool.random(using: &generator) { bytes = [23, 3, 3, 0, 9] + bytes }
      if Bool.random(using: &generator) { bytes = [3, 0, 0, 40] + bytes }
      if UInt8.random(in: 0..<8, using: &generator) == 0 {
        framing.gap(Int.random(in: 1...5000, using: &generator))
      }
      framing.feed(bytes, length: bytes.count + Int.random(in: 0...9, using: &generator) / 9 * 40)
      fed += bytes.count
    }
    let content = framing.units.reduce(0) { $0 + $1.content.count }
    #expect(content <= fed, "seed \(seed)")
  }
}
