/// What a text is compared by: its concepts, and the beginnings of its telling words.
enum PageTerms {
  /// Concepts that rules need and that say nothing about a page.
  private static let circumstantial: Set<String> = [
    "sessionword", "mydevice", "otherdevice", "address", "install", "catchup", "appswitch",
    "rdpword", "rdpservice", "wakekey", "remminaword",
  ]

  private static func isTelling(_ concept: String) -> Bool { !circumstantial.contains(concept) }

  /// Words with the same beginning are one word in most of its forms, in most languages.
  private static let stem = 6
  private static let shortest = 3
  private static let longest = 40

  /// What a word says, wherever it stands.
  struct Word: Sendable {
    /// Its concepts; of a word without any, how it begins.
    let terms: [String]
    /// Whether more is said by it and the words behind it.
    let beginsPhrase: Bool
    let isUnspaced: Bool

    init(_ word: String, _ table: ConceptTable) {
      let concepts = table.concepts(of: word).filter(isTelling)
      beginsPhrase = table.beginsPhrase(word)
      isUnspaced = PastedText.isUnspaced(word)
      if !concepts.isEmpty {
        terms = concepts.map(PageTerms.term)
      } else if stopWords.contains(word) {
        terms = []
      } else if isUnspaced {
        terms = pairs(of: word)
      } else if word.count >= shortest, word.contains(where: \.isLetter), word.count < longest {
        terms = [String(word.prefix(stem))]
      } else {
        terms = []
      }
    }
  }

  private static func term(_ concept: String) -> String { "=" + concept }

  static func terms(of words: [String]) -> Set<String> {
    var known: [String: Word] = [:]
    return terms(of: words, known: &known)
  }

  /// The same for many texts: each word is looked up once.
  static func terms(of words: [String], known: inout [String: Word]) -> Set<String> {
    let table = ConceptTable.shared
    var terms: Set<String> = []
    var isMore = false
    for (position, text) in words.enumerated() {
      let word: Word
      if let before = known[text] {
        word = before
      } else {
        word = Word(text, table)
        known[text] = word
      }
      terms.formUnion(word.terms)
      guard word.beginsPhrase || word.isUnspaced else { continue }
      isMore = true
      terms.formUnion(
        table.concepts(in: words, behind: position).filter(isTelling).map(term))
    }
    if isMore {
      terms.formUnion(table.concepts(ofWhole: words).filter(isTelling).map(term))
    }
    return terms
  }

  /// The neighbouring letters of a script without spaces.
  private static func pairs(of word: String) -> [String] {
    let letters = Array(word)
    return letters.indices.dropLast().map { String([letters[$0], letters[$0 + 1]]) }
  }

  /// Words that every text has, or that every text about Remote Desktop has.
  private static let stopWords: Set<String> = SubjectFinder.common.union([
    "that", "which", "who", "whom", "its", "their", "them", "they", "she", "him", "her", "his",
    "would", "should", "may", "might", "must", "been", "being", "were", "had", "than", "too",
    "very", "some", "any", "other", "also", "here", "where", "how", "because", "while", "until",
    "without", "between", "one", "two", "see", "try", "tried", "trying", "since", "like", "more",
    "same", "still", "everything", "something", "anything", "nothing", "people", "today", "week",
    "day", "time", "times", "way", "back", "want", "need", "let", "make", "makes", "made", "think",
    "know", "say", "says", "tell", "yes", "thanks", "thank", "hello", "anyone", "idea", "und",
    "der",
    "die", "das", "den", "dem", "des", "ein", "eine", "einen", "ist", "sind", "wird", "werden",
    "hat",
    "haben", "auf", "aus", "bei", "mit", "nach", "von", "zu", "zum", "zur", "sich", "auch", "wenn",
    "aber", "oder", "ich", "wir", "sie", "man", "les", "des", "une", "que", "qui", "est", "sont",
    "dans", "sur", "avec", "pour", "par", "mais", "nous", "vous", "mon", "ma", "mes", "votre",
    "los",
    "las", "una", "del", "para", "con", "por", "pero", "mas", "muy", "cuando", "esta", "este",
    "gli",
    "che", "sono", "della", "delle", "nel", "alla", "per", "quando", "uma", "dos", "das", "com",
    "para", "het", "een", "van", "voor", "met", "niet", "zijn", "wordt", "naar", "ook", "wat",
    "jest",
    "sie", "nie", "ale", "jak", "gdy", "что", "как", "это", "при", "для", "или", "если", "после",
    "все", "уже", "так", "був", "або", "якщо", "pri", "jsem", "kdyz", "att", "och", "det", "som",
    "for", "till", "ikke", "vil", "kan", "til", "fra", "har", "jeg", "bir", "ile", "icin", "var",
    "hogy", "egy",
  ])
}
