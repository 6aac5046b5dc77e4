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
  private let firstInput: Int
  private let hostDrops: HostDropLog

  init(
    collected: CaptureCollector.Collected, inputs: [InputReport], firstInput: Int,
    seams: [SeriesSeam], options: AnalysisOptions, hostDrops: HostDropLog = HostDropLog()
  ) {
    self.collected = collected
    self.hostDrops = hostDrops
    self.options = options
    self.firstInput = firstInput
    quality = SeriesQuality(inputs, firstInput: firstInput, seams: seams)
  }

  /// - Parameter sessions: in the order of first packets.
  func observation(of sessions: consuming [SessionFacts], inputs: [InputReport]) -> Observation {
    var inputs = inputs
    // In place, so that nothing is held twice.
    var kept = 0
    for place in sessions.indices {
      var isKept = false
      sessions[place].changeWires { facts in
        isKept = isSession(facts)
        if isKept {
          // What is not changed meanwhile is not copied.
          let seen = facts
          facts.surroundings = surroundings(of: seen.connection)
        } else {
          note(facts.connection, in: &inputs)
        }
      }
      guard isKept else { continue }
      if kept < place { sessions.swapAt(kept, place) }
      kept += 1
    }
    sessions.removeLast(sessions.count - kept)
    sessions = SeriesJoin.joined(consume sessions)
    let others = TransportTies.tie(
      collected.udp, to: &sessions, order: Array(sessions.indices))
    return Observation(inputs: inputs, sessions: sessions, transports: others)
  }

  /// A connection that was followed for its port, had begun before and shows no RDP: a user may know
  /// better.
  private func note(_ connection: ConnectionRecord, in inputs: inout [InputReport]) {
    let place = connection.first.input - firstInput
    guard connection.isMidStream, inputs.indices.contains(place) else { return }
    inputs[place].contents.noteMidStream(port: connection.server.port)
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
    surroundings.pingReply = collected.pings.reply(
      of: record.server.address, from: record.first.time)
    if let asked = collected.kerberos[record.client.address] {
      surroundings.unansweredKerberos = asked.unanswered
      surroundings.kerberosFrame = asked.lastRequest
    }
    let held = quality.inputs(of: record)
    surroundings.interfaceDrops = quality.lost(in: held)
    surroundings.snapped = quality.isShortened(in: held)
    surroundings.captureCut = quality.isCut(at: held)
    surroundings.hostDrops = hostDrops.drops(of: record)
    surroundings.captureGap = quality.longestGap(in: record)
    return surroundings
  }

  /// On the service port every connection counts; elsewhere those that spoke RDP, and on ports that
  /// RDP is often moved to also those that failed before they could.
  private func isSession(_ facts: WireFacts) -> Bool {
    if facts.isRecognised { return true }
    let port = facts.connection.server.port
    if options.resources.ports.isService(port) { return true }
    // A port that RDP is often moved to says little by itself: a probe of it is none of RDP's.
    return options.resources.ports.isLikely(port) && isAwaited(facts)
  }

  /// Ports that somebody asks for who is not scanning.
  private static let fewPorts = 3

  /// A client asked again and again for what did not answer, or was refused where nobody scans.
  private func isAwaited(_ facts: WireFacts) -> Bool {
    let handshake = facts.connection.handshake
    if handshake.synCount > 0, handshake.synAck == nil, !facts.server.resets.isEmpty,
      facts.server.dataPackets == 0, facts.client.dataPackets == 0
    {
      return collected.tallies.reduce(0) { $0 + $1.openings.ports } <= Self.fewPorts
    }
    guard handshake.synCount > 1, facts.server.packets == 0, facts.client.dataPackets == 0,
      let first = handshake.syn, let last = handshake.lastSyn
    else { return false }
    return last.time.since(first.time) >= .seconds(1)
  }
}
