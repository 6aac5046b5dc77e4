/// What an analysis may use and where it looks: lowered once from the options, it feeds every stage.
public struct Resources: Sendable, Hashable {
  /// Memory of one analysis, and what that means for its parts (`--max-memory`).
  public var memory: MemoryBudget
  /// Where RDP is expected, over TCP, UDP and through a proxy's CONNECT (`--port`).
  public var ports: ServicePorts
  /// How much of what a file declares is believed.
  public var limits: ReadingLimits
  /// Cores that it may use (`--jobs`); they change no result.
  public var workers = Workers.one

  public init(
    memory: MemoryBudget = MemoryBudget(), ports: ServicePorts = ServicePorts(),
    limits: ReadingLimits = ReadingLimits()
  ) {
    self.memory = memory
    self.ports = ports
    self.limits = limits
  }
}
