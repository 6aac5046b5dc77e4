public import CaptureReader
public import TCPStreams

/// Packets of one direction that the capturing host dropped inside its stack for one reason (pktmon).
public struct HostDrops: Sendable, Hashable, Codable {
  /// Who sent them.
  public var sender: Side
  /// Windows' number of the reason.
  public var code: UInt32
  public var reason: String
  /// The part of Windows' stack that dropped them, where the trace names it.
  public var place: String?
  public var count: Int
  public var first: Timestamp
  public var last: Timestamp
  /// A firewall, a filter or IPsec's policy decided it.
  public var isFilter: Bool

  public init(
    sender: Side, code: UInt32, reason: String, place: String? = nil, count: Int,
    first: Timestamp, last: Timestamp, isFilter: Bool
  ) {
    self.sender = sender
    self.code = code
    self.reason = reason
    self.place = place
    self.count = count
    self.first = first
    self.last = last
    self.isFilter = isFilter
  }
}
