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
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)
    return (names ?? []).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

/// One component of a pattern.
struct NamePattern {
  private enum Token {
    case anything
    case anyOne
    case oneOf([Unicode.Scalar], isNegated: Bool)
    case literal(Unicode.Scalar)
  }

  private let tokens: [Token]

  init(_ pattern: String) {
    let scalars = Array(pattern.unicodeScalars)
    var tokens: [Token] = []
    var place = 0
    while place < scalars.count {
      let rest = scalars[(place + 1)...]
      switch scalars[place] {
      case "*": tokens.append(.anything)
      case "?": tokens.append(.anyOne)
      case "[":
        // The first member may be the bracket itself; without an end it is no set.
        guard let end = rest.dropFirst().firstIndex(of: "]") else { fallthrough }
        let isNegated = rest.first == "!" || rest.first == "^"
        let members = Array(rest[..<end].dropFirst(isNegated ? 1 : 0))
        tokens.append(.oneOf(members, isNegated: isNegated))
        place = end
      default: tokens.append(.literal(scalars[place]))
      }
      place += 1
    }
    self.tokens = tokens
  }

  /// What stands between two stars is looked for where it comes first: no other place could serve
  /// better, so only the last star is ever gone back to.
  func matches(_ name: String) -> Bool {
    let name = Array(name.unicodeScalars)
    var (place, token) = (0, 0)
    var star: (token: Int, place: Int)?
    while place < name.count {
      if token < tokens.count, case .anything = tokens[token] {
        token += 1
        star = (token, place)
      } else if token < tokens.count, Self.matches(name[place], tokens[token]) {
        token += 1
        place += 1
      } else if let last = star {
        star = (last.token, last.place + 1)
        (token, place) = (last.token, last.place + 1)
      } else {
        return false
      }
    }
    return tokens[token...].allSatisfy { if case .anything = $0 { true } else { false } }
  }

  private static func matches(_ scalar: Unicode.Scalar, _ token: Token) -> Bool {
    switch token {
    case .anything: false
    case .anyOne: true
    case .oneOf(let members, let isNegated): isMember(scalar, of: members) != isNegated
    case .literal(let expected): scalar == expected
    }
  }

  private static func isMember(_ scalar: Unicode.Scalar, of members: [Unicode.Scalar]) -> Bool {
    var place = 0
    while place < members.count {
      if place + 2 < members.count, members[place + 1] == "-" {
        if members[place] <= scalar, scalar <= members[place + 2] { return true }
        place += 3
      } else {
        if members[place] == scalar { return true }
        place += 1
      }
    }
    return false
  }
}
