import Analysis
import CaptureReader
import Foundation
import PacketDecode
import Reporting
import Yams

/// A file that says which networks belong to which site and gateway: CSV, TSV or YAML.
struct SitesFile {
  struct Failure: Error {
    /// Counted from 1; nil where the file as a whole is meant.
    var line: Int?
    var reason: String
  }

  /// Bytes of a file: some hundred thousand networks.
  private static let longest = 16 << 20

  private(set) var map = SiteMap()

  init(path: String) throws(Failure) {
    guard FileStatus(path: path) != nil else { throw Failure(reason: "there is no such file") }
    guard let bytes = FileSystem.contents(of: path, limit: Self.longest) else {
      throw Failure(reason: "cannot be read, or has more than \(Self.longest >> 20) MiB")
    }
    try self.init(bytes: bytes)
  }

  init(bytes: [UInt8]) throws(Failure) {
    guard var text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(reason: "is not UTF-8")
    }
    if text.hasPrefix("\u{FEFF}") { text.unicodeScalars.removeFirst() }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated().map { (number: $0.offset + 1, text: $0.element) }
      .filter { line in
        !line.text.allSatisfy(\.isWhitespace) && !line.text.hasPrefix("#")
      }
    guard let head = lines.first else { throw Failure(reason: "is empty; \(Self.expected)") }
    if let separator: Character = ["\t", ",", ";"].first(where: { head.text.contains($0) }),
      Self.columns(of: head.text, separator).contains("network")
    {
      try readTable(lines, separator)
    } else {
      try readYAML(text)
    }
    guard !map.isEmpty else {
      throw Failure(reason: "names no network; \(Self.expected)")
    }
  }

  // MARK: In the configuration file

  /// Between network, site and gateway of an entry: no name holds it.
  private static let separator: Character = "\u{1F}"

  /// Whether values are networks with their sites, and not the name of a file.
  static func isInline(_ values: [String]) -> Bool {
    values.first?.contains(separator) ?? false
  }

  /// A network with its site and gateway as one value.
  static func entry(_ key: Node, _ value: Node) throws(Failure) -> String {
    let parts = [
      key.string, value.string ?? value["site"]?.string, value["gateway"]?.string,
    ].map { $0 ?? "" }
    guard !parts.contains(where: { $0.contains(separator) }) else {
      throw Failure(reason: "a name has a control character")
    }
    return parts.joined(separator: String(separator))
  }

  init(entries: [String]) throws(Failure) {
    for entry in entries {
      let parts = entry.split(separator: Self.separator, omittingEmptySubsequences: false)
        .map(String.init)
      guard parts.count == 3 else { throw Failure(reason: Self.expected) }
      try add(parts[0], site: parts[1], gateway: parts[2], line: nil)
    }
  }

  /// The line of such a value in a configuration file.
  static func configurationLine(_ entry: String, quoted: (String) -> String) -> String {
    let parts = entry.split(separator: separator, omittingEmptySubsequences: false)
      .map(String.init)
    guard parts.count == 3 else { return "" }
    let members = [("site", parts[1]), ("gateway", parts[2])].filter { !$0.1.isEmpty }
      .map { "\($0.0): \(quoted($0.1))" }
    return "  \(quoted(parts[0])): {\(members.joined(separator: ", "))}\n"
  }

  private static let expected =
    "expected columns network, site, gateway (CSV, TSV), or YAML such as 10.1.0.0/16: Berlin"

  private mutating func add(
    _ network: String, site: String?, gateway: String?, line: Int?
  ) throws(Failure) {
    guard let block = AddressBlock(network) else {
      throw Failure(
        line: line, reason: "'\(TerminalText.escape(network))' is no network; expected 10.1.0.0/16")
    }
    func named(_ name: String?) -> String? { name.flatMap { $0.isEmpty ? nil : $0 } }
    let place = SiteMap.Place(site: named(site), gateway: named(gateway))
    guard place.site != nil || place.gateway != nil else {
      throw Failure(line: line, reason: "\(network) has neither site nor gateway")
    }
    guard map.add(block, place) else {
      throw Failure(line: line, reason: "\(network) comes twice, with different sites")
    }
  }

  // MARK: Tables

  private static func columns(of line: Substring, _ separator: Character) -> [String] {
    cells(of: line, separator).map { $0.lowercased() }
  }

  private mutating func readTable(
    _ lines: [(number: Int, text: Substring)], _ separator: Character
  ) throws(Failure) {
    let head = lines.first.map { Self.columns(of: $0.text, separator) } ?? []
    let places = ["network", "site", "gateway"].map { head.firstIndex(of: $0) }
    for (number, text) in lines.dropFirst() {
      let cells = Self.cells(of: text, separator)
      func cell(_ place: Int?) -> String? {
        place.flatMap { cells.indices.contains($0) ? cells[$0] : nil }
      }
      try add(
        cell(places[0]) ?? "", site: cell(places[1]), gateway: cell(places[2]), line: number)
    }
  }

  /// Cells may be quoted; a quote in one is doubled (RFC 4180). Line ends in cells are not taken.
  private static func cells(of line: Substring, _ separator: Character) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isQuoted = false
    var rest = line[...]
    while let character = rest.popFirst() {
      if isQuoted, character == "\"" {
        if rest.first == "\"" {
          cell.append("\"")
          rest.removeFirst()
        } else {
          isQuoted = false
        }
      } else if !isQuoted, character == "\"", cell.allSatisfy(\.isWhitespace) {
        isQuoted = true
        cell = ""
      } else if !isQuoted, character == separator {
        cells.append(cell)
        cell = ""
      } else {
        cell.append(character)
      }
    }
    cells.append(cell)
    return cells.map { String($0.trimming(while: \.isWhitespace)) }
  }

  // MARK: YAML

  /// `10.1.0.0/16: Berlin`, `10.1.0.0/16: {site: Berlin, gateway: gw1}`, or a list of
  /// `{network: 10.1.0.0/16, site: Berlin}`.
  private mutating func readYAML(_ text: String) throws(Failure) {
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      throw Failure(reason: "is neither a table nor YAML; \(Self.expected)")
    }
    switch root {
    case .mapping(let members):
      for (key, value) in members {
        try add(key.string ?? "", value, line: key.mark?.line)
      }
    case .sequence(let list):
      for node in list {
        try add(node["network"]?.string ?? "", node, line: node.mark?.line)
      }
    default: throw Failure(reason: Self.expected)
    }
  }

  private mutating func add(_ network: String, _ value: Node, line: Int?) throws(Failure) {
    if let site = value.string {
      try add(network, site: site, gateway: nil, line: line)
    } else {
      try add(
        network, site: value["site"]?.string, gateway: value["gateway"]?.string, line: line)
    }
  }
}

extension String {
  fileprivate func trimming(while isTrimmed: (Character) -> Bool) -> Substring {
    var part = self[...].drop(while: isTrimmed)
    while let last = part.last, isTrimmed(last) { part.removeLast() }
    return part
  }
}
