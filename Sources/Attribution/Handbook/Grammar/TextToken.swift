/// One word of a pasted text, without capitals and accents, and as it was written.
struct TextToken: Sendable, Hashable {
  let text: String
  let written: String
  /// Whether it begins a new line.
  var startsLine = false

  init(_ written: String) {
    self.written = written
    text = CanonicalText.folded(written)
  }
}
