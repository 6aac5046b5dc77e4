import Analysis
import CaptureReader
import Foundation
import Reporting
import Support
import Testing

/// Files that are wrong in one way each: read as far as they go, with a message that says what is wrong.
@Suite("Malformed fixtures") struct MalformedFixtureTests {
  struct Fixture: Sendable, CustomTestStringConvertible {
    var file: String
    var status: Int32
    /// Must occur in the messages; empty where there is nothing to say.
    var says: String

    var testDescription: String { file }
    var path: String { MalformedFixtureTests.folder.appending(path: file).path }
  }

  static let folder = Recordings.fixtures.appending(path: "malformed")

  static let all: [Fixture] = {
    let table = try? String(contentsOf: folder.appending(path: "expected.tsv"), encoding: .utf8)
    return (table ?? "").split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard columns.count == 3, let status = Int32(columns[1]) else { return nil }
      return Fixture(file: columns[0], status: status, says: columns[2])
    }
  }()

  @Test("every file has its line in the table")
  func tableIsWhole() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    let listed = Set(Self.all.map(\.file))
    #expect(listed == Set(files).subtracting(["expected.tsv", "ORIGIN.md"]))
    #expect(listed.count >= 40)
  }

  @Test("is read as far as it goes", arguments: all)
  func reads(fixture: Fixture) throws {
    let analysis = CaptureAnalyzer.analyze([.file(fixture.path)], options: AnalysisOptions())
    let report = Report(analysis, tool: Tool(name: "test", version: "0"))
    #expect(Outcome(report, failingOn: []).rawValue == fixture.status)
    let messages = InputMessages(report)
    let said = messages.failures + messages.notes
    if !fixture.says.isEmpty {
      #expect(said.contains { $0.contains(fixture.says) }, "\(said)")
    }
    #expect(said.allSatisfy { $0.contains(fixture.file) })
    if fixture.status != 0 {
      #expect(messages.failures.contains { $0.contains("offset") && $0.contains("expected") })
    }
    var text = ""
    try TextReport(.init(style: TerminalStyle(), showsAll: true)).write(report) {
      text += String(decoding: $0, as: UTF8.self)
    }
    let unsafe = (said + [text]).joined().unicodeScalars.filter { Self.isActive($0) }
    #expect(unsafe.isEmpty, "\(unsafe.map(\.value))")
    try JSONReport(.document).write(report) { _ in }
  }

  /// A terminal would act on it, or turn the text around.
  private static func isActive(_ scalar: Unicode.Scalar) -> Bool {
    scalar != "\n" && (scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value))
      || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }
}
