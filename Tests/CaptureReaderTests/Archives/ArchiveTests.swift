import CaptureReader
import Foundation
import Support
import Testing

@Suite("Archives") struct ArchiveTests {
  private static let folder = Recordings.fixtures.appending(path: "archives")

  private func entries(_ name: String, limits: ReadingLimits = ReadingLimits())
    -> [CaptureProbe.Item]
  {
    CaptureProbe(Self.folder.appending(path: name).path, limits: limits).items
  }

  @Test(
    "show their captures, good and bad",
    arguments: ["captures.tar.gz", "captures.zip", "captures.7z"])
  func contents(archive: String) throws {
    let items = entries(archive)
    #expect(items.count == 4)
    let names = items.map {
      $0.source.name.split(separator: "!", maxSplits: 1).last.map(String.init)
    }
    #expect(
      names == [
        "monday/nla-required.pcap.gz", "notes.txt", "../../version-mismatch.pcap", "broken.pcap",
      ])
    #expect(items.map { $0.failure == nil } == [true, false, true, true])
    #expect(throws: CaptureError.self) { try read(items[3].source) }
    #expect(items.map(\.isForeign) == [false, true, false, false])
    #expect(items[0].firstTime != nil)
  }

  @Test(
    "give the same packets as the files",
    arguments: ["captures.tar.gz", "captures.zip", "captures.7z"])
  func packets(archive: String) throws {
    let original = Recordings.fixtures.appending(path: "captures/tls/version-mismatch.pcap.gz")
    let expected = try read(.file(original.path)).packets
    let items = entries(archive)
    #expect(try read(items[2].source).packets == expected)
    // Backwards too, with an archive that stays open.
    let opener = SourceOpener()
    for item in [items[2], items[0], items[2]] {
      var count = 0
      _ = try CaptureFile.read(item.source, opener: opener) { _, _ in count += 1 }
      #expect(count > 0)
    }
  }

  @Test("inside of another archive are read, no deeper")
  func nested() throws {
    let items = entries("nested.zip")
    #expect(items.count == 8)
    let opener = SourceOpener()
    let packets = items.map { item in
      (try? CaptureFile.read(item.source, opener: opener) { _, _ in })?.packets ?? 0
    }
    #expect(packets.map { $0 > 0 } == [true, false, true, false, true, false, true, false])
    var flat = ReadingLimits()
    flat.archiveDepth = 1
    #expect(entries("nested.zip", limits: flat).allSatisfy { $0.failure != nil })
  }

  @Test("inside of another archive are not held beyond the limit")
  func nestedBytes() {
    let whole = entries("nested.zip").filter { $0.source.name.contains("inner.7z") }
    #expect(whole.contains { $0.failure == nil })
    var small = ReadingLimits()
    small.nestedArchiveBytes = 100
    let cut = entries("nested.zip", limits: small).filter { $0.source.name.contains("inner.7z") }
    #expect(!cut.isEmpty)
    #expect(cut.allSatisfy { $0.failure != nil })
  }

  @Test("with too many entries, or too much in them, end with an error")
  func limits() {
    var few = ReadingLimits()
    few.archiveEntries = 2
    #expect(entries("captures.zip", limits: few).map(\.isBrokenArchive) == [false, false, true])
    var small = ReadingLimits()
    small.decompressedBytes = 600
    #expect(entries("captures.7z", limits: small).last?.isBrokenArchive == true)
    var ratio = ReadingLimits()
    ratio.ratioGrace = 0
    ratio.compressionRatio = 1
    #expect(entries("captures.7z", limits: ratio).last?.isBrokenArchive == true)
  }

  @Test(
    "cut anywhere keep what stands before",
    arguments: ["captures.tar.gz", "captures.zip", "captures.7z"])
  func cut(archive: String) throws {
    let bytes = try Data(contentsOf: Self.folder.appending(path: archive))
    for length in stride(from: 1, to: bytes.count, by: 97) {
      try withTemporaryFile(Array(bytes.prefix(length)), named: archive) { path in
        let items = CaptureProbe(path).items
        #expect(items.contains { $0.failure != nil }, "\(length)")
        for item in items where item.failure == nil { _ = try? read(item.source) }
      }
    }
  }

  @Test(
    "damaged anywhere never break the reader",
    arguments: ["captures.tar.gz", "captures.zip", "captures.7z", "nested.zip"])
  func damaged(archive: String) throws {
    let bytes = try Data(contentsOf: Self.folder.appending(path: archive))
    for seed in UInt64(1)...60 {
      var random = SeededRandom(seed: seed)
      var changed = Array(bytes)
      for _ in 0..<4 {
        changed[Int.random(in: 0..<changed.count, using: &random)] = .random(
          in: .min ... .max, using: &random)
      }
      try withTemporaryFile(changed, named: archive) { path in
        for item in CaptureProbe(path).items where item.failure == nil {
          _ = try? read(item.source)
        }
      }
    }
  }

  @Test("that have changed since are found out")
  func changed() throws {
    let entry = ArchiveEntry(
      archive: Self.folder.appending(path: "captures.zip").path,
      steps: [.init(index: 2, name: "another.pcap")])
    #expect(throws: CaptureError.self) { try read(.entry(entry)) }
    let beyond = ArchiveEntry(archive: entry.archive, steps: [.init(index: 99, name: "x")])
    #expect(throws: CaptureError.self) { try read(.entry(beyond)) }
  }
}
