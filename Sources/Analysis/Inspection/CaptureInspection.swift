import Attribution
public import CaptureReader
import Evidence
import LogReader
import PacketDecode
import RDPProtocol
public import TCPStreams

/// What one capture is, what it holds of RDP, and whether a verdict can rest on it.
public struct CaptureInspection: Sendable {
  public var input: InputReport
  public var sessions: SessionTally
  public var fitness: CaptureFitness
  /// Where the input is a log.
  public var log: LogInspection?

  /// Reads the whole capture: what is missing from it shows only beside what is there.
  ///
  /// - Parameter opener: opens the capture; it can watch the reading.
  public init(_ source: CaptureSource, options: AnalysisOptions, opener: SourceOpener? = nil) {
    let report = CaptureAnalyzer.analyze(
      [CaptureSeries(source)], options: options, opener: opener)
    let input =
      report.inputs.first
      ?? InputReport(
        name: source.name, summary: nil, failure: CaptureError(file: source.name, code: .empty),
        notes: [], contents: CaptureContents())
    let log =
      input.kind == .log
      ? try? LogFile.read(
        source,
        options: LogOptions(zone: options.logZone, reference: LogObservation.modified(source)),
        limits: options.resources.limits, opener: opener) : nil
    var inspected = log.map { LogInspection($0) }
    inspected?.notes += input.notes.filter { $0.code == LogObservation.leftOutCode }.map(\.message)
    self.init(input: input, sessions: SessionTally(report.sessions), log: inspected)
  }

  init(input: InputReport, sessions: SessionTally, log: LogInspection? = nil) {
    self.input = input
    self.sessions = sessions
    self.log = log
    fitness =
      log.map { CaptureFitness($0, sessions: sessions.count) }
      ?? CaptureFitness(input: input, sessions: sessions)
  }
}

/// The sessions of a capture in numbers, as far as they tell of the capture itself.
public struct SessionTally: Sendable, Hashable {
  public var count = 0
  /// Sessions that were seen to speak RDP; the others are on its port.
  public var recognised = 0
  /// Server ports by number of sessions, most first; at most eight.
  public var ports: [CaptureContents.PortCount] = []
  /// The capture began after them.
  public var withoutStart = 0
  /// They go on where the capture ends.
  public var withoutEnd = 0
  public var oneSided = 0
  /// Sessions with acknowledged bytes that the capture lacks.
  public var lossy = 0
  /// Bytes that were acknowledged but not captured, and all bytes of the streams.
  public var missedBytes = 0
  public var streamBytes = 0
  public var copies = 0
  /// Sessions with segments larger than the receiver takes: cut up, or put together, by a network
  /// card beyond the capture point.
  public var offloaded = 0
  /// Sessions by where their packets were probably captured.
  public var capturePoints: [CapturePoint: Int] = [:]
  /// Sessions whose secrets were there, so that their records could be read.
  public var decrypted = 0

  public init() {}

  init(_ sessions: [SessionReport]) {
    count = sessions.count
    var ports: [UInt16: Int] = [:]
    for session in sessions {
      guard let wire = session.wire else { continue }
      let connection = wire.connection
      ports[connection.server.port, default: 0] += 1
      capturePoints[connection.capturePoint, default: 0] += 1
      if wire.isRecognised { recognised += 1 }
      if wire.trace.decrypted != nil { decrypted += 1 }
      if connection.isMidStream { withoutStart += 1 }
      if connection.lacksOneDirection { oneSided += 1 }
      if session.verdict.endedBy == .nobody { withoutEnd += 1 }
      if connection.hasOversizedSegments { offloaded += 1 }
      copies = copies.addingSaturating(connection.copies)
      let missed = connection.sent.client.missedBytes
        .addingSaturating(connection.sent.server.missedBytes)
      // Where one direction is absent, all of it is missing: that is said once.
      if missed > 0, !connection.isOneSided {
        lossy += 1
        missedBytes = missedBytes.addingSaturating(missed)
      }
      streamBytes = streamBytes.addingSaturating(connection.sent.client.uniqueBytes)
        .addingSaturating(connection.sent.server.uniqueBytes)
    }
    self.ports = ports.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(8)
      .map { CaptureContents.PortCount(port: $0.key, connections: $0.value) }
  }
}
