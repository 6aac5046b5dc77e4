/// A program's lines inside of a JSON object, as docker's log files and log shippers (Fluent Bit, Vector,
/// Filebeat, Loki, CloudWatch, Stackdriver) write them: the text under some name, at some depth, the time of
/// receipt under another.
extension ProgramLine {
  private static let deepest = 4
  private static let mostTexts = 64

  init?(shipped json: JSONValue) {
    guard let first = Self.shipped(json).first else { return nil }
    self = first
  }

  /// The lines of the first text that is a known program's.
  static func shipped(_ json: JSONValue) -> [ProgramLine] {
    let program = json.any(
      "ident", "appname", "app", "program", "container_name", "syslog_identifier", "tag")?.text
    let tag = program.map { Array($0.utf8)[...] }
    var texts: [String] = []
    for name in ["log", "message", "msg", "line", "event"] {
      if let text = json.any(name)?.text { texts.append(text) }
    }
    gather(json, depth: 0, &texts)
    let outer = stamp(json)
    for text in texts.prefix(mostTexts) {
      let found = lines(text, tag)
      if found.isEmpty { continue }
      return found.map { line in
        guard let outer else { return line }
        var line = line
        line.take(outer.time, outer.text)
        return line
      }
    }
    return []
  }

  private static func stamp(_ json: JSONValue) -> (time: CivilTime, text: LineBytes)? {
    guard
      let stamp = json.any("time", "@timestamp", "timestamp", "ts", "date", "eventtime")?.text
    else { return nil }
    let characters = Array(stamp.utf8)[...]
    var cursor = LineCursor(characters)
    return CivilTime.iso(&cursor).map { ($0, characters) }
  }

  /// Every text of the object and of those inside of it.
  private static func gather(_ json: JSONValue, depth: Int, _ texts: inout [String]) {
    guard depth < deepest, texts.count < mostTexts else { return }
    for member in json.members.prefix(mostTexts) {
      switch member.value {
      case .string(let text): if text.utf8.count > 16 { texts.append(text) }
      case .object: gather(member.value, depth: depth + 1, &texts)
      case .array(let values):
        for value in values.prefix(mostTexts) {
          if case .string(let text) = value, text.utf8.count > 16 { texts.append(text) }
          gather(value, depth: depth + 1, &texts)
        }
      default: break
      }
    }
  }

  /// The lines of a text, where its first line with something in it is a known program's.
  private static func lines(_ text: String, _ tag: LineBytes?) -> [ProgramLine] {
    var found: [ProgramLine] = []
    for part in Array(text.utf8)[...].split(separator: 0x0a).prefix(10_000) {
      let bytes = (WrappedLine.plain(part) ?? part).withoutBlanks
      if bytes.isEmpty { continue }
      guard let line = line(bytes, tag) else {
        if found.isEmpty { return [] }
        continue
      }
      found.append(line)
    }
    return found
  }

  private static func line(_ bytes: LineBytes, _ tag: LineBytes?) -> ProgramLine? {
    let plain = bytes.contains(0x1b) ? RecordSplitter.withoutColours(bytes) : bytes
    if let inner = ProgramLine(plain),
      inner.form != .syslog || LineReader.program(named: inner.tag) != nil
    {
      return inner
    }
    guard let tag, LineReader.program(named: tag) != nil else { return nil }
    return ProgramLine(bare: plain, tag: tag)
  }
}
