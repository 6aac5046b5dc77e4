/// A handbook page with the numbers and names under which it is found.
struct HandbookEntry: Sendable {
  typealias Family = Explanation.Family
  typealias Fix = Explanation.Fix

  let explanation: Explanation
  /// The code's number, or the range of numbers the page speaks for.
  let numbers: ClosedRange<UInt32>?
  /// Names in use beside `code`; the first is the official one.
  let names: [String]
  /// Whether its words lead to it; of codes that say what others say only number and name do.
  private(set) var isFoundByWords = true
  /// Every program's, not only Remote Desktop's: told where the text speaks of that, else near.
  private(set) var isOfAnyProgram = false

  init(explanation: Explanation, numbers: ClosedRange<UInt32>?, names: [String]) {
    self.explanation = explanation
    self.numbers = numbers
    self.names = names
  }

  var byCodeAlone: HandbookEntry {
    var entry = self
    entry.isFoundByWords = false
    return entry
  }

  var ofAnyProgram: HandbookEntry {
    var entry = byCodeAlone
    entry.isOfAnyProgram = true
    return entry
  }

  var number: UInt32? {
    guard let numbers, numbers.count == 1 else { return nil }
    return numbers.lowerBound
  }
}

extension HandbookEntry {
  /// A page of a family whose codes are numbers.
  static func numbered(
    _ family: Family, _ number: UInt32, code: String, names: [String], title: String,
    _ meaning: String, confirm: [String], fixes: [Fix], seeAlso: [String]
  ) -> HandbookEntry {
    HandbookEntry(
      explanation: Explanation(
        code: code, family: family, title: title, meaning: meaning, confirm: confirm,
        fixes: fixes, seeAlso: seeAlso),
      numbers: number...number, names: names)
  }
}

extension UInt32 {
  /// Upper-case hexadecimal digits, filled up with zeros to `width`.
  func hexadecimal(width: Int = 1) -> String {
    let digits = String(self, radix: 16, uppercase: true)
    return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
  }
}
