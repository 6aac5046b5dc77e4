import Foundation

/// A time zone for stamps that name none.
public struct LogZone: Hashable, Sendable {
  private enum Kind: Hashable, Sendable {
    case fixed(seconds: Int)
    case named(TimeZone)
  }

  private let kind: Kind
  /// As the user gave it.
  public let name: String

  public static let utc = LogZone(secondsFromUTC: 0)

  public init(secondsFromUTC seconds: Int) {
    let seconds = min(max(seconds, -64_800), 64_800)
    kind = .fixed(seconds: seconds)
    let minutes = abs(seconds) / 60
    let pad: (Int) -> String = { $0 < 10 ? "0\($0)" : "\($0)" }
    name =
      seconds == 0 ? "UTC" : (seconds < 0 ? "-" : "+") + pad(minutes / 60) + ":" + pad(minutes % 60)
  }

  /// `UTC`, `Z`, `+02:00`, `-0530`, `+2` or a name of the IANA data base such as `Europe/Berlin`.
  public init?(_ text: String) {
    let text = text.trimmed
    if text.isEmpty { return nil }
    if text == "Z" || text.uppercased() == "UTC" {
      self = .utc
      return
    }
    if let sign = text.first, sign == "+" || sign == "-" {
      let digits = text.dropFirst().filter { $0 != ":" }
      guard (1...4).contains(digits.count), let number = Int(digits) else { return nil }
      let minutes = digits.count <= 2 ? number * 60 : number / 100 * 60 + number % 100
      guard minutes <= 18 * 60 else { return nil }
      self.init(secondsFromUTC: (sign == "-" ? -1 : 1) * minutes * 60)
      return
    }
    guard let zone = TimeZone(identifier: text) else { return nil }
    self.init(.named(zone), name: text)
  }

  private init(_ kind: Kind, name: String) {
    self.kind = kind
    self.name = name
  }

  /// Seconds that local time is ahead of UTC at a local time, given as seconds since 1970 as if it
  /// were UTC.
  func offset(atLocal local: Int64) -> Int64 {
    switch kind {
    case .fixed(let seconds): return Int64(seconds)
    case .named(let zone):
      let guess = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(local)))
      let better = zone.secondsFromGMT(
        for: Date(timeIntervalSince1970: Double(local) - Double(guess)))
      return Int64(better)
    }
  }
}
