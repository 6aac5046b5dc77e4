/// Names of the bits of a number; bits without a name are told together as a number.
enum FlagName {
  static func names(of value: UInt32, _ known: [(bit: UInt32, name: String)]) -> [String] {
    guard value != 0 else { return [] }
    var names: [String] = []
    names.reserveCapacity(value.nonzeroBitCount)
    var unknown = value
    for flag in known where value & flag.bit != 0 {
      names.append(flag.name)
      unknown &= ~flag.bit
    }
    if unknown != 0 { names.append("0x" + String(unknown, radix: 16)) }
    return names
  }
}
