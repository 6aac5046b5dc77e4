public import CaptureReader

/// Builds a Windows event trace as pktmon and `netsh trace` write it, with repeats and drops.
public struct EventTraceBuilder: Sendable {
  /// When the trace starts, and the stamp of its first record; stamps count 100 ns.
  private let start: Timestamp
  private let firstStamp: Int64 = 1_000
  public private(set) var bytes: [UInt8] = []
  private var records: [UInt8] = []

  public init(start: Timestamp) {
    self.start = start
    var header = [UInt8](repeating: 0, count: 280)
    func put(_ value: some FixedWidthInteger, at place: Int) {
      header.replaceSubrange(
        place..<(place + value.bitWidth / 8), with: ByteOrder.little.bytes(of: value))
    }
    put(UInt32(65_536), at: 0)
    put(UInt32(19_045), at: 8)
    put(UInt32(8), at: 44)
    put(Int64(10_000_000), at: 256)
    put(start.nanoseconds / 100 + 116_444_736_000_000_000, at: 264)
    put(UInt32(1), at: 272)
    var record = integers(UInt16(2), UInt16(0xC002)) + integers(UInt16(32 + 280), UInt16(0))
    record += integers(UInt32(1), UInt32(1), firstStamp, Int64(0)) + header
    records = record
    endBuffer(type: 4)
  }

  private func integers<each Value: FixedWidthInteger>(_ values: repeat each Value) -> [UInt8] {
    var bytes: [UInt8] = []
    for value in repeat each values { bytes += ByteOrder.little.bytes(of: value) }
    return bytes
  }

  /// Closes the buffer of the records so far.
  ///
  /// - Parameter isCompressed: as XPRESS of literals only.
  public mutating func endBuffer(type: UInt16 = 0, isCompressed: Bool = false) {
    var stored = records
    if isCompressed {
      stored = []
      for start in stride(from: 0, to: records.count, by: 32) {
        stored += [0, 0, 0, 0] + records[start..<min(start + 32, records.count)]
      }
    }
    var header = [UInt8](repeating: 0, count: 72)
    header.replaceSubrange(0..<4, with: integers(UInt32(72 + stored.count)))
    header.replaceSubrange(0x30..<0x34, with: integers(UInt32(72 + records.count)))
    header.replaceSubrange(0x34..<0x38, with: integers(UInt16(isCompressed ? 0x40 : 0), type))
    bytes += header + stored
    records = []
  }

  /// An event of any provider.
  ///
  /// - Parameter provider: its GUID as the sixteen bytes stand in the file.
  public mutating func event(
    provider: [UInt8], id: UInt16, keyword: UInt64 = 0, at time: Timestamp, _ payload: [UInt8]
  ) {
    let stamp = firstStamp + time.since(start).nanoseconds / 100
    var record = integers(UInt16(80 + payload.count), UInt16(0xC013), UInt16(0x40), UInt16(0))
    record += integers(UInt32(7), UInt32(9), stamp) + provider
    record += integers(id, UInt16(0), UInt16(0), UInt16(0), keyword, UInt64(0)) + payload
    record.insert(contentsOf: [UInt8](repeating: 0, count: 16), at: 64)
    record += [UInt8](repeating: 0, count: (8 - record.count % 8) % 8)
    records += record
  }

  /// The schema of an event, as merged traces carry it: names of fields with their types (1 UTF-16 text,
  /// 8 a number of 32 bits, 14 bytes).
  public mutating func schema(
    provider: [UInt8], id: UInt16, name: String, fields: [(name: String, type: UInt16)]
  ) {
    var info = provider + [UInt8](repeating: 0, count: 16)
    info += integers(id, UInt16(0), UInt16(0), UInt16(0), UInt64(0))
    var strings: [UInt8] = []
    let stringsStart = 112 + fields.count * 24
    func place(_ text: String) -> UInt32 {
      let offset = UInt32(stringsStart + strings.count)
      strings += Self.wide(text)
      return offset
    }
    info += integers(UInt32(0), place(name))
    info += [UInt8](repeating: 0, count: 100 - info.count)
    info += integers(UInt32(fields.count), UInt32(fields.count), UInt32(0))
    for field in fields {
      info += integers(UInt32(0), place(field.name), field.type, UInt16(0), UInt32(0))
      info += integers(UInt16(1), UInt16(0), UInt32(0))
    }
    info += strings
    var record = integers(UInt16(48 + info.count), UInt16(0xC014), UInt8(32), UInt8(0), UInt16(0))
    record += integers(UInt32(7), UInt32(9), firstStamp)
    record += [
      0xc1, 0xf6, 0xcc, 0xbb, 0xd1, 0x6c, 0xc4, 0x48, 0x80, 0xff, 0x83, 0x94, 0x82, 0xe3, 0x76,
      0x71,
    ]
    record += integers(UInt64(0)) + info
    record += [UInt8](repeating: 0, count: (8 - record.count % 8) % 8)
    records += record
  }

  /// UTF-16 with its zero, as events hold texts.
  public static func wide(_ text: String) -> [UInt8] {
    text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] } + [0, 0]
  }

  /// A packet of pktmon at a component, or its drop there.
  public mutating func monitored(
    _ packet: [UInt8], at time: Timestamp, component: UInt16 = 1, group: UInt64 = 1,
    appearance: UInt16 = 1, type: UInt16 = 1, original: UInt16? = nil, dropReason: UInt32? = nil,
    dropLocation: UInt32 = 0
  ) {
    var payload = integers(group, UInt16(1), appearance, UInt16(3), type)
    payload += integers(component, UInt16(0), UInt16(0), dropReason ?? 0, dropLocation)
    payload += integers(original ?? UInt16(packet.count), UInt16(packet.count)) + packet
    event(
      provider: [
        0xd9, 0x80, 0x4f, 0x4d, 0xbd, 0xc8, 0x73, 0x4d, 0xbb, 0x5b, 0x19, 0xc9, 0x04, 0x02, 0xc5,
        0xac,
      ], id: dropReason == nil ? 160 : 170, keyword: 0x10, at: time, payload)
  }

  /// A piece of a packet of `netsh trace`.
  public mutating func captured(
    _ piece: [UInt8], at time: Timestamp, starts: Bool = true, ends: Bool = true,
    miniport: UInt32 = 5, lower: UInt32 = 5
  ) {
    let keyword = (starts ? 0x4000_0000 : 0) | (ends ? 0x8000_0000 : 0) | UInt64(1)
    event(
      provider: [
        0x6e, 0x00, 0xd6, 0x2e, 0x29, 0x47, 0x09, 0x46, 0xb4, 0x23, 0x3e, 0xe7, 0xbc, 0xd6, 0x78,
        0xef,
      ], id: 1001, keyword: keyword, at: time,
      integers(miniport, lower, UInt32(piece.count)) + piece + integers(UInt64(0), UInt64(0)))
  }
}
