public import CaptureReader

/// Refused log-ons over the network of which nothing says that they were Remote Desktop's: file shares
/// and other services write the same records (Security 4625, type 3) as Network Level Authentication.
public struct NetworkLogons: Hashable, Sendable, Codable {
  public var count = 0
  /// How many client addresses there were, as far as they are counted.
  public var addresses: Set<String> = []
  public var first: Timestamp
  public var last: Timestamp

  /// Addresses beyond are not told apart.
  private static let mostAddresses = 4_096

  /// Inputs that have the records.
  public var inputs: Set<Int> = []

  init(empty time: Timestamp) {
    first = time
    last = time
  }

  mutating func add(_ event: LogEvent) {
    count += 1
    first = min(first, event.time)
    last = max(last, event.time)
    inputs.insert(event.reference.input)
    if let address = event.client?.address, addresses.count < Self.mostAddresses {
      addresses.insert(address)
    }
  }
}
