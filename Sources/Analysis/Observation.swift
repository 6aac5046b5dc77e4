public import CaptureReader
public import Evidence
public import RDPProtocol

/// What one series of captures shows, before it is compared with others or judged.
///
/// Observing is a map over series: it needs nothing but its own captures, so any number of processes can
/// do it, and `Reduction` takes what they found in any grouping.
public struct Observation: Sendable {
  /// In the order in which they were read.
  public var inputs: [InputReport] = []
  /// In order of their first packets.
  public var sessions: [SessionFacts] = []
  /// UDP transports of no session of this series.
  public var transports: [UDPTransport] = []

  /// The user's names of the points of capture, by the first input of each capture.
  public var points: [Int: String] = [:]

  public init() {}

  init(inputs: [InputReport], sessions: [SessionFacts], transports: [UDPTransport]) {
    self.inputs = inputs
    self.sessions = sessions
    self.transports = transports
  }

  /// - Parameters:
  ///   - firstInput: what references count the series' inputs from.
  ///   - opener: opens the captures; it can watch the reading, and it keeps archives open.
  public static func facts(
    of series: CaptureSeries, firstInput: Int = 0, options: AnalysisOptions,
    opener: SourceOpener? = nil
  ) -> Observation {
    SeriesAnalysis(series: series, firstInput: firstInput, options: options, opener: opener).run()
  }

  /// What logs tell: those of one host are to be read together, since they tell one story.
  ///
  /// - Parameters:
  ///   - firstInput: what references count the inputs from.
  ///   - reference: a time near the logs', for stamps without a date: the first packet of captures beside
  ///     them. When the file was last written stands for it where this is nil.
  public static func facts(
    ofLogs logs: [CaptureSource], firstInput: Int = 0, reference: Timestamp? = nil,
    options: AnalysisOptions, opener: SourceOpener? = nil
  ) -> Observation {
    LogObservation(
      sources: logs, firstInput: firstInput, reference: reference, options: options, opener: opener
    ).run()
  }

  /// Takes in what was seen in another series, whose inputs are counted after this one's.
  public static func += (all: inout Observation, other: Observation) {
    all.inputs += other.inputs
    all.sessions += other.sessions
    all.transports += other.transports
    all.points.merge(other.points) { first, _ in first }
  }
}
