/// A change over time in words.
enum ChangeText {
  /// `10.1.2.3: 41 of 50 sessions dropped or failed since 2026-03-01 14:00 UTC, 6 of 180 before (25 times as
  /// often)`.
  static func sentence(_ change: ChangeRecord) -> String {
    let (when, otherwise) =
      switch (change.from.map(minute), change.until.map(minute)) {
      case (let from?, nil): ("since \(from) UTC", "before")
      case (nil, let until?): ("until \(until) UTC", "after")
      case (let from?, let until?): ("from \(from) to \(until) UTC", "at other times")
      case (nil, nil): ("", "at other times")
      }
    let inside = "\(change.dropsInside) of \(Quantity.count(change.sessionsInside, "session"))"
    let outside =
      change.dropsOutside == 0
      ? "none of \(change.sessionsOutside)" : "\(change.dropsOutside) of \(change.sessionsOutside)"
    let ratio = change.ratio.map { " (\(times($0)) as often)" } ?? ""
    return
      "\(subject(change)): \(inside) dropped or failed \(when), \(outside) \(otherwise)\(ratio)"
  }

  private static func subject(_ change: ChangeRecord) -> String {
    switch change.scope {
    case .all: "All sessions"
    case .server: "To \(change.name ?? "")"
    case .clientNetwork: "From \(change.name ?? "")"
    }
  }

  private static func times(_ ratio: Double) -> String {
    "\(Quantity.decimal(ratio, digits: ratio < 9.95 ? 1 : 0).replacing(/\.0?$/, with: "")) times"
  }

  private static func minute(_ timestamp: String) -> String {
    timestamp.prefix(10) + " " + timestamp.dropFirst(11).prefix(5)
  }
}
