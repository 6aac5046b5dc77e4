/// What a record looks like, whatever it is made of: its fields' keys, kinds and meanings.
final class RecordShape: Sendable {
  /// Names it in the JSON Schema and in Docs; no two shapes have the same.
  let name: String
  let meaning: String
  /// In the order in which people read of them.
  let members: [Member]
  /// In the order of their keys' bytes: the order in which they are written and stored.
  let stored: [Member]
  private let places: [String: Int]

  struct Member: Sendable {
    let key: String
    let keyBytes: [UInt8]
    let meaning: String
    let kind: FieldKind
    let isNullable: Bool
    let isOmitted: Bool
    let columns: [FieldColumn]?

    init<Source>(_ field: Field<Source>) {
      key = field.key
      keyBytes = Array(field.key.utf8)
      meaning = field.meaning
      kind = field.kind
      isNullable = field.isNullable
      isOmitted = field.isOmitted
      columns = field.columns
    }
  }

  init(_ name: String, _ meaning: String, _ members: [Member]) {
    self.name = name
    self.meaning = meaning
    self.members = members
    stored = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    places = Dictionary(
      stored.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Where a field stands among the stored ones.
  func place(of key: String) -> Int? { places[key] }

  /// Where the field at a path of keys stands, which are joined by dots and may have dots themselves.
  func path(_ path: String) -> FieldPath? {
    if let place = places[path] { return FieldPath(places: [place], member: stored[place]) }
    for (place, member) in stored.enumerated() where path.hasPrefix(member.key + ".") {
      if let rest = member.kind.shape?.path(String(path.dropFirst(member.key.count + 1))) {
        return FieldPath(places: [place] + rest.places, member: rest.member)
      }
    }
    return nil
  }
}

/// The place of a field in a record and the records within it.
struct FieldPath: Sendable {
  let places: [Int]
  let member: RecordShape.Member
}
