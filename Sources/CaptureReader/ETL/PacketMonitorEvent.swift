/// A packet as pktmon logged it at one component of Windows' stack, or the drop of one
/// (Microsoft-Windows-PktMon events 160 and 170, version 0, builds 19042 to 26200).
struct PacketMonitorEvent: Hashable, Sendable {
  static let packetID: UInt16 = 160
  static let dropID: UInt16 = 170
  /// Names a component: id, type, name, description; stands at the end of the file.
  static let componentID: UInt16 = 20

  var group: UInt64
  var appearances: UInt16
  var type: UInt16
  var component: UInt16
  var dropReason: UInt32
  var dropLocation: UInt32
  var originalLength: Int
  /// Within the payload.
  var bytes: Range<Int>

  private static let fixedLength = 34

  init?(_ payload: RawSpan) {
    guard payload.byteCount >= Self.fixedLength,
      let group = payload.littleEndian(at: 0, as: UInt64.self),
      let appearances = payload.littleEndian(at: 10, as: UInt16.self),
      let type = payload.littleEndian(at: 14, as: UInt16.self),
      let component = payload.littleEndian(at: 16, as: UInt16.self),
      let reason = payload.littleEndian(at: 22, as: UInt32.self),
      let location = payload.littleEndian(at: 26, as: UInt32.self),
      let original = payload.littleEndian(at: 30, as: UInt16.self),
      let logged = payload.littleEndian(at: 32, as: UInt16.self),
      payload.byteCount - Self.fixedLength >= Int(logged)
    else { return nil }
    self.group = group
    self.appearances = appearances
    self.type = type
    self.component = component
    dropReason = reason
    dropLocation = location
    originalLength = max(Int(original), Int(logged))
    bytes = Self.fixedLength..<(Self.fixedLength + Int(logged))
  }

  /// One number for all appearances of a packet, where this build gives one: on 26100 and 26200
  /// each appearance has a group of its own and the count is 0 (measured).
  var sharedID: UInt64? { appearances > 0 ? group : nil }

  /// The link layer; nil for what begins above IP.
  ///
  /// Filters of some builds say Wi-Fi of Ethernet frames (measured: 207 of 1,173).
  func linkType(_ packet: RawSpan) -> LinkType? {
    switch type {
    case 1: .ethernet
    case 2: Self.isEthernet(packet) ? .ethernet : .ieee80211
    case 3: .raw
    default: nil
    }
  }

  private static func isEthernet(_ packet: RawSpan) -> Bool {
    switch packet.bigEndian(at: 12, as: UInt16.self) {
    case 0x0800, 0x0806, 0x86DD, 0x8100: break
    default: return false
    }
    // A Wi-Fi frame would have its LLC header behind 24 or 26 bytes.
    return !isLLC(packet, at: 24) && !isLLC(packet, at: 26)
  }

  private static func isLLC(_ packet: RawSpan, at place: Int) -> Bool {
    packet.bigEndian(at: place, as: UInt16.self) == 0xAAAA
      && packet.bigEndian(at: place + 2, as: UInt8.self) == 0x03
  }
}
