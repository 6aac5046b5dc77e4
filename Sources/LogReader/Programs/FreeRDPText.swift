/// Lines that hold FreeRDP's words without its form: of programs that print its errors in their own logs.
enum FreeRDPText {
  private static let words: [Needle] = [
    "ERRCONNECT_", "ERRINFO_", "freerdp_set_last_error", "com.freerdp.",
    "SPNEGO failed with NTSTATUS", "libfreerdp returned code",
  ]

  /// Columns from which on a line is a row of a table that quotes a log.
  private static let columns = 5

  static func isPart(_ line: LineBytes) -> Bool {
    line.count < 4_096 && words.contains { line.has($0) }
      && line.count { $0 == UInt8(ascii: "\t") } < columns
  }

  /// A date and time, or a time alone, within the line's front.
  static func stamp(of line: LineBytes) -> (time: CivilTime, text: LineBytes)? {
    let front = line.prefix(64)
    for start in front.indices where front[start].isDigit {
      if start > front.startIndex, front[start - 1].isDigit || front[start - 1] == 0x3a { continue }
      var cursor = LineCursor(line[start...])
      if let time = CivilTime.iso(&cursor) { return (time, line[start..<cursor.rest.startIndex]) }
      cursor = LineCursor(line[start...])
      if let time = CivilTime.clock(&cursor, fractionAfter: ".,:"), cursor.rest.first != 0x3a,
        line[start..<cursor.rest.startIndex].filter({ $0 == 0x3a }).count >= 2
      {
        return (time, line[start..<cursor.rest.startIndex])
      }
    }
    return nil
  }
}
