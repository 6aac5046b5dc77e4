/// Tells by content whether bytes begin a log that is read here, and which.
public enum LogRecognition {
  /// - Parameter head: the first bytes, some 4 KiB of them where there are as many.
  public static func format(of head: [UInt8]) -> LogFormat? {
    if EVTXReader.isEventLog(head) { return .evtx }
    var decoder = TextDecoder(head: head)
    let text = decoder.decode(head)
    guard isText(text) else { return nil }
    var found: [LogFormat: Int] = [:]
    var splitter = RecordSplitter(limit: max(4_096, text.count * 2))
    var look = LineLook()
    var stamped = StampedText()
    let count: (TextRecord, Int) -> Void = { record, _ in
      let format: LogFormat? =
        switch record {
        case .xml(let xml): look.isEvent(xml: xml) ? .eventXML : nil
        case .json(let json): look.format(json: json)
        case .line(let line):
          WrappedLine.quotedObject(line).map { look.format(json: $0) }
            ?? look.format(line: WrappedLine.withoutQuotation(line))
        }
      if let format { found[format, default: 0] += 1 }
      if case .line(let line) = record { stamped.count(line) }
    }
    splitter.feed(text, count)
    splitter.finish(count)
    // Event XML amid an event's text makes the text known too; the richer form names it.
    if found[.eventXML] != nil { return .eventXML }
    // A known form says more than words.
    if found.count > 1 { found[.program] = nil }
    // Codes stand in the text of events too.
    if found[.eventText] != nil { found[.mstscDialog] = nil }
    // What is a log all the same is not called anything else.
    if found.isEmpty { return stamped.format }
    // What a VPN's log says of its tunnel is no more than that.
    if found.count > 1, found[.program] == nil { found[.tunnel] = nil }
    return found.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key
  }

  /// Control characters are rare in a text; a cut character at the end is nothing.
  private static func isText(_ bytes: [UInt8]) -> Bool {
    let odd = bytes.reduce(0) { $1 < 0x20 && !(7...13).contains($1) && $1 != 0x1b ? $0 + 1 : $0 }
    return !bytes.isEmpty && odd * 100 <= bytes.count
  }
}
