/// A capture point as its file describes it, with the counters that the file keeps for it.
public struct CaptureInterface: Hashable, Sendable {
  public var linkType: LinkType
  /// Most bytes kept of a packet; 0 where there was no limit.
  public var snapLength: Int
  public var name: String?
  public var description: String?
  public var hardware: String?
  public var operatingSystem: String?
  /// The capture filter, where the file keeps its text.
  public var filter: String?
  /// Bits per second.
  public var speed: UInt64?
  public var resolution: TimestampResolution
  /// Bytes of frame check sequence that each packet ends with; nil where the file does not say.
  public var frameCheckLength: Int?

  /// Packets the interface received since the capture started (`isb_ifrecv`).
  public var received: UInt64?
  /// Packets the interface dropped for lack of resources (`isb_ifdrop`).
  public var dropped: UInt64?
  /// Packets the capture filter accepted (`isb_filteraccept`).
  public var filterAccepted: UInt64?
  /// Packets the operating system dropped (`isb_osdrop`).
  public var droppedBySystem: UInt64?
  /// Packets the system handed to the capturing program (`isb_usrdeliv`).
  public var delivered: UInt64?
  /// Until when it was listened to (`isb_endtime`).
  public var listenedUntil: Timestamp?
  /// Sum of the drops that stand at packets (`epb_dropcount`, old Packet Block).
  public var droppedAtPackets: UInt64 = 0

  public init(
    linkType: LinkType, snapLength: Int, resolution: TimestampResolution = .microseconds
  ) {
    self.linkType = linkType
    self.snapLength = snapLength
    self.resolution = resolution
  }

  /// Packets that are known to be missing from the file, by the largest counter that says so.
  public var lost: UInt64 {
    max((dropped ?? 0).addingSaturating(droppedBySystem ?? 0), droppedAtPackets)
  }
}

/// The unit of an interface's timestamps as `if_tsresol` encodes it (pcapng §4.2): a negative power
/// of ten, or of two where the highest bit is set.
public struct TimestampResolution: RawRepresentable, Hashable, Sendable, Codable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let microseconds = TimestampResolution(rawValue: 6)
  public static let nanoseconds = TimestampResolution(rawValue: 9)

  public var isBinary: Bool { rawValue & 0x80 != 0 }
  public var exponent: Int { Int(rawValue & 0x7f) }
}

extension TimestampResolution: CustomStringConvertible {
  public var description: String { "\(isBinary ? 2 : 10)^-\(exponent) s" }
}
