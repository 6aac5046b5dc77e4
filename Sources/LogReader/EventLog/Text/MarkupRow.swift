/// Rows of a table in HTML, as `ConvertTo-Html` writes them, a row to a line: a message's own lines go on below.
enum MarkupRow {
  private static let longest = 65_536
  private static let row: Needle = "<tr"
  private static let end: Needle = "</tr>"
  private static let quote: Needle = "&quot;"

  /// The row as separated values, with a quote open where the row goes on below; nil where the line is none.
  static func separated(_ line: LineBytes) -> LineBytes? {
    let text = line.withoutBlanks
    guard text.count < longest, text.starts(row), text.has("<td") || text.has("<th") else {
      return nil
    }
    return converted(text, isInCell: false)
  }

  /// The last line of a row that was open.
  static func continued(_ line: LineBytes) -> LineBytes? {
    guard line.count < longest, line.has(end) else { return nil }
    return converted(line, isInCell: true)
  }

  private static func converted(_ line: LineBytes, isInCell: Bool) -> LineBytes {
    var text: [UInt8] = []
    var isInCell = isInCell
    var isFirst = !isInCell
    var rest = line
    while let byte = rest.first {
      if byte == UInt8(ascii: "<") {
        let isOpening = rest.starts("<td") || rest.starts("<th")
        let isClosing = rest.starts("</td") || rest.starts("</th")
        let tag = rest.prefix { $0 != UInt8(ascii: ">") }
        rest = rest.dropFirst(tag.count + 1)
        if isOpening, !isInCell {
          text += isFirst ? [UInt8(ascii: "\"")] : Array(",\"".utf8)
          (isInCell, isFirst) = (true, false)
        } else if isClosing, isInCell {
          text.append(UInt8(ascii: "\""))
          isInCell = false
        }
        continue
      }
      // A quotation mark of the text is doubled before other marks are undone.
      let isQuote = rest.starts(quote)
      rest = rest.dropFirst(isQuote ? quote.bytes.count : 1)
      guard isInCell else { continue }
      if isQuote {
        text += Array("\"\"".utf8)
        continue
      }
      text.append(byte)
      if byte == UInt8(ascii: "\"") { text.append(byte) }
    }
    return text[...]
  }
}
