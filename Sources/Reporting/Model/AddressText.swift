import PacketDecode

extension IPAddress {
  /// Dotted decimal, or the shortest form of RFC 5952 §4.
  var text: String {
    if isV4 {
      return [24, 16, 8, 0].map { String(low >> UInt64($0) & 0xFF) }.joined(separator: ".")
    }
    let groups =
      [48, 32, 16, 0].map { high >> UInt64($0) & 0xFFFF }
      + [48, 32, 16, 0].map { low >> UInt64($0) & 0xFFFF }
    guard let zeros = Self.longestZeroRun(in: groups) else {
      return Self.joined(groups[...])
    }
    return Self.joined(groups[..<zeros.lowerBound]) + "::"
      + Self.joined(groups[zeros.upperBound...])
  }

  /// Network byte order; four bytes for IPv4.
  var bytes: [UInt8] {
    let all = [high, low].flatMap { word in
      stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> UInt64($0)) }
    }
    return isV4 ? Array(all.suffix(4)) : all
  }

  /// The first of the longest runs of two or more zero groups.
  private static func longestZeroRun(in groups: [UInt64]) -> Range<Int>? {
    var best: Range<Int>?
    var start = 0
    while start < groups.count {
      var end = start
      while end < groups.count, groups[end] == 0 { end += 1 }
      if end - start >= 2, end - start > (best?.count ?? 0) { best = start..<end }
      start = max(end, start + 1)
    }
    return best
  }

  private static func joined(_ groups: ArraySlice<UInt64>) -> String {
    groups.map { String($0, radix: 16) }.joined(separator: ":")
  }
}
