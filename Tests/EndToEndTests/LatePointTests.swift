import Analysis
import CaptureReader
import Evidence
import Foundation
import Support
import Testing

/// Two points of one session of which one was captured late, on a port that is not RDP's own.
@Suite("A point that begins late") struct LatePointTests {
  @Test(
    "is known by the other one's session, and nothing else on that port becomes one",
    .enabled(if: Recordings.shared("lab") != nil), arguments: ["b-bh-both.100", "b-loss25-s2c.101"])
  func isJoined(name: String) throws {
    let folder = try #require(Recordings.shared("lab"))
    let packets = try HarderCapture.packets(of: folder.appending(path: "\(name).s.pcap.gz"))
    let late = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).pcap")
    defer { try? FileManager.default.removeItem(at: late) }
    try Data(HarderCapture.file(Array(packets.dropFirst(packets.count / 5)))).write(to: late)
    let client = folder.appending(path: "\(name).c.pcap.gz")
    let alone = CaptureAnalyzer.analyze([.file(late.path)], options: AnalysisOptions())
    #expect(alone.sessions.isEmpty)
    let report = CaptureAnalyzer.analyze(
      [.file(client.path), .file(late.path)], options: AnalysisOptions())
    #expect(report.sessions.count == 1)
    #expect(report.sessions.first?.facts.witnesses.count == 2)
  }

  @Test(
    "is named by a batch, which sees each capture by itself, and followed where its port is named",
    .enabled(if: Recordings.shared("lab") != nil))
  func isNamedByBatch() throws {
    let lab = try #require(Recordings.shared("lab"))
    let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func path(_ name: String) -> String { folder.appending(path: name).path }
    let packets = try HarderCapture.packets(of: lab.appending(path: "b-bh-both.100.s.pcap.gz"))
    try Data(HarderCapture.file(Array(packets.dropFirst(packets.count / 5))))
      .write(to: folder.appending(path: "late.pcap"))
    let inputs = [lab.appending(path: "b-bh-both.100.c.pcap.gz").path, path("late.pcap")]

    let whole = try Program.run(["batch"] + inputs)
    let hint = try #require(
      whole.errors.split(separator: "\n").first { $0.contains("others speak RDP on that port") })
    let port = try #require(hint.firstMatch(of: /--port (\d+)/)?.output.1)
    #expect(hint.contains("1 input holds 1 connection to port \(port) "))

    #expect(try Program.run(["batch", "plan", "-o", path("plan")] + inputs).status == 0)
    for shard in 1...2 {
      let part = try Program.run([
        "batch", "run", "--manifest", path("plan"), "--shard", "\(shard)/2",
        "-o", path("part\(shard)"), "--quiet",
      ])
      #expect(part.status == 0, "\(part.errors)")
    }
    let merged = try Program.run(["batch", "merge", path("part2"), path("part1")])
    #expect(merged.output == whole.output)
    #expect(merged.errors.contains(hint))

    let named = try Program.run(["batch", "--port", String(port)] + inputs)
    #expect(!named.errors.contains("others speak RDP"))
    let sessions = named.output.split(separator: "\n").filter {
      $0.contains(#""attempt":"#)
    }
    #expect(sessions.count == 1)
    #expect(sessions.first?.matches(of: /"kind":"capture"/).count ?? 0 >= 2)
  }
}
