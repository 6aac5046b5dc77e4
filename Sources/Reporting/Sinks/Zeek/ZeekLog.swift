import CaptureReader
import Foundation

/// Zeek's tab-separated log form (its ASCII writer's defaults), as `zeek-cut` and its kin read it.
///
/// `#open` and `#close` are left out: they are the time of writing, and the same input is to
/// give the same bytes.
enum ZeekLog {
  /// The log's name.
  static func path(of table: RecordTable) -> String {
    table == .sessions ? "rdpwhy" : "rdpwhy_\(table.rawValue)"
  }

  static func head<Row>(_ columns: [Column<Row>], table: RecordTable) -> Data {
    let lines = [
      "#separator \\x09", "#set_separator\t,", "#empty_field\t(empty)", "#unset_field\t-",
      "#path\t\(path(of: table))",
      "#fields\t" + columns.map(\.name).joined(separator: "\t"),
      "#types\t" + columns.map { type(of: $0.kind) }.joined(separator: "\t"),
    ]
    return Data((lines.joined(separator: "\n") + "\n").utf8)
  }

  static func line(_ cells: [Cell]) -> Data {
    Data((cells.map(field).joined(separator: "\t") + "\n").utf8)
  }

  static func type(of kind: ColumnKind) -> String {
    switch kind {
    case .text: "string"
    case .word: "string"
    case .count: "count"
    case .integer: "int"
    case .real: "double"
    case .boolean: "bool"
    case .time: "time"
    case .address: "addr"
    case .port: "port"
    case .seconds: "interval"
    case .list: "vector[string]"
    }
  }

  private static func field(_ cell: Cell) -> String {
    switch cell {
    case .null: "-"
    case .text(let text): escaped(text)
    case .integer(let number): String(number)
    case .real(let number): decimal(number)
    case .boolean(let value): value ? "T" : "F"
    case .time(let text): Timestamp(rfc3339: text).map(seconds) ?? "-"
    case .list(let items):
      items.isEmpty ? "(empty)" : items.map { escaped($0, inList: true) }.joined(separator: ",")
    }
  }

  /// Seconds since 1970 with nine digits of fraction.
  private static func seconds(_ time: Timestamp) -> String {
    let (whole, fraction) = time.nanoseconds.magnitude.quotientAndRemainder(
      dividingBy: 1_000_000_000)
    let digits = String(fraction)
    return (time.nanoseconds < 0 ? "-" : "") + "\(whole)."
      + String(repeating: "0", count: 9 - digits.count) + digits
  }

  /// Without an exponent, which Zeek's own logs never have.
  private static func decimal(_ number: Double) -> String {
    let text = String(number)
    guard text.contains("e") else { return text }
    return String(format: "%.9f", number)
  }

  /// Bytes that cannot be seen, the separators and the backslash become `\xNN`, and text that would
  /// read as unset or empty its first byte.
  private static func escaped(_ text: String, inList: Bool = false) -> String {
    guard !text.isEmpty else { return "(empty)" }
    var result = ""
    for scalar in text.unicodeScalars.prefix(Cell.textLimit) {
      let isSeparator = scalar == "\\" || inList && scalar == ","
      if isSeparator || scalar.isInvisible {
        for byte in String(scalar).utf8 { result += escape(byte) }
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    guard result == "-" || result == "(empty)", let first = text.utf8.first else { return result }
    return escape(first) + result.dropFirst()
  }

  private static func escape(_ byte: UInt8) -> String {
    "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}
