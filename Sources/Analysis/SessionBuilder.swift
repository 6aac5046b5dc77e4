import Attribution
import CaptureReader
import Evidence
import PacketDecode
import RDPProtocol
import TCPStreams

/// Makes sessions with verdicts of one capture's connections.
struct SessionBuilder {
  let collected: CaptureCollector.Collected
  let input: InputReport
  let options: AnalysisOptions

  func sessions() -> [SessionReport] {
    let chosen = collected.connections.indices.filter { isSession(collected.connections[$0]) }
    let neighbours = neighbours(of: chosen)
    return chosen.map { index in
      let (record, trace) = collected.connections[index]
      var surroundings = neighbours[index] ?? Surroundings()
      if let asked = collected.resolutions[record.server.address], asked.replies == 0 {
        surroundings.unansweredResolutions = asked.unanswered
        surroundings.resolutionFrame = asked.lastRequest
      }
      surroundings.interfaceDrops = interfaceDrops
      surroundings.snapped = (input.summary?.shortenedPackets ?? 0) > 0
      if let ending = input.summary?.ending, ending != .complete { surroundings.captureCut = true }
      let facts = SessionFacts(connection: record, trace: trace, surroundings: surroundings)
      return SessionReport(
        uid: SessionIdentifier.uid(of: record), facts: facts, verdict: Judge.verdict(for: facts),
        attempt: Attempt(group: 0, role: .single, ordinal: 1, size: 1))
    }
  }

  /// Packets that the capture's interfaces lost, where its file says so.
  private var interfaceDrops: UInt64 {
    (input.summary?.interfaces ?? []).reduce(0) { $0.addingSaturating($1.lost) }
  }

  /// On the service port every connection counts; elsewhere those that spoke RDP, and on ports that
  /// RDP is often moved to also those that failed before they could.
  private func isSession(_ connection: (record: ConnectionRecord, trace: ProtocolTrace)) -> Bool {
    let (record, trace) = connection
    if trace.recognised { return true }
    let port = record.server.port
    if port == AnalysisOptions.standardPort || options.servicePorts.contains(port) { return true }
    guard AnalysisOptions.likelyPorts.contains(port) else { return false }
    if record.isMidStream { return trace.tls.midStream && record.orientation == .port }
    return record.handshake.synAck == nil && record.sent.server.dataPackets == 0
  }

  /// The connections of the same client to the same server before and after each one.
  private func neighbours(of chosen: [Int]) -> [Int: Surroundings] {
    struct Pair: Hashable {
      var client: IPAddress
      var server: Endpoint
    }
    var lanes: [Pair: [Int]] = [:]
    for index in chosen {
      let record = collected.connections[index].0
      lanes[Pair(client: record.client.address, server: record.server), default: []].append(index)
    }
    var result: [Int: Surroundings] = [:]
    for lane in lanes.values {
      for (place, index) in lane.enumerated() {
        result[index] = Surroundings(
          next: place + 1 < lane.count ? neighbour(lane[place + 1]) : nil,
          previous: place > 0 ? neighbour(lane[place - 1]) : nil)
      }
    }
    return result
  }

  private func neighbour(_ index: Int) -> Surroundings.Neighbour {
    let (record, trace) = collected.connections[index]
    let facts = SessionFacts(connection: record, trace: trace, surroundings: Surroundings())
    return Surroundings.Neighbour(
      start: record.first.time, end: record.last.time, phase: facts.phase,
      established: facts.isEstablished)
  }
}
