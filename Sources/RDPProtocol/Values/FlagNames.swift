/// Names of the bits of a number; bits without a name are told together as a number.
struct FlagNames: Sendable {
  /// Numbers below this have a list that was made before.
  private static let prepared: UInt32 = 32

  private let known: [(bit: UInt32, name: String)]
  private var lists: [[String]] = []

  init(_ known: [(bit: UInt32, name: String)]) {
    self.known = known
    lists = (0..<Self.prepared).map { made(of: $0) }
  }

  subscript(value: UInt32) -> [String] {
    value < Self.prepared ? lists[Int(value)] : made(of: value)
  }

  private func made(of value: UInt32) -> [String] {
    var names: [String] = []
    var unknown = value
    for flag in known where value & flag.bit != 0 {
      names.append(flag.name)
      unknown &= ~flag.bit
    }
    if unknown != 0 { names.append("0x" + String(unknown, radix: 16)) }
    return names
  }
}
