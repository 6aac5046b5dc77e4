/// JSON text in the making: the bytes written so far, and the members of the objects still open.
///
/// Objects are written in the order of their members and put into the order of their keys when they
/// end, so that a record needs no tree in between.
struct JSONWriter {
  private struct Member {
    /// The key's first eight bytes, as a number that is ordered like them.
    var prefix: UInt64
    /// Where the key's characters lie; the member begins with the quotation mark before them.
    var keyStart: Int
    var keyEnd: Int
    var end: Int
  }

  private struct Frame {
    enum Kind { case value, object, array }
    var kind = Kind.value
    var start: Int
    /// Index of the frame's first member.
    var firstMember: Int
    var elements = 0
    /// Asked for by its parent's container, which has no call at which it would end.
    var isNested = false
  }

  private var bytes: [UInt8] = []
  private var members: [Member] = []
  private var frames: [Frame] = []
  private var scratch: [UInt8] = []

  /// The text written since the last call.
  mutating func take(into output: inout [UInt8]) {
    output.append(contentsOf: bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Forgets what was begun and not ended: a value failed to encode.
  mutating func reset() {
    bytes.removeAll(keepingCapacity: true)
    members.removeAll(keepingCapacity: true)
    frames.removeAll(keepingCapacity: true)
  }

  /// Level of the value begun last.
  private var level: Int { frames.count - 1 }

  // MARK: Structure

  /// Begins a value of unknown kind.
  mutating func open(isNested: Bool = false) {
    frames.append(
      Frame(start: bytes.count, firstMember: members.count, isNested: isNested))
  }

  /// Ends the value begun last, and what containers within it left open. One that wrote nothing is
  /// an empty object.
  mutating func close() {
    while let frame = frames.last, frame.isNested { endNested() }
    end()
  }

  /// Makes the value begun last an object and returns its level.
  mutating func beginObject() -> Int {
    if let last = frames.indices.last, frames[last].kind == .value {
      frames[last].kind = .object
      bytes.append(UInt8(ascii: "{"))
    }
    return level
  }

  /// Makes the value begun last an array and returns its level.
  mutating func beginArray() -> Int {
    if let last = frames.indices.last, frames[last].kind == .value {
      frames[last].kind = .array
      bytes.append(UInt8(ascii: "["))
    }
    return level
  }

  func elementCount(at level: Int) -> Int { frames[level].elements }

  /// Makes place for the next element of the array at `level`.
  mutating func beginElement(at level: Int) {
    closeNested(above: level)
    if frames[level].elements > 0 { bytes.append(UInt8(ascii: ",")) }
    frames[level].elements += 1
  }

  /// Writes a member's key in the object at `level`; its value follows.
  mutating func beginMember(_ key: String, at level: Int) {
    closeNested(above: level)
    if frames[level].elements > 0 { bytes.append(UInt8(ascii: ",")) }
    frames[level].elements += 1
    let start = bytes.count + 1
    string(key)
    let end = bytes.count - 1
    var prefix: UInt64 = 0
    for index in start..<min(end, start + 8) { prefix = prefix << 8 | UInt64(bytes[index]) }
    if end - start < 8 { prefix <<= UInt64(8 * (8 - (end - start))) }
    members.append(Member(prefix: prefix, keyStart: start, keyEnd: end, end: 0))
    bytes.append(UInt8(ascii: ":"))
  }

  mutating func endMember() {
    members[members.count - 1].end = bytes.count
  }

  private mutating func closeNested(above level: Int) {
    while self.level > level, let frame = frames.last, frame.isNested { endNested() }
  }

  private mutating func endNested() {
    end()
    if let parent = frames.last, parent.kind == .object { endMember() }
  }

  private mutating func end() {
    guard let frame = frames.popLast() else { return }
    switch frame.kind {
    case .value:
      if bytes.count == frame.start { bytes.append(contentsOf: [0x7B, 0x7D]) }
    case .array:
      bytes.append(UInt8(ascii: "]"))
    case .object:
      sortMembers(of: frame)
      bytes.append(UInt8(ascii: "}"))
    }
  }

  /// Puts an object's members in the order of their keys.
  private mutating func sortMembers(of frame: Frame) {
    let first = frame.firstMember
    let count = members.count - first
    guard count > 1 else {
      members.removeLast(count)
      return
    }
    // By insertion: an object has few members, and many are in order already.
    var isSorted = true
    for index in (first + 1)..<members.count {
      let member = members[index]
      var place = index
      while place > first, precedes(member, members[place - 1]) {
        members[place] = members[place - 1]
        place -= 1
      }
      if place != index {
        members[place] = member
        isSorted = false
      }
    }
    if !isSorted {
      scratch.removeAll(keepingCapacity: true)
      for index in first..<members.count {
        if index > first { scratch.append(UInt8(ascii: ",")) }
        scratch.append(contentsOf: bytes[(members[index].keyStart - 1)..<members[index].end])
      }
      bytes.replaceSubrange((frame.start + 1)..., with: scratch)
    }
    members.removeLast(count)
  }

  /// Keys are compared by their bytes.
  private func precedes(_ left: Member, _ right: Member) -> Bool {
    if left.prefix != right.prefix { return left.prefix < right.prefix }
    return bytes[left.keyStart..<left.keyEnd].lexicographicallyPrecedes(
      bytes[right.keyStart..<right.keyEnd])
  }

  // MARK: Values

  /// Begins a member whose value says itself what it is.
  mutating func beginValue(of key: String, at level: Int) {
    beginMember(key, at: level)
    open()
  }

  mutating func endValue() {
    close()
    endMember()
  }

  // Members with plain values in one call each: every call into the encoder's state is checked for
  // exclusive access.

  mutating func nullMember(_ key: String, at level: Int) {
    beginMember(key, at: level)
    null()
    endMember()
  }

  mutating func member(_ key: String, at level: Int, _ value: Bool) {
    beginMember(key, at: level)
    boolean(value)
    endMember()
  }

  mutating func member(_ key: String, at level: Int, _ value: String) {
    beginMember(key, at: level)
    string(value)
    endMember()
  }

  mutating func member(_ key: String, at level: Int, _ value: Double) {
    beginMember(key, at: level)
    number(value)
    endMember()
  }

  mutating func member(_ key: String, at level: Int, _ value: UInt64, isNegative: Bool) {
    beginMember(key, at: level)
    integer(value, isNegative: isNegative)
    endMember()
  }

  mutating func null() { bytes.append(contentsOf: [0x6E, 0x75, 0x6C, 0x6C]) }

  mutating func boolean(_ value: Bool) {
    bytes.append(
      contentsOf: value ? [0x74, 0x72, 0x75, 0x65] : [0x66, 0x61, 0x6C, 0x73, 0x65])
  }

  mutating func integer(_ value: UInt64, isNegative: Bool = false) {
    if isNegative { bytes.append(UInt8(ascii: "-")) }
    var divisor: UInt64 = 1
    while value / divisor >= 10 { divisor *= 10 }
    var rest = value
    while divisor > 0 {
      let digit = rest / divisor
      bytes.append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digit))
      rest -= digit * divisor
      divisor /= 10
    }
  }

  /// The shortest text that is read back as the same number; whole numbers without a fraction.
  mutating func number(_ value: Double) {
    if value == value.rounded(.towardZero), value.magnitude < 1e15, value.sign == .plus {
      integer(UInt64(value))
      return
    }
    var text = value.description
    if text.hasSuffix(".0") { text.removeLast(2) }
    bytes.append(contentsOf: text.utf8)
  }

  /// A string with its quotation marks. Controls, marks of writing direction, zero-width characters
  /// and line separators are escaped: nothing in it is acted on by a terminal.
  mutating func string(_ value: String) {
    bytes.append(UInt8(ascii: "\""))
    let start = bytes.count
    bytes.append(contentsOf: value.utf8)
    for index in start..<bytes.count where Self.isSpecial(bytes[index]) {
      bytes.removeLast(bytes.count - start)
      escape(value)
      break
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte >= 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func escape(_ value: String) {
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"", "\\": bytes += [0x5C, UInt8(truncatingIfNeeded: scalar.value)]
      case "\u{8}": bytes += [0x5C, UInt8(ascii: "b")]
      case "\u{C}": bytes += [0x5C, UInt8(ascii: "f")]
      case "\n": bytes += [0x5C, UInt8(ascii: "n")]
      case "\r": bytes += [0x5C, UInt8(ascii: "r")]
      case "\t": bytes += [0x5C, UInt8(ascii: "t")]
      default:
        if scalar.value < 0x20 || (scalar.value >= 0x7F && scalar.isInvisible) {
          for unit in String(scalar).utf16 { escape(unit: unit) }
        } else {
          bytes.append(contentsOf: String(scalar).utf8)
        }
      }
    }
  }

  private mutating func escape(unit: UInt16) {
    bytes += [0x5C, UInt8(ascii: "u")]
    for shift in [12, 8, 4, 0] as [UInt16] {
      let digit = UInt8(truncatingIfNeeded: unit >> shift & 0xF)
      bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }
}
