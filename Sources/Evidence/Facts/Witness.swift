public import CaptureReader
import LogReader
import TCPStreams

/// One source that saw a session, with what it saw.
public struct Witness: Sendable {
  /// What was observed, by the kind of source.
  public enum Observation: Sendable {
    case capture(WireFacts)
    /// Elsewhere in memory: most witnesses are captures, and go through many hands.
    indirect case log(LogFacts)
  }

  /// Where the source stands.
  public enum Point: String, Sendable, Hashable, Codable, CaseIterable {
    case client, server, between, gateway
  }

  /// Indices of the inputs that hold what it saw: those of a capture series, or a log.
  public var inputs: ClosedRange<Int>
  /// Nil where it is not known.
  public var point: Point?
  /// Nil where its clock is the session's, or cannot be compared with it.
  public var clock: ClockOffset?
  public var observation: Observation

  public init(
    inputs: ClosedRange<Int>, point: Point? = nil, clock: ClockOffset? = nil,
    observation: Observation
  ) {
    self.inputs = inputs
    self.point = point
    self.clock = clock
    self.observation = observation
  }

  public init(_ wire: WireFacts) {
    let (first, last) = (wire.connection.first.input, wire.connection.last.input)
    let point: Point? =
      switch wire.connection.capturePoint {
      case .client: .client
      case .server: .server
      case .middle: .between
      case .unknown: nil
      }
    self.init(
      inputs: min(first, last)...max(first, last), point: point, observation: .capture(wire))
  }

  public var kind: InputKind {
    switch observation {
    case .capture: .capture
    case .log: .log
    }
  }

  @inlinable
  var wire: WireFacts? {
    if case .capture(let facts) = observation { facts } else { nil }
  }

  public var log: LogFacts? {
    if case .log(let facts) = observation { facts } else { nil }
  }

  /// The inputs that hold what it saw, each by its index.
  public var allInputs: [Int] { log?.session.inputs ?? Array(inputs) }
}

/// How far a witness's clock is ahead of the session's times.
public struct ClockOffset: Sendable, Hashable, Codable {
  public var offset: TimeSpan
  /// A time zone that the witness's stamps do not name: its stamps are ahead by this much more.
  public var zone: TimeSpan
  /// The true offset lies within this of it.
  public var error: TimeSpan

  public init(offset: TimeSpan, zone: TimeSpan = .zero, error: TimeSpan) {
    self.offset = offset
    self.zone = zone
    self.error = error
  }
}

extension Witness: Codable {
  private enum CodingKeys: String, CodingKey { case kind, inputs, point, clock, capture, log }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    let observation: Observation =
      switch try fields.decode(InputKind.self, forKey: .kind) {
      case .capture: .capture(try fields.decode(WireFacts.self, forKey: .capture))
      case .log: .log(try fields.decode(LogFacts.self, forKey: .log))
      }
    let stored = try fields.decode(ClosedRange<Int>.self, forKey: .inputs)
    let first = ItemReference.moved(stored.lowerBound, in: decoder)
    let last = ItemReference.moved(stored.upperBound, in: decoder)
    guard first >= 0, first <= last, last <= ItemReference.greatestInput else {
      throw DecodingError.dataCorruptedError(
        forKey: .inputs, in: fields, debugDescription: "no input has such a number")
    }
    self.init(
      inputs: first...last,
      point: try fields.decodeIfPresent(Point.self, forKey: .point),
      clock: try fields.decodeIfPresent(ClockOffset.self, forKey: .clock),
      observation: observation)
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(kind, forKey: .kind)
    switch observation {
    case .capture(let facts): try fields.encode(facts, forKey: .capture)
    case .log(let facts): try fields.encode(facts, forKey: .log)
    }
    try fields.encode(inputs, forKey: .inputs)
    try fields.encodeIfPresent(point, forKey: .point)
    try fields.encodeIfPresent(clock, forKey: .clock)
  }
}
