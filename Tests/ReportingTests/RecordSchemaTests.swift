import Analysis
import Attribution
import CaptureReader
import Evidence
import Foundation
import RDPProtocol
@testable import Reporting
import Support
import Testing

@Suite("JSON Schema of the records") struct RecordSchemaTests {
  static let validator = Result {
    JSONSchemaValidator(try JSONValue(Data(OutputSchema.records.json.utf8)))
  }

  @Test("is the one in Docs", arguments: OutputSchema.allCases)
  func embedded(schema: OutputSchema) throws {
    try DocsPage.check(schema.json, "Docs/schemas/\(schema.rawValue).schema.json")
  }

  @Test("every field is described in Docs")
  func described() throws { try DocsPage.check(FieldPage.text, "Docs/fields.md") }

  @Test("every schema is JSON that refers to what it defines", arguments: OutputSchema.allCases)
  func references(schema: OutputSchema) throws {
    let text = schema.json
    let value = try JSONValue(Data(text.utf8))
    let defined = Set(try #require(value["$defs"]?.object).keys)
    let named = text.matches(of: /"#\/\$defs\/([a-z_0-9]+)"/).map { String($0.output.1) }
    #expect(Set(named).isSubset(of: defined))
    #expect(!named.isEmpty)
  }

  @Test("no two records have the same name, and no record two fields of the same key")
  func names() {
    var shapes: [String: RecordShape] = [:]
    func visit(_ shape: RecordShape) {
      let keys = shape.members.map(\.key)
      #expect(Set(keys).count == keys.count, "\(shape.name)")
      guard shapes.updateValue(shape, forKey: shape.name) == nil else { return }
      for member in shape.members {
        guard let part = member.kind.shape else { continue }
        #expect(shapes[part.name] == nil || shapes[part.name] === part, "\(part.name)")
        #expect(!member.meaning.isEmpty)
        visit(part)
      }
    }
    for schema in OutputSchema.allCases { schema.roots.forEach(visit) }
    #expect(shapes.count > 40)
  }

  @Test("accepts the document of an analysis, and stored facts")
  func documents() throws {
    let report = Sample.report([Sample.refusal, Sample.outage])
    var document = Data()
    try JSONReport(.document).write(report) { document.append($0) }
    #expect(try Self.problems(in: JSONValue(document), .report) == [])
    var text = Data()
    try FactsReport().write(report) { text.append($0) }
    let lines = text.split(separator: UInt8(ascii: "\n")).map { Data($0) }
    #expect(lines.count == 3)
    #expect(try Self.problems(in: JSONValue(lines[0]), .facts) == [])
    #expect(try Self.problems(in: JSONValue(lines[2]), .input) == [])
  }

  @Test("accepts the lines of a batch, which are read back as they were")
  func batch() throws {
    let head = SeriesHead(
      series: "a \u{202E}\"ring\"", files: 2, filesFailed: 0, filesPartial: 1, bytes: 1 << 40,
      sessions: 3, firstGroup: 7, groups: 2, byCause: ["network": 2, "clean": 1])
    #expect(SeriesHead(line: head.text[...]) == head)
    #expect(try Self.problems(in: JSONValue(Data(head.text)), .series) == [])
    let plain = PlannedFile(name: "a.pcap", bytes: 24)
    var known = PlannedFile(name: "b.zip!c.pcap", bytes: 9, firstTime: -1, lastTime: .max)
    known.counter = 3
    known.entry = ArchiveEntry(
      archive: "b.zip",
      steps: [.init(index: 0, name: "c.pcap"), .init(index: 1, name: "", size: 4)])
    known.archiveProblem = "is damaged"
    for files in [[plain], [known, plain]] {
      let plan = SeriesPlan(
        series: "ring", bytes: 33, firstTime: "2026-03-01T14:05:07.123456789Z", files: files)
      #expect(SeriesPlan(line: plan.text[...]) == plan)
      #expect(try Self.problems(in: JSONValue(Data(plan.text)), .plan) == [])
    }
    #expect(
      String(decoding: SeriesPlan(series: "s", bytes: 1, files: [plain]).text, as: UTF8.self)
        == #"{"bytes":1,"files":[{"bytes":24,"name":"a.pcap"}],"schema":"rdpwhy/plan/1","series":"s","#
        + "\"tool_version\":\"\(Tool.current.version)\"}\n")
    #expect(SeriesPlan(line: head.text[...]) == nil)
  }

  /// What is wrong with a value by one of the schemas.
  static func problems(in value: JSONValue, _ schema: OutputSchema) throws -> [String] {
    JSONSchemaValidator(try JSONValue(Data(schema.json.utf8))).problems(in: value)
  }

  @Test(
    "accepts a session of every cause",
    arguments: [
      "clean.client_closed", "network.loss", "negotiation.hybrid_required", "tls.alert",
      "credssp.logon_failure", "server.closed", "client.terminated", "protocol.malformed",
      "undetermined.mid_session",
    ])
  func causes(code: String) throws {
    var session = Sample.refusal
    session.verdict.code = .init(code)
    #expect(try problems(session) == [])
  }

  @Test("accepts sessions with and without protocols, outages and reasons")
  func shapes() throws {
    for session in [Sample.refusal, Sample.outage, Sample.clean, Sample.undetermined] {
      #expect(try problems(session) == [])
    }
  }

  @Test("accepts inputs that were read, cut, damaged, refused")
  func inputs() throws {
    var cut = Sample.input()
    cut.summary?.ending = .cut(offset: 24, expected: "a record")
    cut.summary?.notes = [CaptureNote(.noTimestamps, "No times.", offset: 3, frame: 1)]
    cut.notes = [.init(code: "duplicates", message: "12 copies removed")]
    cut.contents.topPorts = [.init(port: 443, connections: 2)]
    var damaged = Sample.input()
    damaged.summary?.ending = .damaged(offset: 24, expected: "a block")
    for input in [Sample.input(), Sample.input(packets: 0), cut, damaged, Sample.unreadable()] {
      let record = try JSONValue(Sample.line(Sample.report([], inputs: [input]).inputs[0]))
      #expect(try Self.validator.get().problems(in: record) == [])
    }
  }

  struct Damage: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var change: @Sendable (inout JSONValue) -> Void
  }

  @Test(
    "rejects what breaks the promise",
    arguments: [
      Damage(testDescription: "missing field") { $0["uid"] = nil },
      Damage(testDescription: "wrong type") { $0["degraded"] = "no" },
      Damage(testDescription: "number as text") { $0["id.orig_p"] = "3389" },
      Damage(testDescription: "port beyond the range") { $0["id.orig_p"] = 65536 },
      Damage(testDescription: "unknown phase") { $0["phase"] = "login" },
      Damage(testDescription: "unknown end") { $0["ended_by"] = "god" },
      Damage(testDescription: "null where there is always a value") { $0["verdict"] = .null },
      Damage(testDescription: "time without nanoseconds") { $0["ts"] = "2026-03-01T14:05:07Z" },
      Damage(testDescription: "other schema") { $0["schema"] = "rdpwhy/session/2" },
      Damage(testDescription: "unlisted field") { $0["extra"] = 1 },
      Damage(testDescription: "confidence beyond 1") { $0["verdict"]?["confidence"] = 1.5 },
      Damage(testDescription: "cause in a code") { $0["verdict"]?["code"] = "weather.rain" },
      Damage(testDescription: "deep in an array") {
        $0["evidence"] = .array([.object(["code": "x"])])
      },
      Damage(testDescription: "protocol object of the wrong shape") { $0["tls"] = .object([:]) },
    ])
  func rejects(_ damage: Damage) throws {
    var record = try JSONValue(Sample.line(Sample.report([Sample.refusal])))
    damage.change(&record)
    #expect(try !Self.validator.get().problems(in: record, definition: "session").isEmpty)
    #expect(try !Self.validator.get().problems(in: record).isEmpty)
  }

  @Test("lists every word of the closed vocabularies")
  func vocabulary() throws {
    let schema = try JSONValue(Data(OutputSchema.records.json.utf8))
    let causes = Cause.allCases.map { JSONValue.string($0.rawValue) }
    let verdict = schema["$defs"]?["verdict"]?["properties"]
    #expect(verdict?["cause"]?["enum"] == .array(causes))
    let phases = Phase.allCases.map { JSONValue.string($0.rawValue) }
    #expect(schema["$defs"]?["session"]?["properties"]?["phase"]?["enum"] == .array(phases))
  }

  @Test("is checked by a validator that does not overlook keywords")
  func unknownKeyword() {
    let validator = JSONSchemaValidator(.object(["minProperties": 1]))
    #expect(
      validator.problems(in: .object([:])) == ["$: the validator does not know minProperties"])
  }

  private func problems(_ session: SessionReport) throws -> [String] {
    let record = try JSONValue(Sample.line(Sample.report([session])))
    return try Self.validator.get().problems(in: record)
  }
}
