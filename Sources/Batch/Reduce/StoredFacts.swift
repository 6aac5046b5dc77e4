import Analysis
import CaptureReader
import Correlation
import Evidence
import RDPProtocol
import Reporting

/// The facts in a checkpoint, read back session by session; of series that were just analysed they are
/// still held.
final class StoredFacts: FactsStore {
  let heads: [ObservationHead]
  /// Sessions, and inputs, of all series before each.
  private var firstSession: [Int] = []
  private(set) var firstInput: [Int] = []
  let count: Int

  private let checkpoint: Checkpoint
  private let recent: RecentFacts?
  private var pieces: [Piece] = []

  /// Pieces of facts that are kept decompressed.
  private static let piecesKept = 8

  private struct Piece {
    var series: Int
    var first: Int
    /// Where each session's facts lie in the text.
    var entries: [Range<Int>]
    var text: [UInt8]
  }

  init(_ checkpoint: Checkpoint, series: [ObservationHead], recent: RecentFacts? = nil) {
    self.checkpoint = checkpoint
    self.recent = recent
    heads = series
    var (sessions, inputs) = (0, 0)
    for head in series {
      firstSession.append(sessions)
      firstInput.append(inputs)
      sessions = sessions.addingSaturating(head.sessions)
      inputs = inputs.addingSaturating(head.files)
    }
    count = sessions
  }

  func series(of session: Int) -> Int { Self.last(in: firstSession, upTo: session) }

  func series(ofInput input: Int) -> Int { Self.last(in: firstInput, upTo: input) }

  /// Place of the last number that is not greater.
  private static func last(in numbers: [Int], upTo number: Int) -> Int {
    var (low, high) = (0, numbers.count)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if numbers[middle] <= number { low = middle } else { high = middle }
    }
    return low
  }

  /// The sessions that a series saw, by their numbers.
  func sessions(of series: Int) -> Range<Int> {
    firstSession[series]..<(firstSession[series] + heads[series].sessions)
  }

  private func decoder(of series: Int) -> ObservationDecoder {
    ObservationDecoder(
      checkpoint.form, shift: firstInput[series] - heads[series].firstInput)
  }

  private func reading<Value>(_ series: Int, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as BatchError {
      throw error
    } catch is FactsError {
      throw BatchError.notRecords(series: heads[series].series)
    }
  }

  func forEachOutline(_ body: (SessionOutline) throws -> Void) throws {
    for (series, head) in heads.enumerated() where head.sessions > 0 {
      // What is held need not be read back: that takes longer than judging it.
      if head.firstInput == firstInput[series],
        let facts = recent?.allFacts(of: head.series, count: head.sessions)
      {
        for session in facts { try body(SessionOutline(session)) }
        continue
      }
      let decoder = decoder(of: series)
      var left = head.sessions
      try checkpoint.forEachEntry(of: head.series, .outlines) { entry in
        guard left > 0 else { return }
        left -= 1
        try body(try reading(series) { try decoder.outline(entry) })
      }
      guard left == 0 else { throw BatchError.notRecords(series: head.series) }
    }
  }

  func transports() throws -> [UDPTransport] {
    var transports: [UDPTransport] = []
    for (series, head) in heads.enumerated() where head.transports > 0 {
      let decoder = decoder(of: series)
      var place = 0
      try checkpoint.forEachEntry(of: head.series, .outlines) { entry in
        place += 1
        guard place > head.sessions else { return }
        transports.append(try reading(series) { try decoder.transport(entry) })
      }
    }
    return transports
  }

  func facts(of session: Int) throws -> SessionFacts {
    let series = series(of: session)
    let place = session - firstSession[series]
    let head = heads[series]
    if head.firstInput == firstInput[series],
      let facts = recent?.facts(of: head.series, at: place)
    {
      return facts
    }
    let entry = try entry(place, of: series)
    return try reading(series) { try decoder(of: series).facts(entry) }
  }

  private func entry(_ place: Int, of series: Int) throws -> ArraySlice<UInt8> {
    if let known = pieces.firstIndex(where: {
      $0.series == series && $0.first <= place && place - $0.first < $0.entries.count
    }) {
      // The one that was used last is given up last.
      pieces.append(pieces.remove(at: known))
    } else {
      guard let stored = try checkpoint.piece(of: heads[series].series, .facts, holding: place)
      else { throw BatchError.notRecords(series: heads[series].series) }
      let entries = try checkpoint.entries(in: stored.text, of: heads[series].series)
      guard place - stored.first < entries.count else {
        throw BatchError.notRecords(series: heads[series].series)
      }
      if pieces.count >= Self.piecesKept { pieces.removeFirst() }
      pieces.append(
        Piece(series: series, first: stored.first, entries: entries, text: stored.text))
    }
    guard let piece = pieces.last else {
      throw BatchError.notRecords(series: heads[series].series)
    }
    return piece.text[piece.entries[place - piece.first]]
  }

  /// Hands over a series' outlines and transports, or its facts, as lines of JSON, in pieces.
  func forEachText(
    of series: Int, _ part: PackedSeries.Part, _ body: ([UInt8]) throws -> Void
  ) throws {
    let head = heads[series]
    guard checkpoint.form == .records else {
      return try checkpoint.forEachPiece(of: head.series, part, body)
    }
    var names: [String] = []
    if part == .facts {
      try checkpoint.forEachInput(of: head.series) { line in
        guard let input = try? StoredRecord.input(line) else {
          throw BatchError.notRecords(series: head.series)
        }
        names.append(InputRecord(input).name)
      }
    }
    let decoder = ObservationDecoder(.records, shift: 0)
    let text = ObservationText(head, names: names)
    var place = 0
    try checkpoint.forEachEntry(of: head.series, part) { entry in
      let line = try reading(series) {
        switch part {
        case .facts:
          text.line(try recent?.facts(of: head.series, at: place) ?? decoder.facts(entry))
        case .outlines where place < head.sessions: try text.line(decoder.outline(entry))
        default: try text.line(decoder.transport(entry))
        }
      }
      place += 1
      try body(line)
    }
  }
}
