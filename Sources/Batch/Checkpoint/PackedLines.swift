import CaptureReader

/// Lines that are held until they are written: those of one series at a time. What is more than a few
/// megabytes is compressed.
struct PackedLines {
  private static let plainLimit = 8 << 20

  private var plain: [[UInt8]] = []
  private var plainBytes = 0
  private var pieces: [(size: Int, data: [UInt8])] = []
  private var open: [UInt8] = []

  /// Takes a line with its line feed.
  mutating func add(_ line: [UInt8]) {
    open += line
    guard open.count >= PackedSeries.pieceSize else { return }
    if plainBytes + open.count <= Self.plainLimit {
      plainBytes += open.count
      plain.append(open)
    } else if let data = CompressedBlock.compressed(open) {
      pieces.append((open.count, data))
    } else {
      return
    }
    open = []
  }

  /// Hands over text of whole lines.
  func forEachPiece(_ body: ([UInt8]) throws -> Void) rethrows {
    for text in plain { try body(text) }
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
