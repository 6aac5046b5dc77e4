import Analysis
import Attribution
import CaptureReader
import Evidence
import Foundation
import RDPProtocol
import Support
import Testing

/// What is said to do never contradicts what the session itself showed.
@Suite("Advice and facts") struct AdviceContradictionTests {
  /// The shipped captures, and of the lab's recordings, where they are, one of each so many.
  static let captures: [URL] = {
    let each = 8
    let shipped = LabelledFixture.all.map(\.url)
    let recorded = ["lab", "lab2"].compactMap(Recordings.shared).flatMap { folder in
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      return names.filter { $0.hasSuffix(".pcap.gz") }.sorted().map {
        folder.appending(path: $0)
      }
    }
    return shipped + recorded.enumerated().filter { $0.offset % each == 0 }.map(\.element)
  }()

  @Test("no advice contradicts the session's facts", arguments: captures)
  func isConsistent(capture: URL) {
    let report = CaptureAnalyzer.analyze([.file(capture.path)], options: AnalysisOptions())
    for session in report.sessions {
      guard let wire = session.facts.wire else { continue }
      let text = (session.verdict.summary + " " + session.verdict.nextAction).lowercased()
      if wire.surroundings.pingReply != nil {
        #expect(!text.contains("sleep"), "the server answered a ping: \(text)")
      }
      if let hello = wire.trace.tls.clientHello?.value,
        !hello.supportedVersions.contains(where: { $0 >= .tls12 }), hello.legacyVersion < .tls12
      {
        #expect(!text.contains("gcm"), "a client that has none: \(text)")
      }
      if wire.isDegraded {
        #expect(!text.hasSuffix("nothing to do."), "the path was bad: \(text)")
      }
      if session.verdict.cause == .credssp, text.contains("password again") {
        let warns = text.contains("before anybody") || text.contains("lock")
        #expect(warns, "each further try counts: \(text)")
      }
    }
  }
}
