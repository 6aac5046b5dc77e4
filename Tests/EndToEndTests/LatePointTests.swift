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
}
