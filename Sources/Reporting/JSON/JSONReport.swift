import CaptureReader
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
    case .document: try writeDocument(report, to: output)
    case .lines:
      var pending = JSONBytes()
      for session in report.sessions {
        pending.line(session)
        try Self.hand(&pending.text, to: output, atLeast: Self.chunk)
      }
      for input in report.inputs {
        pending.line(input)
        try Self.hand(&pending.text, to: output, atLeast: Self.chunk)
      }
      try Self.hand(&pending.text, to: output, atLeast: 1)
    }
  }

  /// The whole report as one value, its members in the order of their keys.
  private func writeDocument(_ report: Report, to output: (Data) throws -> Void) throws {
    let general = RecordEncoder()
    var indent = JSONIndent()
    var pending = ByteBuffer()
    var piece = JSONBytes()
    func next() throws {
      indent.append(piece.text.span, to: &pending)
      piece.text.truncate(to: 0)
      try Self.hand(&pending, to: output, atLeast: Self.chunk)
    }
    piece.text.append(#"{"inputs":["#)
    for (index, input) in report.inputs.enumerated() {
      if index > 0 { piece.text.append(",") }
      input.write(to: &piece)
      try next()
    }
    piece.text.append(#"],"schema":"rdpwhy/report/1","sessions":["#)
    var isFirst = true
    for session in report.sessions {
      if !isFirst { piece.text.append(",") }
      isFirst = false
      session.write(to: &piece)
      try next()
    }
    piece.text.append(#"],"summary":"#)
    try general.encode(report.summary, into: &piece)
    piece.text.append(#","tool":"#)
    try general.encode(report.tool, into: &piece)
    piece.text.append("}")
    try next()
    pending.append("\n")
    try Self.hand(&pending, to: output, atLeast: 1)
  }

  private static func hand(
    _ pending: inout ByteBuffer, to output: (Data) throws -> Void, atLeast size: Int
  ) throws {
    guard pending.count >= size else { return }
    var piece: [UInt8] = []
    piece.append(contentsOf: pending)
    pending.truncate(to: 0)
    try output(Data(piece))
  }
}
