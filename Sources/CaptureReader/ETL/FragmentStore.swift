/// Packets that are logged in several events, by the thread that logs them (up to Windows 8; later
/// builds log one event a packet).
struct FragmentStore {
  struct Place: Hashable {
    var process: UInt32
    var thread: UInt32
  }

  /// Threads that log at the same time; more are hostile.
  private static let limit = 64
  private var pending: [Place: [UInt8]] = [:]

  /// A whole packet follows: what its thread had begun is left.
  mutating func forget(_ place: Place) {
    if !pending.isEmpty { pending[place] = nil }
  }

  /// - Returns: the packet, where this piece completes it.
  mutating func add(
    _ bytes: [UInt8], at place: Place, starts: Bool, ends: Bool, limit: Int
  ) -> [UInt8]? {
    if starts { pending[place] = nil }
    guard let before = pending[place] else {
      // A piece that says neither, with nothing before it, is a packet by itself.
      if ends || !starts { return bytes }
      if pending.count < Self.limit { pending[place] = bytes }
      return nil
    }
    let whole = before + bytes.prefix(max(0, limit - before.count))
    pending[place] = ends ? nil : whole
    return ends ? whole : nil
  }
}
