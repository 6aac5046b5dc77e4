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

  /// Part of Windows' stack, as bits 12 to 15 of a location number it.
  enum Place: UInt8, Hashable, Sendable {
    case ndis = 1
    case virtualSwitch, virtualAdapter, tcpip, http, filteringPlatform
    case ipsec = 8
    case adapterDriver

    /// Nil where the number names none.
    init?(location: UInt32) {
      guard location >> 16 == 0xE000 else { return nil }
      self.init(rawValue: UInt8(location >> 12 & 15))
    }

    var name: String {
      switch self {
      case .ndis: "NDIS"
      case .virtualSwitch: "the virtual switch"
      case .virtualAdapter: "the virtual network adapter"
      case .tcpip: "TCP/IP"
      case .http: "HTTP"
      case .filteringPlatform: "the virtual filtering platform"
      case .ipsec: "IPsec"
      case .adapterDriver: "the network adapter's driver"
      }
    }
  }

  /// The part of the stack; nil where the number names none.
  public var place: String? { Place(location: location)?.name }
}
