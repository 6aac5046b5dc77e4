@testable import Assistants
import Foundation
import Testing

/// A client reads below the named folders, and nowhere else.
@Suite("Folders of an assistant") final class FolderRootsTests {
  let place = FileManager.default.temporaryDirectory
    .appending(path: "rdpwhy-roots-\(UUID().uuidString)").resolvingSymlinksInPath()
  let roots: FolderRoots

  init() throws {
    let manager = FileManager.default
    for folder in ["in/below", "out"] {
      try manager.createDirectory(
        at: place.appending(path: folder), withIntermediateDirectories: true)
    }
    for file in ["in/a.pcap", "in/below/b.pcap", "out/secret.pcap"] {
      try Data("x".utf8).write(to: place.appending(path: file))
    }
    for (link, target) in [
      ("in/leads-out.pcap", "../out/secret.pcap"), ("in/leads-away", "../out"),
      ("in/stays.pcap", "below/b.pcap"), ("in/nowhere", "nothing"),
    ] {
      try manager.createSymbolicLink(
        atPath: place.appending(path: link).path, withDestinationPath: target)
    }
    roots = try #require(FolderRoots([place.appending(path: "in").path]))
  }

  deinit { try? FileManager.default.removeItem(at: place) }

  @Test("files and folders below are found, by relative and absolute names")
  func inside() throws {
    let inside = place.appending(path: "in").path
    #expect(try roots.files("a.pcap") == [inside + "/a.pcap"])
    #expect(try roots.files(inside + "/a.pcap") == [inside + "/a.pcap"])
    #expect(try roots.files("stays.pcap") == [inside + "/below/b.pcap"])
    #expect(
      try roots.files(".") == [
        inside + "/a.pcap", inside + "/below/b.pcap", inside + "/below/b.pcap",
      ])
  }

  @Test(
    "nothing leads out",
    arguments: [
      "leads-out.pcap", "leads-away", "leads-away/secret.pcap", "../out/secret.pcap", "below/..",
      "/etc/passwd", "/etc/no-such-file", "", "a\u{0}b",
    ])
  func outside(path: String) {
    #expect(throws: FolderRoots.Refusal.outside) { try roots.files(path) }
  }

  @Test("a folder's name is no prefix of its neighbour's")
  func neighbour() throws {
    let neighbour = place.appending(path: "in-secret")
    try FileManager.default.createDirectory(at: neighbour, withIntermediateDirectories: true)
    try Data().write(to: neighbour.appending(path: "c.pcap"))
    #expect(throws: FolderRoots.Refusal.outside) {
      try roots.files(neighbour.appending(path: "c.pcap").path)
    }
  }

  @Test("what is not there, or no file, is refused")
  func others() {
    #expect(throws: FolderRoots.Refusal.missing) { try roots.files("b.pcap") }
    #expect(throws: FolderRoots.Refusal.missing) { try roots.files("nowhere") }
    #expect(FolderRoots([place.appending(path: "none").path]) == nil)
    #expect(FolderRoots([]) == nil)
    let all = FolderRoots(["/"])
    #expect(throws: FolderRoots.Refusal.notAFile) { try all?.files("/dev/null") }
  }
}
