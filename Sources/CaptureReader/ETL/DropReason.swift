/// Why Windows dropped a packet inside the host, as pktmon numbers it (PKTMON_DROP_REASON of the
/// driver kit; those that tell something about a TCP session).
public struct DropReason: RawRepresentable, Hashable, Sendable, Codable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  private static let names: [UInt32: String] = [
    0: "no reason given", 1: "invalid data", 2: "invalid packet", 3: "no resources left",
    4: "not ready", 5: "disconnected", 6: "not accepted", 7: "busy", 8: "filtered",
    9: "filtered by VLAN", 12: "security policy", 14: "QoS policy", 15: "IPsec offload",
    23: "larger than the MTU", 33: "network adapter disabled", 34: "packet filter",
    38: "low power", 201: "adapter paused", 202: "adapter reset", 203: "send aborted",
    204: "protocol not bound", 205: "adapter failure", 206: "wrong length",
    207: "host out of memory", 211: "CRC error", 217: "receive queue full",
    218: "physical layer error", 220: "adapter's firmware error", 221: "decryption failed",
    704: "broadcast blocked", 705: "blocked as not IP", 718: "switch port blocked",
    719: "network adapter suspended", 901: "bad source address", 902: "not a local address",
    903: "protocol unreachable", 904: "port unreachable", 905: "wrong length",
    906: "malformed header", 907: "no route", 908: "beyond the address's scope",
    909: "inspection (firewall)", 911: "administratively prohibited", 912: "wrong checksum",
    914: "hop limit exceeded", 915: "address unreachable",
    918: "no interface took it (arbitration unhandled)", 919: "taken by a filter (inspection)",
    920: "larger than the path's MTU, fragmentation forbidden", 922: "address resolution timed out",
    923: "address resolution failed", 924: "IPsec", 928: "routing failed", 931: "session state",
    945: "administratively configured", 949: "queue full", 950: "interface disabled",
    1200: "no source address", 1201: "multicast destination", 1202: "malformed header",
    1203: "wrong checksum", 1204: "no endpoint", 1205: "path of a connected socket",
    1206: "session state", 1207: "inspection (firewall)", 1208: "wrong acknowledgment",
    1209: "expected a SYN", 1210: "reset", 1211: "SYN while one was answered",
    1212: "both sides connect at once", 1213: "older than the timestamps allow (PAWS)",
    1214: "own address as source (land attack)", 1215: "reset that was missed",
    1216: "outside the window", 1217: "duplicate", 1218: "window closed",
    1219: "connection removed", 1220: "data after the program had closed (FIN-WAIT-2)",
    1221: "conflicting segments", 1222: "data behind a FIN", 1223: "wrong flags for a listener",
    1224: "connection not known", 1225: "reset outside the window in TIME-WAIT",
    1226: "SYN with other flags in TIME-WAIT", 1227: "TIME-WAIT", 1229: "accepting paused",
    1230: "SYN attack protection", 1231: "inspection of a new connection (firewall)",
    1232: "redirected when accepted", 1401: "IPsec: unknown SPI", 1404: "IPsec: replay",
    1406: "IPsec: integrity check failed", 1407: "IPsec: clear text refused",
    1408: "IPsec: authenticating firewall",
  ]

  /// Reasons that multicast and other hosts' packets meet all the time.
  public var isNoise: Bool { [204, 902, 1204, 1206].contains(rawValue) }

  /// A firewall, a filter or IPsec's policy decided it.
  public var isFilter: Bool { [8, 12, 909, 924, 1207].contains(rawValue) }

  /// Its number, where no document of Windows says what it means.
  public var name: String { Self.names[rawValue] ?? "reason \(rawValue), which is not documented" }
}
