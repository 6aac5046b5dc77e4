import CaptureReader
import PacketDecode

/// Tells a second capture of the same packet from a second packet.
///
/// SPAN ports in both directions, the `any` device and pktmon's components show one packet several
/// times, microseconds apart; a routed copy differs in hop limit, VLAN and link addresses. A
/// retransmission differs in its IPv4 identification, or (where that is not counted up, and in
/// IPv6) in its timestamp option, or comes at least half a round trip later
/// (RFC 6864; recordings that hold every frame twice have the copies within 7 µs).
struct CopyFilter: Sendable {
  /// How a copy shows.
  enum Copy: Sendable {
    case identical
    /// Another hop limit, link address or VLAN: the other side of a router or switch.
    case routed
    /// The file says that it is the same packet (pcapng `epb_packetid`).
    case samePacketID
  }

  /// Longest time between two captures of one packet that carries an identification, or that was
  /// captured in two places: its sender's own repeats take the same way with the same hop limit.
  static let window = TimeSpan.milliseconds(2)
  /// The same where only position and content can be compared.
  static let narrowWindow = TimeSpan(nanoseconds: 200_000)
  /// Longest time between two captures that carry the same packet identifier: a packet can wait in
  /// a host's queues.
  static let identifiedWindow = TimeSpan.seconds(1)

  /// Longest time between two captures in places that the hop limit tells apart, such as both ends of
  /// a path: its sender's own repeats have another identification or timestamp, or the hop limit of
  /// the first place.
  static let pathWindow = TimeSpan.seconds(10)

  /// A segment seen: 16 bytes, since one is written for each packet.
  private struct Entry: Sendable {
    /// 48 bits of what two captures of it have in common; the rest is where it was captured: hop
    /// limit, and the link layer in eight bits, 0 where it is not known.
    var mark: UInt64
    var time: Int64

    static let none = Entry(0, at: 0, Timestamp(nanoseconds: .min))

    @inline(__always)
    init(_ fingerprint: UInt64, at place: UInt16, _ time: Timestamp) {
      mark = fingerprint & ~0xFFFF | UInt64(place)
      self.time = time.nanoseconds
    }

    var place: UInt16 { UInt16(truncatingIfNeeded: mark) }
    func isCopy(of fingerprint: UInt64) -> Bool { (mark ^ fingerprint) >> 16 == 0 }

    /// Of a place with another hop limit, within the time that a path takes.
    func isSeen(at place: UInt16, _ time: Timestamp) -> Bool {
      self.place >> 8 != place >> 8
        && time.nanoseconds.subtractingSaturating(self.time).magnitude
          <= UInt64(CopyFilter.pathWindow.nanoseconds)
    }
  }

  private var recent: InlineArray<8, Entry> = InlineArray(repeating: .none)
  private var next = 0
  /// More of them, where a connection is captured in two places that are far apart; else empty.
  private var distant: [Entry] = []
  private var isNarrowed = false
  /// This side's segments were found twice.
  private(set) var hasCopies = false

  /// Segments remembered between two places, and how many places of the table each may take.
  private static let distantCount = 2_048
  private static let distantProbes = 4

  /// The connection is captured in two places, far apart.
  var isWide: Bool { !distant.isEmpty }
  var memory: Int { distant.count &* MemoryLayout<Entry>.stride }

  /// Remembers more from now on: packets with another hop limit come, which are no copies of the last
  /// few.
  mutating func widen() {
    guard distant.isEmpty, !isNarrowed else { return }
    distant = Array(repeating: .none, count: Self.distantCount)
    for index in 0..<8 where recent[index].time != .min { keep(recent[index]) }
  }

  /// Gives the memory back for good.
  mutating func narrow() {
    guard isWide else { return }
    distant = []
    isNarrowed = true
  }

  /// How the segment is a copy of one before, or nil; then it is remembered.
  ///
  /// - Parameter expectsCopies: the connection's packets were found twice before.
  mutating func copy(
    _ segment: TCPSegment, network: NetworkHeader, at time: Timestamp, expectsCopies: Bool = false
  ) -> Copy? {
    let copy = find(segment, network: network, at: time, expectsCopies: expectsCopies || hasCopies)
    if copy != nil { hasCopies = true }
    return copy
  }

  private mutating func find(
    _ segment: TCPSegment, network: NetworkHeader, at time: Timestamp, expectsCopies: Bool
  ) -> Copy? {
    let identified = network.identification.map { $0 != 0 } ?? false
    let place = Self.place(of: network)
    if network.packetID != 0 {
      let fingerprint = Self.fingerprint(of: segment, packetID: network.packetID)
      for index in 0..<8 where recent[index].isCopy(of: fingerprint) {
        if age(of: index, at: time) <= UInt64(Self.identifiedWindow.nanoseconds) {
          return .samePacketID
        }
      }
      remember(fingerprint, place, time)
      // Another identifier is another packet, unless the IP header says that it is the same.
      if !identified { return nil }
    }
    let fingerprint = Self.fingerprint(of: segment, network: network)
    // Duplicate acknowledgements are equal too, but for their identification.
    let isTold =
      identified || segment.payloadLength > 0
      || !segment.flags.isDisjoint(with: [.syn, .fin, .rst])
    // Two RSTs of a connection are equal but for their identification, whoever made them, and a host
    // answers each late segment with one: a copy only where other packets came twice as well.
    let isAnyones =
      !identified && segment.flags.contains(.rst) && segment.payloadLength == 0 && !expectsCopies
    for index in 0..<8 where recent[index].isCopy(of: fingerprint) {
      if isAnyones, !isWide { continue }
      if isTold || isWide, recent[index].isSeen(at: place, time) {
        if age(of: index, at: time) > UInt64(Self.window.nanoseconds) { widen() }
        return .routed
      }
      if !isTold, !expectsCopies { continue }
      let isElsewhere = Self.differ(recent[index].place, place)
      let limit = identified || isElsewhere ? Self.window : Self.narrowWindow
      if age(of: index, at: time) <= UInt64(limit.nanoseconds) {
        return isElsewhere ? .routed : .identical
      }
    }
    if isWide, isKept(fingerprint, place, time) { return .routed }
    remember(fingerprint, place, time)
    return nil
  }

  private func isKept(_ fingerprint: UInt64, _ place: UInt16, _ time: Timestamp) -> Bool {
    let start = Int(truncatingIfNeeded: fingerprint >> 32)
    return (0..<Self.distantProbes).contains { probe in
      let entry = distant[(start &+ probe) & (Self.distantCount - 1)]
      return entry.isCopy(of: fingerprint) && entry.isSeen(at: place, time)
    }
  }

  /// Takes the place of the oldest where its places are taken.
  private mutating func keep(_ entry: Entry) {
    let start = Int(truncatingIfNeeded: entry.mark >> 32)
    var oldest = start & (Self.distantCount - 1)
    for probe in 1..<Self.distantProbes {
      let place = (start &+ probe) & (Self.distantCount - 1)
      if distant[place].time < distant[oldest].time { oldest = place }
    }
    distant[oldest] = entry
  }

  /// Captures of several queues or interfaces can be out of order.
  private func age(of index: Int, at time: Timestamp) -> UInt64 {
    time.nanoseconds.subtractingSaturating(recent[index].time).magnitude
  }

  /// Remembers a segment that cannot be a copy: it carries what was not seen before. Not for
  /// connections that are captured in two places.
  @inline(__always)
  mutating func remember(_ segment: TCPSegment, network: NetworkHeader, at time: Timestamp) {
    add(
      Entry(
        Self.fingerprint(of: segment, network: network), at: Self.place(of: network), time))
  }

  private mutating func remember(_ fingerprint: UInt64, _ place: UInt16, _ time: Timestamp) {
    let entry = Entry(fingerprint, at: place, time)
    if isWide { keep(entry) }
    add(entry)
  }

  @inline(__always)
  private mutating func add(_ entry: Entry) {
    recent[next] = entry
    next = (next &+ 1) & 7
  }

  /// What two captures of one packet have in common, in one number.
  @inline(__always)
  private static func fingerprint(of segment: TCPSegment, network: NetworkHeader) -> UInt64 {
    let header =
      UInt64(segment.checksum) << 48 | UInt64(segment.window) << 32
      | UInt64(network.identification ?? 0) << 16 | UInt64(segment.flags.rawValue)
    return folded(position(of: segment) ^ keys.0, header ^ keys.1) ^ content(of: segment)
  }

  /// The same by packet identifier: the checksum is made between a host's components, and one
  /// identifier can stand for the segments of one send.
  private static func fingerprint(of segment: TCPSegment, packetID: UInt64) -> UInt64 {
    let header = UInt64(segment.window) << 32 | UInt64(segment.flags.rawValue)
    let sending = folded(position(of: segment) ^ keys.0, header ^ keys.1)
    return folded(sending ^ keys.2, packetID ^ keys.3) ^ content(of: segment)
  }

  private static func position(of segment: TCPSegment) -> UInt64 {
    UInt64(segment.sequence.rawValue) << 32 | UInt64(segment.acknowledgment.rawValue)
  }

  private static func content(of segment: TCPSegment) -> UInt64 {
    let content =
      UInt64(truncatingIfNeeded: segment.payloadLength) << 32
      | UInt64(segment.options.timestamps?.value ?? 0)
    return folded(content ^ keys.2, keys.3)
  }

  @inline(__always)
  private static func place(of network: NetworkHeader) -> UInt16 {
    let isLinkKnown = network.linkSource | network.linkDestination | UInt64(network.vlan) != 0
    let link = folded(
      network.linkSource ^ UInt64(network.vlan) << 48 ^ keys.0, network.linkDestination ^ keys.1)
    return UInt16(network.ttl) << 8 | (isLinkKnown ? max(1, UInt16(link & 0xFF)) : 0)
  }

  private static func differ(_ one: UInt16, _ other: UInt16) -> Bool {
    if one >> 8 != other >> 8 { return true }
    return one & 0xFF != other & 0xFF && one & 0xFF != 0 && other & 0xFF != 0
  }

  /// Both halves of the product (as wyhash does): every bit of both numbers reaches the result.
  @inline(__always)
  private static func folded(_ one: UInt64, _ other: UInt64) -> UInt64 {
    let product = one.multipliedFullWidth(by: other)
    return product.high ^ product.low
  }

  /// Any odd numbers with as many ones as zeros; wyhash's.
  private static var keys: (UInt64, UInt64, UInt64, UInt64) {
    (
      0xA076_1D64_78BD_642F, 0xE703_7ED1_A0B4_28DB, 0x8EBC_6AF0_9C88_C6E3, 0x5899_65CC_7537_4CC3
    )
  }
}
