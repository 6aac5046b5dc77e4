import CaptureReader
import PacketDecode

/// Who was asked for on the local network (ARP, neighbour discovery) and whether an answer came.
struct ResolutionLog {
  struct Entry {
    var requests = 0
    var replies = 0
    var lastRequest: ItemReference?
    /// Requests since the last reply.
    var unanswered = 0

    /// It was asked for after its last packet, and has not answered since.
    func isSilent(since last: ItemReference?) -> Bool {
      guard unanswered > 0, let lastRequest else { return false }
      return last.map { lastRequest.time > $0.time } ?? true
    }
  }

  /// Addresses remembered: a scan of a /20 does not matter, a flood does.
  static let limit = 4096

  private var entries: [IPAddress: Entry] = [:]

  mutating func note(_ resolution: AddressResolution, frame: ItemReference) {
    let address = resolution.isReply ? resolution.sender : resolution.target
    guard entries[address] != nil || entries.count < Self.limit else { return }
    var entry = entries[address] ?? Entry()
    if resolution.isReply {
      entry.replies += 1
      entry.unanswered = 0
    } else {
      entry.requests += 1
      entry.unanswered += 1
      entry.lastRequest = frame
    }
    entries[address] = entry
  }

  subscript(address: IPAddress) -> Entry? { entries[address] }
}

/// Connections by the port they were opened to.
struct PortTally {
  private var counts: [UInt16: Int] = [:]
  private(set) var total = 0
  /// Different ports.
  var ports: Int { counts.count }

  mutating func count(_ port: UInt16) {
    counts[port, default: 0] += 1
    total += 1
  }

  static func += (sum: inout Self, other: Self) {
    sum.counts.merge(other.counts) { $0 + $1 }
    sum.total += other.total
  }

  func top(_ count: Int) -> [CaptureContents.PortCount] {
    counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(count)
      .map { CaptureContents.PortCount(port: $0.key, connections: $0.value) }
  }
}
