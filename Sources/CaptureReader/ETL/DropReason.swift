/// Why Windows dropped a packet inside the host, as pktmon numbers it (PKTMON_DROP_REASON of the
/// driver kit; those that tell something about a TCP session).
public struct DropReason: RawRepresentable, Hashable, Sendable, Codable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  private static let names: [UInt32: String] = [
    8: "filtered", 12: "security policy", 23: "larger than the MTU", 33: "network adapter disabled",
    201: "adapter paused", 202: "adapter reset", 203: "send aborted", 204: "protocol not bound",
    719: "network adapter suspended", 902: "not a local address", 904: "port unreachable",
    907: "no route", 909: "inspection (firewall)", 912: "wrong checksum",
    920: "larger than the path's MTU, fragmentation forbidden", 922: "address resolution timed out",
    923: "address resolution failed", 924: "IPsec", 1204: "no endpoint", 1206: "session state",
    1207: "inspection (firewall)", 1208: "wrong acknowledgment", 1209: "expected a SYN",
    1210: "reset", 1213: "older than the timestamps allow (PAWS)", 1216: "outside the window",
    1217: "duplicate", 1219: "connection removed", 1224: "connection not known",
    1227: "TIME-WAIT", 1230: "SYN attack protection",
  ]

  /// Reasons that multicast and other hosts' packets meet all the time.
  public var isNoise: Bool { [204, 902, 1204, 1206].contains(rawValue) }

  /// A firewall, a filter or IPsec's policy decided it.
  public var isFilter: Bool { [8, 12, 909, 924, 1207].contains(rawValue) }

  public var name: String { Self.names[rawValue] ?? "reason \(rawValue)" }
}
