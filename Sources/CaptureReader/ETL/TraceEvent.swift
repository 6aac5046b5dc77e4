/// An event of a Windows provider that an event trace holds beside packets, decoded by its schema.
public struct TraceEvent: Hashable, Sendable {
  /// `Microsoft-Windows-TerminalServices-ClientActiveXCore`.
  public var provider: String
  public var id: Int
  public var time: Timestamp
  public var process: Int
  public var thread: Int
  /// ActivityID, as event logs write it; nil where it is zero.
  public var activity: String?
  /// In the order of the schema; what could not be decoded is left out.
  public var data: [Item]

  public struct Item: Hashable, Sendable {
    public var name: String
    public var value: String

    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  public init(
    provider: String, id: Int, time: Timestamp, process: Int = 0, thread: Int = 0,
    activity: String? = nil, data: [Item] = []
  ) {
    self.provider = provider
    self.id = id
    self.time = time
    self.process = process
    self.thread = thread
    self.activity = activity
    self.data = data
  }
}

/// A packet that Windows dropped inside the host, as pktmon logged it.
public struct HostDrop: Hashable, Sendable {
  public var time: Timestamp
  public var linkType: LinkType
  public var originalLength: Int
  public var reason: DropReason
  /// Where in Windows' stack (`0xE0004xxx`: TCP/IP).
  public var location: UInt32

  private static let places: [UInt32: String] = [
    1: "NDIS", 2: "the virtual switch", 3: "the virtual network adapter", 4: "TCP/IP", 5: "HTTP",
    6: "the virtual filtering platform", 8: "IPsec", 9: "the network adapter's driver",
  ]

  /// The part of the stack; nil where the number names none.
  public var place: String? { Self.place(of: location) }

  static func place(of location: UInt32) -> String? {
    location >> 16 == 0xE000 ? places[location >> 12 & 15] : nil
  }
}
