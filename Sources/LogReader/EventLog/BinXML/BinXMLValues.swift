import CaptureReader

/// The values that one record puts into its template: a list of sizes and types, then the bytes.
struct BinXMLValues: ~Escapable {
  let chunk: RawSpan
  private let descriptors: Int
  let count: Int
  /// Where each value starts, from the chunk's start.
  private let offsets: [Int]
  /// Where the values end.
  let end: Int

  private static let mostValues = 1_024

  @_lifetime(copy chunk)
  init(_ chunk: RawSpan, at position: Int, to limit: Int) throws(WireError) {
    self.chunk = chunk
    guard let count = chunk.littleEndian(at: position, as: UInt32.self), count <= Self.mostValues
    else { throw WireError(.invalid(field: "value count"), offset: position) }
    self.count = Int(count)
    descriptors = position + 4
    var offsets: [Int] = []
    offsets.reserveCapacity(Int(count))
    var start = descriptors + Int(count) * 4
    for index in 0..<Int(count) {
      guard let size = chunk.littleEndian(at: descriptors + index * 4, as: UInt16.self) else {
        throw WireError(.truncated(needed: 4, available: 0), offset: descriptors)
      }
      offsets.append(start)
      start += Int(size)
    }
    guard start <= min(limit, chunk.byteCount) else {
      throw WireError(.truncated(needed: start, available: limit), offset: position)
    }
    self.offsets = offsets
    end = start
  }

  func offset(_ index: Int) -> Int? { offsets.indices.contains(index) ? offsets[index] : nil }

  func size(_ index: Int) -> Int {
    guard index >= 0, index < count else { return 0 }
    return Int(chunk.littleEndian(at: descriptors + index * 4, as: UInt16.self) ?? 0)
  }

  func type(_ index: Int) -> UInt8 {
    guard index >= 0, index < count else { return 0 }
    return chunk.littleEndian(at: descriptors + index * 4 + 2, as: UInt8.self) ?? 0
  }

  /// An unsigned integer of any size; nil for other types.
  func integer(_ index: Int) -> UInt64? {
    guard let offset = offset(index) else { return nil }
    switch (type(index), size(index)) {
    case (0x03, 1), (0x04, 1):
      return chunk.littleEndian(at: offset, as: UInt8.self).map(UInt64.init)
    case (0x05, 2), (0x06, 2):
      return chunk.littleEndian(at: offset, as: UInt16.self).map(UInt64.init)
    case (0x07, 4), (0x08, 4), (0x14, 4), (0x10, 4), (0x0d, 4):
      return chunk.littleEndian(at: offset, as: UInt32.self).map(UInt64.init)
    case (0x09, 8), (0x0a, 8), (0x15, 8), (0x10, 8), (0x11, 8):
      return chunk.littleEndian(at: offset, as: UInt64.self)
    default: return nil
    }
  }

  /// A value as text, shortened to `limit` bytes of the record; nil where there is none.
  func text(_ index: Int, limit: Int) -> String? {
    guard let offset = offset(index) else { return nil }
    let size = size(index)
    guard size > 0 else { return nil }
    switch type(index) {
    case 0x01: return BinXMLText.utf16(chunk, offset, min(size / 2, limit))
    case 0x02:
      let bytes = chunk.extracting(offset..<min(offset + min(size, limit), chunk.byteCount))
      return String(decoding: bytes.copied().prefix { $0 != 0 }, as: UTF8.self)
    case 0x03: return chunk.littleEndian(at: offset, as: Int8.self).map { String($0) }
    case 0x05: return chunk.littleEndian(at: offset, as: Int16.self).map { String($0) }
    case 0x07: return chunk.littleEndian(at: offset, as: Int32.self).map { String($0) }
    case 0x09: return chunk.littleEndian(at: offset, as: Int64.self).map { String($0) }
    case 0x04, 0x06, 0x08, 0x0a: return integer(index).map { String($0) }
    case 0x0d: return integer(index).map { $0 == 0 ? "false" : "true" }
    case 0x0e: return BinXMLText.binary(chunk, offset, size, limit: limit)
    case 0x0f: return BinXMLText.guid(chunk, offset)
    case 0x10, 0x14, 0x15: return integer(index).map(BinXMLText.hexadecimal)
    case 0x11: return integer(index).map { String($0) }
    case 0x13: return BinXMLText.securityIdentifier(chunk, offset, size)
    case 0x81: return strings(offset, size, limit: limit)
    default: return nil
    }
  }

  /// An array of texts, one to a line.
  private func strings(_ offset: Int, _ size: Int, limit: Int) -> String {
    var units: [UInt16] = []
    for index in 0..<min(size / 2, limit) {
      guard let unit = chunk.littleEndian(at: offset + index * 2, as: UInt16.self) else { break }
      units.append(unit == 0 ? 0x0a : unit)
    }
    while units.last == 0x0a { units.removeLast() }
    return String(decoding: units, as: UTF16.self)
  }
}
