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

  @Test("an entry that claims 2⁶³ bytes is not believed")
  func negativeSize() {
    let items = entries("claims-2-to-the-63.7z")
    #expect(items.map(\.isBrokenArchive) == [true])
    #expect(items.allSatisfy { $0.bytes ?? 0 >= 0 })
    #expect(items.first?.failure?.reason.contains("bytes in its entries") ?? false)
  }

  @Test("names are cut by their bytes, however few characters these are")
  func longNames() throws {
    let name = "a" + String(repeating: "\u{301}", count: 100_000)
    try withTemporaryFile(Self.tar(of: [(name, [1, 2, 3])]), named: "names.tar") { path in
      let items = CaptureProbe(path).items
      #expect(items.count == 1)
      let named = items.first?.source.name.split(separator: "!").last.map { $0.utf8.count }
      #expect(named.map { $0 <= 1_024 + 2 && $0 >= 1_023 } == true, "\(named ?? 0)")
    }
  }

  @Test("are not passed over again and again for captures in another order")
  func rereading() throws {
    let capture = PCAPBuilder().bytes
    let files = (0..<40).map { ("\($0).pcap", capture) }
    try withTemporaryFile(Self.tar(of: files), named: "many.tar") { path in
      let items = CaptureProbe(path).items
      #expect(items.count == 40)
      var limits = ReadingLimits()
      limits.rereadBytes = 1 << 18
      limits.compressionRatio = 2
      let opener = SourceOpener(limits: limits)
      let read = { (item: CaptureProbe.Item) in
        (try? CaptureFile.read(item.source, limits: limits, opener: opener) { _, _ in }) != nil
      }
      #expect(items.allSatisfy(read))
      let backwards = items.reversed().map(read)
      #expect(backwards.first == true && backwards.last == false)
      #expect(
        throws: CaptureError.self,
        performing: {
          try CaptureFile.read(items[0].source, limits: limits, opener: opener) { _, _ in }
        })
      // The default bears it.
      let patient = SourceOpener()
      #expect(
        items.reversed().allSatisfy { item in
          (try? CaptureFile.read(item.source, opener: patient) { _, _ in }) != nil
        })
    }
  }

  /// A tar of these files, names in extended headers (POSIX.1-2001 pax).
  @Test("empty entries are told up to a limit, and counted")
  func emptyEntries() throws {
    let files = (0..<20).map { ("\($0).pcap", [UInt8]()) } + (0..<5).map { ("\($0).txt", []) }
    try withTemporaryFile(Self.tar(of: files), named: "empty.tar") { path in
      var limits = ReadingLimits()
      limits.emptyEntries = 8
      let probe = CaptureProbe(path, limits: limits)
      #expect(probe.items.count == 9)
      #expect(probe.emptyForeign == 5)
      #expect(probe.items.last?.isBrokenArchive == true)
      let told = probe.items.last?.failure.map { "\($0)" } ?? ""
      #expect(told.contains("12 more of its entries are empty"))
    }
  }

  private static func tar(of files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    func block(_ name: String, _ type: UInt8, _ bytes: [UInt8]) -> [UInt8] {
      func octal(_ value: Int, _ width: Int) -> [UInt8] {
        let digits = String(value, radix: 8)
        return Array((String(repeating: "0", count: width - 1 - digits.count) + digits).utf8) + [0]
      }
      let padded = Array(name.utf8.prefix(100))
      var head = padded + [UInt8](repeating: 0, count: 100 - padded.count)
      head += octal(0o644, 8) + octal(0, 8) + octal(0, 8) + octal(bytes.count, 12) + octal(0, 12)
      head += [UInt8](repeating: 0x20, count: 8) + [type] + [UInt8](repeating: 0, count: 100)
      head += Array("ustar\0".utf8) + Array("00".utf8)
      head += [UInt8](repeating: 0, count: 512 - head.count)
      let sum = head.reduce(0) { $0 + Int($1) }
      head.replaceSubrange(148..<156, with: octal(sum, 7) + [0x20])
      return head + bytes + [UInt8](repeating: 0, count: (512 - bytes.count % 512) % 512)
    }
    var tar: [UInt8] = []
    for file in files {
      var length = file.name.utf8.count + 7
      while "\(length)".count + file.name.utf8.count + 7 != length {
        length = "\(length)".count + file.name.utf8.count + 7
      }
      tar += block("long", UInt8(ascii: "x"), Array("\(length) path=\(file.name)\n".utf8))
      tar += block("file", UInt8(ascii: "0"), file.bytes)
    }
    return tar + [UInt8](repeating: 0, count: 1_024)
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
