import CaptureReader

/// Lines that are held compressed until they are written: those of one series at a time.
struct PackedLines {
  private var pieces: [(size: Int, data: [UInt8])] = []
  private var open: [UInt8] = []

  /// Takes a line with its line feed.
  mutating func add(_ line: [UInt8]) {
    open += line
    guard open.count >= PackedSeries.pieceSize, let data = CompressedBlock.compressed(open) else {
      return
    }
    pieces.append((open.count, data))
    open = []
  }

  /// Hands over text of whole lines.
  func forEachPiece(_ body: ([UInt8]) throws -> Void) rethrows {
    for piece in pieces {
      if let text = CompressedBlock.bytes(of: piece.data, count: piece.size) { try body(text) }
    }
    if !open.isEmpty { try body(open) }
  }

  /// Hands over the lines without their ends.
  func forEachLine(_ body: (ArraySlice<UInt8>) throws -> Void) rethrows {
    try forEachPiece { try Self.forEach(in: $0, body) }
  }

  static let lineFeed = UInt8(ascii: "\n")

  static func forEach(
    in text: [UInt8], _ body: (ArraySlice<UInt8>) throws -> Void
  ) rethrows {
    for line in ranges(in: text) { try body(text[line]) }
  }

  /// Where the lines lie, without their ends; empty ones are none.
  static func ranges(in text: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: lineFeed) ?? text.count
      if end > start { lines.append(start..<end) }
      start = end + 1
    }
    return lines
  }
}
