import CaptureReader

/// Reads the records of one chunk of 64 KiB; its strings and templates are the chunk's own.
struct EVTXChunk {
  /// What reading gave, beside the records.
  struct Count: Hashable {
    var records = 0
    /// Records that could not be read to their end.
    var errors = 0
    /// The chunk's header is damaged: its records were looked for one by one.
    var isCarved = false
  }

  static let size = 65_536
  static let headerSize = 512
  private static let magic: UInt64 = 0x456c_6643_686e_6b00  // "ElfChnk\0"
  private static let recordMagic: UInt32 = 0x2a2a_0000
  private static let recordHeader = 24

  private let limits: LogLimits
  /// Compiled templates by their offset in the chunk.
  private var templates: [Int: [BinXMLSlot]] = [:]

  init(limits: LogLimits) { self.limits = limits }

  /// - Parameter isWanted: whether a provider's event needs its data read.
  mutating func read(
    _ bytes: [UInt8], isWanted: (EventRecord) -> Bool, _ body: (EventRecord) -> Void
  ) -> Count {
    let chunk = bytes.rawSpan
    var count = Count()
    templates = [:]
    let isIntact = chunk.bigEndian(at: 0, as: UInt64.self) == Self.magic
    let free = Int(chunk.littleEndian(at: 48, as: UInt32.self) ?? 0)
    let isBounded = isIntact && free >= Self.headerSize && free <= bytes.count
    if !isIntact, bytes.allSatisfy({ $0 == 0 }) { return count }
    count.isCarved = !isBounded
    let end = isBounded ? free : bytes.count
    var position = isIntact ? Self.headerSize : 0
    while position <= end - Self.recordHeader {
      guard let size = recordSize(chunk, at: position) else {
        // Something else stands here: the next record begins at a multiple of eight, or never.
        guard let next = nextRecord(chunk, after: position, before: end) else { break }
        if isBounded { count.errors += 1 }
        position = next
        continue
      }
      var record = EventRecord()
      record.recordID = chunk.littleEndian(at: position + 8, as: UInt64.self)
      let written = chunk.littleEndian(at: position + 16, as: UInt64.self) ?? 0
      do throws(WireError) {
        try read(
          chunk, from: position + Self.recordHeader, to: position + size - 4, into: &record,
          isWanted: isWanted)
      } catch {
        count.errors += 1
      }
      if record.time == nil {
        record.time = BinXMLText.nanoseconds(fileTime: written).map { Timestamp(nanoseconds: $0) }
      }
      if record.eventID != nil {
        count.records += 1
        body(record)
      }
      position += size
    }
    return count
  }

  /// The size of the record at a place, where one stands there that can be believed.
  private func recordSize(_ chunk: RawSpan, at position: Int) -> Int? {
    guard chunk.bigEndian(at: position, as: UInt32.self) == Self.recordMagic,
      let size = chunk.littleEndian(at: position + 4, as: UInt32.self),
      size >= Self.recordHeader + 4, position + Int(size) <= chunk.byteCount
    else { return nil }
    return Int(size)
  }

  private func nextRecord(_ chunk: RawSpan, after position: Int, before end: Int) -> Int? {
    var place = (position | 7) + 1
    while place <= end - Self.recordHeader {
      if let size = recordSize(chunk, at: place),
        chunk.littleEndian(at: place + size - 4, as: UInt32.self) == UInt32(size)
      {
        return place
      }
      place += 8
    }
    return nil
  }

  private mutating func read(
    _ chunk: RawSpan, from start: Int, to end: Int, into record: inout EventRecord,
    isWanted: (EventRecord) -> Bool
  ) throws(WireError) {
    try fragment(
      chunk, from: start, to: end, under: .root, isValue: false, depth: 0, into: &record,
      isWanted: isWanted)
  }

  /// A fragment is a template with its values, or plain elements.
  private mutating func fragment(
    _ chunk: RawSpan, from start: Int, to end: Int, under path: EventPath, isValue: Bool,
    depth: Int, into record: inout EventRecord, isWanted: (EventRecord) -> Bool
  ) throws(WireError) {
    guard depth < 8 else { throw WireError(.invalid(field: "depth"), offset: start) }
    var position = start
    if chunk.littleEndian(at: position, as: UInt8.self) == 0x0f { position += 4 }
    guard let token = chunk.littleEndian(at: position, as: UInt8.self) else {
      throw WireError(.truncated(needed: 1, available: 0), offset: position)
    }
    if token & ~0x40 != 0x0c {
      let slots = try inlineSlots(chunk, from: position, to: end, under: path, isValue: isValue)
      for slot in slots {
        if case .text(let text) = slot.source { set(slot.field, text, in: &record) }
      }
      return
    }
    guard let offset = chunk.littleEndian(at: position + 6, as: UInt32.self) else {
      throw WireError(.truncated(needed: 10, available: 0), offset: position)
    }
    let definition = Int(offset)
    var values = position + 10
    if definition == values {
      guard let size = chunk.littleEndian(at: definition + 20, as: UInt32.self) else {
        throw WireError(.truncated(needed: 24, available: 0), offset: definition)
      }
      values = definition.addingSaturating(24).addingSaturating(Int(size))
    }
    let slots = try template(chunk, at: definition, under: path)
    let substitutions = try BinXMLValues(chunk, at: values, to: end)
    try fill(slots, substitutions, chunk, depth: depth, into: &record, isWanted: isWanted)
  }

  /// Elements without a template. Those in values have no dependency identifier, or, written by other
  /// software, do.
  private func inlineSlots(
    _ chunk: RawSpan, from start: Int, to end: Int, under path: EventPath, isValue: Bool
  ) throws(WireError) -> [BinXMLSlot] {
    for hasDependencies in [!isValue, isValue] {
      var compiler = BinXMLCompiler(
        chunk, from: start, to: end, hasDependencies: hasDependencies, limits: limits)
      do throws(WireError) {
        _ = try compiler.compile(under: path)
        return compiler.slots
      } catch {
        if hasDependencies == isValue { throw error }
      }
    }
    return []
  }

  private mutating func template(_ chunk: RawSpan, at offset: Int, under path: EventPath)
    throws(WireError) -> [BinXMLSlot]
  {
    if let known = templates[offset] { return known }
    guard let size = chunk.littleEndian(at: offset + 20, as: UInt32.self),
      offset >= 0, offset + 24 <= chunk.byteCount, templates.count < limits.templates
    else { throw WireError(.invalid(field: "template"), offset: offset) }
    let end = min(offset.addingSaturating(24).addingSaturating(Int(size)), chunk.byteCount)
    var compiler = BinXMLCompiler(
      chunk, from: offset + 24, to: end, hasDependencies: true, limits: limits)
    guard try compiler.compile(under: path) == .finished else {
      throw WireError(.invalid(field: "template in template"), offset: offset)
    }
    templates[offset] = compiler.slots
    return compiler.slots
  }

  private mutating func fill(
    _ slots: [BinXMLSlot], _ values: BinXMLValues, _ chunk: RawSpan, depth: Int,
    into record: inout EventRecord, isWanted: (EventRecord) -> Bool
  ) throws(WireError) {
    // The system fields stand first; they decide whether the data is read at all.
    var isDataWanted: Bool?
    for slot in slots {
      switch slot.field {
      case .data, .nested:
        if depth == 0, isDataWanted == nil { isDataWanted = isWanted(record) }
        if isDataWanted == false {
          if case .data = slot.field { continue }
        }
      default: break
      }
      switch slot.source {
      case .text(let text): set(slot.field, text, in: &record)
      case .substitution(let index):
        try put(
          index, slot, values, chunk, depth: depth, isDataWanted: isDataWanted ?? true,
          into: &record, isWanted: isWanted)
      }
    }
  }

  private mutating func put(
    _ index: Int, _ slot: BinXMLSlot, _ values: BinXMLValues, _ chunk: RawSpan, depth: Int,
    isDataWanted: Bool, into record: inout EventRecord, isWanted: (EventRecord) -> Bool
  ) throws(WireError) {
    switch slot.field {
    case .eventID: if let id = values.integer(index) { record.eventID = Int(clamping: id) }
    case .recordID: if let id = values.integer(index) { record.recordID = id }
    case .process: record.process = values.integer(index).map { Int(clamping: $0) }
    case .thread: record.thread = values.integer(index).map { Int(clamping: $0) }
    case .timeCreated:
      if let ticks = values.integer(index), let time = BinXMLText.nanoseconds(fileTime: ticks) {
        record.time = Timestamp(nanoseconds: time)
      }
    case .nested(let path):
      guard values.type(index) == 0x21 else {
        guard isDataWanted, let text = values.text(index, limit: limits.textBytes) else { return }
        set(path.textField ?? .data(""), text, in: &record)
        return
      }
      guard isDataWanted, let offset = values.offset(index), values.size(index) > 0 else { return }
      try fragment(
        chunk, from: offset, to: offset + values.size(index), under: path, isValue: true,
        depth: depth + 1, into: &record, isWanted: isWanted)
    case .data(let name):
      guard values.type(index) != 0x21 else {
        guard let offset = values.offset(index), values.size(index) > 0 else { return }
        try fragment(
          chunk, from: offset, to: offset + values.size(index), under: .data(name), isValue: true,
          depth: depth + 1, into: &record, isWanted: isWanted)
        return
      }
      let given = slot.nameSubstitution.flatMap { values.text($0, limit: 128) } ?? name
      let text = values.text(index, limit: limits.textBytes) ?? ""
      set(.data(given), text, in: &record)
    default:
      if let text = values.text(index, limit: limits.textBytes) {
        set(slot.field, text, in: &record)
      }
    }
  }

  private func set(_ field: EventField, _ text: String, in record: inout EventRecord) {
    switch field {
    case .provider: if record.provider.isEmpty { record.provider = text }
    case .eventID: if record.eventID == nil { record.eventID = Int(text) }
    case .recordID: record.recordID = UInt64(text) ?? record.recordID
    case .activity: record.activity = text.lowercased()
    case .process: record.process = Int(text)
    case .thread: record.thread = Int(text)
    case .channel: record.channel = text
    case .computer: record.computer = text
    case .data(let name):
      guard record.data.count < limits.dataItems else { return }
      record.data.append(EventRecord.Item(name: name, value: text))
    case .timeCreated, .nested: break
    }
  }
}
