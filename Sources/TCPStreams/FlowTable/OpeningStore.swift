import CaptureReader
import PacketDecode

/// A connection of which no more is known than its opening exchange: its packets are kept as they
/// came, and the connection's full state is made of them when more comes.
///
/// A scan leaves millions of these; a full state takes fifty times the memory.
struct OpeningExchange: Sendable {
  let key: FlowKey
  /// Counts connections by their first packet.
  let ordinal: Int
  let clientIsLow: Bool
  let clientSequence: SequenceNumber
  var lastTime = Timestamp(nanoseconds: 0)
  /// Sequence number of the SYN-ACK.
  var serverSequence: SequenceNumber?
  var firstPacket: Int32 = -1
  var lastPacket: Int32 = -1
  var packetCount: UInt8 = 0
  var hasClientAcknowledgment = false
  var hasRequest = false
  var isReset = false
  /// Only the key is left: packets that still come are nobody's.
  var isFolded = false
  /// It became a connection with full state.
  var isGone = false
  /// It went on, and there was no room for a connection.
  var isUnfollowed = false
  /// Data of the packet that has any.
  var payload: [UInt8] = []

  /// Packets kept: three of the handshake, the request, its acknowledgement, the end.
  static let packetLimit = 8
  /// Longest request kept: a cookie or a routing token makes a hundred bytes or so.
  static let payloadLimit = 512

  var client: Endpoint { clientIsLow ? key.low : key.high }
  var server: Endpoint { clientIsLow ? key.high : key.low }

  /// Whether a packet belongs to an opening exchange of which nothing but order and times is to be
  /// told. What it is not sure of, the full state decides.
  func fits(_ segment: TCPSegment, isFromClient: Bool, capturedPayload: Int) -> Bool {
    guard packetCount < Self.packetLimit else { return false }
    if segment.flags.contains(.syn) {
      guard segment.payloadLength == 0 else { return false }
      if segment.flags.contains(.ack) {
        return !isFromClient && !hasClientAcknowledgment && !isReset
          && (serverSequence == nil || serverSequence == segment.sequence)
      }
      return isFromClient && segment.sequence == clientSequence
    }
    guard segment.payloadLength > 0 else { return true }
    return isFromClient && payload.isEmpty && capturedPayload <= Self.payloadLimit
  }

  /// Whether a SYN with another initial sequence number begins a new connection. A refused connect()
  /// tries again within a second or so; that is the same attempt going on.
  func isNoRetry(at time: Timestamp) -> Bool {
    !isReset || serverSequence != nil || time.since(lastTime) >= Self.retrySpan
  }

  static let retrySpan = TimeSpan.seconds(3)

  mutating func note(_ segment: TCPSegment, isFromClient: Bool) {
    if segment.flags.contains(.rst) { isReset = true }
    if segment.flags.isSuperset(of: [.syn, .ack]) {
      serverSequence = segment.sequence
    } else if isFromClient, segment.flags.contains(.ack), !segment.flags.contains(.rst) {
      hasClientAcknowledgment = true
    }
    if segment.payloadLength > 0 { hasRequest = true }
  }

  func count(in outcomes: inout OpeningOutcomes) {
    if isUnfollowed {
      outcomes.unfollowed += 1
    } else if hasRequest {
      outcomes.unansweredRequest += 1
    } else if hasClientAcknowledgment {
      outcomes.silent += 1
    } else if serverSequence != nil {
      outcomes.halfOpen += 1
    } else if isReset {
      outcomes.refused += 1
    } else {
      outcomes.unanswered += 1
    }
  }
}

/// Opening exchanges by number, oldest first; a number is used again only where it was given back.
///
/// In chunks, so that growing copies nothing and the oldest can be dropped together.
struct OpeningStore: Sendable {
  private var exchanges = ChunkedArray<OpeningExchange, 12>()
  /// Number of the first exchange still held.
  private(set) var first = 0
  var end: Int { exchanges.count }
  private var packets = ChunkedArray<OpeningPacket, 12>()
  private var freePacket: Int32 = -1
  private var freeNumbers: [Int] = []
  private var payloadBytes = 0
  /// Memory of a request beside its bytes.
  private static let payloadOverhead = 48

  /// Memory held, in bytes.
  var bytes: Int { exchanges.bytes + packets.bytes + payloadBytes }

  mutating func append(_ exchange: OpeningExchange) -> Int {
    if let number = freeNumbers.popLast() {
      self[number] = exchange
      return number
    }
    exchanges.append(exchange)
    return end - 1
  }

  /// The number must be one that is held.
  subscript(number: Int) -> OpeningExchange {
    @inline(__always) _read { yield exchanges[number] }
    @inline(__always) _modify { yield &exchanges[number] }
  }

  func key(of number: Int) -> FlowKey { exchanges[number].key }

  /// Gives the number of an exchange back that nobody asks for any more. Not for a store whose oldest
  /// ones are dropped.
  mutating func giveBack(_ number: Int) {
    freeNumbers.append(number)
  }

  mutating func keep(payload: [UInt8], of number: Int) {
    guard !payload.isEmpty else { return }
    payloadBytes += payload.count + Self.payloadOverhead
    self[number].payload = payload
  }

  mutating func add(_ packet: OpeningPacket, to number: Int) {
    let place = store(packet)
    let last = self[number].lastPacket
    if last >= 0 { link(last, to: place) } else { self[number].firstPacket = place }
    self[number].lastPacket = place
    self[number].packetCount += 1
  }

  /// The exchange's packets in order.
  func packets(of number: Int) -> [OpeningPacket] {
    var result: [OpeningPacket] = []
    result.reserveCapacity(Int(self[number].packetCount))
    var place = self[number].firstPacket
    while place >= 0 {
      let packet = packets[Int(place)]
      result.append(packet)
      place = packet.next
    }
    return result
  }

  /// Forgets an exchange's packets.
  mutating func releasePackets(of number: Int) {
    let last = self[number].lastPacket
    if last >= 0 {
      link(last, to: freePacket)
      freePacket = self[number].firstPacket
    }
    self[number].firstPacket = -1
    self[number].lastPacket = -1
    let payload = self[number].payload
    guard !payload.isEmpty else { return }
    payloadBytes -= payload.count + Self.payloadOverhead
    self[number].payload = []
  }

  /// Drops the oldest chunk; each of its exchanges is handed over first, for the last time.
  mutating func dropOldest(_ body: (Int, OpeningExchange) -> Void) {
    let next = min(end, exchanges.chunkEnd(of: first))
    for number in first..<next {
      body(number, self[number])
      releasePackets(of: number)
    }
    exchanges.release(before: next)
    first = next
  }

  private mutating func store(_ packet: OpeningPacket) -> Int32 {
    if freePacket >= 0 {
      let place = freePacket
      freePacket = packets[Int(place)].next
      packets[Int(place)] = packet
      return place
    }
    packets.append(packet)
    return Int32(truncatingIfNeeded: packets.count - 1)
  }

  private mutating func link(_ place: Int32, to next: Int32) {
    packets[Int(place)].next = next
  }
}
