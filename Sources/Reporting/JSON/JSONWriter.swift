import CaptureReader

/// JSON text in the making: the bytes written so far, and the members of the objects still open.
///
/// Objects are written in the order of their members and put into the order of their keys when they
/// end, so that a record needs no tree in between.
struct JSONWriter: ~Copyable {
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

  private var json = JSONBytes()
  private var members: [Member] = []
  private var frames: [Frame] = []
  private var scratch = ByteBuffer()

  /// Appends the text written since the last call to `output`.
  mutating func take(into output: inout [UInt8]) {
    output.append(contentsOf: json.text)
    json.text.truncate(to: 0)
  }

  /// Forgets what was begun and not ended: a value failed to encode.
  mutating func reset() {
    json.text.truncate(to: 0)
    members.removeAll(keepingCapacity: true)
    frames.removeAll(keepingCapacity: true)
  }

  /// Level of the value begun last.
  private var level: Int { frames.count - 1 }

  // MARK: Structure

  /// Begins a value of unknown kind.
  mutating func open(isNested: Bool = false) {
    frames.append(
      Frame(start: json.text.count, firstMember: members.count, isNested: isNested))
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
      json.text.append(UInt8(ascii: "{"))
    }
    return level
  }

  /// Makes the value begun last an array and returns its level.
  mutating func beginArray() -> Int {
    if let last = frames.indices.last, frames[last].kind == .value {
      frames[last].kind = .array
      json.text.append(UInt8(ascii: "["))
    }
    return level
  }

  func elementCount(at level: Int) -> Int { frames[level].elements }

  /// Makes place for the next element of the array at `level`.
  mutating func beginElement(at level: Int) {
    closeNested(above: level)
    if frames[level].elements > 0 { json.text.append(UInt8(ascii: ",")) }
    frames[level].elements += 1
  }

  /// Writes a member's key in the object at `level`; its value follows.
  mutating func beginMember(_ key: String, at level: Int) {
    closeNested(above: level)
    if frames[level].elements > 0 { json.text.append(UInt8(ascii: ",")) }
    frames[level].elements += 1
    let start = json.text.count + 1
    string(key)
    let end = json.text.count - 1
    var prefix: UInt64 = 0
    for index in start..<min(end, start + 8) { prefix = prefix << 8 | UInt64(json.text[index]) }
    if end - start < 8 { prefix <<= UInt64(8 * (8 - (end - start))) }
    members.append(Member(prefix: prefix, keyStart: start, keyEnd: end, end: 0))
    json.text.append(UInt8(ascii: ":"))
  }

  mutating func endMember() {
    members[members.count - 1].end = json.text.count
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
      if json.text.count == frame.start { json.text.append("{}") }
    case .array:
      json.text.append(UInt8(ascii: "]"))
    case .object:
      sortMembers(of: frame)
      json.text.append(UInt8(ascii: "}"))
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
      scratch.truncate(to: 0)
      for index in first..<members.count {
        if index > first { scratch.append(UInt8(ascii: ",")) }
        scratch.append(json.text, (members[index].keyStart - 1)..<members[index].end)
      }
      json.text.truncate(to: frame.start + 1)
      json.text.append(scratch, 0..<scratch.count)
    }
    members.removeLast(count)
  }

  /// Keys are compared by their bytes.
  private func precedes(_ left: Member, _ right: Member) -> Bool {
    if left.prefix != right.prefix { return left.prefix < right.prefix }
    for (one, other) in zip(left.keyStart..<left.keyEnd, right.keyStart..<right.keyEnd)
    where json.text[one] != json.text[other] {
      return json.text[one] < json.text[other]
    }
    return left.keyEnd - left.keyStart < right.keyEnd - right.keyStart
  }

  // MARK: Values

  /// Begins a member whose value opens its own container.
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

  mutating func null() { json.null() }

  mutating func boolean(_ value: Bool) { json.boolean(value) }

  mutating func integer(_ value: UInt64, isNegative: Bool = false) {
    json.integer(value, isNegative: isNegative)
  }

  mutating func number(_ value: Double) { json.number(value) }

  mutating func string(_ value: String) { json.string(value) }
}
