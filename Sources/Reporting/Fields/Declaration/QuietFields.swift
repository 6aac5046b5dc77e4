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

  /// Where they stand among a record's fields, and what they write, a comma before each; nil where they
  /// are no neighbours or one of them is never quiet.
  func places(in fields: [Field<Source>]) -> (places: Range<Int>, text: String)? {
    guard let first = fields.firstIndex(where: { $0.key == keys.first }) else { return nil }
    let found = fields[first...].prefix(keys.count)
    let texts = found.compactMap { RecordShape.Member($0).quietText }
    guard found.map(\.key) == keys, texts.count == keys.count else { return nil }
    return (found.indices, texts.map { ",\($0)" }.joined())
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
