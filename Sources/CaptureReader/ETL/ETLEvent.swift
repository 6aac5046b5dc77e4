/// An event of a provider with a manifest (EVENT_HEADER): who logged what, and where its payload lies.
struct ETLEvent: Hashable, Sendable {
  var provider: ETLProvider
  var id: UInt16
  var keyword: UInt64
  var thread: UInt32
  var process: UInt32
  var stamp: Int64
  /// Within the record's bytes.
  var payload: Range<Int>

  private static let fixedLength = 80

  /// - Parameter record: one record, as long as it says.
  init?(_ record: RawSpan) {
    guard record.byteCount >= Self.fixedLength,
      let type = record.littleEndian(at: 2, as: UInt8.self), type == 0x12 || type == 0x13,
      let flags = record.littleEndian(at: 4, as: UInt16.self),
      let thread = record.littleEndian(at: 8, as: UInt32.self),
      let process = record.littleEndian(at: 12, as: UInt32.self),
      let stamp = record.littleEndian(at: 16, as: Int64.self),
      let low = record.bigEndian(at: 24, as: UInt64.self),
      let high = record.bigEndian(at: 32, as: UInt64.self),
      let id = record.littleEndian(at: 40, as: UInt16.self),
      let keyword = record.littleEndian(at: 48, as: UInt64.self)
    else { return nil }
    provider = ETLProvider(high: low, low: high)
    self.id = id
    self.keyword = keyword
    self.thread = thread
    self.process = process
    self.stamp = stamp
    var start = Self.fixedLength
    if flags & 1 != 0 {
      guard let end = Self.endOfItems(record, from: start) else { return nil }
      start = end
    }
    payload = start..<record.byteCount
  }

  /// Items of extended data stand before the payload: length with its head, type, whether one more
  /// follows.
  private static func endOfItems(_ record: RawSpan, from start: Int) -> Int? {
    var position = start
    while let length = record.littleEndian(at: position, as: UInt16.self),
      let next = record.littleEndian(at: position + 4, as: UInt16.self)
    {
      guard length >= 8, record.byteCount - position >= Int(length) else { return nil }
      position += Int(length)
      if next & 1 == 0 { return position }
    }
    return nil
  }
}

/// A provider's GUID, as its sixteen bytes stand in the file.
struct ETLProvider: Hashable, Sendable {
  var high: UInt64
  var low: UInt64

  /// Microsoft-Windows-PktMon {4d4f80d9-c8bd-4d73-bb5b-19c90402c5ac}.
  static let packetMonitor = ETLProvider(high: 0xd980_4f4d_bdc8_734d, low: 0xbb5b_19c9_0402_c5ac)
  /// Microsoft-Windows-NDIS-PacketCapture {2ed6006e-4729-4609-b423-3ee7bcd678ef}.
  static let packetCapture = ETLProvider(high: 0x6e00_d62e_2947_0946, low: 0xb423_3ee7_bcd6_78ef)
  /// RAS VPN's capture {d84521f7-2235-4237-a7c0-14e3a9676286}.
  static let remoteAccess = ETLProvider(high: 0xf721_45d8_3522_3742, low: 0xa7c0_14e3_a967_6286)
}
