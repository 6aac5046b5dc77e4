import Analysis
import CaptureReader
import Evidence
import Foundation
import PacketDecode
import RDPProtocol
import Support
import Testing

@testable import Anonymizing

/// The law: what is anonymised is judged as the original is, and no original is left in it.
@Suite("Verdicts of anonymised captures") struct AnonymizedVerdictTests {
  static let fixtures: [String] = {
    let folder = Recordings.fixtures.appending(path: "captures")
    let all =
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects
      as? [URL] ?? []
    return all.map(\.path).filter {
      $0.hasSuffix(".pcap.gz") && !$0.contains("/decryption/")
    }.sorted()
  }()

  static let lab: [String] = {
    guard let folder = Recordings.shared("lab") else { return [] }
    let all = Recordings.files(in: folder, endingIn: [".pcap.gz"])
    // Some twenty captures of all kinds.
    return all.indices.filter { $0 % 14 == 5 }.map { all[$0].path }
  }()

  private func check(_ sources: [String]) throws {
    let result = try AnonymizedCapture(sources)
    #expect(!result.original.sessions.isEmpty)
    #expect(result.differences.isEmpty, "\(sources) \(result.differences)")
    #expect(result.anonymized.sessions.count == result.original.sessions.count)
    let search = OriginalSearch(result.names, result.pseudonyms)
    for path in result.paths {
      let left = try search.findings(inCapture: path)
      #expect(left.isEmpty, "\(left)")
    }
  }

  @Test("fixtures are judged as before", arguments: fixtures)
  func fixture(path: String) throws { try check([path]) }

  @Test(
    "captures of the lab are judged as before", .enabled(if: !lab.isEmpty, "recordings absent"),
    arguments: lab)
  func labCapture(path: String) throws { try check([path]) }

  @Test(
    "both ends of a session are still known as one",
    .enabled(if: Recordings.shared("lab") != nil, "recordings absent"))
  func bothEnds() throws {
    let folder = try #require(Recordings.shared("lab"))
    let result = try AnonymizedCapture(
      ["c", "s"].map { folder.appending(path: "a-nla.100.\($0).pcap.gz").path })
    let witnesses = result.original.sessions.map(\.facts.witnesses.count)
    #expect(witnesses == [2])
    #expect(result.differences.isEmpty)
  }

  @Test("logs of both ends still belong to the capture's sessions")
  func logs() throws {
    let folder = Recordings.fixtures.appending(path: "logs")
    let result = try AnonymizedCapture(
      ["pcap.gz", "client.log", "server.log"].map {
        folder.appending(path: "wrong-password.\($0)").path
      })
    let joined = result.original.sessions.filter { $0.facts.witnesses.count > 1 }
    #expect(!joined.isEmpty)
    #expect(result.differences.isEmpty, "\(result.differences)")
    let search = OriginalSearch(result.names, result.pseudonyms)
    for path in result.paths.dropFirst() {
      let text = [UInt8](try Data(contentsOf: URL(filePath: path)))
      #expect(search.findings(in: text, of: path, at: 0).isEmpty)
    }
  }

  @Test("packets keep frame number, time and length; names in cookies become pseudonyms")
  func packets() throws {
    let path = try #require(Self.fixtures.first { $0.hasSuffix("credssp/account-locked.pcap.gz") })
    let result = try AnonymizedCapture([path])
    let session = try #require(result.anonymized.sessions.first)
    let cookie = session.wire?.trace.request?.value.cookie
    #expect(cookie == result.pseudonyms.name("jdoe"))
    #expect(cookie != "jdoe")
    var records: [[Int64]] = []
    var copies: [[Int64]] = []
    _ = try CaptureFile.read(.file(path)) { record, _ in
      records.append([record.time.nanoseconds, Int64(record.originalLength)])
    }
    _ = try CaptureFile.read(.file(try #require(result.paths.first))) { record, _ in
      copies.append([record.time.nanoseconds, Int64(record.originalLength)])
    }
    #expect(records == copies)
  }

  @Test("mutated captures are written without a trap", arguments: 0..<60)
  func mutations(seed: Int) throws {
    let path = Self.fixtures[seed % Self.fixtures.count]
    var (packets, _) = try read(.file(path))
    packets = Array(packets.prefix(400))
    var random = SeededRandom(seed: UInt64(seed))
    for _ in 0..<12 {
      PacketMutation.allCases.randomElement(using: &random)?.apply(to: &packets, using: &random)
    }
    let file = try ScratchFile(named: "mutated.pcap")
    var capture = PCAPBuilder(magic: 0xa1b2_3c4d)
    for packet in packets {
      let nanoseconds = UInt64(clamping: packet.record.time.nanoseconds)
      capture.packet(
        packet.bytes, seconds: UInt32(truncatingIfNeeded: nanoseconds / 1_000_000_000),
        fraction: UInt32(nanoseconds % 1_000_000_000),
        original: UInt32(clamping: max(packet.record.originalLength, packet.bytes.count)))
    }
    try file.write(capture.bytes)
    let result = try AnonymizedCapture([file.path])
    #expect(result.paths.count == 1)
    // Bytes that a mutated header takes for an address can stand elsewhere by right; names cannot.
    let search = OriginalSearch(result.names, result.pseudonyms)
    for path in result.paths {
      let left = try search.findings(inCapture: path).filter {
        !$0.original.contains(":") && $0.original.contains(where: \.isLetter)
      }
      #expect(left.isEmpty, "\(left)")
    }
  }
}
