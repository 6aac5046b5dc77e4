public import CaptureReader

/// An interface as it is written.
public struct WrittenInterface: Hashable, Sendable {
  public var linkType: LinkType
  /// Most bytes kept of a packet; 0 where there was no limit.
  public var snapLength: Int
  public var resolution: TimestampResolution
  public var name: String?
  public var description: String?
  public var comment: String?
  /// The text of the capture filter.
  public var filter: String?
  public var operatingSystem: String?
  /// Bits per second.
  public var speed: UInt64?
  /// Bytes of frame check sequence that each packet ends with.
  public var frameCheckLength: Int?

  public init(
    linkType: LinkType, snapLength: Int = 0, resolution: TimestampResolution = .nanoseconds
  ) {
    self.linkType = linkType
    self.snapLength = snapLength
    self.resolution = resolution
  }

  /// The same interface as it was read.
  public init(_ interface: CaptureInterface) {
    self.init(
      linkType: interface.linkType, snapLength: interface.snapLength,
      resolution: interface.resolution)
    name = interface.name
    description = interface.description
    filter = interface.filter
    operatingSystem = interface.operatingSystem
    speed = interface.speed
    frameCheckLength = interface.frameCheckLength
  }

  /// Times are known in nanoseconds: units of ten that hold them exactly are kept, binary and finer
  /// ones become nanoseconds.
  var writableExponent: Int {
    resolution.isBinary ? 9 : min(resolution.exponent, 9)
  }
}

/// What is written of a packet beside its bytes.
public struct WrittenPacket: Hashable, Sendable {
  /// The number that the writer gave the interface.
  public var interface: Int
  public var time: Timestamp
  /// Bytes the packet had on the wire.
  public var originalLength: Int
  public var comments: [String] = []
  /// `epb_packetid`.
  public var packetID: UInt64?
  /// Bytes of frame check sequence, where they are not the interface's.
  public var frameCheckLength = 0

  public init(interface: Int, time: Timestamp, originalLength: Int) {
    self.interface = interface
    self.time = time
    self.originalLength = originalLength
  }
}

/// What an interface counted while it was listened to.
public struct WrittenStatistics: Hashable, Sendable {
  public var start: Timestamp
  public var end: Timestamp
  public var received: UInt64?
  public var dropped: UInt64?
  public var droppedBySystem: UInt64?

  public init(start: Timestamp, end: Timestamp) {
    self.start = start
    self.end = end
  }
}
