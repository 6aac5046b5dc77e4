/// A table of Zeek: `#fields<tab>ts<tab>uid<tab>id.orig_h…` names the columns of the lines below.
struct ZeekTable {
  private let names: [String]
  private static let mark: Needle = "#fields\t"
  private static let mostColumns = 128

  init?(header line: LineBytes) {
    guard line.starts(Self.mark) else { return nil }
    names = line.split(separator: 0x09).dropFirst().prefix(Self.mostColumns).map(\.text)
    guard names.contains("id.orig_h"), names.contains("conn_state") else { return nil }
  }

  func object(_ line: LineBytes) -> JSONValue? {
    guard line.first != UInt8(ascii: "#") else { return nil }
    let values = line.split(separator: 0x09, omittingEmptySubsequences: false)
    guard values.count == names.count else { return nil }
    return .object(
      zip(names, values).map { JSONValue.Member(name: $0, value: .string($1.text)) })
  }
}
