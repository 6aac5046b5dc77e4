@testable import CaptureReader
import Foundation
import Support
import Testing

/// Our reader of classic captures beside libpcap's, which reads the same bytes.
@Suite("Classic pcap beside libpcap") struct PCAPWitnessTests {
  /// What came of a file that is not refused.
  private struct Reading: Equatable {
    var packets: [ReadPacket]
    var summary: CaptureSummary

    init(_ packets: [ReadPacket], _ summary: CaptureSummary) {
      self.packets = packets
      self.summary = summary
      // What is wrong with a record is libpcap's own text.
      if case .damaged(let offset, _) = summary.ending {
        self.summary.ending = .damaged(offset: offset, expected: "")
      }
    }
  }

  private static func ours(_ path: String, _ limits: ReadingLimits) -> Reading? {
    guard let result = try? read(.file(path), limits: limits) else { return nil }
    return Reading(result.packets, result.summary)
  }

  private static func witness(_ path: String, _ limits: ReadingLimits) -> Reading? {
    var packets: [ReadPacket] = []
    let summary = try? CaptureFile.readThroughLibPCAP(.file(path), limits: limits) {
      record, bytes in packets.append(ReadPacket(record: copy record, bytes: bytes.copied()))
    }
    return summary.map { Reading(packets, $0) }
  }

  private static func expectSame(
    _ path: String, limits: ReadingLimits = ReadingLimits(), _ name: @autoclosure () -> String
  ) {
    let (mine, theirs) = (ours(path, limits), witness(path, limits))
    guard mine != theirs else { return }
    if let mine, let theirs, mine.packets != theirs.packets {
      let place = zip(mine.packets, theirs.packets).prefix { $0 == $1 }.count
      let records = [mine, theirs].map { $0.packets.dropFirst(place).first?.record }
      Issue.record("\(name()): packet \(place + 1) is \(records)")
    } else {
      let endings = [mine, theirs].map { $0.map { "\($0.summary.ending)" } ?? "refused" }
      Issue.record("\(name()): the summaries differ, ended \(endings)")
    }
  }

  @Test(
    "every recording is read the same",
    .enabled(if: Recordings.shared("public") != nil, "recordings absent"),
    arguments: ["lab", "public"])
  func recordings(folder: String) throws {
    var compared = 0
    let root = try #require(Recordings.shared(folder))
    let all = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    for case let url as URL in all ?? .init() {
      let source = CaptureSource.file(url.path)
      guard let opened = try? OpenedCapture(source, limits: ReadingLimits()),
        opened.format == .pcap
      else { continue }
      Self.expectSame(url.path, url.lastPathComponent)
      compared += 1
    }
    #expect(compared > 50)
  }

  /// Packets of many sizes, more than a reading window holds together.
  private static func capture(
    _ variant: VariantSample, packets: Int, largest: Int, snapLength: UInt32 = 262_144,
    using random: inout SeededRandom
  ) -> [UInt8] {
    var builder = PCAPBuilder(magic: variant.magic, order: variant.order, snapLength: snapLength)
    for number in 0..<packets {
      let size = Int.random(in: 0...largest, using: &random)
      builder.packet(
        [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: size),
        seconds: UInt32.random(in: 0...UInt32.max, using: &random),
        fraction: UInt32.random(in: 0...UInt32.max, using: &random),
        original: UInt32.random(in: 0...4 * UInt32(largest), using: &random))
    }
    return builder.bytes
  }

  @Test("packets across the borders of the window are whole", arguments: VariantSample.all)
  func windowBorders(variant: VariantSample) throws {
    var random = SeededRandom(seed: 11)
    for largest in [100, 4_000, 262_144] {
      let bytes = Self.capture(variant, packets: 20, largest: largest, using: &random)
      try withTemporaryFile(bytes) { Self.expectSame($0, "packets up to \(largest) bytes") }
    }
  }

  @Test("changed and cut files end the same", arguments: 1...40 as ClosedRange<UInt64>)
  func mutations(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let variant = VariantSample.all[Int(seed) % VariantSample.all.count]
    let whole = Self.capture(variant, packets: 4, largest: 30, snapLength: 20, using: &random)
    for _ in 0..<20 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        // The magic number aside, which would make it another format.
        let place = Int.random(in: 4..<bytes.count, using: &random)
        bytes[place] = [0, 1, 0x7F, 0xFF, bytes[place] ^ 0x80].randomElement(using: &random) ?? 0
      }
      if Bool.random(using: &random) {
        bytes = Array(bytes.prefix(Int.random(in: 4...bytes.count, using: &random)))
      }
      let described = "seed \(seed), \(bytes.count) bytes"
      try withTemporaryFile(bytes) { path in Self.expectSame(path, described) }
    }
  }

  @Test("a limit on packets' bytes ends both at the same record", arguments: [0, 9, 10, 11])
  func packetLimit(limit: Int) throws {
    var builder = PCAPBuilder()
    for size in [3, 9, 10, 11] { builder.packet([UInt8](repeating: 1, count: size)) }
    var limits = ReadingLimits()
    limits.packetBytes = limit
    try withTemporaryFile(builder.bytes) {
      Self.expectSame($0, limits: limits, "limit \(limit)")
    }
  }

  @Test(
    "only what libpcap reads without changes is read without it",
    arguments: [
      (0xa1b2_c3d4, 1, true), (0xa1b2_3c4d, 113, true), (0xa1b2_cd34, 1, false),
      (0xa1b2_c3d4, 0x2400_0001, false), (0xa1b2_c3d4, 189, false), (0xa1b2_c3d4, 12, true),
    ] as [(UInt32, UInt32, Bool)], ByteOrder.allCases)
  func choosesReader(sample: (magic: UInt32, link: UInt32, isUsual: Bool), order: ByteOrder) {
    let head = PCAPBuilder(magic: sample.magic, order: order, linkType: sample.link).bytes
    #expect(PCAPVariant(head: head).isUsual == sample.isUsual)
    #expect(!PCAPVariant(head: Array(head.dropLast())).isUsual)
  }
}
