/// One word of a pasted text, in lower case and as it was written.
struct TextToken: Sendable, Hashable {
  let text: String
  let written: String
  /// Whether it begins a new line.
  var startsLine = false

  init(_ written: String) {
    self.written = written
    text = written.lowercased()
  }
}
