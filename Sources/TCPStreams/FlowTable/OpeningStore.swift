import CaptureReader
import PacketDecode

/// Opening exchanges by number, oldest first, with their packets; a number is used again only where it
/// was given back.
///
/// In chunks, so that growing copies nothing, and chunks of which none is held any more can go.
struct OpeningStore: Sendable {
  private var exchanges = ChunkedArray<OpeningExchange, 12>()
  var end: Int { exchanges.count }
  private var packets = ChunkedArray<OpeningPacket, 12>()
  private var freePacket: Int32 = -1
  private var payloads: [[UInt8]] = []
  private var freePayloads: [Int32] = []
  private var freeNumbers: [Int] = []
  private var payloadBytes = 0
  /// Exchanges that are held, of each chunk.
  private var held: [Int32] = []
  /// Number of the first exchange that may be held.
  private var first = 0
  /// Memory of a request beside its bytes.
  private static let payloadOverhead = 48

  /// Memory held, in bytes.
  var bytes: Int { exchanges.bytes + packets.bytes + payloadBytes }

  mutating func append(_ exchange: OpeningExchange) -> Int {
    if let number = freeNumbers.popLast() {
      self[number] = exchange
      return number
    }
    let number = end
    exchanges.append(exchange)
    let chunk = Self.chunk(of: number)
    if chunk == held.count { held.append(0) }
    held[chunk] &+= 1
    return number
  }

  private static func chunk(of number: Int) -> Int { number &>> 12 }

  /// The number must be one that is held.
  subscript(number: Int) -> OpeningExchange {
    @inline(__always) _read { yield exchanges[number] }
    @inline(__always) _modify { yield &exchanges[number] }
  }

  @inline(__always)
  func key(of number: Int) -> FlowKey { exchanges[number].key }

  /// Gives the number of an exchange back that nobody asks for any more. Not for a store of which some
  /// leave.
  mutating func giveBack(_ number: Int) {
    self[number].isGone = true
    freeNumbers.append(number)
  }

  /// The exchange is no longer held, nor asked for: its chunk goes with the last one.
  mutating func leave(_ number: Int) {
    self[number].isGone = true
    let chunk = Self.chunk(of: number)
    held[chunk] &-= 1
    if held[chunk] == 0, end >= exchanges.chunkEnd(of: number) { exchanges.release(chunk: chunk) }
  }

  /// Keeps a packet of an exchange, which the caller puts back.
  @inline(__always)
  mutating func add(
    _ packet: OpeningPacket, _ payload: RawSpan, to exchange: inout OpeningExchange
  ) {
    var packet = packet
    packet.previous = exchange.lastPacket
    if packet.hasPayload, payload.byteCount > 0 {
      packet.payload = keep(payload)
      exchange.hasPayload = true
    }
    exchange.lastPacket = store(packet)
    exchange.packetCount &+= 1
  }

  /// When the newest packet of an exchange came that has packets.
  func lastTime(of exchange: OpeningExchange) -> Timestamp {
    packets[Int(exchange.lastPacket)].time
  }

  /// An exchange's packets in order, and the bytes of the one that has any.
  func packets(of number: Int) -> (packets: [OpeningPacket], payload: [UInt8]) {
    var result: [OpeningPacket] = []
    var payload: [UInt8] = []
    result.reserveCapacity(Int(self[number].packetCount))
    var place = self[number].lastPacket
    while place >= 0 {
      let packet = packets[Int(place)]
      if packet.payload >= 0 { payload = payloads[Int(packet.payload)] }
      result.append(packet)
      place = packet.previous
    }
    result.reverse()
    return (result, payload)
  }

  /// Forgets an exchange's packets.
  mutating func releasePackets(of number: Int) {
    let last = self[number].lastPacket
    guard last >= 0 else { return }
    self[number].lastPacket = -1
    var place = last
    while true {
      let packet = packets[Int(place)]
      if packet.payload >= 0 { forget(payload: packet.payload) }
      guard packet.previous >= 0 else { break }
      place = packet.previous
    }
    packets[Int(place)].previous = freePacket
    freePacket = last
  }

  /// Lets the oldest chunk go; each of its exchanges that is held is handed over first, for the last
  /// time.
  mutating func dropOldest(_ body: (Int, OpeningExchange) -> Void) {
    while first < end, held[Self.chunk(of: first)] == 0 {
      first = min(end, exchanges.chunkEnd(of: first))
    }
    guard first < end else { return }
    let next = min(end, exchanges.chunkEnd(of: first))
    var left = held[Self.chunk(of: first)]
    for number in first..<next where left > 0 && !self[number].isGone {
      body(number, self[number])
      releasePackets(of: number)
      leave(number)
      left &-= 1
    }
    first = next
  }

  /// Hands over the exchanges that are held, oldest first.
  func forEach(_ body: (Int, OpeningExchange) -> Void) {
    for chunk in held.indices where held[chunk] > 0 {
      for number in chunk << 12..<min(end, (chunk + 1) << 12) where !self[number].isGone {
        body(number, self[number])
      }
    }
  }

  private mutating func store(_ packet: OpeningPacket) -> Int32 {
    if freePacket >= 0 {
      let place = freePacket
      freePacket = packets[Int(place)].previous
      packets[Int(place)] = packet
      return place
    }
    packets.append(packet)
    return Int32(truncatingIfNeeded: packets.count - 1)
  }

  private mutating func keep(_ payload: RawSpan) -> Int32 {
    payloadBytes += payload.byteCount + Self.payloadOverhead
    let bytes = payload.copied()
    if let place = freePayloads.popLast() {
      payloads[Int(place)] = bytes
      return place
    }
    payloads.append(bytes)
    return Int32(truncatingIfNeeded: payloads.count - 1)
  }

  private mutating func forget(payload place: Int32) {
    payloadBytes -= payloads[Int(place)].count + Self.payloadOverhead
    payloads[Int(place)] = []
    freePayloads.append(place)
  }
}
