/// `2026-11-28 UTC`, which stands above Weston's times of day.
enum LoneDate {
  static func days(_ text: LineBytes) -> Int64? {
    var cursor = LineCursor(text)
    guard let year = cursor.number(4, 4), cursor.skip("-"), let month = cursor.number(2, 2),
      cursor.skip("-"), let day = cursor.number(2, 2), (1...12).contains(month),
      (1...31).contains(day), (1970...9999).contains(year)
    else { return nil }
    return CivilTime.days(year, month, day)
  }
}

extension ProgramLine {
  /// A message whose front was given in other fields.
  init(bare message: LineBytes, tag: LineBytes) {
    form = .syslog
    time = CivilTime()
    timeText = message.prefix(0)
    self.tag = tag
    self.message = message
  }
}

/// `guacd[44]: INFO:\tmessage`.
struct GuacdText {
  let process: Int?
  let message: LineBytes

  init?(_ text: String) {
    let bytes = Array(text.utf8)[...]
    guard let rest = bytes.after("guacd[") else { return nil }
    process = rest.leadingNumber
    guard let after = rest.after("]:") else { return nil }
    message = (after.after("\t") ?? after).withoutBlanks
  }
}
