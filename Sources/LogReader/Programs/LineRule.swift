/// One kind of line that is understood: what stands in it and what it means. Declared once; the
/// catalogue, the readers and the pages of documentation follow from it.
struct LineRule: Sendable {
  /// Stable name of the row.
  let key: String
  /// Texts that stand in the line, in this order.
  let needles: [Needle]
  /// The first of them stands at the line's front.
  let isAtFront: Bool
  let kind: LogEventKind
  /// One sentence for people.
  let meaning: String
  /// Reads what stands behind the last needle.
  let details: (@Sendable (LineBytes, inout LogEvent) -> Void)?

  init(
    _ key: String, _ needles: Needle..., anywhere: Bool = false, is kind: LogEventKind,
    _ meaning: String, details: (@Sendable (LineBytes, inout LogEvent) -> Void)? = nil
  ) {
    self.key = key
    self.needles = needles
    isAtFront = !anywhere
    self.kind = kind
    self.meaning = meaning
    self.details = details
  }

  /// What stands behind the rule's texts, nil where the line is another.
  func match(_ message: LineBytes) -> LineBytes? {
    var rest = message
    for (index, needle) in needles.enumerated() {
      if index == 0, isAtFront {
        guard rest.starts(needle) else { return nil }
        rest = rest.dropFirst(needle.bytes.count)
      } else {
        guard let after = rest.after(needle) else { return nil }
        rest = after
      }
    }
    return rest
  }

  /// The texts as a reader of the documentation sees them.
  var pattern: String { needles.map(\.text).joined(separator: " … ") }
}

extension [LineRule] {
  /// The first rule that matches, and what stands behind its texts.
  func first(matching message: LineBytes) -> (rule: LineRule, rest: LineBytes)? {
    for rule in self {
      if let rest = rule.match(message) { return (rule, rest) }
    }
    return nil
  }
}

/// Readings that many rules share.
enum LineDetails {
  /// `NAME [0x0002000B]`: the text before the bracket is the name's rest.
  static func bracketedCode(_ system: LogCode.System, prefix: String, mask: UInt32 = .max)
    -> @Sendable (LineBytes, inout LogEvent) -> Void
  {
    { rest, event in
      guard let digits = rest.after("0x"), let value = digits.leadingHexadecimal else { return }
      let name = rest.prefix {
        $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "(")
      }
      event.code = LogCode(
        system, UInt32(truncatingIfNeeded: value) & mask, name: (prefix + name.text).shortened(80))
    }
  }

  /// `ADDRESS port PORT` at the front.
  static func addressAndPort(_ rest: LineBytes) -> LogEndpoint? {
    let address = rest.firstWord
    guard !address.isEmpty else { return nil }
    let port = rest[address.endIndex...].after("port ")?.leadingNumber
    return LogEndpoint(address: address.text, port: port)
  }

  static let client: @Sendable (LineBytes, inout LogEvent) -> Void = { rest, event in
    event.client = addressAndPort(rest.withoutBlanks)
  }

  static let server: @Sendable (LineBytes, inout LogEvent) -> Void = { rest, event in
    event.server = addressAndPort(rest.withoutBlanks)
  }

  static let user: @Sendable (LineBytes, inout LogEvent) -> Void = { rest, event in
    let name = rest.withoutBlanks.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: ",") }
    event.user = name.isEmpty ? nil : name.text.shortened(128)
  }

  static let host: @Sendable (LineBytes, inout LogEvent) -> Void = { rest, event in
    event.clientHost = rest.withoutBlanks.text.shortened(128)
  }

  static let text: @Sendable (LineBytes, inout LogEvent) -> Void = { rest, event in
    event.text = rest.withoutBlanks.text.shortened(256)
  }

  static func fixed(_ code: LogCode) -> @Sendable (LineBytes, inout LogEvent) -> Void {
    { _, event in event.code = code }
  }
}
