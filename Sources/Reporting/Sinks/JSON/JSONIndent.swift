import CaptureReader

/// Breaks JSON without white space into lines, piece by piece, as Foundation's encoder writes them:
/// two spaces for each level, and an empty line within what is empty.
struct JSONIndent {
  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  /// Nothing has come yet since the last opening bracket.
  private var isOpened = false

  mutating func append(_ compact: RawSpan, to output: inout ByteBuffer) {
    var position = 0
    while let byte = compact.bigEndian(at: position, as: UInt8.self) {
      position += 1
      if isInString {
        output.append(byte)
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        beginValue(in: &output)
        output.append(byte)
        depth += 1
        isOpened = true
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if isOpened { output.append(UInt8(ascii: "\n")) }
        isOpened = false
        breakLine(in: &output)
        output.append(byte)
      case UInt8(ascii: ","):
        output.append(byte)
        breakLine(in: &output)
      case UInt8(ascii: ":"):
        output.append(" : ")
      default:
        beginValue(in: &output)
        isInString = byte == UInt8(ascii: "\"")
        output.append(byte)
      }
    }
  }

  private mutating func beginValue(in output: inout ByteBuffer) {
    guard isOpened else { return }
    isOpened = false
    breakLine(in: &output)
  }

  private func breakLine(in output: inout ByteBuffer) {
    output.append(UInt8(ascii: "\n"))
    for _ in 0..<max(0, depth) * 2 { output.append(UInt8(ascii: " ")) }
  }
}
