import CaptureReader

/// The rules of segment classification, in one place, with their source.
enum HealthThresholds {
  /// A hole filled within this time (or a round trip, if longer) is reordering, not
  /// loss (tcp-health §1.5; Wireshark uses the same 3 ms without a handshake).
  static let reorderingWindow = TimeSpan.milliseconds(3)
  /// Round trips of one path differ by an eighth of them without any queue.
  static let roundTripSlack: Int64 = 8
  /// Duplicate acknowledgements that trigger fast retransmission (RFC 5681 §3.2).
  static let duplicateAckThreshold = 3
  /// Needed retransmissions that make a burst, and the longest pause inside one (tcp-health §1).
  static let burstSegments = 3
  static let burstPause = TimeSpan.seconds(1)
  /// Shortest time without progress that is an outage, and how often the head must have been sent.
  static let outageLength = TimeSpan.seconds(1)
  static let outageAttempts = 3
  /// No single loss takes so long: the first repeats follow within a second or two.
  static let longOutage = TimeSpan.seconds(3)
  /// A RST's sender that sends on later than this has not sent the RST: in-flight packets that
  /// were reordered around it come sooner.
  static let resetReorder = TimeSpan.milliseconds(1)
  /// What a side sends later than this (or three round trips) after a RST to it was not on its way.
  static let resetAnswer = TimeSpan.milliseconds(200)
  static let longResetAnswer = TimeSpan.seconds(2)
  /// Objects kept per connection and direction.
  static let keptOutages = 16
  static let keptBursts = 16
  static let keptResets = 8
  static let keptICMPErrors = 4
  /// Holes followed at once per direction; the oldest is given up beyond it.
  static let keptHoles = 64
  /// Repeats that can still turn out not to have been needed.
  static let keptRepeats = 8
  /// Pauses kept of the segment that is repeated: a SYN of Linux has ten, fifteen repeats of data
  /// last a quarter of an hour.
  static let keptPauses = 16
  /// Repeats that follow each other sooner are pieces of one (a timeout takes 20 ms and more).
  static let shortestPause = TimeSpan.milliseconds(5)
}
