import CaptureReader

/// Changes to a list of Ethernet frames that keep them readable: what a hostile sender would send, as
/// opposed to noise.
public enum PacketMutation: CaseIterable, Sendable {
  case dropped, doubled, swapped, reversed, cut, grown, split
  case sequence, acknowledgment, flags, lengths, options, payload, turned, time

  /// Applies one change at a place that `random` picks.
  public func apply(to packets: inout [ReadPacket], using random: inout SeededRandom) {
    guard let place = packets.indices.randomElement(using: &random) else { return }
    switch self {
    case .dropped: packets.remove(at: place)
    case .doubled: packets.insert(packets[place], at: place)
    case .swapped:
      packets.swapAt(place, Int.random(in: packets.indices, using: &random))
    case .reversed: packets.reverse()
    case .cut:
      packets[place].bytes = Array(
        packets[place].bytes.prefix(Int.random(in: 0...packets[place].bytes.count, using: &random)))
    case .grown:
      packets[place].bytes += (0..<Int.random(in: 1...1_500, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
    case .split: split(&packets, at: place)
    // Offsets of an Ethernet frame with IPv4 and TCP headers without options.
    case .sequence: set(38..<42, of: &packets[place].bytes, using: &random)
    case .acknowledgment: set(42..<46, of: &packets[place].bytes, using: &random)
    case .flags: set(47..<48, of: &packets[place].bytes, using: &random)
    case .lengths:
      set([16..<18, 46..<47, 14..<15][place % 3], of: &packets[place].bytes, using: &random)
    case .options: set(54..<74, of: &packets[place].bytes, using: &random)
    case .payload:
      let start = min(66, packets[place].bytes.count)
      let span = min(8, packets[place].bytes.count - start)
      guard span > 0 else { return }
      let from = Int.random(in: start...(packets[place].bytes.count - span), using: &random)
      set(from..<(from + span), of: &packets[place].bytes, using: &random)
    case .turned: turn(&packets[place].bytes)
    case .time:
      packets[place].record.time = Timestamp(
        nanoseconds: Int64.random(in: .min ... .max, using: &random))
    }
  }

  /// Numbers that parsers stumble over, and any others.
  private func set(
    _ range: Range<Int>, of bytes: inout [UInt8], using random: inout SeededRandom
  ) {
    guard range.upperBound <= bytes.count else { return }
    switch Int.random(in: 0..<4, using: &random) {
    case 0: for index in range { bytes[index] = 0 }
    case 1: for index in range { bytes[index] = 0xFF }
    case 2: bytes[range.upperBound - 1] &+= 1
    default: for index in range { bytes[index] = UInt8.random(in: 0...255, using: &random) }
    }
  }

  /// Two frames of which the second continues the first's data.
  private func split(_ packets: inout [ReadPacket], at place: Int) {
    let bytes = packets[place].bytes
    let header = 54
    guard bytes.count > header + 1 else { return }
    let middle = header + (bytes.count - header) / 2
    var tail = packets[place]
    tail.bytes = Array(bytes[..<header] + bytes[middle...])
    let sequence = tail.bytes[38..<42].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    tail.bytes.replaceSubrange(
      38..<42, with: PacketBuilder.bigEndian(sequence &+ UInt32(middle - header)))
    packets[place].bytes = Array(bytes[..<middle])
    packets.insert(tail, at: place)
  }

  /// The frame as if the other end had sent it.
  private func turn(_ bytes: inout [UInt8]) {
    guard bytes.count >= 38 else { return }
    for (one, other) in [(26, 30), (27, 31), (28, 32), (29, 33), (34, 36), (35, 37)] {
      bytes.swapAt(one, other)
    }
  }
}
