import Analysis
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

/// A sink that may write a session without those before it, so that several can be written at a time.
protocol SessionwiseSink: ReportSink, Sendable {
  var isSessionwise: Bool { get }
}

extension SessionwiseSink {
  var isSessionwise: Bool { true }

  /// Sessions by themselves, one after the other.
  fileprivate func bytes(of sessions: ArraySlice<Int>, in found: FoundSessions) throws -> Data {
    var sink = self
    var output = ByteBuffer()
    for index in sessions { try sink.session(SessionView(found, at: index), into: &output) }
    return output.handOver()
  }
}

/// Bytes gathered before they are handed over.
private let chunk = 1 << 16
/// Sessions that a core writes in one go, and portions that are written before they are handed over.
private let portion = 16
private let window = 32

extension Report {
  /// Hands the report over in pieces; an error of `output` ends the writing.
  ///
  /// - Parameter workers: they share the sessions where the sink allows it.
  func write(
    to sink: any ReportSink, workers: Workers = .one, _ output: (Data) throws -> Void
  ) throws {
    var sink = sink
    var pending = ByteBuffer()
    try sink.begin(self, into: &pending)
    if workers.count > 1, sessions.count >= Reduction.leastShared,
      let sink = sink as? any SessionwiseSink, sink.isSessionwise
    {
      try write(to: sink, workers, &pending, output)
    } else {
      for index in indices(in: sink.order) {
        try sink.session(SessionView(found, at: index), into: &pending)
        if pending.count >= chunk { try Self.hand(&pending, to: output) }
      }
    }
    for input in inputs {
      try sink.input(input, into: &pending)
      if pending.count >= chunk { try Self.hand(&pending, to: output) }
    }
    try sink.finish(into: &pending)
    if pending.count > 0 { try Self.hand(&pending, to: output) }
  }

  private func write(
    to sink: any SessionwiseSink, _ workers: Workers, _ pending: inout ByteBuffer,
    _ output: (Data) throws -> Void
  ) throws {
    if pending.count > 0 { try Self.hand(&pending, to: output) }
    let found = found
    let indices = indices(in: sink.order)
    let portions = stride(from: 0, to: indices.count, by: portion).map {
      indices[$0..<min(indices.count, $0 + portion)]
    }
    for start in stride(from: 0, to: portions.count, by: window) {
      let due = Array(portions[start..<min(portions.count, start + window)])
      let pieces = workers.map(due, inPortionsOf: 1) { portion in
        Result { try sink.bytes(of: portion, in: found) }
      }
      for piece in pieces { try output(try piece.get()) }
    }
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
    try output(pending.handOver())
  }
}
