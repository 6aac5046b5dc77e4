import Attribution
import Foundation
import Reporting
import Yams

/// A configuration file: YAML, one key for each setting.
struct SettingsFile {
  struct Entry {
    var values: [String]
    /// Counted from 1.
    var line: Int
  }

  struct Failure: Error {
    /// Nil where the file as a whole is meant.
    var line: Int?
    var reason: String
  }

  /// Bytes of a file.
  private static let longest = 1 << 20

  private(set) var entries: [Setting: Entry] = [:]

  /// - Throws: where the file cannot be read, is no YAML, or has a key or a value that is none.
  init(path: String) throws(Failure) {
    let data: Data
    do {
      let file = try FileHandle(forReadingFrom: URL(filePath: path))
      data = try file.read(upToCount: Self.longest + 1) ?? Data()
    } catch {
      throw Failure(reason: error.reason)
    }
    guard data.count <= Self.longest else { throw Failure(reason: "has more than 1 MiB") }
    guard let text = String(data: data, encoding: .utf8) else {
      throw Failure(reason: "is not UTF-8")
    }
    guard let root = try Self.tree(text) else { return }
    guard case .mapping(let members) = root else {
      if Self.isNull(root) { return }
      throw Failure(line: root.mark?.line, reason: "expected `key: value` lines")
    }
    for (key, value) in members { try add(key, value) }
  }

  private mutating func add(_ key: Node, _ value: Node) throws(Failure) {
    let line = key.mark?.line ?? 1
    let name = key.string ?? ""
    guard let setting = Setting(rawValue: name) else {
      throw Failure(line: line, reason: Self.unknown(name))
    }
    let nodes: [Node]
    switch value {
    case .mapping(let members) where setting == .sites:
      entries[setting] = Entry(values: try Self.sites(members), line: line)
      return
    case .mapping(let members) where setting == .failOn:
      entries[setting] = Entry(values: try Self.thresholds(members), line: line)
      return
    case .sequence(let list) where setting.separator != nil: nodes = Array(list)
    case _ where Self.isNull(value): nodes = []
    default: nodes = [value]
    }
    var values: [String] = []
    for node in nodes {
      let text = node.scalar?.string ?? ""
      guard setting.accepts(text) else {
        throw Failure(
          line: node.mark?.line ?? line,
          reason: "\(name): '\(TerminalText.escape(text))' is not \(setting.expected)")
      }
      values.append(text)
    }
    entries[setting] = Entry(values: values, line: line)
  }

  /// `{network: 5, tls: 1}`, as `--fail-on` takes it.
  private static func thresholds(_ members: Node.Mapping) throws(Failure) -> [String] {
    var values: [String] = []
    for (key, value) in members {
      let entry = "\(key.string ?? ""):\(value.scalar?.string ?? "")"
      guard FailureWord.entry(entry) != nil else {
        throw Failure(
          line: key.mark?.line,
          reason: "fail_on: '\(TerminalText.escape(entry))' is not \(Setting.failOn.expected)")
      }
      values.append(entry)
    }
    return values
  }

  /// Networks with their sites, as a file of sites has them.
  private static func sites(_ members: Node.Mapping) throws(Failure) -> [String] {
    var values: [String] = []
    for (key, value) in members {
      do throws(SitesFile.Failure) {
        let entry = try SitesFile.entry(key, value)
        _ = try SitesFile(entries: [entry])
        values.append(entry)
      } catch {
        throw Failure(line: key.mark?.line, reason: "sites: \(error.reason)")
      }
    }
    return values
  }

  private static func tree(_ text: String) throws(Failure) -> Node? {
    do {
      return try Yams.compose(yaml: text)
    } catch let error as YamlError {
      switch error {
      case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        throw Failure(line: mark.line, reason: problem)
      case .duplicatedKeysInMapping(let keys, let context):
        throw Failure(
          line: context.mark.line, reason: "comes twice: \(keys.joined(separator: ", "))")
      case .reader(let problem, _, _, _): throw Failure(reason: problem)
      default: throw Failure(reason: "is not YAML")
      }
    } catch {
      throw Failure(reason: "is not YAML")
    }
  }

  private static func isNull(_ node: Node) -> Bool {
    guard let scalar = node.scalar, scalar.style == .plain || scalar.style == .any else {
      return false
    }
    return ["", "~", "null"].contains(scalar.string)
  }

  private static func unknown(_ name: String) -> String {
    let known = Setting.allCases.map(\.rawValue)
    let nearest = known.first {
      editDistance(Array(name.utf8.prefix(64)), Array($0.utf8), atMost: 2) != nil
    }
    return "there is no key '\(TerminalText.escape(name))'; "
      + (nearest.map { "did you mean \($0)?" } ?? "there are \(known.joined(separator: ", "))")
  }
}
