import Analysis
import Attribution
import CaptureReader
import Evidence
import Foundation
@testable import Reporting
import Support
import TCPStreams
import Testing

/// A capture cut into a ring's files is the same capture.
@Suite("Rings") struct RingTests {
  private static let pieces = 20

  /// Our own captures, and every ninth of the lab's.
  private static let captures: [URL] = {
    let lab =
      Recordings.shared("lab").map {
        Recordings.files(in: $0, endingIn: [".pcap.gz"])
      } ?? []
    return LabelledFixture.all.map(\.url)
      + lab.enumerated().filter { $0.offset.isMultiple(of: 9) }.map(\.element)
  }()

  private static func analyze(
    _ sources: [CaptureSource], _ mode: SeriesMode = .auto
  ) -> AnalysisReport {
    CaptureAnalyzer.analyze(sources, options: AnalysisOptions(), series: mode)
  }

  private struct Verdict: Hashable {
    var client: String
    var code: String
    var confidence: Double
    var evidence: [String]
    var degraded: Bool
    var attempt: Attempt
    var times: [Timestamp]

    init(_ session: SessionReport) {
      let record = session.wire?.connection
      client = record.map { "\($0.client)" } ?? ""
      code = session.verdict.code.rawValue
      confidence = session.verdict.confidence
      evidence = session.verdict.evidence.map(\.evidence.code.rawValue)
      degraded = session.verdict.degraded
      attempt = session.attempt
      times = record.map { [$0.first.time, $0.last.time, $0.captureEnd] } ?? []
    }
  }

  /// Cuts a capture into files of about the same number of packets.
  private static func cut(_ url: URL) throws -> [[UInt8]] {
    let packets = try read(.file(url.path)).packets
    let linkType = packets.first?.record.linkType.rawValue ?? 1
    return (0..<pieces).map { piece in
      var builder = PCAPBuilder(magic: 0xa1b2_3c4d, linkType: linkType)
      let range = (packets.count * piece / pieces)..<(packets.count * (piece + 1) / pieces)
      for packet in packets[range] {
        let time = packet.record.time.nanoseconds
        builder.packet(
          packet.bytes, seconds: UInt32(time / 1_000_000_000),
          fraction: UInt32(time % 1_000_000_000),
          original: UInt32(packet.record.originalLength))
      }
      return builder.bytes
    }
  }

  private static func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "rdpwhy-ring-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }

  @Test("twenty files, shuffled, give the verdicts of the whole", arguments: captures)
  func shuffled(url: URL) throws {
    var random = SeededRandom(seed: 42)
    let whole = Self.analyze([.file(url.path)]).sessions.map(Verdict.init)
    try Self.withFolder { folder in
      // The names' numbers say nothing about the order.
      let numbers = (1...Self.pieces).shuffled(using: &random)
      var sources: [CaptureSource] = []
      for (bytes, number) in zip(try Self.cut(url), numbers) {
        let name = "ring_000\(number < 10 ? "0" : "")\(number)_20260101120000.pcap"
        let file = folder.appending(path: name)
        try Data(bytes).write(to: file)
        try FileManager.default.setAttributes(
          [.modificationDate: Date(timeIntervalSince1970: .random(in: 1e9...2e9, using: &random))],
          ofItemAtPath: file.path)
        sources.append(.file(file.path))
      }
      let report = Self.analyze(sources.shuffled(using: &random))
      #expect(Set(report.sessions.map(Verdict.init)) == Set(whole))
      #expect(report.sessions.map(\.attempt.group) == whole.map(\.attempt.group))
      #expect(!report.inputs.flatMap(\.notes).contains { $0.code.hasPrefix("series_") })
    }
  }

  @Test("a folder with a ring is one series, with the verdicts of the whole")
  func batch() throws {
    var random = SeededRandom(seed: 7)
    for url in Self.captures.prefix(6) {
      try Self.withFolder { folder in
        let numbers = (1...Self.pieces).shuffled(using: &random)
        for (bytes, number) in zip(try Self.cut(url), numbers) {
          let name = "ring_000\(number < 10 ? "0" : "")\(number)_20260101120000.pcap"
          try Data(bytes).write(to: folder.appending(path: name))
        }
        let run = try Program.run(["batch", ".", "--quiet"], directory: folder)
        #expect(run.output.components(separatedBy: "rdpwhy/series/1").count == 2)
        let alone = try Program.run(["--format", "ndjson", url.path])
        #expect(Self.codes(run.output) == Self.codes(alone.output), "\(url.lastPathComponent)")
      }
    }
  }

  /// The sessions' verdicts in NDJSON.
  private static func codes(_ text: String) -> [String] {
    text.split(separator: "\n").compactMap { line -> String? in
      guard let record = try? StoredRecord.session(Array(line.utf8)[...]) else { return nil }
      return ["ts", "duration_s", "verdict.code", "verdict.confidence"].map { "\(record[$0])" }
        .joined(separator: " ")
    }
  }

  @Test("frames are numbered within their files")
  func frames() throws {
    let url = try #require(LabelledFixture.all.first { $0.file.contains("path-outage") }).url
    let packets = try read(.file(url.path)).packets
    try Self.withFolder { folder in
      let sources = try Self.cut(url).enumerated().map { index, bytes in
        let file = folder.appending(path: "ring.pcap\(index)")
        try Data(bytes).write(to: file)
        return CaptureSource.file(file.path)
      }
      let session = try #require(Self.analyze(sources).sessions.first)
      for frame in session.verdict.evidence.flatMap(\.evidence.references) {
        let start = packets.count * frame.input / Self.pieces
        #expect(packets[start + frame.frame - 1].record.time == frame.time)
      }
      let connection = try #require(session.wire).connection
      #expect(connection.last.input > connection.first.input)
    }
  }

  @Test("a missing file is a gap that is told, and doubt")
  func gap() throws {
    let url = try #require(LabelledFixture.all.first { $0.file.contains("lossy-but-alive") }).url
    try Self.withFolder { folder in
      var sources: [CaptureSource] = []
      for (index, bytes) in try Self.cut(url).enumerated() where index != 9 {
        let file = folder.appending(path: "ring.pcap\(index)")
        try Data(bytes).write(to: file)
        sources.append(.file(file.path))
      }
      let report = Self.analyze(sources)
      #expect(report.inputs[9].notes.contains { $0.code == "series_gap" })
      let session = try #require(report.sessions.first)
      #expect(session.wire?.surroundings.captureGap != nil)
      #expect(session.verdict.evidence.contains { $0.evidence.code == .captureGap })
    }
  }

  @Test("what ends in a gap is not blamed on the network")
  func endInGap() throws {
    let url = try #require(LabelledFixture.all.first { $0.file.contains("closed-by-user") }).url
    let later = try #require(LabelledFixture.all.first { $0.file.contains("account-locked") }).url
    try Self.withFolder { folder in
      // The session's first half, then nothing, then a later file of the ring without it.
      var files = Array(try Self.cut(url).prefix(Self.pieces / 2))
      files.append(Array(try Data(contentsOf: later)))
      let sources = try files.enumerated().map { index, bytes in
        let number = index == files.count - 1 ? 40 : index
        let file = folder.appending(path: "ring.pcap\(number)")
        try Data(bytes).write(to: file)
        return CaptureSource.file(file.path)
      }
      let report = Self.analyze(sources)
      let half = report.sessions.filter {
        $0.wire.map { $0.connection.last.input < files.count - 1 } ?? false
      }
      #expect(!half.isEmpty)
      for session in half { #expect(session.verdict.cause != .network, "\(session.verdict)") }
    }
  }

  @Test("overlapping files count their packets once")
  func overlap() throws {
    let url = try #require(LabelledFixture.all.first { $0.file.contains("path-outage") }).url
    let whole = Self.analyze([.file(url.path)])
    try Self.withFolder { folder in
      let packets = try read(.file(url.path)).packets
      var sources: [CaptureSource] = []
      // The second file repeats the last ten packets of the first.
      for (index, range) in [0..<(packets.count / 2), (packets.count / 2 - 10)..<packets.count]
        .enumerated()
      {
        var builder = PCAPBuilder(magic: 0xa1b2_3c4d)
        for packet in packets[range] {
          let time = packet.record.time.nanoseconds
          builder.packet(
            packet.bytes, seconds: UInt32(time / 1_000_000_000),
            fraction: UInt32(time % 1_000_000_000))
        }
        let file = folder.appending(path: "ring.pcap\(index)")
        try Data(builder.bytes).write(to: file)
        sources.append(.file(file.path))
      }
      let report = Self.analyze(sources)
      #expect(report.inputs[1].notes.contains { $0.code == "series_overlap" })
      #expect(
        report.inputs.map(\.contents.packets) == [
          packets.count / 2, packets.count - packets.count / 2 + 10,
        ])
      let session = try #require(report.sessions.first)
      #expect(session.verdict.code == whole.sessions.first?.verdict.code)
      #expect(session.wire?.connection.copies == 10)
    }
  }
}
