import Analysis
import CaptureReader
import Foundation
import Reporting

/// Reads the series of one output of a batch, one after the other: facts, or judged NDJSON.
struct PartReader {
  let name: String
  private let handle: FileHandle
  private var buffer: [UInt8] = []
  /// Where the next line starts in the buffer.
  private var start = 0
  private var line = 0

  private static let chunk = 1 << 18
  /// Bytes of one line: far more than any record has.
  private static let lineLimit = 64 << 20
  /// Names standard input.
  static let standardInput = "-"

  init(path: String) throws {
    name = path
    handle =
      path == Self.standardInput
      ? .standardInput : try FileHandle.reading(path)
  }

  /// Whether a file is the judged output of a run, by its first line.
  static func isJudged(_ path: String) throws -> Bool {
    guard path != standardInput, FileStatus(path: path) != nil else { return false }
    var reader = try PartReader(path: path)
    return try reader.nextLine().flatMap { SeriesHead(line: $0) } != nil
  }

  /// The head of the next series of facts; nil at the end.
  mutating func facts() throws -> ObservationHead? {
    guard let text = try nextLine() else { return nil }
    if let head = ObservationHead(line: text) { return head }
    if SeriesHead(line: text) != nil { throw BatchError.judgedAlready }
    throw BatchError.notAPart(name, line: line)
  }

  /// The next judged series; nil at the end.
  mutating func judged() throws -> JudgedSeries? {
    guard let text = try nextLine() else { return nil }
    guard let head = SeriesHead(line: text) else { throw BatchError.notAPart(name, line: line) }
    var sessions = PackedLines()
    for _ in 0..<max(0, head.sessions) { sessions.add(Array(try expectedLine())) }
    var inputs = PackedLines()
    for _ in 0..<max(0, head.files) { inputs.add(Array(try expectedLine())) }
    let lines = inputs
    return JudgedSeries(head: head, sessions: sessions) { try lines.forEachLine($0) }
  }

  /// A line that the head of its series promises, with its line feed.
  mutating func expectedLine() throws -> ArraySlice<UInt8> {
    guard let text = try nextLine() else { throw BatchError.notAPart(name, line: line + 1) }
    return buffer[text.startIndex...text.endIndex]
  }

  private mutating func nextLine() throws -> ArraySlice<UInt8>? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: PackedLines.lineFeed) {
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
