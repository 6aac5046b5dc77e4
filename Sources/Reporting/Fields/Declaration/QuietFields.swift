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

  /// The members with their values, a comma before each; nil where one of them is never quiet.
  func text(of members: [RecordShape.Member]) -> String? {
    let texts = members.compactMap { $0.quietText }
    return texts.count == members.count ? texts.map { ",\($0)" }.joined() : nil
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
