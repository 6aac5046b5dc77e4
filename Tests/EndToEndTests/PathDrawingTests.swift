import CaptureReader
import Foundation
import Support
import Testing

/// The drawings of a session with captures of both ends show what both prove, not what one end would
/// guess (recordings of `lab2`).
@Suite("Drawings of two ends") struct PathDrawingTests {
  private static func page(_ name: String) throws -> String? {
    guard let folder = Recordings.shared("lab2") else { return nil }
    let files = ["c", "s"].map { folder.appending(path: "\(name).\($0).pcap.gz").path }
    return try Program.run(files + ["--format", "html"]).output
  }

  private static let isThere = Recordings.shared("lab2") != nil

  @Test("a RST that no host sent begins in the middle, towards either end", .enabled(if: isThere))
  func forged() throws {
    let page = try #require(try Self.page("b-rst-forged.301"))
    #expect(page.components(separatedBy: ">RST, forged<").count == 3)
    #expect(!page.contains(">RST<"))
  }

  @Test("what arrived is not crossed out, what vanished is there", .enabled(if: isThere))
  func burst() throws {
    let page = try #require(try Self.page("b-burst-hard.301"))
    // All 118 of the client's packets arrived; 14 of the server's vanished.
    #expect(!page.contains(">data, 32\u{A0}B, no answer<"))
    #expect(page.contains("vanished on the way<"))
  }

  @Test("times in statements are by the session's clock", .enabled(if: isThere))
  func clock() throws {
    guard let folder = Recordings.shared("lab2") else { return }
    let files = ["c", "s"].map { folder.appending(path: "b-bh-s2c.301.\($0).pcap.gz").path }
    let text = try Program.run(files).output
    // The server's clock is 3.2 s behind: there it was 09:52:49.
    #expect(text.contains("from 09:52:53 on") && !text.contains("09:52:49"))
  }
}
