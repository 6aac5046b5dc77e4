public import CaptureReader
public import LogReader
public import RDPProtocol

/// What one log, or several logs of one host, show of one session.
public struct LogFacts: Sendable, Hashable, Codable {
  public var session: LogSession

  public init(_ session: LogSession) { self.session = session }

  /// First record that belongs to the session.
  public var first: ItemReference? { session.events.first?.reference }

  /// How far the session came, as the log tells.
  public var phase: Phase { Phase(rawValue: session.phase.rawValue) ?? .tcp }

  /// The session had come up, and the log says that the user ended it.
  public var endedAsIntended: Bool {
    phase == .active
      && session.events.contains { $0.kind == .userClosed || $0.kind == .sessionLoggedOff }
  }

  /// Where the log stood.
  public var point: Witness.Point {
    switch session.point {
    case .client: .client
    case .server, .host: .server
    case .gateway: .gateway
    case .between: .between
    }
  }
}
