import PacketDecode

/// TCP conversations that had begun before the capture and are not followed, so that a port that nobody
/// named can be: at most so many are told apart, in as many segments.
struct MidStreamTally {
  /// Conversations told apart.
  private static let mostConversations = 64
  /// Segments looked at: the others cost nothing.
  private static let mostSegments = 4_096

  private struct Ends: Hashable {
    var low: Endpoint
    var high: Endpoint
  }

  /// Whether the capture has the conversation's start.
  private var conversations: [Ends: Bool] = [:]
  private var looked = 0

  var isOpen: Bool { looked < Self.mostSegments }

  mutating func note(_ segment: TCPSegment, _ network: NetworkHeader) {
    looked += 1
    let source = Endpoint(address: network.source, port: segment.sourcePort)
    let destination = Endpoint(address: network.destination, port: segment.destinationPort)
    // The server's port is the lower one, but for a few.
    let ends =
      source.port <= destination.port
      ? Ends(low: source, high: destination) : Ends(low: destination, high: source)
    if conversations[ends] == nil, conversations.count < Self.mostConversations {
      conversations[ends] = segment.flags.contains(.syn)
    }
  }

  /// Conversations without a start, by the port that is probably the server's.
  mutating func take() -> PortTally {
    defer { self = MidStreamTally() }
    var ports = PortTally()
    for (ends, hasStart) in conversations where !hasStart { ports.count(ends.low.port) }
    return ports
  }
}
