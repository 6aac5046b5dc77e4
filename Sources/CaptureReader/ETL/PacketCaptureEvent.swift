/// A piece of a packet as `netsh trace` logged it (Microsoft-Windows-NDIS-PacketCapture 1001: two
/// interface numbers, length, bytes; newer builds add two numbers behind; RAS VPN 5001 and 5002).
struct PacketCaptureEvent: Hashable, Sendable {
  static let fragmentID: UInt16 = 1001
  static let switchFragmentID: UInt16 = 1003
  static let remoteAccessIDs: Set<UInt16> = [5001, 5002]

  /// The filter's layer; equal to the miniport's where nothing stands between.
  var lowerInterface: UInt32
  /// Within the payload.
  var bytes: Range<Int>

  init?(fragment payload: RawSpan) {
    guard let lower = payload.littleEndian(at: 4, as: UInt32.self) else { return nil }
    self.init(payload, lower: lower, lengthAt: 8)
  }

  /// vmswitch (1003): port, three names and a list of destinations stand before the packet.
  init?(switchFragment payload: RawSpan) {
    guard let lower = payload.littleEndian(at: 4, as: UInt32.self) else { return nil }
    var position = 12
    for _ in 0..<3 {
      guard let end = Self.endOfText(payload, from: position) else { return nil }
      position = end
    }
    guard let destinations = payload.littleEndian(at: position, as: UInt32.self),
      destinations <= UInt32(payload.byteCount / 8)
    else { return nil }
    self.init(payload, lower: lower, lengthAt: position + 4 + Int(destinations) * 8)
  }

  /// RAS VPN: two names before the packet.
  init?(remoteAccess payload: RawSpan) {
    guard let domain = Self.endOfText(payload, from: 0),
      let user = Self.endOfText(payload, from: domain)
    else { return nil }
    self.init(payload, lower: 0, lengthAt: user)
  }

  private init?(_ payload: RawSpan, lower: UInt32, lengthAt position: Int) {
    guard let length = payload.littleEndian(at: position, as: UInt32.self),
      payload.byteCount - position - 4 >= Int(length)
    else { return nil }
    lowerInterface = lower
    bytes = (position + 4)..<(position + 4 + Int(length))
  }

  private static func endOfText(_ payload: RawSpan, from start: Int) -> Int? {
    var position = start
    while let unit = payload.littleEndian(at: position, as: UInt16.self) {
      position += 2
      if unit == 0 { return position }
    }
    return nil
  }

  /// What the keyword of a fragment says.
  struct Keyword: OptionSet, Hashable, Sendable {
    let rawValue: UInt64
    static let mobile = Keyword(rawValue: 0x200)
    static let wireless = Keyword(rawValue: 0x1_0000)
    static let truncated = Keyword(rawValue: 0x200_0000)
    static let start = Keyword(rawValue: 0x4000_0000)
    static let end = Keyword(rawValue: 0x8000_0000)

    var linkType: LinkType {
      contains(.wireless) ? .ieee80211 : contains(.mobile) ? .raw : .ethernet
    }
  }
}
