import CaptureReader
import Foundation

/// A path with `*`, `?`, `[a-z]` in its components, and `**` for any number of folders: for lists and
/// cron, where no shell expands it.
struct PathPattern {
  private let components: [String]
  private let isAbsolute: Bool

  /// Nil where nothing in the path is to be expanded.
  init?(_ path: String) {
    guard path.contains(where: { "*?[".contains($0) }) else { return nil }
    isAbsolute = path.hasPrefix("/")
    components = path.split(separator: "/").map(String.init)
  }

  /// What exists under the pattern, in the order of the names' bytes.
  func matches() -> [String] {
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
      return FileManager.default.fileExists(atPath: path) ? [path + "/"].map(trimmed) : []
    }
    return names(in: folder).filter { name in
      name.hasPrefix(".") == component.hasPrefix(".")
        && matches(name[...].unicodeScalars, component[...].unicodeScalars)
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
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)
    return (names ?? []).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  static func matches(
    _ name: Substring.UnicodeScalarView, _ pattern: Substring.UnicodeScalarView
  ) -> Bool {
    guard let first = pattern.first else { return name.isEmpty }
    let rest = pattern.dropFirst()
    switch first {
    case "*":
      return matches(name, rest) || (!name.isEmpty && matches(name.dropFirst(), pattern))
    case "?": return !name.isEmpty && matches(name.dropFirst(), rest)
    case "[":
      guard let end = rest.dropFirst().firstIndex(of: "]"), let scalar = name.first else {
        return name.first == "[" && matches(name.dropFirst(), rest)
      }
      return isMember(scalar, of: rest[..<end])
        && matches(name.dropFirst(), rest[rest.index(after: end)...])
    default: return name.first == first && matches(name.dropFirst(), rest)
    }
  }

  private static func isMember(
    _ scalar: Unicode.Scalar, of set: Substring.UnicodeScalarView
  ) -> Bool {
    let isNegated = set.first == "!" || set.first == "^"
    let members = Array(isNegated ? set.dropFirst() : set)
    var place = 0
    var isFound = false
    while place < members.count {
      if place + 2 < members.count, members[place + 1] == "-" {
        if members[place] <= scalar, scalar <= members[place + 2] { isFound = true }
        place += 3
      } else {
        if members[place] == scalar { isFound = true }
        place += 1
      }
    }
    return isFound != isNegated
  }
}
