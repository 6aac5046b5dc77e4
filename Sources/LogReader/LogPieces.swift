package import CaptureReader

/// A log as the pieces that it is read by, with what each of them is: for those who write it anew.
package enum LogPieces {
  package struct Piece {
    /// Its text in UTF-8, without the end of its last line.
    package var text: [UInt8]
    /// The reader knows what it is: a line of a known program, an event that it understands.
    package var isKnown: Bool
    package var events: ArraySlice<LogEvent>
  }

  /// What the whole log is.
  package struct Outcome {
    package var format: LogFormat
    package var compression: String?
    /// Why the input ends early.
    package var failure: String?
  }

  /// Reads a log piece by piece. Records of event logs (`.evtx`) are handed over as XML, those that are
  /// read here only.
  package static func read(
    _ source: CaptureSource, options: LogOptions = LogOptions(),
    limits: ReadingLimits = ReadingLimits(), opener: SourceOpener? = nil, _ body: (Piece) -> Void
  ) throws(CaptureError) -> Outcome {
    let opened = try OpenedInput(source, limits: limits, opener: opener)
    guard let format = LogRecognition.format(of: opened.head) else {
      throw CaptureError(
        file: source.name, code: opened.head.isEmpty ? .empty : .notACapture(found: "no known log"),
        expected: "a log")
    }
    if format == .evtx {
      readEventLog(opened, options, body)
    } else {
      readText(opened, options, body)
    }
    return Outcome(format: format, compression: opened.compression, failure: opened.failure)
  }

  private static func readText(
    _ opened: OpenedInput, _ options: LogOptions, _ body: (Piece) -> Void
  ) {
    var decoder = TextDecoder(head: opened.head)
    var splitter = RecordSplitter(limit: options.limits.recordBytes)
    var reader = TextLogReader()
    var log = LogCollector(input: 0, options: options)
    let take = { (record: TextRecord, number: Int) in
      let passed = log.summary.passed
      let understood = log.summary.understood
      let known = log.events.count
      reader.read(record, number: number, into: &log)
      let text: LineBytes
      let isKnown: Bool
      switch record {
      case .line(let bytes):
        text = bytes
        isKnown = log.summary.passed == passed
      case .xml(let bytes), .json(let bytes):
        text = bytes
        isKnown = log.summary.understood > understood
      }
      body(
        Piece(
          text: Array(text), isKnown: isKnown, events: log.events[min(known, log.events.count)...]))
    }
    while true {
      let chunk = opened.next(1 << 16)
      if chunk.isEmpty { break }
      splitter.feed(decoder.decode(chunk), take)
    }
    splitter.finish(take)
  }

  private static func readEventLog(
    _ opened: OpenedInput, _ options: LogOptions, _ body: (Piece) -> Void
  ) {
    var interpreter = EventInterpreter()
    var log = LogCollector(input: 0, options: options)
    _ = EVTXReader.read(
      opened, limits: options.limits,
      isWanted: { EventRuleIndex.shared.rule($0.provider, $0.eventID ?? -1) != nil },
      { record in
        guard EventRuleIndex.shared.rule(record.provider, record.eventID ?? -1) != nil else {
          return
        }
        let understood = log.summary.understood
        let known = log.events.count
        interpreter.read(record, number: nil, into: &log)
        guard log.summary.understood > understood else { return }
        body(
          Piece(
            text: Array(EventXML.text(of: record).utf8), isKnown: true,
            events: log.events[min(known, log.events.count)...]
          ))
      })
  }
}
