import Analysis
import Attribution
import CaptureReader
import Evidence
import Foundation
import PacketDecode
import Support
import TCPStreams
import Testing

@testable import RDPProtocol
@testable import Reporting

@Suite("Hostile facts") struct HostileFactsTests {
  private static let sessions = [Sample.refusal, Sample.outage, Sample.clean]

  @Test("a good line among bad ones counts, and the bad ones are named")
  func badLines() throws {
    let good = try Facts.lines(Sample.report([Sample.refusal]))
    let reader = Facts.read(
      ["{", good[0], "", "{\"schema\":\"rdpwhy/session/1\"}", "[]", good[1], "not JSON"])
    #expect(reader.sessions.count == 1)
    #expect(reader.inputs.count == 1)
    #expect(reader.errors.map(\.line) == [1, 4, 5, 7])
    #expect(reader.errors[1].description == "line 4: schema: \"rdpwhy/session/1\" holds no facts")
  }

  @Test(
    "a bad field is named",
    arguments: [
      ("\"packets\":206", "\"packets\":\"many\"", "packets: is of the wrong type"),
      ("\"packets\":206", "\"packets\":9007199254740993", "packets: 9007199254740993 is out"),
      ("\"packets\":206", "\"packets\":1e300", "packets: 1e300 is out of range"),
      ("\"packets\":206", "\"packets\":1.5", "not valid"),
      ("\"packets\":206,", "", "packets: is missing"),
      ("\"port\":3389", "\"port\":70000", "not valid"),
      ("\"orientation\":\"handshake\"", "\"orientation\":\"luck\"", "orientation: "),
      ("\"time\":\"1772373907.123456789\"", "\"time\":\"soon\"", "expected seconds"),
    ])
  func badField(old: String, new: String, message: String) throws {
    let line = try Facts.lines(Sample.report([Sample.refusal]))[0]
    try #require(line.contains(old))
    let reader = Facts.read([line.replacing(old, with: new)])
    let error = try #require(reader.errors.first?.description)
    #expect(reader.sessions.isEmpty)
    #expect(error.hasPrefix("line 1: "))
    #expect(error.contains(message), "\(error)")
  }

  @Test(
    "another encoding carries no number past the check",
    arguments: [
      String.Encoding.utf16, .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian,
    ])
  func otherEncodings(encoding: String.Encoding) throws {
    let line = try Facts.lines(Sample.report([Sample.refusal]))[0]
    var reader = FactsReader()
    reader.receive(try #require(line.data(using: encoding)))
    reader.finish()
    #expect(reader.sessions.isEmpty)
    #expect(reader.errors.first?.description.contains("is not UTF-8") == true)
  }

  @Test("sums over what is stored any number of times")
  func longLists() throws {
    var session = Sample.outage
    let connection = try #require(session.wire).connection
    var transport = UDPTransport(
      client: Endpoint(address: connection.client.address, port: 50_000),
      server: connection.server, tunnel: 0, kind: .rdpeudp, first: connection.first,
      last: connection.last)
    for side in Side.allCases {
      transport.sent[side].datagrams = 1 << 53
      transport.sent[side].data = 1 << 53
    }
    session.wire?.surroundings.udp = Array(repeating: transport, count: 600)
    let reader = Facts.read(try Facts.lines(Sample.report([session])))
    #expect(reader.errors.isEmpty)
    let report = Report(reader, tool: Facts.tool)
    let codes = report.sessions.flatMap(\.verdict.evidence).map(\.evidence.code.rawValue)
    #expect(codes.contains("udp.carried"))
  }

  @Test("names and marks of 64 bits are read back")
  func wideNumbers() throws {
    var session = Sample.outage
    let connection = try #require(session.wire).connection
    var transport = UDPTransport(
      client: connection.client, server: connection.server, tunnel: .max, kind: .rdpeudp,
      first: connection.first, last: connection.last)
    // A hundred datagrams in a row.
    for number in 0..<100 as Range<UInt32> {
      for side in Side.allCases {
        _ = transport.sent[side].numbers.isRepeat(number, isShort: true)
      }
    }
    session.wire?.surroundings.udp = [transport]
    session.wire?.surroundings.interfaceDrops = .max
    let lines = try Facts.lines(Sample.report([session]))
    try #require(lines[0].contains("18446744073709551615,\"") == true)
    let reader = Facts.read(lines)
    #expect(reader.errors.isEmpty)
    var record: [UInt8] = []
    try BinaryEncoder().encode(session.facts, into: &record)
    let place = try #require(BinaryDecoder.records(in: record)?.first)
    let facts = try ObservationDecoder(.records, shift: 0).facts(record[place])
    #expect(facts.wire?.surroundings.udp == session.wire?.surroundings.udp)
    #expect(facts.wire?.surroundings.interfaceDrops == .max)
  }

  @Test("nesting and length have limits")
  func limits() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(Facts.read([deep]).errors.first?.reason == "is nested deeper than 64 levels")
    let long = String(repeating: "1,", count: 9 << 20)
    let reader = Facts.read([long, "{}"], piece: 1 << 20)
    #expect(reader.errors.map(\.line) == [1, 2])
    #expect(reader.errors.first?.reason == "is longer than 16 MiB")
  }

  /// Values that arithmetic or formatting might not bear.
  private static let numbers = [
    "0", "1", "-1", "255", "256", "65535", "65536", "4294967295", "4294967296",
    "9007199254740992", "-9007199254740992",
  ]
  private static let times = [
    "\"0.000000000\"", "\"-1.000000000\"", "\"9223372036.854775807\"", "\"-9223372036.854775808\"",
  ]

  private static let lines: [String] = {
    let recorded = CaptureAnalyzer.analyze(
      FactsLawTests.fixtures.prefix(12).map { .file($0.path) }, options: AnalysisOptions())
    let reports = [Sample.report(sessions), Report(recorded, tool: Facts.tool)]
    return reports.flatMap { (try? Facts.lines($0)) ?? [] }.filter { $0.contains("rdpwhy/facts/") }
  }()

  @Test("any numbers and times are judged and reported without a trap", arguments: 1...12)
  func extremes(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    for line in Self.lines {
      let changed = Self.mutated(line, using: &random)
      let reader = Facts.read([changed], piece: 1 << 20)
      let report = Report(reader, tool: Facts.tool)
      let layout = TextReport(.init(style: TerminalStyle(), showsAll: true))
      #expect(try Facts.json(report).count == reader.sessions.count, "seed \(seed)")
      #expect(!layout.text(of: report).isEmpty, "seed \(seed)")
    }
  }

  /// Up to a dozen numbers and times replaced.
  private static func mutated(_ line: String, using random: inout SeededRandom) -> String {
    let values = line.matches(of: /:("-?[0-9]+\.[0-9]{9}"|-?[0-9]+)/)
    let chosen = values.shuffled(using: &random).prefix(Int.random(in: 1...12, using: &random))
    var changed = line
    // From the back, so that places before stay where they are.
    for value in chosen.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      let isTime = value.output.1.hasPrefix("\"")
      let other = (isTime ? times : numbers).randomElement(using: &random) ?? "0"
      changed.replaceSubrange(value.range, with: ":" + other)
    }
    return changed
  }
}
