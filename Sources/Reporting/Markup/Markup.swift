/// Builds HTML and SVG. All text and all values of attributes are escaped here, so that nothing from a
/// capture or log reaches a page in another way.
struct Markup {
  typealias Attributes = KeyValuePairs<String, String>

  private(set) var text = ""

  /// An element with what `body` puts in it.
  mutating func element(
    _ name: String, _ attributes: Attributes = [:], _ body: (inout Markup) -> Void
  ) {
    open(name, attributes)
    body(&self)
    text += "</\(name)>\n"
  }

  mutating func element(_ name: String, _ content: String) { element(name, [:], content) }

  mutating func element(_ name: String, _ attributes: Attributes, _ content: String) {
    open(name, attributes)
    add(content)
    text += "</\(name)>\n"
  }

  /// An element of HTML without an end tag, or of SVG without content.
  mutating func empty(_ name: String, _ attributes: Attributes = [:]) {
    text += "<\(name)"
    add(attributes)
    text += "/>\n"
  }

  mutating func add(_ content: String) { text += Self.escape(content) }

  /// What was built elsewhere.
  mutating func append(_ other: Markup) { text += other.text }

  mutating func close(_ name: String) { text += "</\(name)>\n" }

  /// Where one function cannot hold the whole element; `close` ends it.
  mutating func open(_ name: String, _ attributes: Attributes = [:]) {
    text += "<\(name)"
    add(attributes)
    text += ">"
  }

  private mutating func add(_ attributes: Attributes) {
    for (name, value) in attributes where !value.isEmpty {
      text += " \(name)=\"\(Self.escape(value, limit: Self.attributeLimit))\""
    }
  }

  /// By scalars: a quote with a combining mark on it is a quote to a browser.
  private static func escape(
    _ content: String, limit: Int = TerminalText.sentenceLimit
  ) -> String {
    let plain = HTMLText.plain(content, limit: limit)
    guard plain.unicodeScalars.contains(where: { special[$0] != nil }) else { return plain }
    var result = ""
    for scalar in plain.unicodeScalars {
      if let form = special[scalar] {
        result += form
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Attributes are our own: the longest lists the points of a line.
  private static let attributeLimit = 1 << 16

  private static let special: [Unicode.Scalar: String] = [
    "<": "&lt;", ">": "&gt;", "&": "&amp;", "\"": "&quot;", "'": "&#39;",
  ]
}

extension Markup {
  /// A number as SVG has it.
  static func number(_ value: Double) -> String {
    let text = Quantity.decimal(value, digits: 1)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  mutating func line(_ kind: String, from: (x: Double, y: Double), to end: (x: Double, y: Double)) {
    empty(
      "line",
      [
        "class": kind, "x1": Self.number(from.x), "y1": Self.number(from.y),
        "x2": Self.number(end.x), "y2": Self.number(end.y),
      ])
  }

  /// A rectangle with a title, which browsers show where the pointer rests and readers read.
  mutating func box(
    _ kind: String, x: Double, y: Double, width: Double, height: Double, fill: String = "",
    title: String? = nil
  ) {
    let attributes: Attributes = [
      "class": kind, "x": Self.number(x), "y": Self.number(y),
      "width": Self.number(max(width, 1)), "height": Self.number(max(height, 0.5)), "fill": fill,
    ]
    guard let title else { return empty("rect", attributes) }
    element("rect", attributes) { $0.element("title", title) }
  }

  enum Anchor: String { case start, middle, end }

  mutating func label(
    _ content: String, _ kind: String = "", x: Double, y: Double, anchor: Anchor = .start
  ) {
    element(
      "text",
      [
        "class": kind, "x": Self.number(x), "y": Self.number(y),
        "text-anchor": anchor == .start ? "" : anchor.rawValue,
      ], content)
  }

  mutating func path(_ kind: String, _ points: [(x: Double, y: Double)]) {
    let list = points.map { "\(Self.number($0.x)),\(Self.number($0.y))" }
    empty("polyline", ["class": kind, "points": list.joined(separator: " ")])
  }
}
