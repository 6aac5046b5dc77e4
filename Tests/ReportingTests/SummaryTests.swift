@testable import Analysis
import Attribution
import Evidence
import Foundation
@testable import Reporting
import Support
import Testing

@Suite("Summary") struct SummaryTests {
  /// A session of the sample with other names, times and verdict.
  static func session(
    code: String = "clean.client_closed", server: String = "10.1.2.3",
    client: String = "10.0.0.5", hour: Int = 0, inputs: [String] = ["a.pcap"],
    degraded: Bool = false
  ) -> StoredRecord {
    var sample = Sample.clean
    sample.verdict.code = .init(code)
    var record = Sample.stored(sample)
    record.set("id.orig_h", .text(client))
    record.set("id.resp_h", .text(server))
    record.set("ts", .text(HourText.rfc3339(500_000 + hour)))
    record.set("duration_s", .real(60))
    record.set("inputs", .list(inputs.map { .text($0) }))
    record.set("degraded", .boolean(degraded))
    return record
  }

  /// Sessions drawn at random: few servers with many, many with few.
  static func sessions(_ count: Int, seed: UInt64) -> [StoredRecord] {
    var random = SeededRandom(seed: seed)
    let codes = [
      "clean.client_closed", "network.loss", "server.closed", "undetermined.mid_session",
    ]
    let plain = session()
    let dropped = codes.map { session(code: $0) }
    return (0..<count).map { _ in
      var record = dropped.randomElement(using: &random) ?? plain
      let server = min(
        Int.random(in: 0..<40, using: &random), Int.random(in: 0..<40, using: &random))
      record.set("id.resp_h", .text("10.1.0.\(server)"))
      record.set("id.orig_h", .text("10.\(Int.random(in: 0..<9, using: &random)).0.1"))
      record.set(
        "ts", .text(HourText.rfc3339(500_000 + Int.random(in: 0..<30, using: &random))))
      record.set(
        "inputs", .list([.text("ring\(Int.random(in: 0..<20, using: &random)).pcap")]))
      return record
    }
  }

  static func summary(_ sessions: some Sequence<StoredRecord>, capacity: Int? = nil) -> Summary {
    sessions.reduce(into: Summary(groupCapacity: capacity)) { $0.add(session: $1) }
  }

  static func document(_ summary: Summary) -> SummaryDocument {
    SummaryDocument(summary, tool: Tool(name: "rdpwhy", version: "0.0.0"))
  }

  @Test("counts by cause, server, network, hour and file")
  func counts() {
    let summary = Self.summary([
      Self.session(code: "network.loss", inputs: ["a.pcap", "b.pcap"]),
      Self.session(code: "network.path_outage", client: "10.0.0.77", hour: 1),
      Self.session(code: "undetermined.mid_session", server: "10.1.2.4"),
      Self.session(client: "2001:db8:1:2:3::4", degraded: true),
    ])
    let document = Self.document(summary)
    #expect(document.sessions == 4)
    #expect(document.drops == 2)
    #expect(document.undetermined == 1)
    #expect(document.degraded == 1)
    #expect(document.byCause == ["network": 2, "undetermined": 1, "clean": 1])
    #expect(document.byCode["network.loss"] == 1)
    #expect(document.servers.worst.map(\.name) == ["10.1.2.3", "10.1.2.4"])
    #expect(document.servers.worst.first?.drops == 2)
    #expect(document.servers.worst.first?.sessions == 3)
    #expect(document.servers.worst.first?.codes == ["network.loss": 1, "network.path_outage": 1])
    #expect(document.clientNetworks.worst.map(\.name) == ["10.0.0.0/24", "2001:db8:1:2::/64"])
    #expect(document.files.worst.map(\.name) == ["a.pcap", "b.pcap"])
    #expect(document.hours.map(\.sessions) == [3, 1])
    #expect(document.firstTime == HourText.rfc3339(500_000))
  }

  @Test("a session counts in the hour in which it ended")
  func hourOfEnd() {
    var long = Self.session(code: "network.loss")
    long.set("duration_s", .real(3 * 3_600))
    #expect(Self.document(Self.summary([long])).hours.map(\.ts) == [HourText.rfc3339(500_003)])
  }

  /// 600 entries of servers with hours and codes against a capacity of 200: most are dropped.
  @Test("any parts merged in any order equal the whole", arguments: [nil, 200, 5], 1...8)
  func merging(capacity: Int?, seed: UInt64) {
    let sessions = Self.sessions(600, seed: seed)
    let whole = Self.summary(sessions, capacity: capacity)
    var random = SeededRandom(seed: seed)
    for _ in 0..<5 {
      var parts = (0..<Int.random(in: 1...9, using: &random)).map { _ in
        Summary(groupCapacity: capacity)
      }
      for session in sessions.shuffled(using: &random) {
        parts[Int.random(in: parts.indices, using: &random)].add(session: session)
      }
      // A random tree of merges.
      while parts.count > 1 {
        let taken = parts.remove(at: Int.random(in: parts.indices, using: &random))
        parts[Int.random(in: parts.indices, using: &random)].merge(taken)
      }
      #expect(parts.first?.pruned() == whole.pruned(), "seed \(seed), capacity \(capacity ?? 0)")
    }
  }

  @Test("beyond the capacity the counts that are kept are exact, and it says so")
  func capacity() {
    let sessions = Self.sessions(600, seed: 3)
    let exact = Self.summary(sessions)
    let small = Self.summary(sessions, capacity: 200).pruned()
    #expect(!small.servers.isComplete)
    #expect(exact.servers.isComplete)
    #expect(!small.servers.values.isEmpty)
    #expect(small.servers.values.count < exact.servers.values.count)
    for (name, counts) in small.servers.values { #expect(exact.servers.values[name] == counts) }
    #expect(small.total == exact.total)
    #expect(small.servers.values.values.reduce(0) { $0 + $1.weight } <= 200)
  }

  @Test("the same summary comes back from its stored form")
  func storedForm() throws {
    let summary = Self.summary(Self.sessions(200, seed: 9), capacity: 200).pruned()
    let stored = try JSONEncoder().encode(summary)
    #expect(try JSONDecoder().decode(Summary.self, from: stored) == summary)
  }

  @Test("records with odd values are counted without a trap")
  func oddRecords() {
    var record = Self.session(code: "network.loss", server: "not an address", client: "")
    record.set("ts", .text("yesterday"))
    record.set("duration_s", .real(.infinity))
    record.set("inputs", .list([.text(String(repeating: "x", count: 100_000))]))
    var late = Self.session(code: "network.loss")
    late.set("ts", .text("2262-04-11T23:47:16.854775807Z"))
    late.set("duration_s", .real(1e300))
    let document = Self.document(Self.summary([record, late]))
    #expect(document.drops == 2)
    #expect(document.hours.count == 1)
    #expect(document.files.worst.allSatisfy { $0.name.count <= 512 })
  }

  @Test("the document is the schema's", arguments: [0, 1, 400])
  func schema(count: Int) throws {
    let validator = JSONSchemaValidator(try JSONValue(Data(OutputSchema.summary.json.utf8)))
    var summary = Self.summary(Self.sessions(count, seed: 5))
    for input in Sample.report([], inputs: [Sample.input(), Sample.unreadable()]).inputs {
      summary.add(input: InputFields.record.stored(input))
    }
    for hour in 0..<24 {
      for index in 0..<(count > 1 ? 40 : 0) {
        let code = hour >= 14 && index % 2 == 0 ? "network.loss" : "clean.client_closed"
        summary.add(session: Self.session(code: code, server: "10.9.9.9", hour: hour))
      }
    }
    let document = Self.document(summary)
    #expect(document.changes.isEmpty == (count < 400))
    #expect(validator.problems(in: try JSONValue(document.json())) == [])
  }

  @Test("people read the worst first, and what changed")
  func text() {
    var sessions = Self.sessions(300, seed: 1)
    for hour in 0..<24 {
      for index in 0..<30 {
        sessions.append(
          Self.session(
            code: index % 10 < (hour >= 14 ? 6 : 1) ? "network.path_outage" : "clean.client_closed",
            server: "10.9.9.9", hour: hour))
      }
    }
    let document = Self.document(Self.summary(sessions))
    let text = SummaryText(style: TerminalStyle(width: 140)).text(of: document)
    #expect(text.hasPrefix("1020 sessions: "))
    #expect(
      text.contains("To 10.9.9.9: 180 of 300 sessions dropped or failed since 2027-01-15 22:00"))
    #expect(text.contains("42 of 420 before (6 times as often)"))
    #expect(text.contains("  network.path_outage\n"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 140 })
    let markdown = SummaryMarkdown().text(of: document)
    #expect(
      markdown.contains(
        "| `10.9.9.9` | 222 | 0 | 720 | 30.8\u{A0}% | `network.path_outage` |"))
    #expect(markdown.contains("- To 10.9.9.9: 180 of 300 sessions dropped or failed since"))
  }
}

extension StoredRecord {
  /// Gives a field at the record's top another value.
  mutating func set(_ key: String, _ value: RecordValue) {
    guard let place = shape.place(of: key) else { return }
    values[place] = value
  }
}
