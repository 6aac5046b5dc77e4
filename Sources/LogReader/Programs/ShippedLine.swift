/// A program's line inside of a JSON object, as docker's log files and log shippers (Fluent Bit, Vector,
/// Filebeat, Loki) write it: the text under one name, the time of receipt under another.
extension ProgramLine {
  init?(shipped json: JSONValue) {
    guard let text = json.any("log", "message", "msg", "line", "event")?.text else { return nil }
    let bytes = Array(text.utf8)[...].withoutBlanks
    let program = json.any(
      "ident", "appname", "app", "program", "container_name", "syslog_identifier", "tag")?.text
    var found: ProgramLine
    if let inner = ProgramLine(bytes) {
      found = inner
    } else if let program, LineReader.program(named: Array(program.utf8)[...]) != nil {
      found = ProgramLine(bare: bytes, tag: Array(program.utf8)[...])
    } else {
      return nil
    }
    let isNamed = LineReader.program(named: found.tag) != nil
    if found.form == .syslog, !isNamed { return nil }
    if let stamp = json.any("time", "@timestamp", "timestamp", "ts", "date")?.text {
      let characters = Array(stamp.utf8)[...]
      var cursor = LineCursor(characters)
      if let time = CivilTime.iso(&cursor) { found.take(time, characters) }
    }
    self = found
  }
}
