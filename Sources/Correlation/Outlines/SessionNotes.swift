public import Evidence
public import RDPProtocol

/// What a comparison adds to the facts of one session.
public struct SessionNotes: Sendable {
  /// UDP transports of other captures.
  public var transports: [UDPTransport] = []
  var next: Surroundings.Neighbour?
  var previous: Change<Surroundings.Neighbour?>?
  var fallback: Change<Surroundings.Neighbour?>?
  var bystanders: Bystanders?
  var repeatedEnd: RepeatedEnd?

  public init() {}

  /// A value to be set, which may be that there is none.
  struct Change<Value: Sendable>: Sendable { var value: Value }

  private var changesSurroundings: Bool {
    next != nil || previous != nil || fallback != nil || bystanders != nil
      || repeatedEnd != nil
  }

  /// Writes all of it into the session's facts.
  public func apply(to facts: inout SessionFacts) {
    if !transports.isEmpty { facts.wire?.surroundings.udp += transports }
    guard changesSurroundings else { return }
    facts.changeSurroundings { surroundings in
      if let next { surroundings.next = next }
      if let previous { surroundings.previous = previous.value }
      if let fallback { surroundings.fallback = fallback.value }
      if let bystanders { surroundings.bystanders = bystanders }
      if let repeatedEnd { surroundings.repeatedEnd = repeatedEnd }
    }
  }
}
