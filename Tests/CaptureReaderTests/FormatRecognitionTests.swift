import CaptureReader
import Foundation
import Support
import Testing

@Suite("Recognition of formats") struct FormatRecognitionTests {
  @Test("names formats that are not read", arguments: KnownFormatSample.all)
  func namesFormat(sample: KnownFormatSample) throws {
    let error = try #require(throws: CaptureError.self) { try read(sample.bytes) }
    guard case .knownFormat(let format, _) = error.code else {
      Issue.record("\(sample.format) is \(error)")
      return
    }
    #expect(format == sample.format)
    #expect(error.description.contains(format.title))
  }

  @Test(
    "gives the command that converts a format",
    arguments: [
      (CaptureFormat.netMon, "a.cap", "editcap -F pcapng a.cap a.pcapng"),
      (.snoop, "dir.d/a", "editcap -F pcapng dir.d/a dir.d/a.pcapng"),
      (.sniffer, ".enc", "editcap -F pcapng .enc .enc.pcapng"),
      (.erf, "my file.erf", #"editcap -F pcapng "my file.erf" "my file.pcapng""#),
    ])
  func givesCommand(format: CaptureFormat, path: String, command: String) {
    #expect(format.conversionCommand(for: path) == command)
  }

  @Test("asks for batch where an archive is given")
  func namesArchive() throws {
    let error = try #require(throws: CaptureError.self) { try read([0x50, 0x4b, 3, 4, 0, 0]) }
    #expect(
      error.description.hasSuffix(
        "is a zip archive at offset 0, expected a packet capture;"
          + " archives are read as files, not through a pipe: name the file"))
  }

  @Test("shows what unknown contents look like")
  func showsUnknown() throws {
    let bytes = try #require(throws: CaptureError.self) { try read([0xde, 0xad, 0, 1]) }
    #expect(bytes.code == .notACapture(found: "bytes de ad 00 01"))
    let text = try #require(throws: CaptureError.self) { try read(Array("dear sir\u{1b}".utf8)) }
    #expect(text.code == .notACapture(found: "bytes 64 65 61 72 20 73 69 72"))
    let line = try #require(throws: CaptureError.self) { try read(Array("dear \"sir\"\nx".utf8)) }
    #expect(line.code == .notACapture(found: #"text starting with "dear \"sir\"""#))
  }

  @Test("an empty file is empty")
  func namesEmpty() throws {
    let error = try #require(throws: CaptureError.self) { try read([]) }
    #expect(error.code == .empty)
    #expect(
      error.description.hasSuffix(
        "/capture: is empty: nothing at offset 0, expected a packet capture"))
  }

  @Test("a missing file and a folder cannot be opened")
  func namesUnopened() throws {
    let missing = try #require(throws: CaptureError.self) { try read(.file("no/such/file")) }
    #expect(missing.description == "no/such/file: cannot open: No such file or directory")
    let folder = FileManager.default.temporaryDirectory.path
    let directory = try #require(throws: CaptureError.self) { try read(.file(folder)) }
    #expect(directory.code == .cannotOpen(reason: "is a directory"))
  }

  @Test("tells the format without reading the packets")
  func tellsFormat() throws {
    let format = try withTemporaryFile(CompressedSample.all[0].bytes) { path in
      try CaptureFile.format(of: .file(path))
    }
    #expect(format == .pcap)
  }
}

struct KnownFormatSample: Sendable, CustomTestStringConvertible {
  var format: CaptureFormat
  var bytes: [UInt8]
  var testDescription: String { format.rawValue }

  init(_ format: CaptureFormat, _ bytes: [UInt8]) {
    self.format = format
    self.bytes = bytes
  }

  init(_ format: CaptureFormat, _ text: String) { self.init(format, Array(text.utf8)) }

  private static let zeros = [UInt8](repeating: 0, count: 512)

  static let all = [
    KnownFormatSample(.netMon, Array("GMBU".utf8) + zeros),
    KnownFormatSample(.netMon, Array("RTSS".utf8) + zeros),
    KnownFormatSample(.snoop, Array("snoop\0\0\0".utf8) + [0, 0, 0, 2, 0, 0, 0, 4]),
    KnownFormatSample(.sniffer, "TRSNIFF data    \u{1a}"),
    KnownFormatSample(.netXRay, Array("XCP\0".utf8) + zeros),
    KnownFormatSample(.erf, erfRecord(seconds: 1_700_000_000) + erfRecord(seconds: 1_700_000_001)),
    KnownFormatSample(.evtx, Array("ElfFile\0".utf8) + zeros),
    KnownFormatSample(.zip, [0x50, 0x4b, 3, 4] + zeros),
    KnownFormatSample(.sevenZip, [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]),
    KnownFormatSample(.tar, Array(zeros.prefix(257)) + Array("ustar\0".utf8) + zeros),
    KnownFormatSample(.json, #"{"_index": 1}"#),
    KnownFormatSample(.ownResult, #"{"attempt":{"decided_by":null"#),
    KnownFormatSample(.ownResult, #"{"by_cause":{},"schema":"rdpwhy/series/1"}"#),
    KnownFormatSample(.ownResult, "{\n  \"inputs\" : [],\n  \"schema\" : \"rdpwhy/report/1\"}"),
    KnownFormatSample(.json, "  [\n {}]"),
    KnownFormatSample(.xml, "<?xml version=\"1.0\"?><pdml/>"),
    KnownFormatSample(.hexDump, "0000  45 00 00 34 00 01\n"),
    KnownFormatSample(.hexDump, "00000000: d4c3 b2a1 0200 0400  ........\n"),
    KnownFormatSample(.tcpdumpText, "12:00:00.000001 IP 10.0.0.1.1 > 10.0.0.2.3389: Flags [S]\n"),
    KnownFormatSample(
      .pktmonText, "12:00:00.000001 PktGroupId 281474976710657, PktNumber 1, Appearance 1\n"),
    KnownFormatSample(.utf16Text, [0xff, 0xfe, 0xd4, 0, 0xc3, 0]),
  ]

  private static func erfRecord(seconds: UInt32) -> [UInt8] {
    [0, 0, 0, 0] + ByteOrder.little.bytes(of: seconds) + [2, 4, 0, 24, 0, 0, 0, 60]
      + [UInt8](repeating: 0, count: 8)
  }
}
