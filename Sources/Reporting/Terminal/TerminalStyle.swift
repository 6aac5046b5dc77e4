/// Whether colour is used.
public enum ColorChoice: String, Sendable, CaseIterable {
  case auto, always, never
}

/// What a terminal can show: decided once, passed to every writer.
public struct TerminalStyle: Sendable, Hashable {
  public var usesColor: Bool
  public var usesUnicode: Bool
  /// Columns that lines are kept within.
  public var width: Int

  /// Longer lines are hard to read; in shorter ones addresses do not fit.
  private static let widths = 60...120
  private static let usualWidth = 80

  public init(usesColor: Bool = false, usesUnicode: Bool = true, width: Int = 80) {
    self.usesColor = usesColor
    self.usesUnicode = usesUnicode
    self.width = max(40, width)
  }

  /// `--color` first, then `CLICOLOR_FORCE`, `NO_COLOR` (no-color.org), and a terminal that is not
  /// dumb. Unicode where the locale's character set is UTF-8. As wide as `COLUMNS` says, else as the
  /// terminal is, from 60 to 120.
  ///
  /// - Parameter columns: of the terminal, where there is one that says so.
  public init(
    color: ColorChoice, isTerminal: Bool, columns: Int? = nil, environment: [String: String]
  ) {
    let isSet = { (name: String) in environment[name].map { !$0.isEmpty } ?? false }
    let usesColor: Bool
    switch color {
    case .always: usesColor = true
    case .never: usesColor = false
    case .auto:
      if isSet("NO_COLOR") {
        usesColor = false
      } else if isSet("CLICOLOR_FORCE"), environment["CLICOLOR_FORCE"] != "0" {
        usesColor = true
      } else {
        usesColor = isTerminal && environment["TERM"] != "dumb"
      }
    }
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].first(where: isSet).flatMap { environment[$0] }
    let characterSet = (locale ?? "").lowercased().filter { $0 != "-" }
    let columns = environment["COLUMNS"].flatMap { Int($0) } ?? columns ?? Self.usualWidth
    self.init(
      usesColor: usesColor, usesUnicode: characterSet.contains("utf8"),
      width: min(max(columns, Self.widths.lowerBound), Self.widths.upperBound))
  }

  enum Emphasis: String {
    case plain = ""
    case strong = "1"
    case faint = "2"
    case bad = "1;31"
    case good = "32"
    case warning = "33"
    case label = "36"
  }

  /// `text`, which is already escaped, in the emphasis' colour.
  func paint(_ text: String, _ emphasis: Emphasis) -> String {
    guard usesColor, emphasis != .plain, !text.isEmpty else { return text }
    return "\u{1B}[\(emphasis.rawValue)m\(text)\u{1B}[0m"
  }
}
