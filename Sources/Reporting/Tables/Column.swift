/// How the forms of tables type a column.
enum ColumnKind: String, Sendable {
  case text, word, count, integer, real, boolean, time, address, port, seconds, list
}

/// A column of a table: its name is a promise, its value comes from a record.
///
/// A name is the path of the record's field in the JSON output, with dots between the keys.
struct Column<Row>: Sendable {
  let name: String
  let kind: ColumnKind
  /// Its description in Docs/columns.md.
  let meaning: String
  let cell: @Sendable (Row) -> Cell

  /// Text of any content.
  static func text(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> String?
  ) -> Self {
    Self(name: name, kind: .text, meaning: meaning) { value($0).map(Cell.text) ?? .null }
  }

  /// A word of our own vocabulary.
  static func word(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> String?
  ) -> Self {
    Self(name: name, kind: .word, meaning: meaning) { value($0).map(Cell.text) ?? .null }
  }

  /// A number that is never negative.
  static func count<Number: BinaryInteger & Sendable>(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> Number?
  ) -> Self {
    Self(name: name, kind: .count, meaning: meaning) { integer(value($0)) }
  }

  static func port(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> UInt16?
  ) -> Self {
    Self(name: name, kind: .port, meaning: meaning) { integer(value($0)) }
  }

  static func real(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> Double?
  ) -> Self {
    Self(name: name, kind: .real, meaning: meaning) { real(value($0)) }
  }

  static func seconds(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> Double?
  ) -> Self {
    Self(name: name, kind: .seconds, meaning: meaning) { real(value($0)) }
  }

  static func boolean(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> Bool?
  ) -> Self {
    Self(name: name, kind: .boolean, meaning: meaning) { value($0).map(Cell.boolean) ?? .null }
  }

  static func time(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> String?
  ) -> Self {
    Self(name: name, kind: .time, meaning: meaning) { value($0).map(Cell.time) ?? .null }
  }

  static func address(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> String?
  ) -> Self {
    Self(name: name, kind: .address, meaning: meaning) { value($0).map(Cell.text) ?? .null }
  }

  static func list(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> [String]?
  ) -> Self {
    Self(name: name, kind: .list, meaning: meaning) { value($0).map(Cell.list) ?? .null }
  }

  private static func integer(_ value: (some BinaryInteger)?) -> Cell {
    value.map { .integer(Int64(clamping: $0)) } ?? .null
  }

  private static func real(_ value: Double?) -> Cell {
    guard let value, value.isFinite else { return .null }
    return .real(value)
  }
}
