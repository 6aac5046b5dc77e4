/// One of several machines' shares of a plan.
public struct Shard: Hashable, Sendable {
  /// From 1.
  public var number: Int
  public var count: Int

  public static let whole = Shard(number: 1, count: 1)

  private init(number: Int, count: Int) {
    self.number = number
    self.count = count
  }

  /// - Throws: where `number` is not within 1…`count`.
  public init(_ number: Int, of count: Int) throws(BatchError) {
    guard count >= 1, (1...count).contains(number) else {
      throw .notAShard("\(number)/\(count)")
    }
    self.init(number: number, count: count)
  }

  /// Reads `2/8`.
  public init(_ text: String) throws(BatchError) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[0]), let count = Int(parts[1]) else {
      throw .notAShard(text)
    }
    guard count >= 1, (1...count).contains(number) else { throw .notAShard(text) }
    self.init(number: number, count: count)
  }

  /// The share of this machine as its scheduler says it: a Slurm array, a Kubernetes indexed job
  /// (which has no variable of its own for the count), or an AWS Batch array.
  public init(environment: [String: String]) throws(BatchError) {
    func value(_ name: String) -> Int? { environment[name].flatMap { Int($0) } }
    if let id = value("SLURM_ARRAY_TASK_ID"), let count = value("SLURM_ARRAY_TASK_COUNT") {
      let least = value("SLURM_ARRAY_TASK_MIN") ?? 0
      let step = max(1, value("SLURM_ARRAY_TASK_STEP") ?? 1)
      let (distance, overflow) = id.subtractingReportingOverflow(least)
      guard !overflow, distance.isMultiple(of: step) else { throw .notAShard("\(id)/\(count)") }
      try self.init((distance / step).addingOne, of: count)
    } else if let index = value("JOB_COMPLETION_INDEX"),
      let count = value("JOB_COMPLETIONS") ?? value("RDPWHY_SHARDS")
    {
      try self.init(index.addingOne, of: count)
    } else if let index = value("AWS_BATCH_JOB_ARRAY_INDEX"),
      let count = value("AWS_BATCH_JOB_ARRAY_SIZE")
    {
      try self.init(index.addingOne, of: count)
    } else {
      throw .noShardInEnvironment
    }
  }
}

extension Int {
  fileprivate var addingOne: Int { addingReportingOverflow(1).partialValue }
}
