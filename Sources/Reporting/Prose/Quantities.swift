/// Numbers as people read them; a no-break space keeps a number with its unit.
enum Quantity {
  /// `0.4 ms`, `412 ms`, `19.2 s`, `12 min 5 s`, `3 h 12 min`, `2 d 3 h`.
  static func duration(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds >= 0 else { return "0\u{A0}s" }
    switch seconds {
    case 0: return "0\u{A0}s"
    case ..<0.00995: return decimal(seconds * 1000) + "\u{A0}ms"
    case ..<0.9995: return "\(Int((seconds * 1000).rounded()))\u{A0}ms"
    case ..<59.95: return decimal(seconds) + "\u{A0}s"
    default: break
    }
    let whole = Int(min(seconds.rounded(), 1e12))
    let (minutes, hours, days) = (whole / 60, whole / 3600, whole / 86_400)
    if days > 0 { return "\(days)\u{A0}d \(hours % 24)\u{A0}h" }
    if hours > 0 { return "\(hours)\u{A0}h \(minutes % 60)\u{A0}min" }
    return "\(minutes)\u{A0}min \(whole % 60)\u{A0}s"
  }

  /// A probability in whole per cent; never more than 99, since no verdict is certain.
  static func confidence(_ share: Double) -> String {
    "\(Int((bounded(share, 0.99) * 100).rounded()))\u{A0}%"
  }

  /// A share in per cent with one digit.
  static func percent(_ share: Double) -> String {
    decimal(bounded(share, 1) * 100) + "\u{A0}%"
  }

  static func count(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? singular : plural ?? singular + "s")"
  }

  private static func bounded(_ share: Double, _ limit: Double) -> Double {
    share.isFinite ? min(max(share, 0), limit) : 0
  }

  /// A number with so many digits after the point.
  static func decimal(_ value: Double, digits: Int = 1) -> String {
    guard value.isFinite else { return "-" }
    let scale = (0..<max(0, digits)).reduce(1) { product, _ in product * 10 }
    let units = Int((min(max(value, -1e9), 1e9) * Double(scale)).rounded())
    let fraction = String(abs(units) % scale)
    let zeros = String(repeating: "0", count: max(0, digits - fraction.count))
    return "\(units < 0 ? "-" : "")\(abs(units) / scale).\(zeros)\(fraction)"
  }
}
