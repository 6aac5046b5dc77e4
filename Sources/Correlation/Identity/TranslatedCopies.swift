import CaptureReader
import Evidence
import PacketDecode
import TCPStreams

/// One connection that one capture holds twice, on both sides of an address translation: the same numbers
/// and lengths within milliseconds, under other addresses.
///
/// A router that is captured on all its interfaces shows every session so. Sequence numbers are 32 bits each
/// way, so a few segments that agree in both are no chance.
struct TranslatedCopies {
  /// Segments that both must hold.
  private static let shared = 3
  /// Two interfaces of one host see a packet within this time.
  private static let together = TimeSpan.milliseconds(20)
  /// Segments of each side by which others are found.
  private static let keys = 2

  private struct Key: Hashable {
    var sequence: UInt32
    var acknowledgment: UInt32
    var length: Int
    var isServer: Bool

    init(_ packet: TailPacket) {
      sequence = packet.sequence.rawValue
      acknowledgment = packet.acknowledgment.rawValue
      length = packet.length
      isServer = packet.side == .server
    }
  }

  /// Sets of the sessions that are one, the one that holds most first.
  let sets: [[Int]]

  init(_ sessions: [SessionFacts]) {
    guard sessions.count > 1 else {
      sets = []
      return
    }
    // Few segments of most captures have numbers that another connection has: only those are looked up.
    let shared = SharedPlaces(sessions)
    guard shared.isAny else {
      sets = []
      return
    }
    var table: [Key: [Int]] = [:]
    for index in sessions.indices {
      Self.forEachKey(of: sessions[index].wire) { packet in
        if shared.contains(packet) { table[Key(packet), default: []].append(index) }
      }
    }
    var parents = Array(sessions.indices)
    var joined: Set<Int> = []
    func root(_ place: Int) -> Int {
      var place = place
      while parents[place] != place { place = parents[place] }
      return place
    }
    for index in sessions.indices where shared.isSearching[index] {
      for packet in Self.tail(of: sessions[index].wire) where Self.counts(packet) {
        guard shared.contains(packet), let others = table[Key(packet)] else { continue }
        for other in others.prefix(Self.tried)
        where other != index && root(other) != root(index)
          && Self.areOne(sessions[index].wire, sessions[other].wire)
        {
          let (one, two) = (root(index), root(other))
          parents[max(one, two)] = min(one, two)
          joined.formUnion([index, other])
        }
      }
    }
    var found: [Int: [Int]] = [:]
    for index in joined.sorted() { found[root(index), default: []].append(index) }
    sets = found.values.filter { $0.count > 1 }.map { members in
      members.sorted { Self.isFuller(sessions[$0], than: sessions[$1], $0 < $1) }
    }.sorted { ($0.min() ?? 0) < ($1.min() ?? 0) }
  }

  /// Connections with one key that are compared.
  private static let tried = 8

  /// Where segments of different sessions may have the same numbers: hashes tell all others apart.
  private struct SharedPlaces {
    private static let many = UInt32.max
    /// Places for each session, of which it takes four.
    private static let roomy = 32
    /// Places that a key may take, one behind the other. One that finds none counts as shared: a sender can
    /// choose numbers that crowd together.
    private static let tried = 4
    /// By place: the session whose key lies there counted from 1, 0 without one, or that there are several;
    /// and another hash of that key.
    private var owners: [(session: UInt32, mark: UInt32)]
    private let bits: UInt32
    /// Places that a segment of another session asks for than the one whose key lies there.
    private var wanted: [Bool]
    private(set) var isAny = false
    /// Whether a session has such a segment.
    private(set) var isSearching: [Bool]

    init(_ sessions: [SessionFacts]) {
      let size = min(1 << 21, max(1 << 8, sessions.count * Self.roomy))
      bits = UInt32(Int.bitWidth - (size - 1).leadingZeroBitCount)
      owners = Array(repeating: (0, 0), count: 1 << bits)
      isSearching = Array(repeating: false, count: sessions.count)
      wanted = Array(repeating: false, count: 1 << bits)
      // By index: an element of a loop is a copy of the whole session.
      for index in sessions.indices {
        let number = UInt32(truncatingIfNeeded: index + 1)
        forEachKey(of: sessions[index].wire) { packet in
          guard let place = place(of: packet) else { return }
          let owner = owners[place].session
          owners[place] = (owner == 0 || owner == number ? number : Self.many, mark(of: packet))
        }
      }
      for index in sessions.indices {
        guard let wire = sessions[index].wire else { continue }
        search(wire.connection.tail.span, of: index)
      }
    }

    /// Asks for the segments of one session: nearly each is at a place that nobody owns.
    private mutating func search(_ packets: Span<TailPacket>, of index: Int) {
      let number = UInt32(truncatingIfNeeded: index + 1)
      for position in packets.indices {
        let packet = packets[position]
        guard counts(packet) else { continue }
        let start = firstPlace(of: packet)
        if owners[start].session == 0 { continue }
        if let place = place(of: packet, from: start) {
          guard owners[place].session != 0, owners[place].session != number else { continue }
          wanted[place] = true
        }
        isSearching[index] = true
        isAny = true
      }
    }

    func contains(_ packet: TailPacket) -> Bool { place(of: packet).map { wanted[$0] } ?? true }

    private func place(of packet: TailPacket) -> Int? {
      place(of: packet, from: firstPlace(of: packet))
    }

    @inline(__always)
    private func firstPlace(of packet: TailPacket) -> Int {
      let mixed =
        (packet.sequence.rawValue ^ packet.acknowledgment.rawValue &* 0x9E37_79B1) &* 0x85EB_CA6B
      return Int(mixed >> (32 - bits))
    }

    /// Where the segment's key lies, or where there is room for it.
    private func place(of packet: TailPacket, from start: Int) -> Int? {
      let mark = mark(of: packet)
      var place = start
      for _ in 0..<Self.tried {
        if owners[place].session == 0 || owners[place].mark == mark { return place }
        place = (place &+ 1) & (owners.count &- 1)
      }
      return nil
    }

    private func mark(of packet: TailPacket) -> UInt32 {
      packet.sequence.rawValue &* 0xC2B2_AE35 ^ packet.acknowledgment.rawValue
    }
  }

  /// The last segments of each side, by which other sessions are found.
  private static func forEachKey(of wire: WireFacts?, _ body: (TailPacket) -> Void) {
    var left = PerSide(client: keys, server: keys)
    for packet in tail(of: wire).reversed() where counts(packet) && left[packet.side] > 0 {
      left[packet.side] -= 1
      body(packet)
      if left.client == 0, left.server == 0 { return }
    }
  }

  private static func tail(of wire: WireFacts?) -> [TailPacket] { wire?.connection.tail ?? [] }

  private static func counts(_ packet: TailPacket) -> Bool {
    packet.length > 1 && !packet.isRepeat
  }

  private static func segments(of wire: WireFacts?) -> [TailPacket] {
    tail(of: wire).filter(counts)
  }

  private static func areOne(_ one: WireFacts?, _ other: WireFacts?) -> Bool {
    guard let first = one?.connection, let second = other?.connection,
      first.client != second.client || first.server != second.server
    else { return false }
    let (ours, theirs) = (segments(of: one), segments(of: other))
    let known = Dictionary(
      ours.map { (Key($0), $0.frame.time) }, uniquingKeysWith: { $1 })
    let hits = theirs.count { packet in
      known[Key(packet)].map { time in
        let pause = packet.frame.time.since(time)
        return pause <= together && .zero - pause <= together
      } ?? false
    }
    // What leaves under a new port after a translation has lost its table is answered by a RST at once.
    let isRest = first.isMidStream != second.isMidStream
    return hits >= (isRest ? min(shared, ours.count, theirs.count) : shared)
  }

  /// It holds more of the connection, or as much and the client's packets come first there: their own side of
  /// the translation.
  private static func isFuller(
    _ one: SessionFacts, than other: SessionFacts, _ isEarlier: Bool
  ) -> Bool {
    guard let first = one.wire, let second = other.wire else { return isEarlier }
    let packets = (
      first.client.packets + first.server.packets, second.client.packets + second.server.packets
    )
    if packets.0 != packets.1 { return packets.0 > packets.1 }
    guard let asked = first.client.firstData, let other = second.client.firstData else {
      return isEarlier
    }
    return asked < other
  }
}
