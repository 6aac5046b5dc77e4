import CaptureReader

/// The two ends of a session. The client opened the connection (TCP's originator).
public enum Side: String, Sendable, Hashable, Codable, CaseIterable {
  case client
  case server

  public static let allCases: [Side] = [.client, .server]

  public var other: Side { self == .client ? .server : .client }
}

/// A value for each side of a connection.
///
/// Reading by side returns a copy: state that is touched for each packet is borrowed by the names of
/// its halves instead.
public struct PerSide<Value> {
  public var client: Value
  public var server: Value

  public init(client: Value, server: Value) {
    self.client = client
    self.server = server
  }

  @inlinable
  public subscript(side: Side) -> Value {
    get { side == .client ? client : server }
    _modify {
      if side == .client { yield &client } else { yield &server }
    }
  }
}

extension PerSide: Sendable where Value: Sendable {}
extension PerSide: Equatable where Value: Equatable {}
extension PerSide: Hashable where Value: Hashable {}

private enum SideKeys: String, CodingKey { case client, server }

/// Sessions have dozens of them, and a container for each costs more than what is in it.
extension PerSide: Encodable where Value: Encodable {
  public func encode(to encoder: any Encoder) throws {
    if let encoder = encoder as? BinaryEncoder {
      try encoder.write(client)
      return try encoder.write(server)
    }
    var sides = encoder.container(keyedBy: SideKeys.self)
    try sides.encode(client, forKey: .client)
    try sides.encode(server, forKey: .server)
  }
}

extension PerSide: Decodable where Value: Decodable {
  public init(from decoder: any Decoder) throws {
    if let decoder = decoder as? BinaryDecoder {
      client = try decoder.read(Value.self)
      server = try decoder.read(Value.self)
      return
    }
    let sides = try decoder.container(keyedBy: SideKeys.self)
    client = try sides.decode(Value.self, forKey: .client)
    server = try sides.decode(Value.self, forKey: .server)
  }
}
