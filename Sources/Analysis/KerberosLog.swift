import CaptureReader
import PacketDecode

/// Who asked a Kerberos server and whether anything came back (RFC 4120 §7.2: port 88, UDP and TCP).
struct KerberosLog {
  static let port: UInt16 = 88
  /// Clients remembered.
  static let limit = 4096

  struct Entry {
    /// Requests since the last answer, repeats included.
    var unanswered = 0
    var lastRequest: ItemReference?
  }

  private var entries: [IPAddress: Entry] = [:]

  /// Notes a datagram, or a segment that opens a connection.
  mutating func note(
    from source: UInt16, to destination: UInt16, _ network: NetworkHeader, _ frame: ItemReference
  ) {
    if destination == Self.port {
      guard entries[network.source] != nil || entries.count < Self.limit else { return }
      entries[network.source, default: Entry()].unanswered += 1
      entries[network.source]?.lastRequest = frame
    } else if source == Self.port {
      entries[network.destination]?.unanswered = 0
    }
  }

  subscript(address: IPAddress) -> Entry? { entries[address] }
}
