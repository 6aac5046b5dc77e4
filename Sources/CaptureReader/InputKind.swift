/// What the items of an input are: what an `ItemReference` into it points at.
public enum InputKind: String, Sendable, Hashable, Codable, CaseIterable {
  /// Its items are frames.
  case capture
  /// Its items are records.
  case log
}
