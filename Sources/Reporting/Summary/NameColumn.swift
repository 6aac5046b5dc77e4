/// Names in a column of a terminal: without the folder that all have in common, and shortened in their
/// middle, since files of one place differ at both ends.
struct NameColumn {
  /// Without their common folder.
  let names: [String]
  /// What all names begin with, up to its last slash; nil where they share no folder.
  let folder: String?

  init(_ names: [String]) {
    let shown = names.map { TerminalText.escape($0, limit: TerminalText.sentenceLimit) }
    let common = Self.commonFolder(shown)
    folder = common.isEmpty ? nil : common
    self.names = shown.map { String($0.dropFirst(common.count)) }
  }

  var longest: Int { names.map(Self.columns).max() ?? 0 }

  /// Of two names or more; networks have a slash that separates no folder.
  private static func commonFolder(_ names: [String]) -> String {
    guard let first = names.first, names.count > 1 else { return "" }
    var end = first.startIndex
    for place in first.indices where first[place] == "/" {
      let head = first[...place]
      guard names.allSatisfy({ $0.hasPrefix(head) && $0.count > head.count }) else { break }
      end = first.index(after: place)
    }
    return String(first[..<end])
  }

  private static func columns(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + $1.columns }
  }

  /// `capture-of-ber…-14.pcap.gz`.
  static func shortened(_ name: String, to width: Int, sign: Character) -> String {
    guard columns(name) > width, width > 2 else { return name }
    let scalars = Array(name.unicodeScalars)
    var (head, tail) = (String.UnicodeScalarView(), [Unicode.Scalar]())
    var taken = 1
    var (low, high) = (0, scalars.count - 1)
    while low <= high {
      let fromHead = head.count <= tail.count
      let scalar = fromHead ? scalars[low] : scalars[high]
      guard taken + scalar.columns <= width else { break }
      taken += scalar.columns
      if fromHead {
        head.append(scalar)
        low += 1
      } else {
        tail.append(scalar)
        high -= 1
      }
    }
    return String(head) + String(sign) + String(String.UnicodeScalarView(tail.reversed()))
  }
}
