import CaptureReader

/// A path with `*`, `?`, `[a-z]` in its components, and `**` for any number of folders: for lists and
/// cron, where no shell expands it.
package struct PathPattern {
  private let components: [String]
  private let isAbsolute: Bool

  /// Nil where nothing in the path is to be expanded.
  package init?(_ path: String) {
    guard path.contains(where: { "*?[".contains($0) }) else { return nil }
    isAbsolute = path.hasPrefix("/")
    components = path.split(separator: "/").map(String.init)
  }

  /// What exists under the pattern, in the order of the names' bytes.
  package func matches() -> [String] {
    var found = [isAbsolute ? "/" : ""]
    for component in components {
      found = found.flatMap { Self.step($0, component) }
    }
    return found
  }

  private static func step(_ folder: String, _ component: String) -> [String] {
    if component == "**" { return folders(below: folder) }
    guard component.contains(where: { "*?[".contains($0) }) else {
      let path = folder + component
      return FileStatus(path: path) != nil ? [path + "/"].map(trimmed) : []
    }
    let pattern = NamePattern(component)
    return names(in: folder).filter { name in
      name.hasPrefix(".") == component.hasPrefix(".") && pattern.matches(name)
    }.map { trimmed(folder + $0 + "/") }
  }

  /// A folder keeps its slash for the next component, a file has none.
  private static func trimmed(_ path: String) -> String {
    let plain = String(path.dropLast())
    return FileStatus(path: plain)?.kind == .folder ? path : plain
  }

  private static func folders(below folder: String) -> [String] {
    let below = names(in: folder).map { folder + $0 }.filter {
      FileStatus(path: $0, followingLinks: false)?.kind == .folder
    }
    return [folder] + below.flatMap { folders(below: $0 + "/") }
  }

  private static func names(in folder: String) -> [String] {
    FileSystem.names(in: folder.isEmpty ? "." : folder) ?? []
  }
}
