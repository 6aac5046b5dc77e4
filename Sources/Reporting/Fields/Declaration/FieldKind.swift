/// What values a field can have: its type, its unit and its bounds.
///
/// The JSON Schema, the reader of stored records, the tables and the pages in Docs follow it.
indirect enum FieldKind: Sendable {
  /// Text of any content.
  case text
  /// Text of a form, given as a regular expression.
  case pattern(String)
  /// A word of a closed list.
  case word([String])
  /// A word of an open list: more may come.
  case openWord(pattern: String?)
  case constant(String)
  case address
  case port
  /// A whole number that is never negative.
  case count
  case integer
  case real
  /// A number from 0 to 1.
  case share
  /// A number that is never negative.
  case ratio
  case seconds
  /// Negative where the capture's clock was set back.
  case signedSeconds
  case boolean
  /// RFC 3339 in UTC with nanoseconds.
  case time
  case record(RecordShape)
  case list(FieldKind, most: Int?, elementsAreNullable: Bool)
  /// Numbers by word.
  case counts
  /// Numbers by two words.
  case countTable
  /// A record whose members follow the program's types and are not declared.
  case open([String])

  static func list(_ kind: FieldKind, most: Int? = nil) -> FieldKind {
    .list(kind, most: most, elementsAreNullable: false)
  }

  /// A verdict's code: `<cause>.<detail>`.
  static var verdictCode: FieldKind { .openWord(pattern: VerdictFields.codePattern) }

  /// The shape of the record, or of the records in the list.
  var shape: RecordShape? {
    switch self {
    case .record(let shape): shape
    case .list(let kind, _, _): kind.shape
    default: nil
    }
  }

  /// Its name in Docs.
  var title: String {
    switch self {
    case .text, .pattern: "text"
    case .word, .openWord, .constant: "word"
    case .address: "address"
    case .port: "port"
    case .count: "count"
    case .integer: "integer"
    case .real: "number"
    case .share: "0 to 1"
    case .ratio: "ratio"
    case .seconds, .signedSeconds: "seconds"
    case .boolean: "boolean"
    case .time: "time"
    case .record(let shape): shape.name
    case .list(let kind, _, _): "list of \(kind.title)"
    case .counts, .countTable: "counts"
    case .open: "record"
    }
  }
}
