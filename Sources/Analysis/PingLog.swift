import CaptureReader
import PacketDecode

/// Which hosts answered a ping, and when.
struct PingLog {
  /// Hosts remembered, and replies of each: the first ones, one in a second, then the last.
  static let hosts = 1_024
  static let replies = 64

  private var entries: [IPAddress: [ItemReference]] = [:]

  mutating func note(from host: IPAddress, _ frame: ItemReference) {
    guard var known = entries[host] else {
      if entries.count < Self.hosts { entries[host] = [frame] }
      return
    }
    if known.count >= Self.replies {
      known[known.count - 1] = frame
    } else if let last = known.last, frame.time.since(last.time) >= .seconds(1) {
      known.append(frame)
    } else {
      return
    }
    entries[host] = known
  }

  /// The first reply of a host from a time on.
  func reply(of host: IPAddress, from time: Timestamp) -> ItemReference? {
    entries[host]?.first { $0.time >= time }
  }
}
