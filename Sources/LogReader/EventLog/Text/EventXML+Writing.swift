import CaptureReader

extension EventXML {
  /// An event as `wevtutil` writes it, on one line: what `record` reads back.
  static func text(of record: EventRecord) -> String {
    var text = "<Event xmlns=\"http://schemas.microsoft.com/win/2004/08/events/event\"><System>"
    text += "<Provider Name=\"\(escaped(record.provider))\"/>"
    if let eventID = record.eventID { text += "<EventID>\(eventID)</EventID>" }
    let time = record.time.map(stamp) ?? record.timeText
    if !time.isEmpty { text += "<TimeCreated SystemTime=\"\(escaped(time))\"/>" }
    if let number = record.recordID { text += "<EventRecordID>\(number)</EventRecordID>" }
    if let activity = record.activity {
      text += "<Correlation ActivityID=\"{\(escaped(activity))}\"/>"
    }
    if record.process != nil || record.thread != nil {
      let process = record.process.map { " ProcessID=\"\($0)\"" } ?? ""
      let thread = record.thread.map { " ThreadID=\"\($0)\"" } ?? ""
      text += "<Execution\(process)\(thread)/>"
    }
    if let channel = record.channel { text += "<Channel>\(escaped(channel))</Channel>" }
    if let computer = record.computer { text += "<Computer>\(escaped(computer))</Computer>" }
    text += "</System><EventData>"
    for item in record.data {
      let name = item.name.isEmpty ? "" : " Name=\"\(escaped(item.name))\""
      text += "<Data\(name)>\(escaped(item.value))</Data>"
    }
    return text + "</EventData></Event>"
  }

  /// `2026-03-01T14:05:07.1234567Z`. The days are counted in eras of 400 years from 0000-03-01, so that
  /// the leap day is a year's last.
  private static func stamp(_ time: Timestamp) -> String {
    let second = time.nanoseconds >= 0 ? time.nanoseconds / 1_000_000_000 : 0
    let fraction = time.nanoseconds >= 0 ? time.nanoseconds % 1_000_000_000 / 100 : 0
    let shifted = second / 86_400 + 719_468
    let dayOfEra = shifted % 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let march = (5 * dayOfYear + 2) / 153
    let month = march < 10 ? march + 3 : march - 9
    let year = yearOfEra + shifted / 146_097 * 400 + (month <= 2 ? 1 : 0)
    func padded(_ number: Int64, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let day = dayOfYear - (153 * march + 2) / 5 + 1
    let ofDay = second % 86_400
    let clock = [ofDay / 3_600, ofDay / 60 % 60, ofDay % 60].map { padded($0, 2) }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))T"
      + clock.joined(separator: ":") + ".\(padded(fraction, 7))Z"
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text.unicodeScalars {
      switch character {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\"": result += "&quot;"
      // Control characters are no part of XML 1.0.
      case _ where character.value < 0x20: result += " "
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }
}
