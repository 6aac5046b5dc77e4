/// A text in its sentences: in a long one a single sentence names the symptom.
enum Sentences {
  /// A report of a user has fewer; a log of more lines has a telling one among the first.
  private static let most = 80
  private static let ends: Set<Character> = [".", "!", "?", ";", "。", "！", "？"]

  /// The words of each sentence in canonical spelling.
  static func words(in text: [String]) -> [[String]] {
    self.text(in: text).map { PastedText([String($0)]).words }.filter { !$0.isEmpty }
  }

  /// Each sentence as it was written.
  static func text(in text: [String]) -> [Substring] {
    let whole = PastedMarkup.plain(String(text.joined(separator: " ").prefix(PastedText.longest)))
    var sentences: [Substring] = []
    for line in lines(of: whole) {
      var start = line.startIndex
      for position in line.indices where ends.contains(line[position]) {
        let next = line.index(after: position)
        guard next == line.endIndex || line[next] == " " || !line[position].isASCII else {
          continue
        }
        if line[position] == ".", isAbbreviation(line[start..<position]) { continue }
        sentences.append(line[start..<next])
        start = next
      }
      sentences.append(line[start...])
      if sentences.count >= most { return Array(sentences.prefix(most)) }
    }
    return sentences
  }

  /// "Mrs.", "z.B.": the sentence goes on.
  private static func isAbbreviation(_ text: Substring) -> Bool {
    let word = text.suffix(5).split(separator: " ").last ?? ""
    return abbreviations.contains(word.lowercased())
  }

  private static let abbreviations: Set<String> = [
    "mr", "mrs", "ms", "dr", "hr", "fr", "nr", "no", "st", "vs", "e.g", "i.e", "z.b", "ca", "bzw",
    "p.ej",
    "p.ex", "approx", "incl", "inkl", "usw", "min", "sec", "std",
  ]

  /// The lines, with those joined that a sentence runs over.
  private static func lines(of text: String) -> [String] {
    var lines: [String] = []
    for line in text.split(whereSeparator: \.isNewline) {
      let isRest = line.first { $0 != " " && $0 != "\t" && $0 != ">" }?.isLowercase ?? false
      if isRest, let last = lines.last, let end = last.last, !ends.contains(end), end != ":" {
        lines[lines.count - 1] = last + " " + line
      } else {
        lines.append(String(line))
      }
    }
    return lines
  }

  /// Each sentence, and each with the next: a symptom may need two, or a line may be broken.
  static func windows(_ sentences: [[String]]) -> [[String]] {
    sentences + zip(sentences, sentences.dropFirst()).map(+)
  }
}
