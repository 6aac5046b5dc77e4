import CaptureReader
import TCPStreams

/// A drawing with a name and a description for those who do not see it.
struct Chart {
  let title: String
  /// The same in words: the drawing's text alternative.
  let description: String
  let height: Double
  let drawing: Markup
  /// What its signs mean, where they are not the same in each.
  var legend = ""

  /// - Parameter name: no other drawing of the page has it.
  func write(_ page: inout Markup, named name: String) {
    let attributes: Markup.Attributes = [
      "viewBox": "0 0 \(Markup.number(TimeScale.width)) \(Markup.number(height))", "role": "img",
      "aria-labelledby": "\(name)t \(name)d",
    ]
    page.element("svg", attributes) { svg in
      svg.element("title", ["id": "\(name)t"], title)
      svg.element("desc", ["id": "\(name)d"], description)
      svg.append(drawing)
    }
  }
}

extension Side {
  /// `client → server`.
  var direction: String { self == .client ? "client → server" : "server → client" }
}

extension Quantity {
  /// `812 B`, `1.4 kB`, `23 MB`: a thousand of one are one of the next.
  static func bytes(_ count: Double) -> String {
    guard count.isFinite, count > 0 else { return "0\u{A0}B" }
    var (value, unit) = (count, 0)
    let units = ["B", "kB", "MB", "GB", "TB"]
    while value >= 999.5, unit < units.count - 1 {
      value /= 1000
      unit += 1
    }
    let digits = value < 9.95 && unit > 0 ? 1 : 0
    let text = digits == 0 ? "\(Int(value.rounded()))" : decimal(value, digits: digits)
    return "\(text)\u{A0}\(units[unit])"
  }
}
