public import CaptureReader
public import Evidence
public import PacketDecode
public import RDPProtocol
import TCPStreams

/// The small part of a session's facts that comparisons between sessions read: a few hundred bytes.
///
/// Outlines of all sessions of a fleet fit into memory where their facts do not.
public struct SessionOutline: Sendable, Codable {
  public var client: Endpoint?
  public var server: Endpoint?
  public var start: Timestamp
  public var end: Timestamp
  /// When its client was heard last.
  public var clientEnd: Timestamp
  public var phase: Phase
  public var endedAsIntended: Bool
  /// It ended as intended, runs on, or was given up by its own client.
  public var isUntroubled: Bool
  public var wasSentOn: Bool
  public var wasLost: Bool
  /// When a lost session was lost.
  public var lossTime: Timestamp
  /// Nil where only logs saw it.
  public var wire: Wire?
  /// Where it is one of a relay's two connections.
  public var relay: RelayHalf?

  /// What the deciding capture shows.
  public struct Wire: Sendable, Codable {
    public var tunnel: UInt64
    public var client: Endpoint
    public var server: Endpoint
    public var first: Timestamp
    public var last: Timestamp
    /// Its first goodbye, else its last packet.
    public var end: Timestamp
    public var goodbye: Timestamp?
    public var phase: Phase
    public var isEstablished: Bool
    /// The server refused the protocols that were asked for.
    public var isRefused: Bool
    /// The client asked with a token that a broker gave out.
    public var hasRoutingToken: Bool
    public var previous: Surroundings.Neighbour?
    public var fallback: Surroundings.Neighbour?
    /// First packet, where it is one of a relay's two connections.
    public var firstItem: ItemReference?
    public var credsspStage: CredSSPStage
    /// How long after the last message before it the client left.
    public var clientsPause: TimeSpan?
    /// UDP transports that it has already.
    public var transports: Int
    /// Hashes of the cookies that it handed out for UDP transports.
    public var cookies: [[UInt8]]
    public var trail: Trail?

    var neighbour: Surroundings.Neighbour {
      Surroundings.Neighbour(start: first, end: last, phase: phase, established: isEstablished)
    }
  }

  /// What finds the same connection in other captures.
  public struct Trail: Sendable, Codable {
    /// Number of the first input of the series that saw it.
    public var series: Int
    /// Segments kept.
    public var segments: Int
    /// Equal ones of two series may be one connection.
    public var keys: [UInt64]

    public init(series: Int, segments: Int, keys: [UInt64]) {
      self.series = series
      self.segments = segments
      self.keys = keys
    }
  }
}

extension SessionOutline {
  public init(_ facts: SessionFacts) {
    let wire = facts.wire
    let phase = facts.phase
    let (isIntended, isLost) = (facts.endedAsIntended, facts.wasLost)
    self.init(
      client: facts.identity.client, server: facts.identity.server, start: facts.identity.start,
      end: facts.identity.end, clientEnd: facts.clientEnd, phase: phase,
      endedAsIntended: isIntended,
      isUntroubled: isIntended || facts.runsOn || facts.wasGivenUp, wasSentOn: facts.wasSentOn,
      wasLost: isLost, lossTime: isLost ? facts.lossTime : facts.identity.end,
      wire: wire.map { Wire($0, of: facts) }, relay: facts.relay)
  }

  var pair: HostPair? {
    guard let client, let server else { return nil }
    return HostPair(client: client.address, server: server.address, port: server.port)
  }
}

extension SessionOutline.Wire {
  fileprivate init(_ wire: WireFacts, of facts: SessionFacts) {
    var isRefused = false
    if case .failure? = wire.trace.confirm?.value { isRefused = true }
    self.init(
      tunnel: wire.connection.tunnel, client: wire.connection.client,
      server: wire.connection.server,
      first: wire.connection.first.time, last: wire.connection.last.time, end: wire.endTime,
      goodbye: wire.connection.firstGoodbye?.frame.time, phase: wire.phase,
      isEstablished: wire.isEstablished, isRefused: isRefused,
      hasRoutingToken: wire.trace.request?.value.routingToken != nil,
      previous: wire.surroundings.previous, fallback: wire.surroundings.fallback,
      firstItem: facts.relay == nil ? nil : wire.connection.first, credsspStage: wire.credssp.stage,
      clientsPause: wire.clientsPause, transports: wire.surroundings.udp.count,
      cookies: wire.trace.mcs.details.multitransport.map(\.cookieHash),
      trail: wire.connection.trail.map { trail in
        SessionOutline.Trail(
          series: trail.series, segments: trail.segments.count,
          keys: Sighting(facts).map { ConnectionKey.keys(of: $0).map(\.number) } ?? [])
      })
  }
}

/// Keys are stored as text: they go beyond what JSON's numbers hold exactly.
extension SessionOutline.Trail {
  private enum CodingKeys: String, CodingKey { case series, segments, keys }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    let keys = try fields.decode([String].self, forKey: .keys).compactMap { UInt64($0, radix: 36) }
    let series = try ItemReference.moved(fields.decode(Int.self, forKey: .series), in: decoder)
    self.init(
      series: series, segments: max(0, try fields.decode(Int.self, forKey: .segments)), keys: keys)
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(keys.map { String($0, radix: 36) }, forKey: .keys)
    try fields.encode(series, forKey: .series)
    try fields.encode(segments, forKey: .segments)
  }
}
