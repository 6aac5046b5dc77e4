/// What a capture file says about one packet, without its bytes.
public struct PacketRecord: Hashable, Sendable {
  /// Counts from 1 within its file, as Wireshark does.
  public var frame: Int
  public var time: Timestamp
  /// Bytes the packet had on the wire; the captured bytes can be fewer (snap length).
  public var originalLength: Int
  public var linkType: LinkType
  /// Index into `CaptureSummary.interfaces`.
  public var interface: Int
  /// Bytes of frame check sequence at the end of the packet, where the file says so.
  public var frameCheckLength: Int
  /// pcapng `epb_packetid`: pktmon gives all appearances of one packet the same value.
  public var packetID: UInt64?

  public init(
    frame: Int, time: Timestamp, originalLength: Int, linkType: LinkType, interface: Int = 0,
    frameCheckLength: Int = 0, packetID: UInt64? = nil
  ) {
    self.frame = frame
    self.time = time
    self.originalLength = originalLength
    self.linkType = linkType
    self.interface = interface
    self.frameCheckLength = frameCheckLength
    self.packetID = packetID
  }
}

/// A link-layer header type by its number in the tcpdump.org registry; unknown ones stay visible.
public struct LinkType: RawRepresentable, Hashable, Sendable, Codable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  public static let null = LinkType(rawValue: 0)
  public static let ethernet = LinkType(rawValue: 1)
  public static let ppp = LinkType(rawValue: 9)
  public static let pppHDLC = LinkType(rawValue: 50)
  public static let pppoe = LinkType(rawValue: 51)
  public static let raw = LinkType(rawValue: 101)
  public static let ieee80211 = LinkType(rawValue: 105)
  public static let loop = LinkType(rawValue: 108)
  public static let linuxCooked = LinkType(rawValue: 113)
  public static let ieee80211Radiotap = LinkType(rawValue: 127)
  public static let ipv4 = LinkType(rawValue: 228)
  public static let ipv6 = LinkType(rawValue: 229)
  public static let linuxCooked2 = LinkType(rawValue: 276)
}
