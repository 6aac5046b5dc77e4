import Foundation

/// Whether two shares differ, by the numbers alone: the change of a share with an interval, and how
/// often chance alone makes such a difference.
struct ProportionTest: Hashable, Sendable {
  /// Counts, and what they are counts of.
  let before: Int
  let beforeOf: Int
  let after: Int
  let afterOf: Int

  /// The quantile of the normal distribution for intervals of 95 %.
  private static let quantile = 1.959_963_985

  var beforeShare: Double? { Self.share(before, beforeOf) }
  var afterShare: Double? { Self.share(after, afterOf) }

  /// The share afterwards less that before.
  var difference: Double? {
    guard let beforeShare, let afterShare else { return nil }
    return afterShare - beforeShare
  }

  /// An interval of 95 % for the difference (Newcombe 1998, method 10: of Wilson's intervals), which
  /// holds for few sessions and for shares of 0 too.
  var interval: (low: Double, high: Double)? {
    guard let difference, let one = beforeShare, let two = afterShare else { return nil }
    let (lowBefore, highBefore) = Self.wilson(before, beforeOf)
    let (lowAfter, highAfter) = Self.wilson(after, afterOf)
    let down = ((two - lowAfter) * (two - lowAfter) + (highBefore - one) * (highBefore - one))
      .squareRoot()
    let up = ((highAfter - two) * (highAfter - two) + (one - lowBefore) * (one - lowBefore))
      .squareRoot()
    return (max(-1, difference - down), min(1, difference + up))
  }

  /// The probability that chance alone makes a difference this improbable or more: Fisher's exact test
  /// on both sides. Nil where there is nothing on one side.
  var chance: Double? {
    guard beforeOf > 0, afterOf > 0 else { return nil }
    let total = before + after
    let low = max(0, total - beforeOf)
    let high = min(afterOf, total)
    guard low <= high else { return nil }
    let all = Self.logChoose(beforeOf + afterOf, total)
    func log(_ count: Int) -> Double {
      Self.logChoose(afterOf, count) + Self.logChoose(beforeOf, total - count) - all
    }
    // Probabilities fall off on both sides of the most probable count: what is far away adds nothing.
    let observed = log(after)
    var sum = 0.0
    let mode = min(
      max(Int(Double(total) * Double(afterOf) / Double(beforeOf + afterOf)), low), high)
    for start in [mode, mode + 1] {
      let step = start == mode ? -1 : 1
      var count = start
      var steps = 0
      while count >= low, count <= high, steps < Self.stepLimit {
        let value = log(count)
        if value <= observed + 1e-7 { sum += exp(value) }
        if value < observed, value < Self.negligible { break }
        count += step
        steps += 1
      }
    }
    return min(1, sum)
  }

  /// Counts looked at on each side of the most probable one.
  private static let stepLimit = 1_000_000
  /// Logarithm of a probability that changes no sum.
  private static let negligible = -60.0

  private static func share(_ count: Int, _ all: Int) -> Double? {
    all > 0 ? Double(count) / Double(all) : nil
  }

  private static func wilson(_ count: Int, _ all: Int) -> (Double, Double) {
    let n = Double(all)
    let share = Double(count) / n
    let square = quantile * quantile
    let middle = (share + square / (2 * n)) / (1 + square / n)
    let half =
      quantile / (1 + square / n)
      * (share * (1 - share) / n + square / (4 * n * n)).squareRoot()
    return (max(0, middle - half), min(1, middle + half))
  }

  private static func logChoose(_ all: Int, _ count: Int) -> Double {
    guard count >= 0, count <= all else { return -.infinity }
    return logFactorial(all) - logFactorial(count) - logFactorial(all - count)
  }

  /// Stirling's series, exact to ten digits from 10 on.
  private static func logFactorial(_ number: Int) -> Double {
    guard number > 1 else { return 0 }
    if number < 10 { return log((2...number).reduce(1.0) { $0 * Double($1) }) }
    let x = Double(number) + 1
    return (x - 0.5) * log(x) - x + 0.5 * log(2 * Double.pi) + 1 / (12 * x)
      - 1 / (360 * x * x * x) + 1 / (1_260 * x * x * x * x * x)
  }
}
