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

  private static func run(_ plan: Plan, _ shard: Shard = .whole, jobs: Int = 2) async throws -> Data
  {
    let run = BatchRun(
      plan, shard: shard,
      settings: .init(tool: Tool(name: "rdpwhy", version: "test"), jobs: jobs, memory: 8 << 30),
      checkpoint: try Checkpoint())
    var text = Data()
    _ = try await run.run().forEach { text.append(try $0.text()) }
    return text
  }

  private static func merge(_ parts: [Data]) throws -> Data {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "rdpwhy-merge-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let paths = try parts.enumerated().map { index, part in
      let url = folder.appending(path: "\(index).ndjson")
      try part.write(to: url)
      return url.path
    }
    var text = Data()
    _ = try BatchResults(merging: paths).forEach { text.append(try $0.text()) }
    return text
  }

  @Test("shards merged in any order and grouping are one run", arguments: [2, 3, 11])
  func shards(count: Int) async throws {
    // Many parts are merged often, so there are fewer captures in them.
    let inputs = count < 10 ? Self.inputs : [Self.inputs[0] + "/network", Self.inputs[1]]
    let plan = try Plan(inputs, mode: .auto)
    let whole = count < 10 ? try await Self.whole.value : try await Self.run(plan)
    #expect(whole.count > 10_000)
    var parts: [Data] = []
    for number in 1...count { parts.append(try await Self.run(plan, try Shard(number, of: count))) }
    var random = SeededRandom(seed: UInt64(count))
    #expect(try Self.merge(parts.shuffled(using: &random)) == whole)
    // ((a + b) + c) + … and a + (b + (c + …))
    var left = parts[0]
    for part in parts.dropFirst() { left = try Self.merge([left, part]) }
    #expect(left == whole)
    var right = parts[count - 1]
    for part in parts.dropLast().reversed() { right = try Self.merge([part, right]) }
    #expect(right == whole)
    #expect(try Self.merge([whole, parts[0], whole]) == whole)
  }

  @Test("one job and many give the same")
  func jobs() async throws {
    let plan = try Plan(Self.inputs, mode: .auto)
    // The run that is shared has two.
    #expect(try await Self.run(plan, jobs: 1) == Self.whole.value)
    #expect(try await Self.run(plan, jobs: 4) == Self.whole.value)
  }

  @Test("attempt groups are counted over the whole output")
  func groups() async throws {
    let text = try await Self.whole.value
    var expected = 0
    var seen: Set<Int> = []
    for line in text.split(separator: UInt8(ascii: "\n")) {
      guard let session = try? StoredRecord.session(ArraySlice(line)),
        let group = session["attempt.group"].count
      else { continue }
      if seen.insert(group).inserted {
        expected += 1
        #expect(group == expected)
      }
    }
    #expect(expected > 10)
  }

  @Test("what contradicts itself or is no part is refused")
  func refusals() async throws {
    let whole = try await Self.whole.value
    let text = String(decoding: whole, as: UTF8.self)
    let other = Data(text.replacing("network.path_outage", with: "network.loss").utf8)
    #expect(throws: BatchError.self) { try Self.merge([whole, other]) }
    #expect(throws: BatchError.self) { try Self.merge([whole.dropLast(10)]) }
    #expect(throws: BatchError.self) { try Self.merge([Data("{}\n".utf8)]) }
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
      _ = try await run.run().forEach { text.append(try $0.text()) }
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
