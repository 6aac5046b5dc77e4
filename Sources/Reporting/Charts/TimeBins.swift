import CaptureReader

/// Stretches of hours of one length without gaps: few enough to draw.
struct TimeBins {
  /// Bins drawn beside each other.
  static let most = 72

  /// In hours.
  let width: Int
  /// Hours since 1970 at the beginning of the first.
  let first: Int
  let count: Int

  /// Nil where there is no hour, or only one.
  init?(_ hours: some Collection<Int>, most: Int = TimeBins.most) {
    guard let low = hours.min(), let high = hours.max(), high > low else { return nil }
    let span = high.subtractingSaturating(low)
    guard span < 1 << 40,
      let width = [1, 2, 3, 6, 12, 24, 48, 168, 720, 2_160, 8_760, 87_600, 1 << 34].first(where: {
        span / $0 + 2 <= most
      })
    else { return nil }
    self.width = width
    first = Self.floor(low, by: width)
    count = (high - first) / width + 1
  }

  /// The bin of an hour; nil outside of all.
  func place(of hour: Int) -> Int? {
    let place = hour.subtractingSaturating(first) / width
    return hour >= first && place < count ? place : nil
  }

  /// `03-01 14:00`, or the day alone where a bin is one at least.
  func text(_ place: Int) -> String {
    let time = HourText.rfc3339(first + place * width)
    let minute = SessionWords.second(time)
    if width >= 8_760 { return String(minute.prefix(4)) }
    return width >= 24 ? String(minute.prefix(10)) : String(minute.dropFirst(5).prefix(11))
  }

  /// What a bin is called in a title.
  var unit: String {
    switch width {
    case 1: "hour"
    case ..<24: "\(width) hours"
    case 24: "day"
    case 168: "week"
    default: "\(width / 24) days"
    }
  }

  private static func floor(_ value: Int, by divisor: Int) -> Int {
    let rest = value % divisor
    return value - (rest < 0 ? rest + divisor : rest)
  }
}
