/// A piece of a text log: a line, or an XML event or JSON object that may span lines.
enum TextRecord {
  case line(LineBytes)
  /// From `<Event` to `</Event>`.
  case xml(LineBytes)
  /// An object from `{` to `}`.
  case json(LineBytes)
}
