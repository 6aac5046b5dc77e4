public import Evidence

/// How many sessions of which causes make a program's run a failure for whoever watches it.
public struct FailureThresholds: Sendable, Hashable, ExpressibleByArrayLiteral {
  /// Least sessions with each cause.
  public private(set) var least: [Cause: Int] = [:]

  public init() {}

  /// One session of any of the causes.
  public init(_ causes: Set<Cause>) { for cause in causes { least[cause] = 1 } }

  public init(arrayLiteral causes: Cause...) { self.init(Set(causes)) }

  public mutating func set(_ cause: Cause, to count: Int) { least[cause] = max(1, count) }

  /// - Parameter counts: sessions by cause.
  public func isReached(by counts: [String: Int]) -> Bool {
    least.contains { cause, least in (counts[cause.rawValue] ?? 0) >= least }
  }
}
