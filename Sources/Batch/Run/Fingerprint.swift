import Analysis
import CaptureReader
import Crypto
import Foundation
import Reporting

/// Tells whether a series' result still holds: its files as they are now, and what was asked.
struct Fingerprint {
  /// The program and the options, which are the same for all series of a run.
  private let question: String
  private let hashesContents: Bool
  /// Bytes hashed at a time.
  private static let chunk = 1 << 20

  /// - Parameter digestLimit: bytes of an input whose SHA-256 is written into its record.
  init(
    options: AnalysisOptions, tool: Tool, keyLogs: [String], hashesContents: Bool,
    digestLimit: Int?
  ) {
    let resources = options.resources
    let ports = resources.ports.named.sorted().map(String.init).joined(separator: ",")
    let keys = keyLogs.map { Self.hash($0) ?? "absent" }.joined(separator: ",")
    question =
      "\(tool.name) \(tool.version); ports \(ports); "
      + "memory \(resources.memory.bytes); copies \(options.keepDuplicates); keys \(keys); "
      + "digests \(digestLimit.map(String.init) ?? "off")"
      + (options.selection.isEmpty ? "" : "; selection \(options.selection)")
      + (options.filter.map { "; filter \($0)" } ?? "")
    self.hashesContents = hashesContents
  }

  /// - Parameter seen: the states of files that were looked at before; an archive has many series.
  func of(_ series: SeriesPlan, seen: inout [String: String]) -> String {
    let files = series.files.map { file -> String in
      let path = file.storedPath
      let state = seen[path] ?? state(of: path)
      seen[path] = state
      let place = file.entry?.steps.map { "\($0.index)" }.joined(separator: "!") ?? ""
      return "\(file.name) \(place) \(file.firstTime ?? 0) \(file.archiveProblem ?? "") \(state)"
    }
    // Where a series stands among the others is no part of what it shows.
    let compared =
      series.isLog ? "log \(series.reference ?? 0)" : "alone \(series.captureCount ?? 1 <= 1)"
    return ([question, compared] + files).joined(separator: "\n")
  }

  private static let absent = "absent"

  private func state(of path: String) -> String {
    if hashesContents { return Self.hash(path) ?? Self.absent }
    guard let status = FileStatus(path: path) else { return Self.absent }
    return "\(status.size) \(status.changed)"
  }

  private static func hash(_ path: String) -> String? {
    guard let handle = try? FileHandle.reading(path) else { return nil }
    var hash = SHA256()
    while let bytes = try? handle.read(upToCount: chunk), !bytes.isEmpty {
      hash.update(data: bytes)
    }
    return hash.finalize().map { byte in
      String(byte >> 4, radix: 16) + String(byte & 0xF, radix: 16)
    }.joined()
  }
}
