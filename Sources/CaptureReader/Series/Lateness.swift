/// How packets of one interface stood in the file, against the times they carry.
///
/// A capture of several interfaces or queues writes packets late (dumpcap reads a quiet interface every
/// 250 ms); a clock that is wrong looks the same. TCP tells them apart: what was acknowledged was sent
/// before its acknowledgement.
public struct Lateness: Hashable, Sendable {
  /// What a late packet's connection says of it.
  public enum Sign: Hashable, Sendable {
    /// By its number it belongs where its time puts it.
    case late
    /// By its number it belongs where it stands in the file: its time is wrong.
    case wrongTime
    /// Its connection goes on as well either way.
    case undecided
  }

  /// Longest time that a packet can be late in the file: what is older shows a clock set back.
  public static let limit = TimeSpan.milliseconds(500)
  /// Classes of lateness: the first to 1 µs, then each twice as long.
  private static let classes = 20

  private struct Tally: Hashable, Sendable {
    var packets = 0
    var undecided = 0
    var late = 0
    var wrongTime = 0
  }

  private var tallies: [Tally] = Array(repeating: Tally(), count: Lateness.classes)
  /// Packets within `limit`, and the longest time of them.
  public private(set) var packets = 0
  public private(set) var longest = TimeSpan.zero

  public init() {}

  public mutating func note(_ lateness: TimeSpan, _ sign: Sign) {
    guard lateness > .zero, lateness <= Self.limit else { return }
    let place = Self.place(of: lateness)
    packets &+= 1
    longest = max(longest, lateness)
    tallies[place].packets &+= 1
    switch sign {
    case .late: tallies[place].late &+= 1
    case .wrongTime: tallies[place].wrongTime &+= 1
    case .undecided: tallies[place].undecided &+= 1
    }
  }

  /// The longest lateness up to which the interface's times are to be believed rather than the order
  /// of the file; nil where they are not, or where nothing is late.
  public var believed: TimeSpan? {
    var best: (votes: Int, place: Int)?
    var votes = 0
    var isDecided = false
    for (place, tally) in tallies.enumerated()
    where tally.undecided + tally.late + tally.wrongTime > 0 {
      votes += tally.late - tally.wrongTime
      isDecided = isDecided || tally.late + tally.wrongTime > 0
      if best.map({ votes >= $0.votes }) ?? true { best = (votes, place) }
    }
    guard let best, best.votes > 0 || !isDecided else { return nil }
    return min(longest, Self.upperEnd(of: best.place))
  }

  /// The connections say that the interface's times are wrong.
  public var isRefuted: Bool {
    believed == nil && tallies.contains { $0.wrongTime > 0 }
  }

  private static func place(of lateness: TimeSpan) -> Int {
    let microseconds = UInt64(max(0, lateness.nanoseconds - 1)) / 1_000
    return min(classes - 1, UInt64.bitWidth - microseconds.leadingZeroBitCount)
  }

  private static func upperEnd(of place: Int) -> TimeSpan {
    place == classes - 1 ? limit : TimeSpan(nanoseconds: 1_000 << Int64(place))
  }
}
