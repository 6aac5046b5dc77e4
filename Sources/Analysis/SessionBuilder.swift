import Attribution
import CaptureReader
import Evidence
import PacketDecode
import RDPProtocol
import TCPStreams

/// Makes sessions with verdicts of a series' connections.
struct SessionBuilder {
  let collected: CaptureCollector.Collected
  let options: AnalysisOptions
  private let quality: SeriesQuality

  init(
    collected: CaptureCollector.Collected, inputs: [InputReport], firstInput: Int,
    seams: [SeriesSeam], options: AnalysisOptions
  ) {
    self.collected = collected
    self.options = options
    quality = SeriesQuality(inputs, firstInput: firstInput, seams: seams)
  }

  func sessions() -> [SessionReport] {
    let chosen = collected.connections.indices.filter { isSession(collected.connections[$0]) }
    let neighbours = neighbours(of: chosen)
    let transports = TransportTies(sessions: chosen, of: collected.connections)
      .transports(from: collected.udp)
    return zip(chosen, neighbours).map { index, neighbours in
      var facts = collected.connections[index]
      facts.surroundings = surroundings(
        of: facts.connection, among: neighbours, udp: transports[index])
      let session = SessionFacts(facts)
      return SessionReport(
        uid: SessionIdentifier.uid(of: facts.connection), facts: session,
        verdict: Judge.verdict(for: session),
        attempt: Attempt(group: 0, role: .single, ordinal: 1, size: 1))
    }
  }

  private func surroundings(
    of record: ConnectionRecord, among neighbours: Neighbours, udp: [UDPTransport]?
  ) -> Surroundings {
    var surroundings = Surroundings(next: neighbours.next, previous: neighbours.previous)
    if let asked = collected.resolutions[record.server.address],
      asked.replies == 0 || asked.isSilent(since: record.sent.server.lastPacket)
    {
      surroundings.unansweredResolutions = asked.unanswered
      surroundings.resolutionFrame = asked.lastRequest
    }
    surroundings.udp = udp ?? []
    let held = quality.inputs(of: record)
    surroundings.interfaceDrops = quality.lost(in: held)
    surroundings.snapped = quality.isShortened(in: held)
    surroundings.captureCut = quality.isCut(at: held)
    surroundings.captureGap = quality.longestGap(in: record)
    return surroundings
  }

  /// On the service port every connection counts; elsewhere those that spoke RDP, and on ports that
  /// RDP is often moved to also those that failed before they could.
  private func isSession(_ facts: WireFacts) -> Bool {
    if facts.isRecognised { return true }
    let port = facts.connection.server.port
    if options.resources.ports.isService(port) { return true }
    guard options.resources.ports.isLikely(port) else { return false }
    if facts.connection.isMidStream {
      return facts.trace.tls.midStream && facts.connection.orientation == .port
    }
    return facts.connection.handshake.synAck == nil && facts.server.dataPackets == 0
  }

  private struct Neighbours {
    var next: Surroundings.Neighbour?
    var previous: Surroundings.Neighbour?
  }

  /// The connections of the same client to the same server before and after each one, in the order
  /// of `chosen`.
  private func neighbours(of chosen: [Int]) -> [Neighbours] {
    struct Pair: Hashable {
      var client: IPAddress
      var server: Endpoint
    }
    var result = Array(repeating: Neighbours(), count: chosen.count)
    // The last one so far of each pair, by its place among the chosen.
    var latest: [Pair: Int] = [:]
    for (place, index) in chosen.enumerated() {
      let facts = collected.connections[index]
      let pair = Pair(
        client: facts.connection.client.address, server: facts.connection.server)
      if let before = latest.updateValue(place, forKey: pair) {
        result[before].next = neighbour(index)
        result[place].previous = neighbour(chosen[before])
      }
    }
    return result
  }

  private func neighbour(_ index: Int) -> Surroundings.Neighbour {
    let facts = collected.connections[index]
    return Surroundings.Neighbour(
      start: facts.connection.first.time, end: facts.connection.last.time, phase: facts.phase,
      established: facts.isEstablished)
  }
}
