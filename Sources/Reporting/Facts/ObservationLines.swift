public import Analysis
import Attribution
import CaptureReader
public import Correlation
public import Evidence
public import RDPProtocol

/// What one series shows, as lines of text that can be stored, sent and read back anywhere.
public struct ObservationLines: Sendable {
  public var head: ObservationHead
  private let seen: Observation
  private let records: [InputRecord]

  /// - Parameters:
  ///   - firstInput: what the observation's references count from.
  public init(
    _ seen: Observation, series: String, isLog: Bool, firstInput: Int, bytes: Int
  ) {
    self.seen = seen
    records = seen.inputs.map { InputRecord($0) }
    head = ObservationHead(
      series: series, isLog: isLog, firstInput: firstInput, files: records.count,
      filesFailed: records.count { $0.status == .failed },
      filesPartial: records.count { $0.status == .partial }, bytes: bytes,
      sessions: seen.sessions.count, transports: seen.transports.count)
  }

  /// Hands over the outlines, then the UDP transports, each with its line feed.
  public func outlines(_ body: ([UInt8]) throws -> Void) throws {
    let encoder = RecordEncoder()
    for session in seen.sessions {
      try body(try Self.line(OutlineLine(outline: SessionOutline(session)), encoder))
    }
    for transport in seen.transports {
      try body(try Self.line(TransportLine(transport: transport), encoder))
    }
  }

  /// Hands over the sessions' facts.
  public func facts(_ body: ([UInt8]) throws -> Void) throws {
    for session in seen.sessions {
      var json = JSONBytes()
      FactsFields.record.line(
        FactsRecord(session, names: seen.inputs.map(\.name), firstInput: head.firstInput),
        to: &json)
      try body(json.text.bytes)
    }
  }

  /// Hands over the inputs.
  public func inputs(_ body: ([UInt8]) throws -> Void) throws {
    for record in records {
      var json = JSONBytes()
      InputFields.record.line(record, to: &json)
      try body(json.text.bytes)
    }
  }

  private static func line(_ record: some Encodable, _ encoder: RecordEncoder) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try encoder.encode(record, into: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }
}

/// Reads the lines back.
public struct ObservationDecoder {
  private let userInfo: [CodingUserInfoKey: Any]

  /// - Parameter shift: what is added to the numbers of inputs.
  public init(shift: Int) {
    userInfo = ItemReference.shiftKey.map { [$0: shift] } ?? [:]
  }

  public func outline(_ line: ArraySlice<UInt8>) throws -> SessionOutline {
    try record(OutlineLine.self, line).outline
  }

  public func transport(_ line: ArraySlice<UInt8>) throws -> UDPTransport {
    try record(TransportLine.self, line).transport
  }

  public func facts(_ line: ArraySlice<UInt8>) throws -> SessionFacts {
    try record(FactsRecord.self, line).facts
  }

  private func record<Value: Decodable>(
    _ type: Value.Type, _ line: ArraySlice<UInt8>
  ) throws -> Value {
    if let problem = FactsLineCheck.problem(in: Array(line)) {
      throw FactsError(line: 0, field: problem.field, reason: problem.reason)
    }
    do {
      return try RecordDecoder.decode(type, from: line, userInfo: userInfo)
    } catch {
      throw FactsError(line: 0, error)
    }
  }
}

/// An outline, as a file of facts has it.
struct OutlineLine: Codable {
  static let currentSchema = "rdpwhy/outline/1"
  var schema = Self.currentSchema
  var toolVersion: String? = Tool.current.version
  var outline: SessionOutline
}

/// A UDP transport of no session, as a file of facts has it.
struct TransportLine: Codable {
  static let currentSchema = "rdpwhy/transport/1"
  var schema = Self.currentSchema
  var toolVersion: String? = Tool.current.version
  var transport: UDPTransport
}

/// Judged sessions as lines of NDJSON.
public enum SessionLines {
  /// - Parameters:
  ///   - story: all sessions of a user's story, or one that stands alone.
  ///   - names: of the inputs that references name by index.
  /// - Returns: a line for each, with its line feed.
  public static func lines(of story: [SessionReport], names: [Int: String]) -> [[UInt8]] {
    let found = FoundSessions(story, names: InputNames(byIndex: names))
    return story.indices.map { index in
      let session = SessionView(found, at: index)
      var json = JSONBytes()
      json.names = session.names
      SessionFields.record.line(session, to: &json)
      return json.text.bytes
    }
  }

  /// The inputs by whose names the session's line is written.
  public static func inputs(of session: SessionReport) -> Set<Int> {
    var indices = Set(session.facts.witnesses.flatMap(\.allInputs))
    for mark in session.wire?.phases ?? [] { indices.insert(mark.start.input) }
    for weighed in session.verdict.evidence {
      indices.formUnion(weighed.evidence.references.map(\.input))
    }
    return indices
  }
}
