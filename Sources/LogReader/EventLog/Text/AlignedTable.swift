/// A table whose columns are aligned with blanks, as PowerShell's `Format-Table` prints the objects of a script:
/// names, a line of dashes, rows.
struct AlignedTable {
  /// Where the dashes of each column are.
  private let columns: [Range<Int>]
  private static let mostColumns = 32
  private static let longest = 4_096

  /// - Parameter dashes: the line below the names.
  init?(dashes line: LineBytes) {
    guard line.count < Self.longest, line.count >= 5,
      line.allSatisfy({ $0 == 0x2d || $0 == 0x20 })
    else { return nil }
    var columns: [Range<Int>] = []
    var start: Int?
    for (offset, byte) in line.enumerated() {
      if byte == 0x2d, start == nil { start = offset }
      if byte == 0x20, let begin = start {
        columns.append(begin..<offset)
        start = nil
      }
    }
    if let begin = start { columns.append(begin..<line.count) }
    guard (3...Self.mostColumns).contains(columns.count) else { return nil }
    self.columns = columns
  }

  /// The row's cells, between quotes and commas; nil where the line is no row of the table.
  func separated(_ line: LineBytes) -> [UInt8]? {
    guard line.count < Self.longest, let first = columns.first, line.count > first.lowerBound else {
      return nil
    }
    let bytes = Array(line)
    var row: [UInt8] = []
    var from = 0
    for (index, column) in columns.enumerated() {
      let to: Int
      if index + 1 < columns.count {
        guard let cut = Self.cut(bytes, column.upperBound, columns[index + 1].lowerBound) else {
          return nil
        }
        to = cut
      } else {
        to = bytes.count
      }
      if index > 0 { row.append(UInt8(ascii: ",")) }
      row.append(UInt8(ascii: "\""))
      if from < to {
        for byte in bytes[from..<to][...].withoutBlanks {
          row.append(byte == UInt8(ascii: "\"") ? UInt8(ascii: "'") : byte)
        }
      }
      row.append(UInt8(ascii: "\""))
      from = max(from, to)
    }
    return row
  }

  /// Where one cell ends and the next begins: values may reach into the space between the dashes, from the left
  /// where the column is aligned so, or from the right.
  private static func cut(_ bytes: [UInt8], _ end: Int, _ next: Int) -> Int? {
    if end >= bytes.count { return bytes.count }
    return (end...next).first { $0 >= bytes.count || bytes[$0] == 0x20 }.map {
      min($0, bytes.count)
    }
  }
}
