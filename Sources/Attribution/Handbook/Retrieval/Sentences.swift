/// A text in its sentences: in a long one a single sentence names the symptom.
enum Sentences {
  /// A report of a user has fewer; a log of more lines has a telling one among the first.
  private static let most = 80
  private static let ends: Set<Character> = [".", "!", "?", ";", "。", "！", "？"]

  /// The words of each sentence in canonical spelling.
  static func words(in text: [String]) -> [[String]] {
    let whole = PastedMarkup.plain(String(text.joined(separator: " ").prefix(PastedText.longest)))
    var sentences: [[String]] = []
    for line in lines(of: whole) {
      var start = line.startIndex
      for position in line.indices where ends.contains(line[position]) {
        let next = line.index(after: position)
        guard next == line.endIndex || line[next] == " " || !line[position].isASCII else {
          continue
        }
        if line[position] == ".", isAbbreviation(line[start..<position]) { continue }
        add(line[start..<next], to: &sentences)
        start = next
      }
      add(line[start...], to: &sentences)
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

  private static func add(_ sentence: Substring, to sentences: inout [[String]]) {
    let words = PastedText([String(sentence)]).words
    if !words.isEmpty { sentences.append(words) }
  }

  /// Each sentence, and each with the next: a symptom may need two, or a line may be broken.
  static func windows(_ sentences: [[String]]) -> [[String]] {
    sentences + zip(sentences, sentences.dropFirst()).map(+)
  }
}
