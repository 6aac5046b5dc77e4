/// A provider's name and one of its numbers beside each other on a line: `Kernel-Power 42`,
/// `Event 42, Kernel-Power`, `Source=EventLog EventID=6008`.
struct NumberedEvent {
  private(set) var provider: String
  private(set) var id: Int
  /// Where the message begins at the earliest.
  private(set) var end: Int

  /// Between name and number stand labels and marks alone.
  private static let reach = 24
  private static let longestName = 48
  private static let mostNumbers = 24

  init?(_ line: LineBytes) {
    for number in EventSentence.numbers(line, in: line).prefix(Self.mostNumbers) {
      let rules = EventRuleIndex.shared.rules(ofID: number.value)
      if rules.isEmpty { continue }
      let digits = String(number.value).utf8.count
      var start = number.end
      while start > line.startIndex, !line[start - 1].isDigit { start -= 1 }
      start -= digits
      guard start >= line.startIndex else { continue }
      let before = line[max(line.startIndex, start - Self.reach - Self.longestName)..<start]
      let behind = line[number.end...].prefix(Self.reach + Self.longestName)
      for rule in rules {
        if let name = Self.name(of: rule, in: before), Self.isGap(line[name.upperBound..<start]) {
          (provider, id, end) = (line[name].text, number.value, number.end)
          return
        }
        if let name = Self.name(of: rule, in: behind),
          Self.isGap(line[number.end..<name.lowerBound])
        {
          (provider, id, end) = (line[name].text, number.value, name.upperBound)
          return
        }
      }
    }
    return nil
  }

  /// Where the provider stands as a word of its own; short ones could be any word.
  private static func name(of rule: EventRule, in part: LineBytes) -> Range<Int>? {
    let isFront = rule.provider.hasSuffix("*")
    let front = Needle(isFront ? String(rule.provider.dropLast()) : rule.provider)
    guard let range = part.range(of: front) else { return nil }
    if range.lowerBound > part.startIndex, isWord(part[range.lowerBound - 1]) { return nil }
    let tail = part[range.upperBound...].prefix(while: isWord)
    guard isFront || tail.isEmpty else { return nil }
    let name = range.lowerBound..<tail.endIndex
    return name.count >= 5 ? name : nil
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte.isDigit || (0x41...0x5a).contains(byte & 0xdf) || byte == UInt8(ascii: "_")
  }

  private static func isGap(_ gap: LineBytes) -> Bool {
    gap.count <= reach && !gap.contains(where: \.isDigit)
  }
}
