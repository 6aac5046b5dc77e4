import PacketDecode

/// Openings that are over and counted, by number, oldest first: no more than what tells their packets
/// from those of a new connection, in 16 bytes.
struct FoldedOpenings: Sendable {
  private struct Entry: Sendable {
    let client: UInt32
    let server: UInt32
    /// The client's before the server's.
    let ports: UInt32
    let clientSequence: UInt32
  }

  private var entries = ChunkedArray<Entry, 12>()
  /// Number of the first that is held.
  private var first = 0
  private var end: Int { entries.count }
  private static let limit = 1 << 30 - 1

  /// Memory held, in bytes.
  var bytes: Int { entries.bytes }

  /// Nil for what is not of IPv4 alone, and where there are too many.
  mutating func append(_ exchange: OpeningExchange) -> Int? {
    let (client, server) = (exchange.client, exchange.server)
    guard client.address.isV4, server.address.isV4, exchange.key.tunnel == 0, end < Self.limit
    else { return nil }
    entries.append(
      Entry(
        client: UInt32(truncatingIfNeeded: client.address.low),
        server: UInt32(truncatingIfNeeded: server.address.low),
        ports: UInt32(client.port) << 16 | UInt32(server.port),
        clientSequence: exchange.clientSequence.rawValue))
    return end - 1
  }

  func key(of number: Int) -> FlowKey {
    let entry = entries[number]
    return FlowKey(
      source: Self.client(entry),
      destination: Endpoint(
        address: IPAddress(v4: entry.server), port: UInt16(truncatingIfNeeded: entry.ports)),
      tunnel: 0)
  }

  /// Whether a SYN is the one that began the opening.
  func isFirst(_ sequence: SequenceNumber, from source: Endpoint, of number: Int) -> Bool {
    let entry = entries[number]
    return Self.client(entry) == source && entry.clientSequence == sequence.rawValue
  }

  private static func client(_ entry: Entry) -> Endpoint {
    Endpoint(
      address: IPAddress(v4: entry.client), port: UInt16(truncatingIfNeeded: entry.ports >> 16))
  }

  /// Drops the oldest chunk; the keys of its openings are handed over first.
  mutating func dropOldest(_ body: (Int, FlowKey) -> Void) {
    let next = min(end, entries.chunkEnd(of: first))
    for number in first..<next { body(number, key(of: number)) }
    entries.release(before: next)
    first = next
  }
}
