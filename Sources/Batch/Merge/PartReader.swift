import Foundation
import Reporting

/// Reads the series of one NDJSON output of a batch, one after the other.
struct PartReader {
  let name: String
  private let handle: FileHandle
  private var buffer: [UInt8] = []
  /// Where the next line starts in the buffer.
  private var start = 0
  private var line = 0
  /// The next series, nil at the end.
  private(set) var head: SeriesHead?

  private static let chunk = 1 << 18
  /// Bytes of one line: far more than any record has.
  private static let lineLimit = 64 << 20

  init(path: String) throws {
    name = path
    handle = try FileHandle(forReadingFrom: URL(filePath: path))
    head = try nextHead()
  }

  /// The series' lines; goes on to the next series.
  mutating func take() throws -> SeriesResult? {
    guard let head else { return nil }
    var lines: [UInt8] = []
    for _ in 0..<head.lines {
      guard let text = try nextLine() else { throw BatchError.notAPart(name, line: line + 1) }
      lines += text
      lines.append(SeriesResult.lineFeed)
    }
    self.head = try nextHead()
    return SeriesResult(head: head, lines: lines)
  }

  private mutating func nextHead() throws -> SeriesHead? {
    guard let text = try nextLine() else { return nil }
    guard let head = SeriesHead(line: text) else {
      throw BatchError.notAPart(name, line: line)
    }
    return head
  }

  private mutating func nextLine() throws -> ArraySlice<UInt8>? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: SeriesResult.lineFeed) {
        defer { start = end + 1 }
        line += 1
        return buffer[start..<end]
      }
      buffer.removeFirst(start)
      start = 0
      searched = buffer.count
      guard searched <= Self.lineLimit else { throw BatchError.notAPart(name, line: line + 1) }
      guard let more = try handle.read(upToCount: Self.chunk), !more.isEmpty else {
        guard buffer.isEmpty else { throw BatchError.notAPart(name, line: line + 1) }
        return nil
      }
      buffer += more
    }
  }
}
