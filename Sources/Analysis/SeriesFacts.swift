import CaptureReader
import Correlation
import Evidence
import PacketDecode
import RDPProtocol
import TCPStreams

/// Makes facts of sessions of a series' connections.
struct SeriesFacts {
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

  func observation(inputs: [InputReport]) -> Observation {
    var sessions = collected.connections.filter(isSession).map { facts in
      var facts = facts
      facts.surroundings = surroundings(of: facts.connection)
      return SessionFacts(facts)
    }
    let others = TransportTies.tie(
      collected.udp, to: &sessions, order: Array(sessions.indices))
    return Observation(inputs: inputs, sessions: sessions, transports: others)
  }

  /// What the capture itself tells of the session's surroundings.
  private func surroundings(of record: ConnectionRecord) -> Surroundings {
    var surroundings = Surroundings()
    if let asked = collected.resolutions[record.server.address],
      asked.replies == 0 || asked.isSilent(since: record.sent.server.lastPacket)
    {
      surroundings.unansweredResolutions = asked.unanswered
      surroundings.resolutionFrame = asked.lastRequest
    }
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
}
