/// Turns an interface's timestamp ticks into nanoseconds since 1970, saturating: resolutions and
/// offsets in a file can be anything.
struct TimestampScale: Hashable, Sendable {
  private enum Unit: Hashable, Sendable {
    case multiplied(by: UInt64)
    case divided(by: UInt64)
    /// Ticks of 2^-exponent seconds.
    case binary(exponent: Int)
  }

  private let unit: Unit
  private let offset: Int64

  /// - Parameter offset: seconds to add to every timestamp (`if_tsoffset`).
  init(_ resolution: TimestampResolution, offset: Int64 = 0) {
    let exponent = resolution.exponent
    if resolution.isBinary {
      unit = .binary(exponent: exponent)
    } else if exponent <= 9 {
      unit = .multiplied(by: Self.powerOfTen(9 - exponent))
    } else {
      unit = .divided(by: Self.powerOfTen(exponent - 9))
    }
    self.offset = offset.multipliedSaturating(by: 1_000_000_000)
  }

  func time(ticks: UInt64) -> Timestamp {
    let nanoseconds: UInt64 =
      switch unit {
      case .multiplied(let factor): ticks.multipliedSaturating(by: factor)
      case .divided(let divisor): ticks / divisor
      case .binary(let exponent): Self.shifted(ticks, by: exponent)
      }
    return Timestamp(nanoseconds: Int64(clamping: nanoseconds).addingSaturating(offset))
  }

  /// `ticks` × 10⁹ / 2^`exponent`.
  private static func shifted(_ ticks: UInt64, by exponent: Int) -> UInt64 {
    let product = ticks.multipliedFullWidth(by: 1_000_000_000)
    if exponent >= 64 { return product.high >> (exponent - 64) }
    // Smart shifts: by 64 and more they give 0.
    guard product.high >> exponent == 0 else { return .max }
    return product.high << (64 - exponent) | product.low >> exponent
  }

  /// Saturates: no tick count reaches 10^20.
  private static func powerOfTen(_ exponent: Int) -> UInt64 {
    var result: UInt64 = 1
    for _ in 0..<exponent { result = result.multipliedSaturating(by: 10) }
    return result
  }
}
