/// Joins the packets of a series' files: in the order of time where two files overlap, with the gaps
/// between them found.
///
/// The files are read one after the other. Packets of one that are later than the next one's first
/// are held until their turn; within each file the packets keep their order.
public struct SeriesJoint {
  private let members: [CaptureSeries.Member]
  private let limits: ReadingLimits
  /// For each file, the first packet of the files behind it.
  private let borders: [Timestamp]
  private let numbers: FileNumbers
  /// The number of the last file that had packets.
  private var previousNumber: Int?
  /// The first packet of the files to come: later packets wait for it.
  private var border = Timestamp(nanoseconds: .max)
  private var current = -1
  /// The newest packet so far, and the longest time between two of them in a row.
  private var newest: Timestamp?
  private var longestPause = TimeSpan.zero
  private var waiting: [Queue] = []
  private var waitingBytes = 0
  private var isComplete = true
  /// Packets that were held back.
  public private(set) var interleaved = 0
  /// Packets that could not be held long enough: the overlap is too large.
  public private(set) var unordered = 0

  private struct Held {
    var record: PacketRecord
    var bytes: [UInt8]
  }

  private struct Queue {
    var member: Int
    var packets: [Held] = []
    var next = 0
    var head: Held? { next < packets.count ? packets[next] : nil }
  }

  /// What is between a file and the one before it.
  public struct Seam: Hashable, Sendable {
    /// Newest packet before, first packet after; reversed where the files overlap.
    public var before: Timestamp
    public var after: Timestamp
    public var kind: Kind

    public enum Kind: Hashable, Sendable {
      /// The packets go on.
      case joined
      /// Files are missing: their numbers are not consecutive.
      case missingFiles(after: Int, before: Int)
      /// The file before ends early.
      case cut
      /// No packet for much longer than ever before.
      case silence
      case overlap
    }

    /// Packets may be missing here.
    public var isGap: Bool {
      switch kind {
      case .joined, .overlap: false
      case .missingFiles, .cut, .silence: true
      }
    }

    public var length: TimeSpan { after.since(before) }
  }

  public init(_ series: CaptureSeries, limits: ReadingLimits) {
    members = series.members
    self.limits = limits
    numbers = FileNumbers(members)
    var border = Timestamp(nanoseconds: .max)
    borders = Array(
      members.reversed().map { member in
        defer { border = member.firstTime ?? border }
        return border
      }.reversed())
  }

  /// Goes on to the next file.
  /// - Parameter isComplete: the file before could be read to its end.
  public mutating func advance(previousIsComplete: Bool) -> Seam? {
    isComplete = isComplete && previousIsComplete
    if members.indices.contains(current), members[current].firstTime != nil {
      previousNumber = members[current].counter
    }
    current += 1
    guard current < members.count else {
      border = Timestamp(nanoseconds: .max)
      return nil
    }
    border = borders[current]
    guard let after = members[current].firstTime, let before = newest else { return nil }
    defer { isComplete = true }
    return Seam(before: before, after: after, kind: kind(from: before, to: after))
  }

  private func kind(from before: Timestamp, to after: Timestamp) -> Seam.Kind {
    let pause = after.since(before)
    if pause < .zero { return .overlap }
    if let missing = missingFiles() { return missing }
    if !isComplete { return .cut }
    if pause >= limits.seriesSilence, pause >= longestPause * limits.seriesSilenceRatio {
      return .silence
    }
    return .joined
  }

  private func missingFiles() -> Seam.Kind? {
    guard let number = members[current].counter, let previous = previousNumber,
      numbers.areMissing(between: previous, and: number)
    else { return nil }
    return .missingFiles(after: previous, before: number)
  }

  /// Hands on what may be: this packet, held ones that are due, or neither.
  public mutating func pass(
    _ record: borrowing PacketRecord, _ bytes: RawSpan,
    _ deliver: (Int, borrowing PacketRecord, RawSpan) -> Void
  ) {
    if members.count == 1 { return deliver(0, record, bytes) }
    let time = record.time
    if time.nanoseconds > 0 {
      if let newest, time > newest { longestPause = max(longestPause, time.since(newest)) }
      newest = newest.map { max($0, time) } ?? time
    }
    if waiting.isEmpty, time <= border { return deliver(current, record, bytes) }
    passSlowly(record, bytes, deliver)
  }

  /// Hands on all that is still held.
  public mutating func finish(_ deliver: (Int, borrowing PacketRecord, RawSpan) -> Void) {
    border = Timestamp(nanoseconds: .max)
    release(until: border, deliver)
  }

  private mutating func passSlowly(
    _ record: borrowing PacketRecord, _ bytes: RawSpan,
    _ deliver: (Int, borrowing PacketRecord, RawSpan) -> Void
  ) {
    if record.time <= border, !waiting.contains(where: { $0.member == current }) {
      release(until: record.time, deliver)
      return deliver(current, record, bytes)
    }
    if waiting.last?.member != current { waiting.append(Queue(member: current)) }
    waiting[waiting.count - 1].packets.append(Held(record: copy record, bytes: bytes.copied()))
    waitingBytes += bytes.byteCount + Self.overhead
    interleaved += 1
    release(until: min(record.time, border), deliver)
    while waitingBytes > limits.seriesOverlapBytes || waiting.count > limits.seriesOverlapFiles,
      let place = earliest()
    {
      unordered += 1
      releaseHead(of: place, deliver)
    }
  }

  /// Memory of a held packet beside its bytes.
  private static let overhead = 128

  private mutating func release(
    until time: Timestamp, _ deliver: (Int, borrowing PacketRecord, RawSpan) -> Void
  ) {
    while let place = earliest(), let head = waiting[place].head, head.record.time <= time {
      releaseHead(of: place, deliver)
    }
  }

  private func earliest() -> Int? {
    waiting.indices.min {
      (waiting[$0].head?.record.time ?? Timestamp(nanoseconds: .max))
        < (waiting[$1].head?.record.time ?? Timestamp(nanoseconds: .max))
    }
  }

  private mutating func releaseHead(
    of place: Int, _ deliver: (Int, borrowing PacketRecord, RawSpan) -> Void
  ) {
    guard let head = waiting[place].head else { return }
    waiting[place].next += 1
    waitingBytes -= head.bytes.count + Self.overhead
    deliver(waiting[place].member, head.record, head.bytes.rawSpan)
    if waiting[place].next == waiting[place].packets.count {
      waiting.remove(at: place)
    } else if waiting[place].next == Self.compaction {
      waiting[place].packets.removeFirst(Self.compaction)
      waiting[place].next = 0
    }
  }

  private static let compaction = 4_096
}

/// The numbers in the names of a series' files.
private struct FileNumbers {
  /// Ascending, each once; empty where they do not go up with time, as a ring's do but for its wrap.
  private let all: [Int]

  init(_ members: [CaptureSeries.Member]) {
    let timed = members.compactMap { $0.firstTime == nil ? nil : $0.counter }
    let descents = zip(timed, timed.dropFirst()).count { $0 >= $1 }
    all = descents <= 1 ? Set(members.compactMap(\.counter)).sorted() : []
  }

  /// Files without packets are there all the same.
  func areMissing(between previous: Int, and number: Int) -> Bool {
    guard !all.isEmpty, number > previous else { return false }
    let between = place(of: number) - place(of: previous) - 1
    return number.subtractingSaturating(previous) - 1 > between
  }

  private func place(of number: Int) -> Int {
    var range = 0..<all.count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range = all[middle] < number ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }
}
