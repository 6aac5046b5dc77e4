public import Foundation

/// Where tests find recordings: our own under Fixtures, others' beside the package.
public enum Recordings {
  /// The package's root, from this file's place in it.
  public static let root: URL = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  public static var fixtures: URL { root.appending(path: "Fixtures") }

  /// A folder of the shared recordings (`lab`, `public/rdp`, …), or nil where they are not there.
  public static func shared(_ folder: String) -> URL? {
    let url = root.appending(path: "../shared/captures/\(folder)").standardizedFileURL
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }

  /// The files of a folder whose names end in one of `endings`, by name.
  public static func files(in folder: URL, endingIn endings: [String]) -> [URL] {
    let all =
      (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil))
      ?? []
    return all.filter { url in endings.contains { url.lastPathComponent.hasSuffix($0) } }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }
}
