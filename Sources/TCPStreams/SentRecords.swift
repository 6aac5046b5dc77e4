/// What each side of a connection sent.
///
/// Records of directions take more than half a kilobyte and are read field by field in many places: each lies
/// where all copies share it, and a change makes a new one.
public struct SentRecords: Sendable {
  @usableFromInline
  final class Direction: Sendable {
    @usableFromInline let record: DirectionRecord

    @usableFromInline
    init(_ record: DirectionRecord) { self.record = record }
  }

  @usableFromInline var first: Direction
  @usableFromInline var second: Direction

  public init(client: DirectionRecord, server: DirectionRecord) {
    first = Direction(client)
    second = Direction(server)
  }

  @inlinable
  public var client: DirectionRecord {
    _read { yield first.record }
    set { first = Direction(newValue) }
  }

  @inlinable
  public var server: DirectionRecord {
    _read { yield second.record }
    set { second = Direction(newValue) }
  }

  /// Without a copy of the record: only the reference to it is chosen.
  @inlinable
  public subscript(side: Side) -> DirectionRecord {
    _read {
      let chosen = side == .client ? first : second
      yield chosen.record
    }
    set {
      if side == .client { client = newValue } else { server = newValue }
    }
  }
}

extension SentRecords: Codable {
  private enum CodingKeys: String, CodingKey { case client, server }

  public init(from decoder: any Decoder) throws {
    let sides = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      client: try sides.decode(DirectionRecord.self, forKey: .client),
      server: try sides.decode(DirectionRecord.self, forKey: .server))
  }

  public func encode(to encoder: any Encoder) throws {
    var sides = encoder.container(keyedBy: CodingKeys.self)
    try sides.encode(client, forKey: .client)
    try sides.encode(server, forKey: .server)
  }
}
