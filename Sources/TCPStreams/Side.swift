/// The two ends of a session. The client opened the connection (TCP's originator).
public enum Side: String, Sendable, Hashable, Codable, CaseIterable {
  case client
  case server

  public var other: Side { self == .client ? .server : .client }
}

/// A value for each side of a connection.
public struct PerSide<Value> {
  public var client: Value
  public var server: Value

  public init(client: Value, server: Value) {
    self.client = client
    self.server = server
  }

  @inlinable
  public subscript(side: Side) -> Value {
    // Borrowed, not returned: a copy of a side's state would cost more than the packet.
    _read {
      if side == .client { yield client } else { yield server }
    }
    _modify {
      if side == .client { yield &client } else { yield &server }
    }
  }
}

extension PerSide: Sendable where Value: Sendable {}
extension PerSide: Equatable where Value: Equatable {}
extension PerSide: Hashable where Value: Hashable {}
