import CaptureReader
import TCPStreams

/// What a series' inputs lost, by stretches of them: sums are made once, since every session asks.
struct SeriesQuality {
  private let firstInput: Int
  private let count: Int
  /// Packets that the interfaces lost, and inputs with shortened packets, in all inputs before each.
  private var lost: [UInt128] = [0]
  private var shortened = [0]
  private let cut: [Bool]
  /// Last packet before each gap, and its length.
  private let gaps: [(before: Timestamp, length: TimeSpan)]

  /// - Parameter firstInput: the first one's index among all inputs of the analysis.
  init(_ inputs: [InputReport], firstInput: Int, seams: [SeriesSeam]) {
    self.firstInput = firstInput
    count = inputs.count
    cut = inputs.map { $0.summary.map { $0.ending != .complete } ?? false }
    gaps = seams.filter(\.seam.isGap).map { ($0.seam.before, $0.seam.length) }
    var (losses, shortenings) = (UInt128(0), 0)
    for input in inputs {
      for interface in input.summary?.interfaces ?? [] { losses += UInt128(interface.lost) }
      shortenings += (input.summary?.shortenedPackets ?? 0) > 0 ? 1 : 0
      lost.append(losses)
      shortened.append(shortenings)
    }
  }

  /// The inputs that the connection runs through, by their place in the series.
  func inputs(of record: ConnectionRecord) -> Range<Int> {
    let ends = (record.first.input - firstInput, record.last.input - firstInput)
    let (low, high) = (min(ends.0, ends.1), max(ends.0, ends.1))
    return low >= 0 && high < count ? low..<(high + 1) : 0..<0
  }

  func lost(in places: Range<Int>) -> UInt64 {
    UInt64(clamping: lost[places.upperBound] - lost[places.lowerBound])
  }

  func isShortened(in places: Range<Int>) -> Bool {
    shortened[places.upperBound] > shortened[places.lowerBound]
  }

  /// The last of them ends early.
  func isCut(at places: Range<Int>) -> Bool { places.last.map { cut[$0] } ?? false }

  /// The longest time in which packets of the connection may be missing: a gap between its packets,
  /// or the one that the capture ends with for it.
  func longestGap(in record: ConnectionRecord) -> TimeSpan? {
    let (first, last, end) = (record.first.time, record.last.time, record.captureEnd)
    var longest: TimeSpan?
    for gap in gaps where gap.before >= first && gap.before <= end {
      guard gap.before < last || gap.before == end else { continue }
      if longest.map({ gap.length > $0 }) ?? true { longest = gap.length }
    }
    return longest
  }
}
