public import CaptureReader

/// What one log holds.
public struct LogContents: Hashable, Sendable, Codable {
  /// Index of the input, as references have it.
  public var input: Int
  public var format: LogFormat
  /// `gzip`, nil where it is not compressed.
  public var compression: String?
  public var clock: LogClock
  public var summary: LogSummary
  /// What is understood, by time and record number.
  public var events: [LogEvent]
  /// Sessions of a long log that were built while it was read.
  public var built: BuiltSessions?

  public init(
    input: Int, format: LogFormat, compression: String? = nil, clock: LogClock = LogClock(),
    summary: LogSummary = LogSummary(), events: [LogEvent] = []
  ) {
    self.input = input
    self.format = format
    self.compression = compression
    self.clock = clock
    self.summary = summary
    self.events = events
  }
}

/// Reads logs of any kind that is recognised by content: plain, compressed, in archives, from pipes.
public enum LogFile {
  /// Which log an input is; nil where it is none that is read here.
  public static func format(
    of source: CaptureSource, limits: ReadingLimits = ReadingLimits(), opener: SourceOpener? = nil
  ) throws(CaptureError) -> LogFormat? {
    LogRecognition.format(of: try OpenedInput(source, limits: limits, opener: opener).head)
  }

  /// Reads a whole log.
  ///
  /// - Parameter input: the input's index, for references to its records.
  /// - Throws: where the input cannot be opened, or is no log.
  public static func read(
    _ source: CaptureSource, input: Int = 0, options: LogOptions = LogOptions(),
    limits: ReadingLimits = ReadingLimits(), opener: SourceOpener? = nil
  ) throws(CaptureError) -> LogContents {
    let opened = try OpenedInput(source, limits: limits, opener: opener)
    guard let format = LogRecognition.format(of: opened.head) else {
      throw CaptureError(
        file: source.name, code: opened.head.isEmpty ? .empty : .notACapture(found: "no known log"),
        expected: "a log")
    }
    var log = LogCollector(input: input, options: options)
    if format == .evtx { readEventLog(opened, into: &log) } else { readText(opened, into: &log) }
    if let failure = opened.failure { log.note("the input ends early: \(failure)") }
    if log.summary.eventsLeftOut > 0 {
      log.note(
        "\(log.summary.eventsLeftOut) of \(log.summary.understood) understood events were left out: "
          + (log.hasLeftOutOldest
            ? "the newest are kept; a part of the log shows older ones"
            : "of what one client repeats the first and the newest are kept; a part of the log shows all")
      )
    }
    return contents(log, input: input, format: format, compression: opened.compression)
  }

  private static func readEventLog(_ opened: OpenedInput, into log: inout LogCollector) {
    var interpreter = EventInterpreter()
    var collector = log
    let count = EVTXReader.read(
      opened, limits: log.limits,
      isWanted: { record in
        EventRuleIndex.shared.rule(record.provider, record.eventID ?? -1) != nil
      },
      { interpreter.read($0, number: nil, into: &collector) })
    log = collector
    log.countErrors(count.errors)
    if count.errors > 0 { log.note("\(count.errors) records are damaged and were left out") }
    if count.carvedChunks > 0 {
      log.note("\(count.carvedChunks) chunks have no valid header: their records were looked for")
    }
    if count.isCut { log.note("the file ends inside of a chunk") }
  }

  private static func readText(_ opened: OpenedInput, into log: inout LogCollector) {
    var decoder = TextDecoder(head: opened.head)
    var splitter = RecordSplitter(limit: log.limits.recordBytes)
    var reader = TextLogReader()
    var collector = log
    while true {
      let chunk = opened.next(1 << 16)
      if chunk.isEmpty { break }
      splitter.feed(decoder.decode(chunk)) { reader.read($0, number: $1, into: &collector) }
    }
    splitter.finish { reader.read($0, number: $1, into: &collector) }
    reader.finish(into: &collector)
    log = collector
    if splitter.cut > 0 { log.note("\(splitter.cut) records are too long and were cut") }
  }

  private static func contents(
    _ log: LogCollector, input: Int, format: LogFormat, compression: String?
  ) -> LogContents {
    var log = log
    var (events, built) = log.finished()
    var clock = log.clock
    if built == nil {
      if clock.clock.assumedZone != nil, clock.clock.isZoneGiven != true,
        let offset = SharedZone.offset(of: events, named: clock.namedOffsets)
      {
        clock.noteSharedZone(offset)
        for index in events.indices where events[index].isZoneAssumed == true {
          events[index] = events[index].shifted(by: offset)
          events[index].isZoneAssumed = nil
        }
      }
      events = LogOrder.sorted(events, clock: &clock)
    }
    var contents = LogContents(
      input: input, format: format, compression: compression, clock: clock.finished,
      summary: log.summary, events: events)
    contents.built = built
    return contents
  }
}
