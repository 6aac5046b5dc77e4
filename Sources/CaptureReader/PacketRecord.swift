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
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

  // Computed: stored ones would be asked for through a call, for every packet.

  @inlinable public static var null: LinkType { LinkType(rawValue: 0) }
  @inlinable public static var ethernet: LinkType { LinkType(rawValue: 1) }
  @inlinable public static var ppp: LinkType { LinkType(rawValue: 9) }
  @inlinable public static var pppHDLC: LinkType { LinkType(rawValue: 50) }
  @inlinable public static var pppoe: LinkType { LinkType(rawValue: 51) }
  @inlinable public static var raw: LinkType { LinkType(rawValue: 101) }
  @inlinable public static var ieee80211: LinkType { LinkType(rawValue: 105) }
  @inlinable public static var loop: LinkType { LinkType(rawValue: 108) }
  @inlinable public static var linuxCooked: LinkType { LinkType(rawValue: 113) }
  @inlinable public static var ieee80211Radiotap: LinkType { LinkType(rawValue: 127) }
  @inlinable public static var ipv4: LinkType { LinkType(rawValue: 228) }
  @inlinable public static var ipv6: LinkType { LinkType(rawValue: 229) }
  @inlinable public static var linuxCooked2: LinkType { LinkType(rawValue: 276) }
}
