import Attribution
import CaptureReader
import Evidence
import PacketDecode
import RDPProtocol
import TCPStreams

/// Makes sessions with verdicts of a series' connections.
struct SessionBuilder {
  let collected: CaptureCollector.Collected
  /// The series' inputs, and their first one's index among all inputs.
  let inputs: [InputReport]
  let firstInput: Int
  let seams: [SeriesSeam]
  let options: AnalysisOptions

  func sessions() -> [SessionReport] {
    let chosen = collected.connections.indices.filter { isSession(collected.connections[$0]) }
    let neighbours = neighbours(of: chosen)
    let transports = TransportTies(sessions: chosen, of: collected.connections)
      .transports(from: collected.udp)
    return chosen.map { index in
      let (record, trace) = collected.connections[index]
      var surroundings = neighbours[index] ?? Surroundings()
      if let asked = collected.resolutions[record.server.address],
        asked.replies == 0 || asked.isSilent(since: record.sent.server.lastPacket)
      {
        surroundings.unansweredResolutions = asked.unanswered
        surroundings.resolutionFrame = asked.lastRequest
      }
      surroundings.udp = transports[index] ?? []
      let held = inputs(of: record)
      surroundings.interfaceDrops = held.reduce(0) { sum, input in
        (input.summary?.interfaces ?? []).reduce(sum) { $0.addingSaturating($1.lost) }
      }
      surroundings.snapped = held.contains { ($0.summary?.shortenedPackets ?? 0) > 0 }
      surroundings.captureCut = held.last?.summary.map { $0.ending != .complete } ?? false
      surroundings.captureGap = longestGap(in: record)
      let facts = SessionFacts(connection: record, trace: trace, surroundings: surroundings)
      return SessionReport(
        uid: SessionIdentifier.uid(of: record), facts: facts, verdict: Judge.verdict(for: facts),
        attempt: Attempt(group: 0, role: .single, ordinal: 1, size: 1))
    }
  }

  /// The inputs that the connection runs through.
  private func inputs(of record: ConnectionRecord) -> ArraySlice<InputReport> {
    let ends = (record.first.input - firstInput, record.last.input - firstInput)
    let (low, high) = (min(ends.0, ends.1), max(ends.0, ends.1))
    guard inputs.indices.contains(low), inputs.indices.contains(high) else { return [] }
    return inputs[low...high]
  }

  /// The longest time in which packets of the connection may be missing: a gap between its packets,
  /// or the one that the capture ends with for it.
  private func longestGap(in record: ConnectionRecord) -> TimeSpan? {
    seams.lazy.map(\.seam).filter { seam in
      seam.isGap && seam.before >= record.first.time && seam.before <= record.captureEnd
        && (seam.before < record.last.time || seam.before == record.captureEnd)
    }.map(\.length).max()
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
