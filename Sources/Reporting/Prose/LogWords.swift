import LogReader

/// What a log's event is called in reports: the meaning of its row in the catalogue.
enum LogWords {
  private static let meanings = Dictionary(
    LogCatalogue.entries.map { ($0.key, $0.meaning) }, uniquingKeysWith: { first, _ in first })

  static func meaning(of event: LogEvent) -> String { meanings[event.key] ?? kind(of: event) }

  /// The same for a drawing, whose rows are short.
  static func label(of event: LogEvent) -> String {
    guard let meaning = meanings[event.key], meaning.count <= longestLabel else {
      return kind(of: event)
    }
    return meaning
  }

  private static func kind(of event: LogEvent) -> String {
    event.kind.rawValue.replacing("_", with: " ")
  }

  private static let longestLabel = 48
}
