import CaptureReader
import Foundation

/// Writes a report in one form, piece by piece: its beginning, the sessions, the inputs, its end.
///
/// A sink appends bytes and does nothing else, so that a report of any size passes through little
/// memory. A form that is a file of its own, like a database, appends none.
protocol ReportSink {
  /// The order in which it takes the sessions.
  var order: ReportOrder { get }
  mutating func begin(_ report: Report, into output: inout ByteBuffer) throws
  mutating func session(_ session: SessionView, into output: inout ByteBuffer) throws
  mutating func input(_ input: InputRecord, into output: inout ByteBuffer) throws
  mutating func finish(into output: inout ByteBuffer) throws
}

/// Which sessions come first.
enum ReportOrder {
  /// By their first packet: for machines.
  case time
  /// User stories together, the worst first: for people.
  case severity
}

extension ReportSink {
  var order: ReportOrder { .time }
  mutating func begin(_ report: Report, into output: inout ByteBuffer) throws {}
  mutating func session(_ session: SessionView, into output: inout ByteBuffer) throws {}
  mutating func input(_ input: InputRecord, into output: inout ByteBuffer) throws {}
  mutating func finish(into output: inout ByteBuffer) throws {}
}

/// Bytes gathered before they are handed over.
private let chunk = 1 << 16

extension Report {
  /// Hands the report over in pieces; an error of `output` ends the writing.
  func write(to sink: any ReportSink, _ output: (Data) throws -> Void) throws {
    var sink = sink
    var pending = ByteBuffer()
    try sink.begin(self, into: &pending)
    for index in indices(in: sink.order) {
      try sink.session(SessionView(found, at: index), into: &pending)
      if pending.count >= chunk { try Self.hand(&pending, to: output) }
    }
    for input in inputs {
      try sink.input(input, into: &pending)
      if pending.count >= chunk { try Self.hand(&pending, to: output) }
    }
    try sink.finish(into: &pending)
    if pending.count > 0 { try Self.hand(&pending, to: output) }
  }

  private func indices(in order: ReportOrder) -> [Int] {
    switch order {
    case .time: Array(sessions.indices)
    case .severity: SessionOrder.groups(sessions).flatMap { $0 }
    }
  }

  private static func hand(
    _ pending: inout ByteBuffer, to output: (Data) throws -> Void
  ) throws {
    let piece = Data(pending.bytes)
    pending.truncate(to: 0)
    try output(piece)
  }
}
