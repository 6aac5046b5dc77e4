public import Foundation

/// Machine output: one JSON document, or one record per line.
public struct JSONReport {
  public enum Layout: Sendable {
    /// One document (`rdpwhy/report/1`), indented.
    case document
    /// Sessions, then inputs, one JSON object per line.
    case lines
  }

  /// Bytes gathered before they are handed over.
  private static let chunk = 1 << 16

  private let layout: Layout

  public init(_ layout: Layout) { self.layout = layout }

  /// Hands the report over in pieces; an error of `output` ends the writing.
  public func write(_ report: Report, to output: (Data) throws -> Void) throws {
    switch layout {
    case .document:
      try output(JSONText(isIndented: true).line(Document(report)))
    case .lines:
      let text = JSONText()
      var pending: [UInt8] = []
      for session in report.sessions {
        try text.append(session, to: &pending)
        try Self.hand(&pending, to: output, atLeast: Self.chunk)
      }
      for input in report.inputs {
        try text.append(input, to: &pending)
        try Self.hand(&pending, to: output, atLeast: Self.chunk)
      }
      try Self.hand(&pending, to: output, atLeast: 1)
    }
  }

  private static func hand(
    _ pending: inout [UInt8], to output: (Data) throws -> Void, atLeast size: Int
  ) throws {
    guard pending.count >= size else { return }
    try output(Data(pending))
    pending.removeAll(keepingCapacity: true)
  }
}

extension JSONReport {
  /// The whole report as one value.
  private struct Document: Encodable {
    let report: Report

    init(_ report: Report) { self.report = report }

    enum CodingKeys: String, CodingKey { case schema, tool, inputs, sessions, summary }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode("rdpwhy/report/1", forKey: .schema)
      try container.encode(report.tool, forKey: .tool)
      try container.encode(report.inputs, forKey: .inputs)
      var sessions = container.nestedUnkeyedContainer(forKey: .sessions)
      for session in report.sessions { try sessions.encode(session) }
      try container.encode(report.summary, forKey: .summary)
    }
  }
}
