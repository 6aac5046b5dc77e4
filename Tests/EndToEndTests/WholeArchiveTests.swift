import Analysis
import CaptureReader
import Foundation
@testable import Reporting
import Support
import Testing

/// All shared recordings in one batch: many of them odd or broken, none of them in the way of the rest.
@Suite("Whole archive") struct WholeArchiveTests {
  /// Every so many good captures are analysed alone too.
  private static let stride = 25

  @Test(
    "one bad file never stops the rest, and the good ones' results are complete",
    .enabled(if: Recordings.shared("public") != nil), .timeLimit(.minutes(60)))
  func batch() throws {
    let folder = try #require(Recordings.shared("public")).deletingLastPathComponent().path
    let run = try Program.run(["batch", folder, "--quiet", "--series", "each"])
    #expect(run.status == 3)
    var inputs: [String: InputRecord] = [:]
    var sessions: [String: [(text: String, isAlone: Bool)]] = [:]
    for line in run.output.split(separator: "\n") {
      let bytes = Array(line.utf8)[...]
      if let stored = try? StoredRecord.input(bytes) {
        let input = InputRecord(stored)
        #expect(inputs.updateValue(input, forKey: input.name) == nil, "\(input.name) twice")
      } else if let session = try? StoredRecord.session(bytes) {
        let seenBy = session["inputs"].texts
        for input in seenBy {
          sessions[input, default: []].append((Self.text(session), seenBy.count == 1))
        }
      } else {
        #expect(line.contains("rdpwhy/series/1"), "\(line.prefix(200))")
      }
    }
    // Every file that is named like a capture is there, and says what is wrong with it.
    let all = FileManager.default.enumerator(atPath: folder)
    let names = (all?.allObjects as? [String] ?? []).map { "\(folder)/\($0)" }
      .filter { CaptureSource.file($0).isNamedLikeCapture }
    #expect(names.count > 1_000)
    for name in names { #expect(inputs[name] != nil, "\(name)") }
    let failed = inputs.values.filter { $0.status == .failed }
    #expect(!failed.isEmpty)
    for input in failed {
      #expect(input.error?.message.isEmpty == false && (input.error?.offset ?? -1) >= 0)
    }
    for input in inputs.values where input.status == .partial {
      #expect(input.ending?.offset != nil && input.ending?.expected != nil, "\(input.name)")
    }
    // Logs without dates take theirs from what stands beside them.
    let good = inputs.values.filter {
      $0.status == .ok && CaptureSource.file($0.name).isNamedLikeCapture
    }.map(\.name).sorted()
    #expect(good.count > 1_000)
    for name in good.enumerated().filter({ $0.offset.isMultiple(of: Self.stride) }).map(\.element) {
      let analysis = CaptureAnalyzer.analyze([.file(name)], options: AnalysisOptions())
      let report = Report(analysis, tool: Tool(name: "rdpwhy", version: "test"))
      // What other captures and logs of the archive saw of a session is joined with it, and its verdict
      // may be another; none is lost, none made up.
      let found = sessions[name] ?? []
      let expected = report.views.map { Self.text($0.stored()) }
      #expect(found.count == expected.count, "\(name)")
      #expect(Set(found.filter(\.isAlone).map(\.text)).isSubset(of: expected), "\(name)")
    }
  }

  private static func text(_ session: StoredRecord) -> String {
    ["uid", "ts", "duration_s"].map { "\(session[$0])" }.joined(separator: " ")
  }
}
