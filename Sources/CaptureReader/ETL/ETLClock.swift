/// Turns a trace's time stamps into UTC, by the log file's header (TRACE_LOGFILE_HEADER).
///
/// The header's start time belongs to the time stamp of the first record; the boot time is up to 131 s
/// off (measured).
struct ETLClock: Hashable, Sendable {
  /// What the time stamps count ([MS] WNODE_HEADER ClientContext).
  enum Unit: Hashable, Sendable {
    /// Performance counter, so many a second.
    case counter(Int64)
    /// Whole nanoseconds, so many a step: system time, and counters such as Windows' usual 10 MHz.
    case nanoseconds(Int64)
    /// Processor cycles, in MHz.
    case cycles(Int64)
  }

  let start: Timestamp
  let first: Int64
  let unit: Unit
  let lostEvents: Int
  let lostBuffers: Int
  let build: UInt32

  /// Seconds from 1601 to 1970.
  private static let epoch: Int64 = 11_644_473_600
  private static let ticksPerSecond: Int64 = 10_000_000
  /// Nanoseconds of system time's unit.
  private static let tick: Int64 = 100
  private static let second: Int64 = 1_000_000_000

  /// - Parameter record: the trace's first record, its 32 bytes of header included.
  init?(_ record: RawSpan) {
    let base = 32
    guard let first = record.littleEndian(at: 16, as: Int64.self),
      let marker = record.littleEndian(at: 2, as: UInt8.self),
      let build = record.littleEndian(at: base + 8, as: UInt32.self),
      let eventsLost = record.littleEndian(at: base + 48, as: UInt32.self),
      let megahertz = record.littleEndian(at: base + 52, as: UInt32.self)
    else { return nil }
    // Two pointers and a time zone stand before; both forms are padded to eight bytes.
    let times = base + (marker == 1 ? 240 : 248)
    guard let frequency = record.littleEndian(at: times + 8, as: Int64.self),
      let start = record.littleEndian(at: times + 16, as: Int64.self),
      let type = record.littleEndian(at: times + 24, as: UInt32.self),
      let buffersLost = record.littleEndian(at: times + 28, as: UInt32.self)
    else { return nil }
    self.first = first
    self.build = build
    lostEvents = Int(eventsLost)
    lostBuffers = Int(buffersLost)
    self.start = Self.timestamp(fileTime: start)
    switch type {
    case 3 where megahertz > 0: unit = .cycles(Int64(megahertz))
    case 2: unit = .nanoseconds(Self.tick)
    case _ where frequency <= 0: unit = .nanoseconds(Self.tick)
    case _ where Self.second % frequency == 0: unit = .nanoseconds(Self.second / frequency)
    default: unit = .counter(frequency)
    }
  }

  static func timestamp(fileTime: Int64) -> Timestamp {
    let ticks = fileTime.subtractingSaturating(epoch * ticksPerSecond)
    return Timestamp(nanoseconds: ticks.multipliedSaturating(by: tick))
  }

  func time(of stamp: Int64) -> Timestamp {
    let distance = stamp.subtractingSaturating(first)
    let span: Int64 =
      switch unit {
      case .nanoseconds(let step): distance.multipliedSaturating(by: step)
      case .cycles(let megahertz): Self.scaled(distance, rate: megahertz, to: 1_000)
      case .counter(let frequency): Self.scaled(distance, rate: frequency, to: Self.second)
      }
    return start.advanced(by: TimeSpan(nanoseconds: span))
  }

  /// `distance` × `unit` ÷ `rate` without an overflow on the way.
  private static func scaled(_ distance: Int64, rate: Int64, to unit: Int64) -> Int64 {
    let (whole, rest) = distance.quotientAndRemainder(dividingBy: rate)
    let (product, overflow) = rest.multipliedReportingOverflow(by: unit)
    let part = overflow ? rest / max(1, rate / unit) : product / rate
    return whole.multipliedSaturating(by: unit).addingSaturating(part)
  }
}
