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

  /// The row's cells; nil where a word stands across the border of two columns.
  func cells(_ line: LineBytes) -> [LineBytes]? {
    guard line.count < Self.longest, let first = columns.first, line.count > first.lowerBound else {
      return nil
    }
    var cells: [LineBytes] = []
    var from = line.startIndex
    for (index, column) in columns.enumerated() {
      var to = line.endIndex
      if index + 1 < columns.count {
        guard let cut = Self.cut(line, column.upperBound, columns[index + 1].lowerBound) else {
          return nil
        }
        to = cut
      }
      cells.append(from < to ? line[from..<to].withoutBlanks : line[to..<to])
      from = max(from, to)
    }
    return cells
  }

  /// Cells between quotes and commas.
  static func separated(_ cells: [LineBytes]) -> [UInt8] {
    var row: [UInt8] = []
    for (index, cell) in cells.enumerated() {
      if index > 0 { row.append(UInt8(ascii: ",")) }
      row.append(UInt8(ascii: "\""))
      row += quoted(cell)
      row.append(UInt8(ascii: "\""))
    }
    return row
  }

  /// A cell's text without quotes of its own.
  static func quoted(_ cell: LineBytes) -> [UInt8] {
    cell.map { $0 == UInt8(ascii: "\"") ? UInt8(ascii: "'") : $0 }
  }

  /// The row with separators.
  func separated(_ line: LineBytes) -> [UInt8]? { cells(line).map { Self.separated($0) } }

  /// The text of a row that goes on with the last cell of the row before it.
  static func continuation(_ cells: [LineBytes]) -> LineBytes? {
    guard cells.count > 1, cells.dropLast().allSatisfy(\.isEmpty), let last = cells.last,
      !last.isEmpty
    else { return nil }
    return last
  }

  /// Where one cell ends and the next begins: values may reach into the space between the dashes, from the left
  /// where the column is aligned so, or from the right.
  private static func cut(_ line: LineBytes, _ end: Int, _ next: Int) -> Int? {
    if end >= line.count { return line.endIndex }
    let place = (end...next).last { $0 >= line.count || line[line.startIndex + $0] == 0x20 }
    return place.map { min(line.startIndex + $0, line.endIndex) }
  }
}
