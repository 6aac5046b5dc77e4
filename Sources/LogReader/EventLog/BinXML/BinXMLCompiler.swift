import CaptureReader

/// Reads BinXML tokens of one fragment, in a template or in a record, into slots.
///
/// Format: `[MS-EVEN6]` 3.1.4.7 and libevtx's description. Offsets in tokens count from the chunk's
/// start.
struct BinXMLCompiler: ~Escapable {
  private let chunk: RawSpan
  private let limits: LogLimits
  private(set) var position: Int
  private let end: Int
  private(set) var slots: [BinXMLSlot] = []
  /// Elements of the values of a record have no dependency identifier, those of templates do.
  private let hasDependencies: Bool
  private var operations = 0

  @_lifetime(copy chunk)
  init(_ chunk: RawSpan, from position: Int, to end: Int, hasDependencies: Bool, limits: LogLimits)
  {
    self.chunk = chunk
    self.position = position
    self.end = min(end, chunk.byteCount)
    self.hasDependencies = hasDependencies
    self.limits = limits
  }

  /// A template instance stands where an element was expected: its start.
  enum Outcome: Hashable {
    case finished
    case templateInstance
  }

  /// Reads to the fragment's end.
  mutating func compile(under path: EventPath) throws(WireError) -> Outcome {
    try elements(path, depth: 0)
  }

  private mutating func byte() throws(WireError) -> UInt8 {
    guard position < end, let value = chunk.littleEndian(at: position, as: UInt8.self) else {
      throw WireError(.truncated(needed: 1, available: 0), offset: position)
    }
    position += 1
    return value
  }

  private mutating func integer<T: FixedWidthInteger & BitwiseCopyable>(_: T.Type) throws(WireError)
    -> T
  {
    guard position <= end - MemoryLayout<T>.size,
      let value = chunk.littleEndian(at: position, as: T.self)
    else {
      throw WireError(.truncated(needed: MemoryLayout<T>.size, available: 0), offset: position)
    }
    position += MemoryLayout<T>.size
    return value
  }

  /// A name, which stands here or earlier in the chunk.
  private mutating func name() throws(WireError) -> String {
    let offset = Int(try integer(UInt32.self))
    guard let count = chunk.littleEndian(at: offset + 6, as: UInt16.self) else {
      throw WireError(.invalid(field: "name offset"), offset: position)
    }
    let length = Int(count) * 2
    guard offset >= 0, offset + 8 + length <= chunk.byteCount, count <= 1_024 else {
      throw WireError(.invalid(field: "name"), offset: position)
    }
    // Stored in place: the name and its terminator follow.
    if offset == position { position += 10 + length }
    return BinXMLText.utf16(chunk, offset + 8, Int(count))
  }

  private mutating func count() throws(WireError) {
    operations += 1
    guard operations <= limits.templateOperations else {
      throw WireError(.invalid(field: "operations"), offset: position)
    }
  }

  /// Tokens up to the end of the element that holds them.
  private mutating func elements(_ path: EventPath, depth: Int) throws(WireError) -> Outcome {
    guard depth < limits.nesting else {
      throw WireError(.invalid(field: "depth"), offset: position)
    }
    while position < end {
      try count()
      let start = position
      let token = try byte()
      switch token & ~0x40 {
      case 0x00, 0x04: return .finished
      case 0x0f: position += 3
      case 0x01: try element(path, hasAttributes: token & 0x40 != 0, depth: depth)
      case 0x0c:
        position = start
        return .templateInstance
      case 0x05:
        let text = try text()
        add(path.textField, .text(text), path)
      case 0x07:
        let length = Int(try integer(UInt16.self))
        add(path.textField, .text(BinXMLText.utf16(chunk, position, length)), path)
        position += length * 2
      case 0x08: _ = try integer(UInt16.self)
      case 0x09: _ = try name()
      case 0x0a: _ = try name()
      case 0x0b: position += Int(try integer(UInt16.self)) * 2
      case 0x0d, 0x0e:
        let index = Int(try integer(UInt16.self))
        let type = try byte()
        add(substituted(path, type), .substitution(index), path)
      default: throw WireError(.invalid(field: "token"), offset: start)
      }
    }
    return .finished
  }

  /// What a substitution in an element's content is: a text, or BinXML with elements of its own.
  private func substituted(_ path: EventPath, _ type: UInt8) -> EventField? {
    if type == 0x21 { return .nested(path) }
    if case .data(nil) = path { return .data("") }
    return path.textField
  }

  private mutating func add(_ field: EventField?, _ source: BinXMLSlot.Source, _ path: EventPath) {
    guard let field else { return }
    slots.append(BinXMLSlot(field: field, nameSubstitution: itemNameSubstitution, source: source))
  }

  /// The substitution that names the item which is being read.
  private var itemNameSubstitution: Int?

  private mutating func text() throws(WireError) -> String {
    _ = try byte()
    let length = Int(try integer(UInt16.self))
    guard position + length * 2 <= end else {
      throw WireError(.truncated(needed: length * 2, available: end - position), offset: position)
    }
    defer { position += length * 2 }
    return BinXMLText.utf16(chunk, position, length)
  }

  private mutating func element(_ parent: EventPath, hasAttributes: Bool, depth: Int)
    throws(WireError)
  {
    if hasDependencies { _ = try integer(UInt16.self) }
    _ = try integer(UInt32.self)
    let name = try name()
    var path = parent.entering(name)
    itemNameSubstitution = nil
    if hasAttributes {
      _ = try integer(UInt32.self)
      try attributes(&path)
    }
    while true {
      try count()
      let close = try byte()
      if close & ~0x40 == 0x03 { break }
      if close & ~0x40 == 0x02 {
        let itemName = itemNameSubstitution
        if try elements(path, depth: depth + 1) == .templateInstance {
          throw WireError(.invalid(field: "template in element"), offset: position)
        }
        if itemName != nil { itemNameSubstitution = nil }
        break
      }
      throw WireError(.invalid(field: "element"), offset: position)
    }
    itemNameSubstitution = nil
  }

  private mutating func attributes(_ path: inout EventPath) throws(WireError) {
    var goesOn = true
    while goesOn {
      try count()
      guard position < end, let token = chunk.littleEndian(at: position, as: UInt8.self),
        token & ~0x40 == 0x06
      else { return }
      position += 1
      goesOn = token & 0x40 != 0
      let name = try name()
      try attributeValue(name, &path)
    }
  }

  /// One or several value tokens.
  private mutating func attributeValue(_ name: String, _ path: inout EventPath) throws(WireError) {
    while position < end, let token = chunk.littleEndian(at: position, as: UInt8.self) {
      try count()
      switch token & ~0x40 {
      case 0x05:
        position += 1
        let text = try text()
        if case .data = path, name == "Name" { path = .data(text) }
        add(path.attributeField(name), .text(text), path)
      case 0x0d, 0x0e:
        position += 1
        let index = Int(try integer(UInt16.self))
        _ = try byte()
        if case .data = path, name == "Name" {
          path = .data("")
          itemNameSubstitution = index
        }
        add(path.attributeField(name), .substitution(index), path)
      case 0x08:
        position += 1
        _ = try integer(UInt16.self)
      case 0x09:
        position += 1
        _ = try self.name()
      default: return
      }
    }
  }
}
