/// A set of hop limits (IPv4 TTL).
public struct HopLimits: Sendable, Hashable {
  var low: UInt64 = 0, second: UInt64 = 0, third: UInt64 = 0, fourth: UInt64 = 0

  public mutating func insert(_ value: UInt8) {
    let bit = UInt64(1) << UInt64(value & 63)
    switch value >> 6 {
    case 0: low |= bit
    case 1: second |= bit
    case 2: third |= bit
    default: fourth |= bit
    }
  }

  @inline(__always)
  public func contains(_ value: UInt8) -> Bool {
    let bit = UInt64(1) << UInt64(value & 63)
    switch value >> 6 {
    case 0: return low & bit != 0
    case 1: return second & bit != 0
    case 2: return third & bit != 0
    default: return fourth & bit != 0
    }
  }

  /// In ascending order.
  public var values: [UInt8] {
    var values: [UInt8] = []
    for (word, first) in [(low, 0), (second, 64), (third, 128), (fourth, 192)] as [(UInt64, UInt8)]
    {
      var rest = word
      while rest != 0 {
        values.append(first &+ UInt8(truncatingIfNeeded: rest.trailingZeroBitCount))
        rest &= rest &- 1
      }
    }
    return values
  }

  /// None, or nothing but the values that hosts begin with: 64, 128 and 255.
  var areInitial: Bool {
    low == 0 && second | 1 == 1 && third | 1 == 1 && fourth | 1 << 63 == 1 << 63
  }

  var isEmpty: Bool { low | second | third | fourth == 0 }
}

/// Written as the list of its values.
extension HopLimits: Codable {
  public init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    while !list.isAtEnd { insert(try list.decode(UInt8.self)) }
  }

  public func encode(to encoder: any Encoder) throws {
    try values.encode(to: encoder)
  }
}
