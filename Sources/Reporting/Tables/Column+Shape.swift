extension Column where Row == StoredRecord {
  /// The columns that a record's fields declare, those at the leading paths first.
  static func columns(of shape: RecordShape, leading: [String] = []) -> [Self] {
    let all = columns(of: shape, under: "", at: [])
    let first = leading.compactMap { name in all.first { $0.name == name } }
    let listed = Set(leading)
    return first + all.filter { !listed.contains($0.name) }
  }

  private static func columns(
    of shape: RecordShape, under prefix: String, at places: [Int]
  ) -> [Self] {
    shape.members.flatMap { member -> [Self] in
      guard let place = shape.place(of: member.key) else { return [] }
      let path = FieldPath(places: places + [place], member: member)
      guard let columns = member.columns else {
        guard case .record(let part) = member.kind else { return [] }
        return self.columns(of: part, under: prefix + member.key + ".", at: path.places)
      }
      return columns.map { column in
        Column(
          name: prefix + (column.name ?? member.key),
          kind: column.kind ?? ColumnKind(member.kind), meaning: column.meaning ?? member.meaning
        ) { row in
          column.cell?(row[path]) ?? Cell(row[path], member.kind)
        }
      }
    }
  }
}

extension Column {
  /// The first of these fields that there is: of the row's own record, or of another that it is of.
  ///
  /// Kind and meaning are the field's.
  static func field(
    _ name: String, _ meaning: String? = nil,
    _ fields: (path: FieldPath?, record: @Sendable (Row) -> StoredRecord?)...
  ) -> Self {
    let known = fields.compactMap { field in field.path.map { (path: $0, record: field.record) } }
    let kind = known.first.map { $0.path.member.kind } ?? .text
    return Column(
      name: name, kind: ColumnKind(kind), meaning: meaning ?? known.first?.path.member.meaning ?? ""
    ) { row in
      for field in known {
        if let record = field.record(row) { return Cell(record[field.path], kind) }
      }
      return .null
    }
  }
}

extension ColumnKind {
  init(_ kind: FieldKind) {
    self =
      switch kind {
      case .text, .pattern, .open, .record, .counts, .countTable: .text
      case .word, .openWord, .constant: .word
      case .address: .address
      case .port: .port
      case .count: .count
      case .integer: .integer
      case .real, .share, .ratio: .real
      case .seconds, .signedSeconds: .seconds
      case .boolean: .boolean
      case .time: .time
      case .list: .list
      }
  }
}

extension Cell {
  init(_ value: RecordValue, _ kind: FieldKind) {
    switch value {
    case .null, .record, .counts: self = .null
    case .boolean(let value): self = .boolean(value)
    case .integer(let number): self = .integer(number)
    case .real(let number): self = .real(number)
    case .text(let text): if case .time = kind { self = .time(text) } else { self = .text(text) }
    case .list: self = .list(value.texts)
    }
  }
}
