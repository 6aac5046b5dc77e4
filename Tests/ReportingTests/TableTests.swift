import CaptureReader
import Foundation
@testable import Reporting
import Support
import Testing

@Suite("Tables as text") struct TableTests {
  static let report = Sample.report(
    [Sample.refusal, Sample.outage, Sample.clean, Sample.undetermined],
    inputs: [Sample.input(), Sample.unreadable()])

  static func text(_ table: RecordTable, _ form: TableText.Form, _ report: Report = report)
    -> String
  {
    TableText(table, as: form).text(of: report)
  }

  @Test("CSV has a header, a row per session, and as many fields in each")
  func shape() throws {
    let rows = CSVReader.rows(Self.text(.sessions, .csv))
    #expect(rows.count == 5)
    #expect(rows.first?.map { $0 ?? "" } == SessionTable.columns.map(\.name))
    #expect(rows.allSatisfy { $0.count == SessionTable.columns.count })
    let codes = rows.compactMap { $0[9] }
    #expect(
      codes.dropFirst() == [
        "credssp.logon_failure", "network.path_outage",
        "clean.client_closed", "undetermined.capture_ends",
      ])
  }

  @Test("evidence has a row per observation, joined by the session's name")
  func evidence() throws {
    let table = try CSVReader.table(Self.text(.evidence, .csv))
    #expect(table.count == 5)
    #expect(table[1]["code"] == "tcp.server_fin")
    #expect(table[1]["frames"] == #"["20","21","22","23"]"#)
    #expect(table[1]["bearing"] == "supports")
    #expect(table[2]["weight"] == "-0.4")
    #expect(table[3]["input"] == .some(nil))
    #expect(table.map { $0["ordinal"] } == ["1", "2", "3", "4", "1"])
    #expect(Set(table.map { $0["uid"] }) == ["S1f9a2c03d4e5"])
  }

  @Test("inputs have a row each, with the reason of a failure")
  func inputs() throws {
    let table = try CSVReader.table(Self.text(.inputs, .csv))
    #expect(table.map { $0["status"] } == ["ok", "failed"])
    #expect(table[1]["error.code"] == "not_a_capture")
    #expect(table[1]["packets"] == .some(nil))
  }

  @Test("unknown is an empty field, nothing else is")
  func unknown() throws {
    let table = try CSVReader.table(Self.text(.sessions, .csv))
    #expect(table[0]["rdp.cookie"] == "alice")
    #expect(table[1]["rdp.cookie"] == .some(nil))
    #expect(table[0]["verdict.confidence"] == "0.97")
    #expect(table[0]["degraded"] == "false")
    #expect(table[0]["tls.alerts"] == #"["server 49 access_denied"]"#)
  }

  @Test(
    "text that a spreadsheet would evaluate is made inert, and can be had back",
    arguments: [
      ("=1+1", "'=1+1"), ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"), ("-2+3", "'-2+3"),
      ("@SUM(A1)", "'@SUM(A1)"), ("'quoted", "''quoted"), (" =1", "' =1"), ("\"=1", "'\"=1"),
      ("＝1", "'＝1"), ("=\u{301}1", "'=\u{301}1"), ("a;=1", "a\\u{3B}=1"),
      ("a; \"=1", "a\\u{3B} \"=1"),
      ("a;b", "a;b"), ("alice", "alice"), ("10.0.0.1", "10.0.0.1"), ("a,\"b\"", "a,\"b\""),
      ("\t=1", "\\u{9}=1"), ("two\r\nlines", "two\\u{D}\\u{A}lines"), ("", ""),
    ])
  func formulas(text: String, expected: String) {
    let line = String(decoding: CSVLine.line([.text(text), .integer(-4)]), as: UTF8.self)
    #expect(line.hasSuffix("\r\n"))
    #expect(CSVReader.rows(line) == [[expected, "-4"]])
  }

  @Test("Zeek's form has its header, and a field per column in every line")
  func zeek() throws {
    let lines = Self.text(.sessions, .zeek).split(separator: "\n")
    #expect(lines[0] == "#separator \\x09")
    #expect(lines[4] == "#path\trdpwhy")
    let fields = lines[5].split(separator: "\t").dropFirst().map(String.init)
    #expect(fields == SessionTable.columns.map(\.name))
    #expect(lines[6].split(separator: "\t").count == fields.count + 1)
    for line in lines.dropFirst(7) {
      #expect(line.split(separator: "\t", omittingEmptySubsequences: false).count == fields.count)
    }
    let first = lines[7].split(separator: "\t").map(String.init)
    #expect(first[0] == "1772373907.123456789")
    #expect(first[fields.firstIndex(of: "degraded") ?? 0] == "F")
    #expect(first[fields.firstIndex(of: "rdp.error_info") ?? 0] == "-")
    #expect(first[fields.firstIndex(of: "verdict.settled_by") ?? 0] == "(empty)")
  }

  @Test(
    "Zeek's form escapes what would break it",
    arguments: [
      ("a\tb", "a\\x09b"), ("a\nb", "a\\x0ab"), ("-", "\\x2d"), ("(empty)", "\\x28empty)"),
      ("", "(empty)"), ("a\\x09", "a\\x5cx09"), ("\u{202E}", "\\xe2\\x80\\xae"), ("a,b", "a,b"),
      ("ü", "ü"), ("#x", "#x"),
    ])
  func zeekEscapes(text: String, expected: String) {
    let line = String(
      decoding: ZeekLog.line([.text(text), .list([text])]), as: UTF8.self)
    let fields = line.dropLast().split(separator: "\t", omittingEmptySubsequences: false)
    #expect(fields.count == 2)
    #expect(fields.first.map(String.init) == expected)
    #expect(fields.last.map(String.init) == expected.replacing("a,b", with: "a\\x2cb"))
  }

  @Test("no name stands twice in a table", arguments: RecordTable.allCases)
  func names(table: RecordTable) {
    let names = ColumnPage.columns(of: table).map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.count > 10)
  }

  @Test("every column is described in Docs")
  func documented() throws {
    try DocsPage.check(ColumnPage.text, "Docs/columns.md")
  }

  @Test(
    "a time in a record's text is read back exactly",
    arguments: [
      0, -1, 951_782_400_000_000_001, 1_772_373_907_123_456_789, Int64.max, Int64.min + 1,
    ])
  func times(nanoseconds: Int64) {
    let text = Timestamp(nanoseconds: nanoseconds).rfc3339
    #expect(Timestamp(rfc3339: text)?.nanoseconds == nanoseconds)
  }

  @Test(
    "text that is no time is refused",
    arguments: [
      "", "2026-03-01", "2026-13-01T00:00:00.000000000Z", "2026-03-01T00:00:00.000000000+",
      "9999-12-31T23:59:59.999999999Z", "２026-03-01T14:05:07.123456789Z",
    ])
  func noTimes(text: String) { #expect(Timestamp(rfc3339: text) == nil) }
}

/// Reads CSV as RFC 4180 defines it; a field without quotes and text is nil.
enum CSVReader {
  static func rows(_ text: String) -> [[String?]] {
    var rows: [[String?]] = []
    var row: [String?] = []
    var field: String?
    var isQuoted = false
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      if isQuoted {
        if scalar != "\"" {
          field?.unicodeScalars.append(scalar)
        } else if scalars.first == "\"" {
          scalars.removeFirst()
          field?.append("\"")
        } else {
          isQuoted = false
        }
      } else if scalar == "\"", field == nil {
        isQuoted = true
        field = ""
      } else if scalar == "," {
        row.append(field)
        field = nil
      } else if scalar == "\r", scalars.first == "\n" {
        scalars.removeFirst()
        rows.append(row + [field])
        row = []
        field = nil
      } else {
        field = (field ?? "") + String(scalar)
      }
    }
    return rows
  }

  /// Rows after the first, by the names in the first.
  static func table(_ text: String) throws -> [[String: String?]] {
    let rows = rows(text)
    let names = try #require(rows.first).map { $0 ?? "" }
    return rows.dropFirst().map { Dictionary(zip(names, $0)) { first, _ in first } }
  }
}
