import Analysis
import Attribution
import CaptureReader
import Evidence
import Foundation
import Support
import Testing

/// File order is not time order: a recording whose packets change places keeps its verdict.
@Suite("Order of a capture's packets") struct FileOrderTests {
  @Test("a shuffle within a millisecond changes no verdict", arguments: LabelledFixture.all)
  func shuffled(fixture: LabelledFixture) throws {
    let packets = try HarderCapture.packets(of: fixture.url)
    var random = SeededRandom(seed: 20_261_128)
    let places = packets.map { $0.nanoseconds + Int64.random(in: 0..<1_000_000, using: &random) }
    let order = packets.indices.sorted { (places[$0], $0) < (places[$1], $1) }
    try expectSame(packets, order.map { packets[$0] }, of: fixture)
  }

  @Test(
    "two queues that are written one after the other every 10 ms change no verdict",
    arguments: LabelledFixture.all)
  func queued(fixture: LabelledFixture) throws {
    let packets = try HarderCapture.packets(of: fixture.url)
    // One direction is written every 10 ms.
    let places = packets.map { packet in
      packet.isFrom(fixture.clientPort)
        ? packet.nanoseconds : (packet.nanoseconds / 10_000_000 + 1) * 10_000_000
    }
    let order = packets.indices.sorted { (places[$0], $0) < (places[$1], $1) }
    try expectSame(packets, order.map { packets[$0] }, of: fixture)
  }

  private func expectSame(
    _ plain: [HarderCapture.Packet], _ moved: [HarderCapture.Packet], of fixture: LabelledFixture
  ) throws {
    // Recordings have ties; both start from the order of time.
    let sorted = plain.enumerated().sorted {
      ($0.element.nanoseconds, $0.offset) < ($1.element.nanoseconds, $1.offset)
    }.map(\.element)
    let scratch = try ScratchFile(named: "capture.pcap")
    func verdicts(_ packets: [HarderCapture.Packet]) throws -> [String] {
      try scratch.write(HarderCapture.file(packets))
      let report = CaptureAnalyzer.analyze([.file(scratch.path)], options: AnalysisOptions())
      return report.sessions.map { "\($0.verdict.code.rawValue) \($0.verdict.confidence)" }
    }
    #expect(try verdicts(moved) == verdicts(sorted))
  }
}
