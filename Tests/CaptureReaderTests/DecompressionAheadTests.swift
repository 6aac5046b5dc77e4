import CaptureReader
import Foundation
import Support
import Testing

/// A decoder on another core changes nothing that is read.
@Suite("Decompression ahead") struct DecompressionAheadTests {
  /// Long enough for a core of its own.
  private static func capture(packets: Int) -> [UInt8] {
    var file = PCAPBuilder()
    for number in 0..<packets {
      file.packet(
        (0..<1_000).map { UInt8(truncatingIfNeeded: $0 &* number) }, seconds: UInt32(number + 1))
    }
    return file.bytes
  }

  private struct Reading: Equatable {
    var lengths: [Int] = []
    var sum = 0
    var ending: CaptureEnding?
    var notes: [String] = []
  }

  private static func read(_ path: String, workers: Int) throws -> Reading {
    var reading = Reading()
    let summary = try CaptureFile.read(.file(path), workers: Workers(workers)) { record, bytes in
      reading.lengths.append(bytes.byteCount)
      for byte in bytes.copied() { reading.sum = reading.sum &* 31 &+ Int(byte) }
    }
    reading.ending = summary.ending
    reading.notes = summary.notes.map(\.message)
    return reading
  }

  @Test("whole, cut and damaged files", arguments: ["whole", "cut", "damaged"])
  func same(kind: String) throws {
    let file = try ScratchFile(named: "noise.pcap.gz")
    var bytes = gzipStored(Self.capture(packets: 900))
    try #require(bytes.count > 512 << 10)
    switch kind {
    case "cut": bytes.removeLast(bytes.count / 3)
    case "damaged": bytes[bytes.count / 2] ^= 0x55
    default: bytes += [0, 0, 0]
    }
    try file.write(bytes)
    let alone = try Self.read(file.path, workers: 1)
    #expect(!alone.lengths.isEmpty)
    #expect((alone.ending == .complete) == (kind == "whole"))
    for _ in 0..<3 { #expect(try Self.read(file.path, workers: 2) == alone) }
  }

  @Test("a capture that ends early leaves nothing behind")
  func stopped() throws {
    let file = try ScratchFile(named: "stops.pcap.gz")
    var bytes = Self.capture(packets: 900)
    // The third packet claims to be longer than any can be.
    let third = 24 + 2 * 1_016 + 8
    bytes.replaceSubrange(third..<third + 4, with: [0xff, 0xff, 0xff, 0x7f])
    try file.write(gzipStored(bytes))
    let alone = try Self.read(file.path, workers: 1)
    #expect(alone.lengths.count == 2)
    for _ in 0..<20 { #expect(try Self.read(file.path, workers: 2) == alone) }
  }
}
