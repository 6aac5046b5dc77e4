/// Mends Internet checksums (RFC 1071) by what changed (RFC 1624): right ones stay right, wrong ones
/// stay wrong, and bytes that were not captured do not matter.
struct Checksum {
  private var old: UInt64 = 0
  private var new: UInt64 = 0

  /// Takes bytes that the checksum covers, as they were and as they are.
  ///
  /// - Parameters:
  ///   - start: where the first word of the covered bytes begins.
  ///   - field: where the checksum itself lies.
  mutating func take(
    _ original: [UInt8], _ changed: [UInt8], _ range: Range<Int>, from start: Int, field: Int
  ) {
    let end = min(range.upperBound, min(original.count, changed.count))
    for place in range.lowerBound..<max(range.lowerBound, end)
    where place != field && place != field + 1 && original[place] != changed[place] {
      let shift: UInt64 = (place - start) & 1 == 0 ? 8 : 0
      old &+= UInt64(original[place]) << shift
      new &+= UInt64(changed[place]) << shift
    }
  }

  /// The checksum in place of another; nil where nothing changed.
  func mended(_ checksum: UInt16) -> UInt16? {
    guard old != new || old != 0 else { return nil }
    let sum = UInt64(~checksum) &+ UInt64(~Self.folded(old)) &+ UInt64(Self.folded(new))
    return ~Self.folded(sum)
  }

  private static func folded(_ sum: UInt64) -> UInt16 {
    var sum = sum
    while sum > 0xFFFF { sum = (sum & 0xFFFF) &+ sum >> 16 }
    return UInt16(sum)
  }
}
