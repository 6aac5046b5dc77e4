import CaptureReader

/// The fields of a record, and how to write it from what it is made of.
struct Record<Source>: Sendable {
  typealias Writer = @Sendable (Source, inout JSONBytes) -> Void

  let shape: RecordShape
  /// Writes all members and the brackets around them.
  private let writer: Writer
  /// Declared as quiet without being neighbours, or never quiet: a mistake in the declaration.
  let isQuietInVain: Bool

  /// - Parameters:
  ///   - fields: in the order in which people read of them; they are written in the order of their keys'
  ///     bytes.
  ///   - quiet: of which fields little is to be written mostly.
  ///   - direct: writes what the fields would write; for records that are written dozens of times a session.
  init(
    _ name: String, _ meaning: String, _ fields: [Field<Source>],
    quiet: [QuietFields<Source>] = [], direct: Writer? = nil
  ) {
    let sorted = fields.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    let members = sorted.enumerated().map { place, field in
      Member(
        key: FieldKey("\(place == 0 ? "{" : ",")\"\(field.key)\":"), write: field.write,
        isOmitted: field.isOmitted)
    }
    let all = MemberWriters.joined(MemberWriters.shortened(members, sorted, quiet)[...])
    let full =
      sorted.first?.isOmitted == false ? MemberWriters.closed(all) : MemberWriters.bracketed(all)
    // By hand: what is generic would wrap each closure twice.
    if let direct {
      writer = MemberWriters.directly(direct, or: full)
    } else {
      writer = full
    }
    isQuietInVain = quiet.contains { $0.run(in: sorted) == nil }
    shape = RecordShape(name, meaning, fields.map { RecordShape.Member($0) })
  }

  func write(_ source: Source, to json: inout JSONBytes) { writer(source, &json) }

  /// The record as NDJSON has it, with a line feed after it.
  func line(_ source: Source, to json: inout JSONBytes) {
    write(source, to: &json)
    json.text.append(UInt8(ascii: "\n"))
  }
}
