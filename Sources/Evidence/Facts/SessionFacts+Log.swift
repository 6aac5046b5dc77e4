import CaptureReader
import LogReader
import PacketDecode

extension SessionFacts {
  /// A session that a log tells.
  public init(_ log: LogFacts) {
    let session = log.session
    let inputs = session.inputs
    let first = inputs.first ?? 0
    self.init(
      identity: SessionIdentity(
        client: Self.endpoint(session.client), server: Self.endpoint(session.server),
        user: session.user, clientName: session.clientHost, serverName: session.serverName,
        start: session.first, end: session.last),
      witnesses: [
        Witness(
          inputs: first...max(first, inputs.last ?? first), point: log.point,
          observation: .log(log))
      ])
  }

  /// Nil where the log has no numerical address; port 0 stands for one that it does not have.
  private static func endpoint(_ found: LogEndpoint?) -> Endpoint? {
    guard let found, let address = IPAddress(found.address), address != IPAddress("0.0.0.0"),
      address != IPAddress("::")
    else { return nil }
    return Endpoint(address: address, port: found.port.flatMap { UInt16(exactly: $0) } ?? 0)
  }

  /// What the first log shows.
  public var log: LogFacts? { logs.first }

  /// Takes in another witness of the same session; a log's events are put on this session's times.
  ///
  /// - Parameter clock: of the other's witnesses, against this session's times.
  public mutating func join(_ other: SessionFacts, clock: ClockOffset?) {
    for witness in other.witnesses {
      var witness = witness
      if let clock, witness.clock == nil { witness.adopt(clock) }
      add(witness)
    }
    identity.user = identity.user ?? other.identity.user
    identity.clientName = identity.clientName ?? other.identity.clientName
    identity.serverName = identity.serverName ?? other.identity.serverName
    identity.client = identity.client ?? other.identity.client
    identity.server = identity.server ?? other.identity.server
  }
}

extension Witness {
  fileprivate mutating func adopt(_ offset: ClockOffset) {
    clock = offset
    guard let log else { return }
    observation = .log(LogFacts(log.session.shifted(by: offset.offset + offset.zone)))
  }
}
