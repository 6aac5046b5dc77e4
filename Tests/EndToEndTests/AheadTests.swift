import Analysis
import CaptureReader
import Foundation
import RDPProtocol
import Reporting
import Support
import Testing

/// Another core that follows the connections changes no byte of a report.
@Suite("Connections on another core") struct AheadTests {
  /// Batches of few packets end everywhere: amid handshakes, fragments and late packets.
  private static let sizes = [1, 2, 7, 64]

  @Test("every fixture's report is the same", arguments: sizes)
  func fixtures(size: Int) throws {
    let files = try Self.files(below: Recordings.fixtures)
    #expect(files.count > 80)
    for file in files { expectSame(file, packets: size) }
  }

  @Test("recordings of others, whole", arguments: ["field", "lab", "lab2", "faults", "public"])
  func shared(folder: String) throws {
    guard let url = Recordings.shared(folder) else { return }
    for (number, file) in try Self.files(below: url).enumerated() {
      expectSame(file, packets: Self.sizes[number % Self.sizes.count])
    }
  }

  @Test("files that are cut and changed anywhere", arguments: 0..<4)
  func hostile(part: Int) throws {
    let fixtures = LabelledFixture.all
    let scratch = try ScratchFile(named: "hostile.pcap")
    for round in 0..<75 {
      var random = SeededRandom(seed: UInt64(20_261_130 + 1_000 * part + round))
      let fixture = fixtures[(round * 4 + part) % fixtures.count]
      var packets = try Self.packets(of: fixture.url)
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        PacketMutation.allCases.randomElement(using: &random)?.apply(to: &packets, using: &random)
      }
      var file = PCAPBuilder()
      for packet in packets {
        let time = UInt64(bitPattern: packet.record.time.nanoseconds)
        file.packet(
          packet.bytes, seconds: UInt32(truncatingIfNeeded: time / 1_000_000_000),
          fraction: UInt32(time % 1_000_000_000 / 1_000),
          original: UInt32(clamping: packet.record.originalLength))
      }
      var bytes = file.bytes
      for _ in 0..<Int.random(in: 0...3, using: &random) where bytes.count > 25 {
        let place = Int.random(in: 24..<bytes.count, using: &random)
        bytes[place] = .random(in: 0...255, using: &random)
      }
      if Bool.random(using: &random) {
        bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random))
      }
      try scratch.write(bytes)
      expectSame(URL(filePath: scratch.path), packets: Self.sizes[round % Self.sizes.count])
    }
  }

  @Test("where few packets matter they are taken one by one, and handed over again later")
  func shares() throws {
    let file = Recordings.fixtures.appending(path: "captures/clean")
    for url in try Self.files(below: file) {
      var options = AnalysisOptions()
      options.ahead = AheadSettings(packets: 3, leastShare: 1, directBatches: 2)
      let one = Self.report(url, options, workers: 1)
      #expect(Self.report(url, options, workers: 2) == one)
      options.ahead.leastShare = .max
      #expect(Self.report(url, options, workers: 2) == one)
    }
  }

  private func expectSame(_ file: URL, packets: Int) {
    var options = AnalysisOptions()
    options.ahead = AheadSettings(packets: packets, leastShare: .max, directBatches: 1)
    #expect(
      Self.report(file, options, workers: 2) == Self.report(file, options, workers: 1),
      "\(file.lastPathComponent)")
  }

  private static func report(_ file: URL, _ options: AnalysisOptions, workers: Int) -> Data {
    var options = options
    options.resources.workers = Workers(workers)
    let report = Report(
      CaptureAnalyzer.analyze([.file(file.path)], options: options),
      tool: Tool(name: "test", version: "0"))
    var text = Data()
    do { try JSONReport(.lines).write(report) { text += $0 } } catch { Issue.record("\(error)") }
    return text
  }

  private static func files(below folder: URL) throws -> [URL] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return names.filter { $0.contains(".pcap") || $0.contains(".cap") || $0.contains(".etl") }
      .filter { !$0.hasSuffix(".json") && !$0.hasSuffix(".log") }.sorted()
      .map { folder.appending(path: $0) }
  }

  private static func packets(of url: URL) throws -> [ReadPacket] {
    var packets: [ReadPacket] = []
    _ = try CaptureFile.read(.file(url.path)) { record, bytes in
      packets.append(ReadPacket(record: copy record, bytes: bytes.copied()))
    }
    return packets
  }
}
