import CaptureReader
import TCPStreams

extension WireFacts {
  /// RDP is younger than this: 1 January 1998.
  private static let firstRDP = Timestamp(nanoseconds: 883_612_800_000_000_000)
  private static let step = TimeSpan.seconds(1)

  /// The capture's clock was not set back while the connection lived: pauses mean something.
  var hasSteadyClock: Bool { connection.largestBackwardStep < Self.step }

  /// The capture's clock can be right: dates can be compared with it.
  var hasPossibleClock: Bool { connection.first.time >= Self.firstRDP && hasSteadyClock }
}
