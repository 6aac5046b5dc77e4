import Foundation
import GRDB
import Reporting
import Support
import Testing

@testable import Batch

@Suite("Checkpoint") struct CheckpointTests {
  private static func withFile(_ body: (String) throws -> Void) throws {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "rdpwhy-checkpoint-\(UUID().uuidString)").path
    defer {
      for suffix in ["", "-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: file + suffix)
      }
    }
    try body(file)
  }

  private static func result(bytes: Int) throws -> PackedSeries {
    var series = PackedSeries(
      head: ObservationHead(
        series: "a", isLog: false, firstInput: 3, files: 0, filesFailed: 0, filesPartial: 0,
        bytes: 9, sessions: 0, transports: 0))
    for line in lines(bytes: bytes) { try series.add(line[...], to: .facts) }
    try series.finish()
    return series
  }

  /// So many bytes in lines of a thousand.
  private static func lines(bytes: Int) -> [[UInt8]] {
    stride(from: 0, to: bytes, by: 1_000).map { start in
      (start..<min(bytes, start + 999)).map { UInt8(truncatingIfNeeded: $0 % 89 + 32) } + [10]
    }
  }

  @Test(
    "gives back what it got, also more than one piece takes",
    arguments: [0, 1, PackedSeries.pieceSize, PackedSeries.pieceSize * 2 + 5])
  func pieces(bytes: Int) throws {
    try Self.withFile { file in
      let checkpoint = try Checkpoint(path: file)
      // The longer one leaves nothing behind.
      try checkpoint.store(
        try Self.result(bytes: PackedSeries.pieceSize * 3), fingerprint: "old")
      try checkpoint.store(try Self.result(bytes: bytes), fingerprint: "new")
      try checkpoint.close()
      let again = try Checkpoint(path: file)
      #expect(try again.fingerprints() == ["a": "new"])
      #expect(try again.intactHead(of: "a")?.firstInput == 3)
      var text: [UInt8] = []
      try again.forEachPiece(of: "a", .facts) { text += $0 }
      #expect(text == Self.lines(bytes: bytes).flatMap { $0 })
      try again.keepOnly([])
      #expect(try again.intactHead(of: "a") == nil)
      try again.close()
    }
  }

  @Test("is one run's alone, and one file when it is closed")
  func lock() throws {
    try Self.withFile { file in
      let first = try Checkpoint(path: file)
      try first.store(try Self.result(bytes: 100_000), fingerprint: "x")
      #expect {
        try Checkpoint(path: file)
      } throws: {
        "\($0)".contains("another run")
      }
      // Nor does a fresh start take it away.
      #expect(throws: BatchError.checkpointInUse(file)) { try Checkpoint.emptied(path: file) }
      #expect(try first.fingerprints().count == 1)
      try first.close()
      for suffix in ["-wal", "-shm"] {
        #expect(!FileManager.default.fileExists(atPath: file + suffix))
      }
      try Checkpoint(path: file).close()
    }
  }

  @Test("begins anew where it is told to, also in place of something else")
  func fresh() throws {
    try Self.withFile { file in
      let first = try Checkpoint(path: file)
      try first.store(try Self.result(bytes: 10), fingerprint: "x")
      try first.close()
      let second = try Checkpoint.emptied(path: file)
      #expect(try second.fingerprints().isEmpty)
      try second.close()
      try Data(repeating: 65, count: 5_000).write(to: URL(filePath: file))
      #expect(throws: BatchError.self) { try Checkpoint(path: file) }
      try Checkpoint.emptied(path: file).close()
      try Checkpoint(path: file).close()
    }
  }

  @Test(
    "of which somebody else has written a part gives none of it, and takes new results",
    arguments: [
      "UPDATE series SET fingerprint = x'ff'", "UPDATE series SET fingerprint = 7",
      "UPDATE series SET name = x'ff'", "UPDATE series SET head = '{}'",
      "UPDATE series SET head = 3", "UPDATE pieces SET lines = 5",
      "UPDATE pieces SET data = x'00'", "UPDATE pieces SET size = 9",
      "UPDATE series SET digest = x'00'",
    ])
  func foreign(change: String) throws {
    try Self.withFile { file in
      let first = try Checkpoint(path: file)
      try first.store(try Self.result(bytes: 10), fingerprint: "x")
      try first.close()
      let queue = try DatabaseQueue(path: file)
      try queue.write { try $0.execute(sql: change) }
      try queue.close()
      let checkpoint = try Checkpoint(path: file)
      let known = try checkpoint.fingerprints()
      let head = try checkpoint.intactHead(of: "a")
      #expect(known["a"] == nil || known["a"] == "7" || known["a"] == "x")
      // What is not as it was stored is no result: the series is analysed anew.
      #expect(head == nil)
      try checkpoint.store(try Self.result(bytes: 20), fingerprint: "y")
      #expect(try checkpoint.fingerprints()["a"] == "y")
      #expect(try checkpoint.intactHead(of: "a") != nil)
      try checkpoint.close()
    }
  }

  @Test("that is damaged is noticed before it is used, and set aside", arguments: 0..<24)
  func damage(seed: Int) throws {
    try Self.withFile { file in
      let first = try Checkpoint(path: file)
      for _ in 0..<3 {
        try first.store(try Self.result(bytes: PackedSeries.pieceSize * 2), fingerprint: "x")
      }
      try first.close()
      var bytes = try Data(contentsOf: URL(filePath: file))
      var random = SeededRandom(seed: UInt64(seed))
      switch seed % 3 {
      case 0:
        let place = Int.random(in: 0..<bytes.count, using: &random)
        bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 1: bytes = bytes.prefix(Int.random(in: 1..<bytes.count, using: &random))
      default:
        let place = Int.random(in: 0..<(bytes.count - 512), using: &random)
        bytes.replaceSubrange(place..<(place + 512), with: [UInt8](repeating: 0, count: 512))
      }
      try bytes.write(to: URL(filePath: file))
      do {
        let checkpoint = try Checkpoint(path: file)
        // What was not hit is whole, or no result: both are right.
        _ = try checkpoint.intactHead(of: "a")
        try checkpoint.close()
      } catch let error as BatchError {
        #expect(error == .checkpointDamaged(file))
        let aside = try Checkpoint.setAside(path: file)
        defer { try? FileManager.default.removeItem(atPath: aside) }
        #expect(aside == file + ".damaged")
        let anew = try Checkpoint(path: file)
        #expect(try anew.fingerprints().isEmpty)
        try anew.close()
      }
    }
  }

  @Test("of another version is begun anew")
  func version() throws {
    try Self.withFile { file in
      let first = try Checkpoint(path: file)
      try first.store(try Self.result(bytes: 10), fingerprint: "x")
      try first.close()
      let queue = try DatabaseQueue(path: file)
      try queue.write { try $0.execute(sql: "PRAGMA user_version = 5") }
      try queue.close()
      let checkpoint = try Checkpoint(path: file)
      #expect(try checkpoint.fingerprints().isEmpty)
      try checkpoint.close()
    }
  }

  @Test("holds series that wait for the next transaction, and all when it is closed")
  func waiting() throws {
    try Self.withFile { file in
      let checkpoint = try Checkpoint(path: file)
      for number in 0..<200 {
        var series = PackedSeries(
          head: ObservationHead(
            series: "\(number)", isLog: false, firstInput: number, files: 0, filesFailed: 0,
            filesPartial: 0, bytes: 9, sessions: 0, transports: 0))
        try series.add([65, 10][...], to: .inputs)
        try series.finish()
        try checkpoint.store(series, fingerprint: "x")
        // Stored or not, it is known.
        #expect(try checkpoint.digest(of: "\(number)") == series.digest)
      }
      try checkpoint.close()
      let again = try Checkpoint(path: file)
      #expect(try again.fingerprints().count == 200)
      #expect(try again.intactHead(of: "199")?.firstInput == 199)
      try again.close()
    }
  }

  @Test("that cannot be made is said to be the checkpoint's fault")
  func failure() {
    #expect(throws: BatchError.self) { try Checkpoint(path: "/nonexistent/folder/checkpoint") }
  }
}
