/// Neighbours among a record's fields, in the order of their keys, of which mostly none has anything to
/// say: no count, no time, no list. There they are written at once, from what their declarations imply.
struct QuietFields<Source>: Sendable {
  /// All of them, in order: a field that comes to stand among them is none of them.
  let keys: [String]
  /// Each of them is `null`, zero, false or an empty list. Where it is in doubt it says no.
  let isQuiet: @Sendable (Source) -> Bool

  init(_ keys: String..., where isQuiet: @escaping @Sendable (Source) -> Bool) {
    self.keys = keys
    self.isQuiet = isQuiet
  }

  /// As they stand among a record's fields. A closure keeps its form in it: in a tuple it would be wrapped.
  struct Run {
    let places: Range<Int>
    /// What they write, a comma before each, or the bracket before the record's first.
    let text: String
    let isQuiet: @Sendable (Source) -> Bool
  }

  /// Nil where they are no neighbours among a record's fields, or one of them is never quiet.
  func run(in fields: [Field<Source>]) -> Run? {
    guard let first = fields.firstIndex(where: { $0.key == keys.first }) else { return nil }
    let found = fields[first...].prefix(keys.count)
    let texts = found.compactMap { RecordShape.Member($0).quietText }
    guard found.map(\.key) == keys, texts.count == keys.count else { return nil }
    let opening = first == 0 ? "{" : ","
    return Run(
      places: found.indices, text: opening + texts.joined(separator: ","), isQuiet: isQuiet)
  }
}

extension RecordShape.Member {
  /// It is written so where there is nothing to say.
  fileprivate var quietText: String? { quietValue.map { "\"\(key)\":\($0)" } }

  private var quietValue: String? {
    if isNullable { return "null" }
    switch kind {
    case .count, .integer, .real, .share, .ratio, .seconds, .signedSeconds: return "0"
    case .boolean: return "false"
    case .list: return "[]"
    case .record(let shape):
      let members = shape.stored.compactMap { $0.quietText }
      guard members.count == shape.stored.count else { return nil }
      return "{" + members.joined(separator: ",") + "}"
    default: return nil
    }
  }
}
