/// Names of months as logs and exports write them, in the languages of their machines.
enum MonthNames {
  /// The month of a word such as `Nov`, `févr.`, `Mär` or `11月`; nil where it is none.
  static func month(_ word: LineBytes) -> Int? {
    if word.count == 3 {
      let packed = word.reduce(UInt32(0)) { $0 << 8 | UInt32($1 | 0x20) }
      if let place = english.firstIndex(of: packed) { return place + 1 }
    }
    if let number = word.leadingNumber, (1...12).contains(number), word.count <= 6,
      word.drop(while: { $0.isDigit }).text == "月"
    {
      return number
    }
    var name = word.prefix(24).text.lowercased()
    while let last = name.last, last == "." || last == "," { name.removeLast() }
    guard name.count >= 3 else { return nil }
    if let exact = shortNames[name] { return exact }
    // Whole names begin with the short one.
    return name.count > 3 ? wholeNames.first { name.hasPrefix($0.0) }?.1 : nil
  }

  /// The English names, which most logs have, as three bytes.
  private static let english: [UInt32] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ].map { $0.utf8.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } }

  private static let shortNames: [String: Int] = {
    let rows = [
      "jan feb mar apr may jun jul aug sep oct nov dec",
      "jan feb mär apr mai jun jul aug sep okt nov dez",
      "janv févr mars avr mai juin juil août sept oct nov déc",
      "ene feb mar abr may jun jul ago sep oct nov dic",
      "gen feb mar apr mag giu lug ago set ott nov dic",
      "jan fev mar abr mai jun jul ago set out nov dez",
      "jan feb mrt apr mei jun jul aug sep okt nov dec",
      "jan feb mar apr maj jun jul aug sep okt nov dec",
      "sty lut mar kwi maj cze lip sie wrz paź lis gru",
      "янв фев мар апр май июн июл авг сен окт ноя дек",
    ]
    var names: [String: Int] = [:]
    for row in rows {
      for (index, name) in row.split(separator: " ").enumerated() {
        names[String(name)] = index + 1
      }
    }
    return names
  }()

  private static let wholeNames: [(String, Int)] = [
    ("jan", 1), ("feb", 2), ("mär", 3), ("maart", 3), ("mar", 3), ("apr", 4), ("mai", 5),
    ("jun", 6), ("juin", 6), ("jul", 7), ("juil", 7), ("aug", 8), ("août", 8), ("sep", 9),
    ("okt", 10), ("oct", 10), ("nov", 11), ("dez", 12), ("dec", 12), ("déc", 12), ("fév", 2),
    ("avr", 4), ("ene", 1), ("abr", 4), ("ago", 8), ("dic", 12),
  ]
}

extension CivilTime {
  /// `AM` or `PM`, which the United States write; who writes 24 hours puts the day before the month.
  static func hasHalfOfDay(_ text: String) -> Bool {
    let half = text.trimmed.suffix(2).uppercased()
    return half == "AM" || half == "PM"
  }

  enum HalfOfDay { case morning, afternoon }

  private static let halves: [(word: Needle, half: HalfOfDay)] = [
    ("오전 ", .morning), ("오후 ", .afternoon), ("上午 ", .morning), ("下午 ", .afternoon),
    ("午前 ", .morning), ("午後 ", .afternoon), ("上午", .morning), ("下午", .afternoon),
    ("午前", .morning), ("午後", .afternoon),
  ]

  /// The half of the day where its name stands before the hour, as in East Asia.
  static func halfOfDay(_ cursor: inout LineCursor) -> HalfOfDay? {
    guard let first = cursor.rest.first, first >= 0x80 else { return nil }
    for row in halves where cursor.skip(text: row.word) { return row.half }
    return nil
  }

  /// A month's day and a time of day, the year left out.
  static func monthAndClock(_ month: Int, _ day: Int, _ word: LineBytes) -> CivilTime? {
    var cursor = LineCursor(word)
    guard var time = clock(&cursor) else { return nil }
    (time.month, time.day) = (month, day)
    return time.isValid ? time : nil
  }

  /// Stamps that name their month: `Mon Nov 03 10:32:11 2025`, `Nov 3, 2025 @ 10:32:11.480`,
  /// `Monday, November 3, 2025 10:32:11 AM`, `03-Nov-2025 10:32:11`.
  static func named(_ text: LineBytes) -> CivilTime? {
    var words: [LineBytes] = []
    for word in text.prefix(80).split(whereSeparator: { $0 == 0x20 || $0 == 0x2c || $0 == 0x40 }) {
      let parts = word.split(separator: UInt8(ascii: "-"))
      if parts.count == 3, MonthNames.month(parts[1]) != nil {
        words += parts
      } else {
        words.append(word)
      }
      if words.count > 8 { break }
    }
    guard let name = words.prefix(3).firstIndex(where: { MonthNames.month($0) != nil }),
      let month = MonthNames.month(words[name])
    else { return nil }
    var found: CivilTime?
    var numbers: [Int] = []
    var half = ""
    for (index, word) in words.enumerated() where index != name {
      if word.contains(UInt8(ascii: ":")) {
        var cursor = LineCursor(word)
        found = found ?? clock(&cursor)
        if cursor.skip("Z") { found?.zoneOffset = 0 }
      } else if let number = word.leadingNumber, word.allSatisfy({ $0.isDigit || $0 == 0x2e }) {
        numbers.append(number)
      } else if found != nil {
        half = word.prefix(2).text.uppercased()
      }
      if found != nil, numbers.count >= 2, !half.isEmpty { break }
    }
    guard var time = found, let day = numbers.first(where: { $0 <= 31 }),
      let year = numbers.first(where: { $0 >= 1_900 })
    else { return nil }
    if half == "PM", time.hour < 12 { time.hour += 12 }
    if half == "AM", time.hour == 12 { time.hour = 0 }
    (time.year, time.month, time.day) = (year, month, day)
    return time.isValid ? time : nil
  }
}
