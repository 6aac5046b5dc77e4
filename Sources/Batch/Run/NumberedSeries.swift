public import Foundation
public import Reporting

/// One series of a batch's results: as text, or record by record.
///
/// Attempts are counted over the whole output, so the series has its groups' numbers from the place
/// where it stands.
public struct NumberedSeries {
  private let result: SeriesResult
  private let firstGroup: Int

  init(_ result: SeriesResult, firstGroup: Int) {
    self.result = result
    self.firstGroup = firstGroup
  }

  public var head: SeriesHead { result.head }

  /// Its lines of NDJSON.
  public func text() throws -> Data { try result.text(firstGroup: firstGroup) }

  /// Hands over its sessions, then its inputs.
  public func records(
    session: (SessionRecord) throws -> Void, input: (InputRecord) throws -> Void
  ) throws {
    let decoder = JSONDecoder()
    var left = head.sessions
    for line in result.lines.split(separator: SeriesResult.lineFeed) {
      if left > 0 {
        left -= 1
        var record: SessionRecord = try decoded(line, decoder)
        record.attempt.group =
          record.attempt.group
          .addingReportingOverflow(firstGroup - head.firstGroup).partialValue
        try session(record)
      } else {
        try input(decoded(line, decoder))
      }
    }
  }

  /// Its inputs that could not be read, or not to their end.
  public func troubledInputs() throws -> [InputRecord] {
    guard head.filesFailed > 0 || head.filesPartial > 0 else { return [] }
    let decoder = JSONDecoder()
    let lines = result.lines.split(separator: SeriesResult.lineFeed)
    return try lines.dropFirst(max(0, head.sessions)).compactMap { line -> InputRecord? in
      let input: InputRecord = try decoded(line, decoder)
      return input.status == .ok ? nil : input
    }
  }

  private func decoded<Record: Decodable>(_ line: Data, _ decoder: JSONDecoder) throws -> Record {
    do {
      return try decoder.decode(Record.self, from: line)
    } catch {
      throw BatchError.notRecords(series: head.series)
    }
  }
}
