/// A value of a record that was read back.
enum RecordValue: Sendable {
  case null
  case boolean(Bool)
  case integer(Int64)
  case real(Double)
  case text(String)
  case list([RecordValue])
  case record(StoredRecord)
  case counts([String: Int])

  var text: String? { if case .text(let text) = self { text } else { nil } }
  var integer: Int64? { if case .integer(let number) = self { number } else { nil } }
  var count: Int? { integer.map { Int(clamping: $0) } }
  var boolean: Bool? { if case .boolean(let value) = self { value } else { nil } }

  var real: Double? {
    switch self {
    case .real(let number): number
    case .integer(let number): Double(number)
    default: nil
    }
  }

  var list: [RecordValue] { if case .list(let values) = self { values } else { [] } }
  var record: StoredRecord? { if case .record(let record) = self { record } else { nil } }
  var records: [StoredRecord] { list.compactMap(\.record) }
  var counts: [String: Int] { if case .counts(let counts) = self { counts } else { [:] } }
  var texts: [String] { list.compactMap(\.text) }
}
