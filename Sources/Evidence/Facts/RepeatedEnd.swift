public import CaptureReader
import RDPProtocol
import TCPStreams

/// Several attempts of one client at one server that it left at the same stage after the same pause.
public struct RepeatedEnd: Sendable, Hashable, Codable {
  /// This one among them.
  public var attempts: Int
  /// From the last message before the client left to its leaving.
  public var shortest: TimeSpan
  public var longest: TimeSpan

  public init(attempts: Int, shortest: TimeSpan, longest: TimeSpan) {
    self.attempts = attempts
    self.shortest = shortest
    self.longest = longest
  }

  /// A pause below is no person's.
  public static let haste = Thresholds.fasterThanPeople
  /// Timers keep their time as closely as this; people who wait do not.
  public static let accuracy = Thresholds.timerAccuracy
}

extension WireFacts {
  /// How long after the last message before it the client left; nil where it did not leave first.
  public var clientsPause: TimeSpan? {
    if credssp.expected, let left = credssp.clientLeft, let last = credssp.messages.last {
      let pause = left.time.since(last.frame.time) - (connection.handshake.clientRoundTrip ?? .zero)
      return max(.zero, pause)
    }
    guard let goodbye, goodbye.side == .client else { return nil }
    let end = min(closingRecord(of: .client)?.frame ?? goodbye.frame, goodbye.frame)
    let record = trace.tls.lastRecords.last { $0.frame < end }?.frame
    guard let last = record ?? lastData(before: end), last.time <= end.time else { return nil }
    return end.time.since(last.time)
  }

  /// Of either side, where its last is before `end`.
  private func lastData(before end: ItemReference) -> ItemReference? {
    let asked = client.lastData.flatMap { $0 < end ? $0 : nil }
    let answered = server.lastData.flatMap { $0 < end ? $0 : nil }
    guard let asked, let answered else { return asked ?? answered }
    return max(asked, answered)
  }
}
