import Analysis
import CaptureReader
import Foundation
@testable import Reporting
import Support
import Testing

@testable import Batch

/// Any way to share the work gives the same bytes.
@Suite("Batch laws") struct BatchLawTests {
  private static let inputs = [
    Recordings.fixtures.appending(path: "captures").path,
    Recordings.fixtures.appending(path: "archives").path,
  ]

  /// One run over all of them, which most laws are compared with.
  private static let whole = Task { try await run(try Plan(inputs, mode: .auto)) }

  private static func results(
    _ plan: Plan, _ shard: Shard = .whole, jobs: Int = 2, checkpoint: Checkpoint? = nil
  ) async throws -> BatchResults {
    let run = BatchRun(
      plan, shard: shard,
      settings: .init(tool: Tool(name: "rdpwhy", version: "test"), jobs: jobs, memory: 8 << 30),
      checkpoint: try checkpoint ?? Checkpoint())
    return try await run.run()
  }

  private static func text(_ results: BatchResults) throws -> Data {
    var text = Data()
    _ = try results.forEach { try $0.text { text.append($0) } }
    return text
  }

  private static func facts(_ results: BatchResults) throws -> Data {
    var text = Data()
    _ = try results.forEachFacts { text.append($0) }
    return text
  }

  private static func run(_ plan: Plan, _ shard: Shard = .whole, jobs: Int = 2) async throws -> Data
  {
    try text(try await results(plan, shard, jobs: jobs))
  }

  private static func merge<Value>(
    _ parts: [Data], workers: Workers = Workers(2), _ body: (BatchResults) throws -> Value
  ) throws -> Value {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "rdpwhy-merge-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let paths = try parts.enumerated().map { index, part in
      let url = folder.appending(path: "\(index).facts")
      try part.write(to: url)
      return url.path
    }
    return try body(try BatchResults(merging: paths, workers: workers))
  }

  @Test("shards merged in any order and grouping are one run", arguments: [2, 3, 11])
  func shards(count: Int) async throws {
    // Many parts are merged often, so there are fewer captures in them.
    let inputs = count < 10 ? Self.inputs : [Self.inputs[0] + "/network", Self.inputs[1]]
    let plan = try Plan(inputs, mode: .auto)
    let checkpoint = try Checkpoint()
    let one = try await Self.results(plan, checkpoint: checkpoint)
    let whole = try Self.text(one)
    #expect(whole.count > 10_000)
    // What is stored is what was seen.
    let again = try await Self.results(plan, checkpoint: checkpoint)
    #expect(try Self.text(again) == whole)
    let facts = try Self.facts(one)
    var parts: [Data] = []
    for number in 1...count {
      parts.append(try Self.facts(try await Self.results(plan, try Shard(number, of: count))))
    }
    var random = SeededRandom(seed: UInt64(count))
    #expect(try Self.merge(parts.shuffled(using: &random), Self.text) == whole)
    // ((a + b) + c) + … and a + (b + (c + …))
    var left = parts[0]
    for part in parts.dropFirst() { left = try Self.merge([left, part], Self.facts) }
    #expect(left == facts)
    var right = parts[count - 1]
    for part in parts.dropLast().reversed() { right = try Self.merge([part, right], Self.facts) }
    #expect(right == facts)
    #expect(try Self.merge([facts, parts[0], facts], Self.text) == whole)
    #expect(try Self.merge([whole], Self.text) == whole)
  }

  @Test("one core and many read facts alike, damaged ones too")
  func mergeWorkers() async throws {
    let results = try await Self.results(try Plan(Self.inputs, mode: .auto))
    let facts = try Self.facts(results)
    let whole = try await Self.whole.value
    #expect(results.unjudged ?? 0 >= BatchReduction.leastReadBack)
    for count in [1, 3] {
      #expect(try Self.merge([facts], workers: Workers(count), Self.text) == whole)
    }
    let lines = facts.split(separator: UInt8(ascii: "\n"))
    // Sessions, outlines, inputs and heads, each with a word that is none of theirs.
    for place in [1, lines.count / 3, lines.count / 2, lines.count - 1] {
      var damaged = lines
      damaged[place] = Data(
        String(decoding: lines[place], as: UTF8.self).replacing(":", with: ":!", maxReplacements: 9)
          .utf8)
      let text = Data(damaged.joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")]
      func outcome(_ workers: Workers) -> Result<Data, BatchError> {
        do {
          return .success(try Self.merge([text], workers: workers, Self.text))
        } catch BatchError.notAPart(_, let line) {
          return .failure(.notAPart("", line: line))
        } catch {
          return .failure(error as? BatchError ?? .judgedAlready)
        }
      }
      #expect(outcome(.one) == outcome(Workers(2)), "line \(place)")
    }
  }

  @Test(
    "captures of one session at both ends are joined, whichever shards saw them",
    .enabled(if: Recordings.shared("lab2") != nil, "recordings absent"),
    arguments: ["a-nla.301", "m-hap-idle5.401"])
  func bothEnds(name: String) async throws {
    let folder = try #require(Recordings.shared("lab2"))
    let pair = ["c", "s"].map { folder.appending(path: "\(name).\($0).pcap.gz").path }
    // Another pair that no shard may confuse with it.
    let others = ["c", "s"].map { folder.appending(path: "a-idle.301.\($0).pcap.gz").path }
    let plan = try Plan(pair + others, mode: .each)
    #expect(plan.series.count == 4)
    let one = try await Self.results(plan)
    let whole = try Self.text(one)
    let sessions = whole.split(separator: UInt8(ascii: "\n"))
      .compactMap { try? StoredRecord.session(ArraySlice($0)) }
    #expect(sessions.contains { $0["witnesses"].records.count == 2 })
    for count in [2, 4] {
      var parts: [Data] = []
      for number in 1...count {
        parts.append(try Self.facts(try await Self.results(plan, try Shard(number, of: count))))
      }
      for order in [parts, parts.reversed()] {
        #expect(try Self.merge(order, Self.text) == whole)
      }
    }
  }

  @Test("one job and many give the same")
  func jobs() async throws {
    let plan = try Plan(Self.inputs, mode: .auto)
    // The run that is shared has two.
    #expect(try await Self.run(plan, jobs: 1) == Self.whole.value)
    #expect(try await Self.run(plan, jobs: 4) == Self.whole.value)
  }

  @Test("a batch is one analysis of the same inputs, with stories across series")
  func analysis() async throws {
    let plan = try Plan(Self.inputs, mode: .auto)
    let batch = try await Self.whole.value.split(separator: UInt8(ascii: "\n"))
      .filter { SeriesHead(line: ArraySlice($0)) == nil }
    let report = Report(
      CaptureAnalyzer.analyze(plan.series.map(\.captures), options: AnalysisOptions()),
      tool: Tool(name: "rdpwhy", version: "test"))
    var analysis = Data()
    try JSONReport(.lines).write(report) { analysis.append($0) }
    let lines = analysis.split(separator: UInt8(ascii: "\n"))
    func isInput(_ line: Data) -> Bool { line.contains(Data("\"rdpwhy/input/1\"".utf8)) }
    #expect(batch.filter { !isInput($0) } == lines.filter { !isInput($0) })
    // Of an archive that cannot be opened the plan says more than the reader of captures.
    func isRead(_ line: Data) -> Bool {
      isInput(line) && !line.contains(Data("\"status\":\"failed\"".utf8))
    }
    #expect(batch.filter(isRead) == lines.filter(isRead))
    #expect(batch.count(where: isInput) == lines.count(where: isInput))
    let stories = batch.compactMap { try? StoredRecord.session(ArraySlice($0)) }
      .compactMap { $0["attempt.group"].count }
    #expect(Set(stories).count < stories.count)
    #expect(stories.max() == Set(stories).count)
  }

  @Test("what contradicts itself, is judged or is no part is refused")
  func refusals() async throws {
    let one = try await Self.results(try Plan(Self.inputs, mode: .auto))
    let facts = try Self.facts(one)
    let text = String(decoding: facts, as: UTF8.self)
    let other = Data(
      text.replacing("\"duplicateAcks\":0,", with: "\"duplicateAcks\":1,").utf8)
    #expect(other != facts)
    #expect(throws: BatchError.self) { try Self.merge([facts, other], Self.text) }
    #expect(throws: BatchError.self) { try Self.merge([facts.dropLast(10)], Self.text) }
    #expect(throws: BatchError.self) { try Self.merge([Data("{}\n".utf8)], Self.text) }
    let judged = try Self.text(one)
    #expect(throws: BatchError.judgedAlready) { try Self.merge([judged, facts], Self.text) }
    #expect(throws: BatchError.judgedAlready) { try Self.merge([judged], Self.facts) }
  }

  @Test("what is done is not done again, what changed is")
  func checkpoint() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "rdpwhy-resume-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let sources = ["server/killed", "network/path-outage"].map {
      Recordings.fixtures.appending(path: "captures/\($0).pcap.gz")
    }
    let files = ["a.pcap.gz", "b.pcap.gz"].map { folder.appending(path: $0) }
    for (source, file) in zip(sources, files) {
      try FileManager.default.copyItem(at: source, to: file)
    }
    let store = folder.appending(path: "checkpoint").path
    func run(hash: Bool = false) async throws -> (text: Data, read: Int) {
      var settings = BatchRun.Settings(
        tool: Tool(name: "rdpwhy", version: "test"), jobs: 2, memory: 8 << 30)
      settings.hashesContents = hash
      let run = BatchRun(
        try Plan([folder.path], mode: .auto), shard: .whole, settings: settings,
        checkpoint: try Checkpoint(path: store))
      var text = Data()
      _ = try await run.run().forEach { try $0.text { text.append($0) } }
      return (text, run.progress.snapshot.bytesRead)
    }
    let first = try await run()
    #expect(first.read > 0)
    let second = try await run()
    #expect(second.read == 0)
    #expect(second.text == first.text)
    try FileManager.default.removeItem(at: files[0])
    try FileManager.default.copyItem(at: sources[1], to: files[0])
    let third = try await run()
    #expect(third.read > 0)
    #expect(third.text != first.text)
    // The contents are the same, whatever the time says.
    _ = try await run(hash: true)
    try FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: files[1].path)
    #expect(try await run(hash: true).read == 0)
    try FileManager.default.removeItem(at: files[1])
    #expect(try await run().text.count < third.text.count)
  }
}
