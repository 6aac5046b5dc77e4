import Analysis
import Attribution
import CaptureReader
import Foundation

/// A file with paths, one to a line, in bytes of any encoding.
struct PathList {
  /// Bytes of a path; Linux takes no longer ones.
  static let lineLimit = 4_096
  private static let chunk = 1 << 18

  let path: String

  /// Why it cannot be read; nil where it can.
  var problem: BatchError? {
    let kind = FileStatus(path: path)?.kind
    if kind == .folder {
      return .noPathList(path, reason: "is a folder; name it without the @", near: [])
    }
    // A pipe is opened once only.
    if kind == .other { return nil }
    do throws(FileProblem) {
      _ = FileHandle(
        fileDescriptor: try FileSystem.openForReading(path), closeOnDealloc: true)
      return nil
    } catch {
      return .noPathList(path, reason: error.description, near: kind == nil ? near : [])
    }
  }

  /// Files beside it whose names differ by a letter or two.
  private var near: [String] {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let folder = String(path.dropLast(name.count))
    let names = FileSystem.names(in: folder.isEmpty ? "." : folder) ?? []
    return names.filter {
      editDistance(Array(name.utf8.prefix(255)), Array($0.utf8), atMost: 2) != nil
    }.prefix(Self.namedLimit).map { folder + $0 }
  }

  private static let namedLimit = 3

  /// Hands over the lines; empty ones and those with `#` at the beginning are left out.
  /// - Throws: where the list cannot be read, or a line is longer than any path.
  func forEachLine(_ body: (String) throws -> Void) throws {
    let handle = try FileHandle.reading(path)
    var open: [UInt8] = []
    var number = 0
    func end() throws {
      number += 1
      defer { open.removeAll(keepingCapacity: true) }
      guard open.count <= Self.lineLimit else {
        throw BatchError.notAPathList(path, line: number)
      }
      // Windows ends its lines so.
      if open.last == UInt8(ascii: "\r") { open.removeLast() }
      if let first = open.first, first != UInt8(ascii: "#") {
        try body(FileName.text(of: open))
      }
    }
    while let data = try handle.read(upToCount: Self.chunk), !data.isEmpty {
      let bytes = [UInt8](data)
      var start = 0
      while let stop = bytes[start...].firstIndex(of: PackedLines.lineFeed) {
        open += bytes[start..<stop].prefix(Self.lineLimit + 1)
        try end()
        start = stop + 1
      }
      if open.count <= Self.lineLimit { open += bytes[start...].prefix(Self.lineLimit + 1) }
    }
    if !open.isEmpty { try end() }
  }
}
