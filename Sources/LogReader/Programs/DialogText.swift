/// The text of a Remote Desktop dialog: `Error code: 0x904`, `Extended error code: 0x7`, in any language.
struct DialogText {
  var code: UInt32?
  var extended: UInt32?
  var time: CivilTime?
  var timeText = ""
  var line = 0

  static func isPart(_ line: LineBytes) -> Bool {
    line.starts("[Window Title]") || line.starts("Remote Desktop Connection") && line.count < 40
      || value(line) != nil
  }

  /// The number at the end of `words: 0x904`.
  static func value(_ line: LineBytes) -> UInt32? {
    guard line.count < 120, let colon = line.lastIndex(of: UInt8(ascii: ":")),
      colon > line.startIndex + 3
    else { return nil }
    let rest = line[(colon + 1)...].withoutBlanks
    guard rest.starts("0x"), (3...10).contains(rest.count),
      rest.dropFirst(2).allSatisfy({ $0.hexadecimalDigit != nil })
    else { return nil }
    let words = line[line.startIndex..<colon]
    guard !words.has("="), !words.has("["), !words.has("\""), !words.has("<") else { return nil }
    return rest.leadingHexadecimal.map { UInt32(truncatingIfNeeded: $0) }
  }

  /// Takes a line; false where it belongs to no dialog.
  mutating func take(_ text: LineBytes, number: Int) -> Bool {
    if let value = Self.value(text) {
      if code == nil {
        code = value
        line = number
        return true
      }
      guard extended == nil else { return false }
      extended = value
      return true
    }
    guard code != nil, let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let rest = text[(colon + 1)...]
    guard var stamp = CivilTime.local(rest, dayFirst: nil) else { return false }
    if text.has("UTC") { stamp.zoneOffset = 0 }
    time = stamp
    timeText = rest.withoutBlanks.text.shortened(40)
    return true
  }
}
