import PacketDecode

/// A column of the tables that shows a field.
///
/// A field without a list of columns is shown by its parts, if it is a record, and else by none.
struct FieldColumn: Sendable {
  /// The last part of the column's name, where it is not the field's key.
  let name: String?
  /// Nil where it is the field's.
  let kind: ColumnKind?
  let meaning: String?
  /// Nil where the cell is the field's value.
  let cell: (@Sendable (RecordValue) -> Cell)?

  /// The field's value, under the field's key.
  static let value = FieldColumn(name: nil, kind: nil, meaning: nil, cell: nil)

  /// The field's value under another kind.
  static func value(as kind: ColumnKind) -> Self {
    FieldColumn(name: nil, kind: kind, meaning: nil, cell: nil)
  }

  /// Nothing of the field, and of the fields within it.
  static let none: [FieldColumn] = []

  /// How many there are in the field's list.
  static let number = FieldColumn(name: nil, kind: .count, meaning: nil) { value in
    if case .list(let items) = value { .integer(Int64(clamping: items.count)) } else { .null }
  }

  /// An IPv4 address as a number, so that a network is a range; null for others.
  static func number4(as name: String, of whose: String) -> Self {
    FieldColumn(
      name: name, kind: .integer, meaning: "\(whose) IPv4 address as a number: a network is a range"
    ) { value in
      guard let address = value.text.flatMap({ IPAddress($0) }), address.isV4 else { return .null }
      return .integer(Int64(address.low & 0xFFFF_FFFF))
    }
  }

  /// The first half of an IPv6 address as a signed number; null for others.
  static func number6(as name: String, of whose: String) -> Self {
    FieldColumn(
      name: name, kind: .integer,
      meaning:
        "first 64 bits of \(whose) IPv6 address as a signed number: a network up to /64 is a range"
    ) { value in
      guard let address = value.text.flatMap({ IPAddress($0) }), !address.isV4 else { return .null }
      return .integer(Int64(bitPattern: address.high))
    }
  }

  /// A text for each record of the field's list; nil leaves a record out.
  static func texts(_ text: @escaping @Sendable (StoredRecord) -> String?) -> Self {
    FieldColumn(name: nil, kind: .list, meaning: nil) { value in
      if case .null = value { return .null }
      return .list(value.records.compactMap(text))
    }
  }

  /// The largest of a number of the field's list.
  static func largest(_ key: String, as name: String, _ kind: ColumnKind, _ meaning: String) -> Self
  {
    FieldColumn(name: name, kind: kind, meaning: meaning) { value in
      value.records.compactMap { $0[key].real }.max().map(Cell.real) ?? .null
    }
  }
}
