public import CaptureReader

/// Writes a pcapng capture (draft-ietf-opsawg-pcapng): one little-endian section.
///
/// Values in, bytes out: it opens no file. What was written so far is taken with `take`, in any pieces.
public struct PCAPNGWriter: Sendable {
  /// The longest text of an option, in bytes: its length field has 16 bits.
  static let textLimit = 32_768
  /// Interfaces of one capture: readers keep a table of them.
  static let interfaceLimit = 65_536

  private var bytes: [UInt8] = []
  private var interfaces: [Units] = []
  public private(set) var packets = 0

  /// What is needed of an interface to write its packets.
  private struct Units: Sendable {
    var exponent: Int
  }

  /// - Parameters:
  ///   - application: what wrote it (`shb_userappl`).
  ///   - comments: about the capture as a whole.
  public init(
    application: String, hardware: String? = nil, operatingSystem: String? = nil,
    comments: [String] = []
  ) {
    var options = OptionList()
    for comment in comments { options.add(.comment, text: comment) }
    if let hardware { options.add(.sectionHardware, text: hardware) }
    if let operatingSystem { options.add(.sectionSystem, text: operatingSystem) }
    options.add(.sectionApplication, text: application)
    var body: [UInt8] = []
    body.append(little: UInt32(0x1a2b_3c4d))
    body.append(little: UInt16(1))
    body.append(little: UInt16(0))
    // The section's length is not known yet.
    body.append(little: UInt64.max)
    block(0x0a0d_0d0a, body + options.finished)
  }

  /// Hands over what was written since the last call.
  public mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  /// Bytes that wait to be taken.
  public var pendingBytes: Int { bytes.count }

  /// Describes an interface; packets name it by the number that is returned. Nil beyond the limit.
  public mutating func add(_ interface: WrittenInterface) -> Int? {
    guard interfaces.count < Self.interfaceLimit else { return nil }
    let exponent = interface.writableExponent
    var body: [UInt8] = []
    body.append(little: UInt16(truncatingIfNeeded: interface.linkType.rawValue))
    body.append(little: UInt16(0))
    body.append(little: UInt32(clamping: interface.snapLength))
    var options = OptionList()
    if let comment = interface.comment { options.add(.comment, text: comment) }
    if let name = interface.name { options.add(.interfaceName, text: name) }
    if let text = interface.description { options.add(.interfaceDescription, text: text) }
    if let speed = interface.speed { options.add(.interfaceSpeed, integer: speed) }
    options.add(.timestampResolution, bytes: [UInt8(exponent)])
    if let filter = interface.filter {
      options.add(.interfaceFilter, bytes: [0] + OptionList.cut(filter))
    }
    if let system = interface.operatingSystem { options.add(.interfaceSystem, text: system) }
    if let length = interface.frameCheckLength, (1...15).contains(length) {
      options.add(.frameCheckLength, bytes: [UInt8(length)])
    }
    block(1, body + options.finished)
    interfaces.append(Units(exponent: exponent))
    return interfaces.count - 1
  }

  /// Writes an Enhanced Packet Block; false, and nothing is written, where the interface is unknown.
  @discardableResult
  public mutating func add(_ packet: WrittenPacket, _ data: [UInt8]) -> Bool {
    guard interfaces.indices.contains(packet.interface), let captured = UInt32(exactly: data.count)
    else { return false }
    var options = OptionList()
    for comment in packet.comments { options.add(.comment, text: comment) }
    if (1...15).contains(packet.frameCheckLength) {
      options.add(.packetFlags, integer: UInt32(packet.frameCheckLength) << 5)
    }
    if let identifier = packet.packetID { options.add(.packetIdentifier, integer: identifier) }
    let ticks = ticks(of: packet.time, on: packet.interface)
    var body: [UInt8] = []
    body.reserveCapacity(data.count + options.bytes.count + 32)
    body.append(little: UInt32(packet.interface))
    body.append(little: UInt32(truncatingIfNeeded: ticks >> 32))
    body.append(little: UInt32(truncatingIfNeeded: ticks))
    body.append(little: captured)
    body.append(little: UInt32(clamping: max(packet.originalLength, 0)))
    body += data
    body.pad()
    block(6, body + options.finished)
    packets += 1
    return true
  }

  /// Writes a Decryption Secrets Block.
  public mutating func add(_ secrets: CaptureSecrets) {
    guard let length = UInt32(exactly: secrets.bytes.count) else { return }
    var body: [UInt8] = []
    body.append(little: secrets.type.rawValue)
    body.append(little: length)
    body += secrets.bytes
    body.pad()
    block(10, body)
  }

  /// Writes an Interface Statistics Block: what the interface counted, and when it was listened to.
  public mutating func add(_ statistics: WrittenStatistics, of interface: Int) {
    guard interfaces.indices.contains(interface) else { return }
    let end = ticks(of: statistics.end, on: interface)
    var body: [UInt8] = []
    body.append(little: UInt32(interface))
    body.append(little: UInt32(truncatingIfNeeded: end >> 32))
    body.append(little: UInt32(truncatingIfNeeded: end))
    var options = OptionList()
    options.add(.statisticsStart, ticks: ticks(of: statistics.start, on: interface))
    options.add(.statisticsEnd, ticks: end)
    if let count = statistics.received { options.add(.statisticsReceived, integer: count) }
    if let count = statistics.dropped { options.add(.statisticsDropped, integer: count) }
    if let count = statistics.droppedBySystem {
      options.add(.statisticsDroppedBySystem, integer: count)
    }
    block(5, body + options.finished)
  }

  /// Times before 1970 cannot be written: they become 1970.
  private func ticks(of time: Timestamp, on interface: Int) -> UInt64 {
    var unit: UInt64 = 1
    for _ in interfaces[interface].exponent..<9 { unit *= 10 }
    return UInt64(max(time.nanoseconds, 0)) / unit
  }

  private mutating func block(_ type: UInt32, _ body: [UInt8]) {
    guard let length = UInt32(exactly: body.count + 12) else { return }
    bytes.append(little: type)
    bytes.append(little: length)
    bytes += body
    bytes.append(little: length)
  }
}
