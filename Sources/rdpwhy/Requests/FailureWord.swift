import ArgumentParser
import Evidence
import Reporting

/// Causes for which the exit code is 1, each with the least number of its sessions where that is more
/// than one: `network:5,tls`.
struct FailureWord: ExpressibleByArgument {
  private(set) var thresholds = FailureThresholds()

  init() {}

  init?(argument: String) {
    if argument == "none" { return }
    for word in argument.split(separator: ",", omittingEmptySubsequences: false) {
      guard let (cause, count) = Self.entry(String(word)) else { return nil }
      thresholds.set(cause, to: count)
    }
  }

  /// Of the configuration: entries that were accepted.
  init(entries: [String]) {
    for (cause, count) in entries.compactMap(Self.entry) { thresholds.set(cause, to: count) }
  }

  /// `network`, or `network:5`.
  static func entry(_ word: String) -> (cause: Cause, count: Int)? {
    let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let cause = Cause(rawValue: first.lowercased()) else {
      return nil
    }
    guard parts.count > 1 else { return (cause, 1) }
    guard let count = Int(parts[1]), count >= 1 else { return nil }
    return (cause, count)
  }

  /// As it is typed.
  var entries: [String] {
    thresholds.least.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { $0.value > 1 ? "\($0.key.rawValue):\($0.value)" : $0.key.rawValue }
  }

  var defaultValueDescription: String { "none" }
}
