/// How connections ended that never got beyond their opening, where they are counted only.
public struct OpeningOutcomes: Sendable, Hashable {
  /// SYN and nothing else.
  public var unanswered = 0
  /// The SYN was answered with a RST, or an ICMP error.
  public var refused = 0
  /// The SYN-ACK was never acknowledged, or with a RST (a SYN scan).
  public var halfOpen = 0
  /// Established, and the client said nothing.
  public var silent = 0
  /// The client's first request had no answer but an acknowledgement, a FIN or a RST.
  public var unansweredRequest = 0
  /// They went on, and there was no room to follow them.
  public var unfollowed = 0
  /// A reset was all that was seen of them.
  public var resetOnly = 0
  /// Dropped to stay within the memory budget before they were over; counted above as they stood.
  public var evicted = 0

  public init() {}

  public var total: Int {
    unanswered + refused + halfOpen + silent + unansweredRequest + unfollowed + resetOnly
  }
}
