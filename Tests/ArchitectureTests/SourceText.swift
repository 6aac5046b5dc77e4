import Foundation
import Support

/// The sources as tests of their text read them. Patterns are slow, so they are asked of lines only
/// that have what they look for.
enum SourceText {
  static func files(in folder: URL = Recordings.root.appending(path: "Sources")) -> [URL] {
    let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (all?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
  }

  /// Whether `word` is somewhere in a text.
  static func has(_ word: String, in text: Substring.UTF8View) -> Bool {
    var rest = text[...]
    let first = word.utf8.first
    while let place = rest.firstIndex(where: { $0 == first }) {
      rest = rest[place...]
      if rest.starts(with: word.utf8) { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  /// The lines of a text, its empty ones too.
  static func lines(of text: String) -> [Substring] {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      Substring($0)
    }
  }
}
