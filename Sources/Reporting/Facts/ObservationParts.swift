public import Analysis
import Attribution
import CaptureReader
public import Correlation
public import Evidence
public import RDPProtocol

/// What one series shows, as it is stored: its inputs as lines of JSON, the rest as binary records.
public struct ObservationParts: Sendable {
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

  /// Hands over the outlines, then the UDP transports, as binary records, each behind its length.
  public func outlineRecords(_ body: ([UInt8]) throws -> Void) throws {
    let encoder = BinaryEncoder()
    var record: [UInt8] = []
    for session in seen.sessions {
      record.removeAll(keepingCapacity: true)
      try encoder.encode(SessionOutline(session), into: &record)
      try body(record)
    }
    for transport in seen.transports {
      record.removeAll(keepingCapacity: true)
      try encoder.encode(transport, into: &record)
      try body(record)
    }
  }

  /// Hands over the sessions' facts as binary records, each behind its length.
  public func factRecords(_ body: ([UInt8]) throws -> Void) throws {
    let encoder = BinaryEncoder()
    var record: [UInt8] = []
    for session in seen.sessions {
      record.removeAll(keepingCapacity: true)
      try encoder.encode(session, into: &record)
      try body(record)
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
}

/// How outlines and facts are kept.
public enum ObservationForm: Sendable {
  /// As JSON, which other programs and other versions read.
  case lines
  /// As binary records, which the same version reads.
  case records
}

/// Reads them back.
public struct ObservationDecoder {
  private let form: ObservationForm
  private let shift: Int
  private let userInfo: [CodingUserInfoKey: Any]

  /// - Parameter shift: what is added to the numbers of inputs.
  public init(_ form: ObservationForm, shift: Int) {
    self.form = form
    self.shift = shift
    userInfo = ItemReference.shiftKey.map { [$0: shift] } ?? [:]
  }

  public func outline(_ entry: ArraySlice<UInt8>) throws -> SessionOutline {
    switch form {
    case .lines: try record(OutlineLine.self, entry).outline
    case .records: try binary(SessionOutline.self, entry)
    }
  }

  public func transport(_ entry: ArraySlice<UInt8>) throws -> UDPTransport {
    switch form {
    case .lines: try record(TransportLine.self, entry).transport
    case .records: try binary(UDPTransport.self, entry)
    }
  }

  public func facts(_ entry: ArraySlice<UInt8>) throws -> SessionFacts {
    switch form {
    case .lines: try record(FactsRecord.self, entry).facts
    case .records: try binary(SessionFacts.self, entry)
    }
  }

  private func binary<Value: Decodable>(
    _ type: Value.Type, _ record: ArraySlice<UInt8>
  ) throws -> Value {
    do {
      return try BinaryDecoder.decode(type, from: record, shift: shift)
    } catch {
      throw FactsError(line: 0, error)
    }
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
