import Foundation
import Support

/// Logs that others published, beside the package; tests skip where they are not there.
enum SharedLogs {
  static func file(_ name: String) -> String? {
    let url = Recordings.root.appending(path: "../shared/logs/\(name)").standardizedFileURL
    return FileManager.default.fileExists(atPath: url.path) ? url.path : nil
  }

  static var isThere: Bool { file("MANIFEST.tsv") != nil }
}
