import Analysis
import CaptureReader
import Carving
import Evidence
import Foundation
import PacketDecode
import Support
import Testing

/// Carved captures say what the whole said.
@Suite("Carve") struct CarveTests {
  /// Carves every session of captures, as the command does, and checks each carved capture.
  static func checks(
    _ sources: [CaptureSource], options: AnalysisOptions = AnalysisOptions(), byStory: Bool = false
  ) throws -> [(order: CarveOrder, check: CarveCheck, bytes: Int)] {
    let report = CaptureAnalyzer.analyze(sources, options: options)
    let carver = Carver(report, options: Carver.Options(application: "rdpwhy test"))
    var due = CarveOrder.orders(
      for: report, selection: SessionSelection(), byStory: byStory, cut: .shortens)
    var results: [(CarveOrder, CarveCheck, Int)] = []
    while !due.isEmpty {
      var captures = [[UInt8]](repeating: [], count: due.count)
      _ = try carver.carve(due) { captures[$0] += $1 }
      var again: [CarveOrder] = []
      for (order, bytes) in zip(due, captures) {
        try withTemporaryFile(bytes, named: "\(order.uid).pcapng") { path in
          let check = CarveCheck(
            order, of: report, carved: .file(path), others: [], options: options)
          if check != .same, let more = order.extended(in: report) {
            again.append(more)
          } else {
            results.append((order, check, bytes.count))
          }
        }
      }
      due = again
    }
    return results
  }

  @Test(
    "the verdict of the carved capture is the verdict of the whole", arguments: LabelledFixture.all)
  func fixtures(fixture: LabelledFixture) throws {
    let results = try Self.checks([.file(fixture.url.path)])
    #expect(!results.isEmpty)
    for result in results { #expect(result.check == .same, "\(result.order)") }
  }

  static let lab: [URL] = {
    guard let folder = Recordings.shared("lab") else { return [] }
    let all = Recordings.files(in: folder, endingIn: [".pcap.gz"])
    // Each fourteenth: some fifteen captures of all kinds.
    return all.indices.filter { $0 % 14 == 3 }.map { all[$0] }
  }()

  @Test(
    "the same for captures of the lab", .enabled(if: !lab.isEmpty, "recordings absent"),
    arguments: lab)
  func labCaptures(url: URL) throws {
    for result in try Self.checks([.file(url.path)]) {
      #expect(result.check == .same, "\(url.lastPathComponent) \(result.order)")
    }
  }

  @Test(
    "both ends of a session lie in one capture, with an interface each",
    .enabled(if: Recordings.shared("lab") != nil, "recordings absent"))
  func bothEnds() throws {
    let folder = try #require(Recordings.shared("lab"))
    let sources = ["c", "s"].map {
      CaptureSource.file(folder.appending(path: "a-nla.100.\($0).pcap.gz").path)
    }
    let results = try Self.checks(sources)
    #expect(results.count == 1)
    #expect(results.map(\.check) == [.same])
  }

  @Test(
    "the other half of what a relay carries, in a capture of its own, has an interface of its own",
    .enabled(if: Recordings.shared("lab2") != nil, "recordings absent"),
    arguments: ["m-hap-idle5.401", "m-fproxy.401"])
  func relay(name: String) throws {
    let folder = try #require(Recordings.shared("lab2"))
    let report = CaptureAnalyzer.analyze(
      ["c", "s"].map { .file(folder.appending(path: "\(name).\($0).pcap.gz").path) },
      options: AnalysisOptions())
    let orders = CarveOrder.orders(
      for: report, selection: SessionSelection(), byStory: false, cut: .shortens
    ).compactMap { $0.extended(in: report) }.filter { !$0.context.isEmpty }
    #expect(orders.count == 2)
    var captures = [[UInt8]](repeating: [], count: orders.count)
    let carver = Carver(report, options: Carver.Options(application: "rdpwhy test"))
    _ = try carver.carve(orders) { captures[$0] += $1 }
    for (order, bytes) in zip(orders, captures) {
      try withTemporaryFile(bytes, named: "\(order.uid).pcapng") { path in
        let summary = try CaptureFile.read(.file(path)) { _, _ in }
        let points = Set(summary.interfaces.compactMap { $0.description?.prefix(14) })
        #expect(points == ["rdpwhy point 1", "rdpwhy point 2"])
        let check = CarveCheck(
          order, of: report, carved: .file(path), others: [], options: AnalysisOptions())
        #expect(check == .same)
      }
    }
  }

  @Test("stories go into one capture")
  func stories() throws {
    let fixture = try #require(LabelledFixture.all.first { $0.file.contains("wrong-password") })
    let results = try Self.checks([.file(fixture.url.path)], byStory: true)
    #expect(results.map(\.check).allSatisfy { $0 == .same })
  }

  @Test("the command writes captures that tshark reads, and replaces none without --force")
  func command() throws {
    let fixture = try #require(LabelledFixture.all.first { $0.file.contains("path-outage") })
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "rdpwhy-carve-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let first = try Program.run(["carve", fixture.url.path, "-o", folder.path])
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output.contains("network.path_outage"))
    let written = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(written.count == 1)
    let path = folder.appending(path: try #require(written.first)).path
    #expect(path.hasSuffix(".pcapng"))
    let again = try Program.run(["carve", fixture.url.path, "-o", folder.path])
    #expect(again.status == 64)
    #expect(again.errors.contains("--force"))
    #expect(
      try Program.run(["carve", fixture.url.path, "-o", folder.path, "--force", "-q"]).status == 0)
    let (packets, summary) = try read(.file(path))
    #expect(summary.notes.isEmpty)
    #expect(summary.comments.first?.text.contains("network.path_outage") ?? false)
    #expect(summary.comments.contains { $0.frame != nil && $0.text.hasPrefix("supports ") })
    #expect(summary.secrets.isEmpty)
    #expect(packets.contains { $0.bytes.count < $0.record.originalLength })
    let whole = try Program.run(
      ["carve", fixture.url.path, "-o", folder.path, "--force", "--payload"])
    #expect(whole.status == 0)
    #expect(try read(.file(path)).packets.allSatisfy { $0.bytes.count == $0.record.originalLength })
  }

  @Test("secrets travel only when asked for, and only those of the session")
  func secrets() throws {
    let folder = Recordings.fixtures.appending(path: "captures/decryption")
    let capture = folder.appending(path: "account-disabled.pcap.gz").path
    let keys = folder.appending(path: "account-disabled.keys").path
    let target = FileManager.default.temporaryDirectory
      .appending(path: "rdpwhy-carve-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: target) }
    let arguments = ["carve", capture, "--keylog", keys, "-o", target.path, "--force"]
    #expect(try Program.run(arguments).status == 0)
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: target.path).first)
    let path = target.appending(path: name).path
    #expect(try read(.file(path)).summary.secrets.isEmpty)
    #expect(try Program.run(arguments + ["--secrets"]).status == 0)
    #expect(try read(.file(path)).summary.secrets.count == 1)
    let judged = try Program.run(["--format", "ndjson", path])
    #expect(judged.output.contains("credssp.account_restricted"))
    // Where the capture itself held them, its part has another verdict without them: that is said.
    let part = target.appending(path: "part").path
    let without = try Program.run(["carve", path, "-o", part])
    #expect(without.status == 3)
    #expect(without.errors.contains("is judged credssp.logon_failure; --secrets adds"))
    #expect(try Program.run(["carve", path, "-o", part, "--force", "--secrets"]).status == 0)
  }

  @Test("standard input and an empty selection are refused")
  func refusals() throws {
    #expect(try Program.run(["carve", "-", "-o", "/tmp/none"]).status == 64)
    let fixture = try #require(LabelledFixture.all.first)
    let result = try Program.run(
      ["carve", fixture.url.path, "-o", "/tmp/rdpwhy-none", "--session", "R0"])
    #expect(result.status == 2)
    #expect(!FileManager.default.fileExists(atPath: "/tmp/rdpwhy-none"))
  }
}
