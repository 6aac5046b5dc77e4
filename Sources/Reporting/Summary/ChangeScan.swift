import CaptureReader
import Foundation

/// Looks for the stretch of time in which more sessions dropped or failed than at other times; drops
/// here are both.
///
/// The test is a scan: for every stretch of hours, how much better do two shares of drops, one
/// inside and one outside, explain the counts than one share for all (logarithm of the likelihood
/// ratio of binomial counts)? The best stretch counts if it is better than chance over all stretches
/// and series could make it. Shares are of the sessions that ended in the hour, so busy hours are
/// not suspicious by themselves. Drops come in clumps (one outage, one user's retries): so the stretch
/// must hold without its worst hour, and the ratio is divided by the dispersion that the counts show
/// (quasi-likelihood; McCullagh and Nelder, Generalized Linear Models, §4.5).
struct ChangeScan {
  enum Threshold {
    /// Probability that one kind of series reports a change although the shares are equal.
    static let significance = 0.001
    /// Drops inside the stretch, without its worst bin.
    static let drops = 5
    /// The share inside against that outside.
    static let ratio = 2
    /// Hours with sessions: with fewer, a change looks like an ordinary day.
    static let bins = 6
    /// Of these outside the stretch.
    static let binsOutside = 3
    /// Most bins looked at; longer times are looked at by days, weeks, ….
    static let binLimit = 720
  }

  /// The sessions that ended in a stretch of time.
  struct Bin: Hashable {
    /// Hours since 1970 at its start.
    var hour: Int
    var sessions: Int
    var drops: Int
  }

  struct Finding: Hashable {
    /// Bins of the stretch.
    var range: Range<Int>
    var inside: Bin
    var outside: Bin
    /// Logarithm of the likelihood ratio without the worst bin, divided by the dispersion.
    var strength: Double
    var dispersion: Double
    var threshold: Double
  }

  /// How many series are looked at together: each is another chance to be wrong.
  let seriesCount: Int

  /// Bins of one width: hours where they are few enough, else days, weeks, ….
  static func bins(_ hours: [Int: SessionCounts]) -> (width: Int, bins: [Bin]) {
    var width = 1
    while true {
      var counts: [Int: Bin] = [:]
      for (hour, count) in hours {
        let start = hour.subtractingSaturating((hour % width + width) % width)
        counts[start, default: Bin(hour: start, sessions: 0, drops: 0)].add(count)
      }
      if counts.count <= Threshold.binLimit || width > 1 << 24 {
        return (width, counts.values.sorted { $0.hour < $1.hour }.suffix(Threshold.binLimit))
      }
      width = width == 1 ? 24 : width == 24 ? 168 : width * 2
    }
  }

  /// The strongest stretch of these bins, which are in order of time, if it is one.
  func strongest(in bins: [Bin]) -> Finding? {
    let count = bins.count
    guard count >= Threshold.bins else { return nil }
    var sessions = [0]
    var drops = [0]
    for bin in bins {
      sessions.append((sessions.last ?? 0).addingSaturating(bin.sessions))
      drops.append((drops.last ?? 0).addingSaturating(bin.drops))
    }
    let all = Bin(hour: 0, sessions: sessions.last ?? 0, drops: drops.last ?? 0)
    var best: (margin: Double, ratio: Double, range: Range<Int>)?
    for start in 0..<count {
      var worst = Bin(hour: 0, sessions: 0, drops: 0)
      for end in (start + 1)...count where count - (end - start) >= Threshold.binsOutside {
        if bins[end - 1].drops > worst.drops { worst = bins[end - 1] }
        let inside = Bin(
          hour: 0, sessions: sessions[end] - sessions[start], drops: drops[end] - drops[start])
        guard let ratio = Self.ratio(inside.without(worst), of: all.without(worst)) else {
          continue
        }
        let margin = ratio - threshold(isAtEdge: start == 0 || end == count, bins: count)
        if margin > (best?.margin ?? -.infinity) { best = (margin, ratio, start..<end) }
      }
    }
    guard let best else { return nil }
    let inside = Bin(
      hour: bins[best.range.lowerBound].hour,
      sessions: sessions[best.range.upperBound] - sessions[best.range.lowerBound],
      drops: drops[best.range.upperBound] - drops[best.range.lowerBound])
    let outside = all.without(inside)
    let dispersion = Self.dispersion(bins, range: best.range, inside: inside, outside: outside)
    let isAtEdge = best.range.lowerBound == 0 || best.range.upperBound == count
    let threshold = threshold(isAtEdge: isAtEdge, bins: count)
    let strength = best.ratio / dispersion
    guard strength >= threshold else { return nil }
    return Finding(
      range: best.range, inside: inside, outside: outside, strength: strength,
      dispersion: dispersion, threshold: threshold)
  }

  /// A ratio that chance reaches in one stretch with probability e^-t at most (Chernoff); half of the
  /// significance goes to the stretches that begin or end the time, half to all others.
  private func threshold(isAtEdge: Bool, bins: Int) -> Double {
    let stretches = isAtEdge ? 2 * Double(bins) : Double(bins) * Double(bins) / 2
    return log(2 * stretches * Double(max(1, seriesCount)) / Threshold.significance)
  }

  /// Logarithm of the likelihood with two shares against one; nil where there are too few drops
  /// inside, or not so many more than outside.
  private static func ratio(_ inside: Bin, of all: Bin) -> Double? {
    let outside = all.without(inside)
    guard inside.drops >= Threshold.drops, outside.sessions > 0,
      Double(inside.drops) * Double(outside.sessions)
        >= Double(Threshold.ratio) * Double(outside.drops) * Double(inside.sessions)
    else { return nil }
    return logLikelihood(inside) + logLikelihood(outside) - logLikelihood(all)
  }

  /// Of the binomial at its own share.
  private static func logLikelihood(_ bin: Bin) -> Double {
    let (drops, kept, all) = (Double(bin.drops), Double(bin.sessions - bin.drops), bin.sessions)
    guard all > 0 else { return 0 }
    return (drops > 0 ? drops * log(drops / Double(all)) : 0)
      + (kept > 0 ? kept * log(kept / Double(all)) : 0)
  }

  /// Pearson's statistic per degree of freedom around the two shares, and its standard error on top
  /// since few bins measure it badly; never below 1.
  private static func dispersion(
    _ bins: [Bin], range: Range<Int>, inside: Bin, outside: Bin
  ) -> Double {
    var sum = 0.0
    for (index, bin) in bins.enumerated() {
      let share = range.contains(index) ? inside.share : outside.share
      let variance = Double(bin.sessions) * share * (1 - share)
      guard variance > 0 else { continue }
      let difference = Double(bin.drops) - Double(bin.sessions) * share
      sum += difference * difference / variance
    }
    let freedom = Double(max(1, bins.count - 2))
    return max(1, sum / freedom * (1 + (2 / freedom).squareRoot()))
  }
}

extension ChangeScan.Bin {
  var share: Double { sessions > 0 ? Double(drops) / Double(sessions) : 0 }

  mutating func add(_ counts: SessionCounts) {
    sessions = sessions.addingSaturating(counts.sessions)
    drops = drops.addingSaturating(counts.failures)
  }

  fileprivate func without(_ part: Self) -> Self {
    Self(hour: hour, sessions: sessions - part.sessions, drops: drops - part.drops)
  }
}
