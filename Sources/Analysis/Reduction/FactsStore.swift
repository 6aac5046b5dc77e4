public import Correlation
public import Evidence
public import RDPProtocol

/// Where the facts of a run lie that are too many to be held at once.
///
/// Sessions are counted in the order of their series, and within a series in the order of their first
/// packets.
public protocol FactsStore: AnyObject {
  var count: Int { get }
  /// All outlines, in order, without holding any.
  func forEachOutline(_ body: (SessionOutline) throws -> Void) throws
  /// UDP transports that no session has yet.
  func transports() throws -> [UDPTransport]
  /// Facts of these sessions are asked for next, in this order: a store may read several at a time.
  func expect(_ sessions: [Int])
  /// A session's facts with its segments, its references counted over all inputs of the run.
  func facts(of session: Int) throws -> SessionFacts
}

extension FactsStore {
  public func expect(_ sessions: [Int]) {}
}
