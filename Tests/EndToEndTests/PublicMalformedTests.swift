import Foundation
import Support
import Testing

/// Broken and odd captures of other projects' test suites: never a signal, never much memory, and a
/// message that helps.
@Suite("Public malformed captures") struct PublicMalformedTests {
  static let folder = Recordings.shared("public/malformed")

  /// Parts that run side by side.
  static let shares = Array(0..<8)

  static let files: [URL] = folder.map { Recordings.files(in: $0, endingIn: [""]) } ?? []

  /// The product's budget for each of them: 128 MB resident, of which files that are mapped (the
  /// program and its libraries) take some 30, and two seconds.
  private static let memory = 96 << 20
  private static let seconds = 2

  @Test("end with a known status and a helpful message", arguments: shares)
  func run(share: Int) throws {
    for (index, file) in Self.files.enumerated() where index % Self.shares.count == share {
      let name = file.lastPathComponent
      let run = try BoundedRun(
        ["analyze", "--format", "ndjson", file.path], memory: Self.memory, seconds: Self.seconds)
      let status = try #require(run.status, "\(name) ended by a signal: \(run.errors)")
      #expect([0, 2, 3].contains(status), "\(name): \(status)")
      guard status != 0 else { continue }
      let line = run.errors.split(separator: "\n").first { $0.contains("expected") }
      #expect(line?.contains(name) == true, "\(name): \(run.errors)")
      #expect(line?.contains("offset") == true, "\(name): \(run.errors)")
    }
  }

  @Test("are there where the recordings are", .enabled(if: folder != nil))
  func areThere() { #expect(Self.files.count > 400) }
}
