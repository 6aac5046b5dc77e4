import CaptureReader
import Foundation
import Support
import Testing

@Suite("Compressed captures") struct CompressionTests {
  /// The capture of two packets that `CompressedSample` holds in each compression.
  static let plain: [UInt8] = {
    var builder = PCAPBuilder()
    builder.packet([1, 2, 3], seconds: 1_700_000_000, fraction: 5)
    builder.packet([4, 5], seconds: 1_700_000_000, fraction: 5)
    return builder.bytes
  }()

  @Test("are recognised by content", arguments: CompressedSample.all)
  func readsCompression(sample: CompressedSample) throws {
    let (packets, summary) = try read(sample.bytes)
    let (expected, plainSummary) = try read(Self.plain)
    #expect(packets == expected)
    #expect(summary.compression == sample.name)
    #expect(summary.ending == .complete)
    #expect(summary.notes == [])
    #expect(summary.readBytes == Self.plain.count)
    #expect(plainSummary.compression == nil)
  }

  @Test("never yield wrong packets when they are cut", arguments: CompressedSample.all)
  func survivesCut(sample: CompressedSample) throws {
    let (expected, _) = try read(Self.plain)
    for count in 0..<sample.bytes.count {
      do {
        let (packets, summary) = try read(Array(sample.bytes.prefix(count)))
        #expect(packets == Array(expected.prefix(packets.count)), "prefix of \(count)")
        // Checksums and indexes after the data may be cut without a loss.
        #expect(summary.ending != .complete || packets.count == 2, "prefix of \(count)")
      } catch let error as CaptureError {
        #expect(!error.description.isEmpty)
      }
    }
  }

  @Test("keep all packets of several gzip members")
  func readsMembers() throws {
    var pcapng = PCAPNGBuilder()
    pcapng.section()
    pcapng.interface()
    for number in 0..<20 { pcapng.packet([UInt8](repeating: UInt8(number), count: 50)) }
    let parts = [pcapng.bytes[..<100], pcapng.bytes[100..<433], [], pcapng.bytes[433...]]
    let (packets, summary) = try read(parts.flatMap { gzipStored(Array($0)) })
    #expect(packets.count == 20)
    #expect(summary.ending == .complete)
  }

  @Test("keep all packets before the end of cut gzip data")
  func keepsPacketsOfCutGzip() throws {
    var builder = PCAPBuilder()
    for number in 0..<100 { builder.packet([UInt8](repeating: UInt8(number), count: 84)) }
    let stored = gzipStored(builder.bytes)
    // 10 bytes of gzip header, 5 of the stored block, 24 of the file, 57 records, half a record.
    let (packets, summary) = try read(Array(stored.prefix(10 + 5 + 24 + 57 * 100 + 50)))
    #expect(packets.count == 57)
    #expect(summary.notes.map(\.code) == [.decompressionFailed])
    guard case .cut(24 + 57 * 100, _) = summary.ending else {
      Issue.record("ends as \(summary.ending)")
      return
    }
  }

  @Test("say that a gzip checksum is wrong")
  func checksChecksum() throws {
    var stored = gzipStored(Self.plain)
    stored[stored.count - 8] ^= 1
    let (packets, summary) = try read(stored)
    #expect(packets.count == 2)
    guard case .damaged = summary.ending else {
      Issue.record("ends as \(summary.ending)")
      return
    }
  }

  @Test("may be padded")
  func notesTrailingBytes() throws {
    let (packets, summary) = try read(
      gzipStored(Self.plain) + [UInt8](repeating: 0, count: 512))
    #expect(packets.count == 2)
    #expect(summary.ending == .complete)
    #expect(summary.notes.map(\.code) == [.trailingBytes])
  }

  @Test("end at the limit of decompressed bytes")
  func limitsDecompression() throws {
    var limits = ReadingLimits()
    limits.decompressedBytes = 100_000
    let (_, summary) = try read(CompressedSample.bomb, limits: limits)
    guard case .damaged = summary.ending else {
      Issue.record("ends as \(summary.ending)")
      return
    }
    #expect(summary.readBytes < 5_000_000)
  }

  @Test("end at the limit of their ratio")
  func limitsRatio() throws {
    var limits = ReadingLimits()
    limits.ratioGrace = 100_000
    let (packets, summary) = try read(CompressedSample.bomb, limits: limits)
    guard case .damaged(_, let expected) = summary.ending else {
      Issue.record("ends as \(summary.ending)")
      return
    }
    #expect(expected.contains("2000 decompressed bytes for each stored byte"))
    #expect(packets.count > 2)
    #expect(try read(CompressedSample.bomb).summary.ending == .complete)
  }

  @Test("inside each other end at a depth")
  func limitsDepth() throws {
    var bytes = Self.plain
    for _ in 0..<3 { bytes = gzipStored(bytes) }
    #expect(try read(bytes).packets.count == 2)
    let deeper = gzipStored(bytes)
    #expect(throws: CaptureError.self) { try read(deeper) }
  }

  @Test("of nothing are empty, of other things are named")
  func refusesOtherContents() throws {
    let empty = gzipStored([])
    let error = try #require(throws: CaptureError.self) { try read(empty) }
    #expect(error.code == .empty)
    let text = gzipStored(Array("hello world, this is text".utf8))
    let other = try #require(throws: CaptureError.self) { try read(text) }
    guard case .notACapture = other.code else {
      Issue.record("is \(other)")
      return
    }
  }

  @Test("come through a pipe", arguments: [CompressedSample.all[0].bytes, plain])
  func readsPipe(bytes: [UInt8]) throws {
    let (packets, summary) = try withTemporaryFile([]) { path in
      let pipe = path + ".pipe"
      try #require(unsafe mkfifo(pipe, 0o600) == 0)
      let writer = Thread {
        try? FileHandle(forWritingTo: URL(filePath: pipe)).write(contentsOf: Data(bytes))
      }
      writer.start()
      return try read(.file(pipe))
    }
    #expect(packets.count == 2)
    #expect(summary.ending == .complete)
    #expect(summary.readBytes == Self.plain.count)
  }
}

/// A gzip member (RFC 1952) of stored blocks.
func gzipStored(_ bytes: [UInt8]) -> [UInt8] {
  var result: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]
  var rest = bytes[...]
  repeat {
    let block = rest.prefix(0xffff)
    rest = rest.dropFirst(block.count)
    let length = UInt16(block.count)
    result += [rest.isEmpty ? 1 : 0]
    result += ByteOrder.little.bytes(of: length) + ByteOrder.little.bytes(of: ~length) + block
  } while !rest.isEmpty
  let checksum = bytes.reduce(UInt32.max) { checksum, byte in
    (0..<8).reduce(checksum ^ UInt32(byte)) { value, _ in
      value & 1 == 0 ? value >> 1 : value >> 1 ^ 0xedb8_8320
    }
  }
  return result + ByteOrder.little.bytes(of: ~checksum)
    + ByteOrder.little.bytes(of: UInt32(bytes.count))
}

/// The sample capture as the usual tools compress it.
struct CompressedSample: Sendable, CustomTestStringConvertible {
  var name: String
  var bytes: [UInt8]
  var testDescription: String { name }

  init(_ name: String, _ base64: String) {
    self.name = name
    bytes = Array(Data(base64Encoded: base64) ?? Data())
  }

  static let all = [
    CompressedSample(
      "gzip",
      "H4sIAAAAAAACA7tyeNNCJgYWBgRgYWAEUR+DU1mBFDMUMzIxw4SYoJiFFQAiJFj6PQAAAA=="),
    CompressedSample(
      "zstd",
      "KLUv/SA9TQEA6NTDsqECAAQABAABAAAAAPFTZQUAAAADAQIDAgQFBABuFjbJ4Oa6gTg="),
    CompressedSample(
      "xz",
      "/Td6WFoAAATm1rRGAgAhARwAAAAQz1jM4AA8ACNdAGow0ch9i/gJm68fzHkIdYpxsMkBHpSfceaf/DfLjhtP1uUk"
        + "AAB5qy534LbF7gABPz0G0zAgH7bzfQEAAAAABFla"),
    CompressedSample(
      "bzip2",
      "QlpoOTFBWSZTWd40Fm8AABrDHv6ACAACACAAEAAIAAQAIAAgADEAAASmVP1CZHoo5jDb8KIqGiKjeWRaWzTs4ff3"
        + "eTou5IpwoSG8aCze"),
    CompressedSample(
      "lz4",
      "BCJNGGRApy0AAACG1MOyoQIABAABADAEAAENAIPxU2UFAAAAAwQANAECAxMAoAIAAAACAAAABAUAAAAAXFDFkQ=="),
    CompressedSample(
      "lzma",
      "XQAAgAD//////////wBqMNHIfYv4CZuvH8x5CHWKcbDJAR6Un3Hmn/w3y44bVqdJYn/8aaQA"),
    CompressedSample("compress", "H52Q1IbJCiUAAAEACBMqNAgggMJ4U8oUSDiAYsIAAipClJiwIEKPBgsA"),
    CompressedSample(
      "xz in gzip",
      "H4sIAAAAAAAAAwFgAJ///Td6WFoAAATm1rRGAgAhARwAAAAQz1jM4AA8ACNdAGow0ch9i/gJm68fzHkIdYpxsMkB"
        + "HpSfceaf/DfLjhtP1uUkAAB5qy534LbF7gABPz0G0zAgH7bzfQEAAAAABFlaVDfSyWAAAAA="),
  ]

  /// The sample and four million zeros, by zstd.
  static let bomb = CompressedSample(
    "bomb",
    "KLUv/QBodAEA8NTDsqECAAQABAABAAAAAPFTZQUAAAADAQIDAgQFAAUAv/9vHtddm29wXYVBHAIAEAACABAAAgAQ"
      + String(repeating: "AAIAEAACABAAAgAQ", count: 9) + "AAIAEAACABAA60kIAA=="
  ).bytes
}
