import CaptureReader
import Reporting
import Support
import Testing

@testable import Batch

@Suite("Shards") struct ShardTests {
  private static func plan(seed: UInt64) -> Plan {
    var random = SeededRandom(seed: seed)
    return Plan(
      series: (0..<40).map { index in
        let name = "folder/capture-\(index).pcap"
        let bytes = Int.random(in: 0...1_000_000, using: &random)
        return SeriesPlan(
          series: name, bytes: bytes, files: [PlannedFile(name: name, bytes: bytes)])
      })
  }

  @Test(
    "cover the plan once, and evenly", arguments: [1, 2, 3, 7, 40, 60], [1, 2, 3, 4, 5] as [UInt64])
  func cover(count: Int, seed: UInt64) throws {
    let plan = Self.plan(seed: seed)
    let shares = try (1...count).map { try Shard($0, of: count).jobs(of: plan) }
    let names = shares.flatMap { $0.flatMap { $0.series.map(\.series) } }
    #expect(names.sorted() == plan.series.map(\.series).sorted(), "seed \(seed)")
    let loads = shares.map { $0.reduce(0) { $0 + $1.bytes } }
    let largest = plan.series.map(\.bytes).max() ?? 0
    #expect((loads.max() ?? 0) - (loads.min() ?? 0) <= largest, "seed \(seed)")
  }

  @Test("start with the biggest")
  func order() {
    let bytes = Shard.whole.jobs(of: Self.plan(seed: 1)).map(\.bytes)
    #expect(bytes == bytes.sorted(by: >))
  }

  @Test("are read from what is typed")
  func text() throws {
    #expect(try Shard("2/8") == Shard(2, of: 8))
    for wrong in ["0/8", "9/8", "2", "a/b", "1/0", "-1/2", "1/2/3", ""] {
      #expect(throws: BatchError.notAShard(wrong)) { try Shard(wrong) }
    }
  }

  @Test("are read from the scheduler")
  func environment() throws {
    let slurm = [
      "SLURM_ARRAY_TASK_ID": "7", "SLURM_ARRAY_TASK_COUNT": "4", "SLURM_ARRAY_TASK_MIN": "5",
    ]
    #expect(try Shard(environment: slurm) == Shard(3, of: 4))
    let stepped = [
      "SLURM_ARRAY_TASK_ID": "20", "SLURM_ARRAY_TASK_COUNT": "3", "SLURM_ARRAY_TASK_MIN": "0",
      "SLURM_ARRAY_TASK_STEP": "10",
    ]
    #expect(try Shard(environment: stepped) == Shard(3, of: 3))
    #expect(
      try Shard(environment: ["JOB_COMPLETION_INDEX": "0", "JOB_COMPLETIONS": "5"])
        == Shard(1, of: 5))
    #expect(
      try Shard(environment: ["AWS_BATCH_JOB_ARRAY_INDEX": "4", "AWS_BATCH_JOB_ARRAY_SIZE": "5"])
        == Shard(5, of: 5))
    #expect(throws: BatchError.noShardInEnvironment) {
      try Shard(environment: ["JOB_COMPLETION_INDEX": "0"])
    }
    #expect(throws: BatchError.self) {
      try Shard(environment: [
        "AWS_BATCH_JOB_ARRAY_INDEX": "\(Int.max)", "AWS_BATCH_JOB_ARRAY_SIZE": "5",
      ])
    }
  }
}
