import CaptureReader

/// Rows of tables: with separators, with quotes that stay open over lines, with aligned columns.
extension TextLogReader {
  static let mostOpenRow = 65_536

  /// A row of a table whose columns are aligned; the line of dashes stands for the names above it.
  mutating func takeAligned(
    _ line: LineBytes, number: Int, into log: inout LogCollector
  ) -> Bool {
    defer { lineBefore = line.first == UInt8(ascii: "-") ? [] : Array(line.prefix(1_024)) }
    if let table = AlignedTable(dashes: line) {
      endAligned(&log)
      aligned = nil
      guard let names = table.separated(lineBefore[...]), let header = CSVHeader(names[...]) else {
        return false
      }
      csv = header
      aligned = table
      return true
    }
    guard let table = aligned else { return false }
    guard !line.starts("PS "), let cells = table.cells(line) else {
      endAligned(&log)
      aligned = nil
      csv = nil
      return false
    }
    if let more = AlignedTable.continuation(cells), !alignedRow.isEmpty {
      if alignedRow.count < Self.mostOpenRow {
        alignedRow.removeLast()
        alignedRow.append(UInt8(ascii: "\n"))
        alignedRow += AlignedTable.quoted(more)
        alignedRow.append(UInt8(ascii: "\""))
      }
      return true
    }
    endAligned(&log)
    alignedRow = AlignedTable.separated(cells)
    alignedLine = number
    return true
  }

  mutating func endAligned(_ log: inout LogCollector) {
    guard !alignedRow.isEmpty else { return }
    openRow = alignedRow
    openRowLine = alignedLine
    alignedRow = []
    endRow(&log)
  }

  /// A row whose quotes were still open goes on.
  mutating func read(rowPart line: LineBytes, number: Int, into log: inout LogCollector) {
    openRow.append(UInt8(ascii: "\n"))
    let row = MarkupRow.continued(line)
    openRow.append(contentsOf: WrappedLine.plain(row ?? line) ?? row ?? line)
    endRow(&log)
  }

  /// Reads the row, where its quotes are closed.
  mutating func endRow(_ log: inout LogCollector) {
    if CSVLine.isOpen(openRow[...]), openRow.count < Self.mostOpenRow { return }
    let row = openRow[...]
    openRow = []
    if let csv, let json = csv.object(row) {
      if csv.format == .virtualDesktop {
        return VirtualDesktopRow.read(json, number: openRowLine, into: &log)
      }
      if let plain = JSONEnvelope.contents(json).first,
        let event = EventJSON.record(plain, limits: log.limits)
      {
        return interpreter.read(event, number: openRowLine, into: &log)
      }
    }
    if let event = EventRow(row) {
      return interpreter.read(event.record, number: openRowLine, into: &log)
    }
    log.pass()
  }
}
