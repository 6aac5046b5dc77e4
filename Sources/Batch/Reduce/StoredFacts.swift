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
  private let workers: Workers
  private var ahead = FactsAhead()
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

  /// - Parameter workers: they share the decoding.
  init(
    _ checkpoint: Checkpoint, series: [ObservationHead], recent: RecentFacts? = nil,
    workers: Workers = .one
  ) {
    self.checkpoint = checkpoint
    self.recent = recent
    self.workers = workers
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
    ObservationDecoder(checkpoint.form, shift: shift(of: series))
  }

  private func shift(of series: Int) -> Int { firstInput[series] - heads[series].firstInput }

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
    var due = StoredPieces()
    func handOver() throws {
      let outlines = due.decoded(checkpoint.form, workers) { try $0.outline($1) }
      for (series, outline) in zip(due.series, outlines) {
        try body(try reading(series) { try outline.get() })
      }
      due = StoredPieces()
    }
    for (series, head) in heads.enumerated() where head.sessions > 0 {
      // What is held need not be read back: that takes longer than judging it.
      if head.firstInput == firstInput[series],
        let facts = recent?.allFacts(of: head.series, count: head.sessions)
      {
        try handOver()
        for session in facts { try body(SessionOutline(session)) }
        continue
      }
      for line in 0..<head.sessions {
        do {
          if try add(line, .outlines, of: series, to: &due) { continue }
        } catch {
          // What stands before it is handed over, and may be damaged itself.
          try handOver()
          throw error
        }
        try handOver()
        _ = try add(line, .outlines, of: series, to: &due)
      }
    }
    try handOver()
  }

  /// Adds a line that is to be decoded with others.
  ///
  /// - Returns: false where these have to be decoded first.
  private func add(
    _ line: Int, _ part: PackedSeries.Part, of series: Int, to due: inout StoredPieces
  ) throws -> Bool {
    if due.add(line: line, of: series) { return true }
    if due.isFull { return false }
    let name = heads[series].series
    guard let piece = try checkpoint.packedPiece(of: name, part, holding: line) else {
      throw BatchError.notRecords(series: name)
    }
    due.add(piece, of: series, named: name, shift: shift(of: series))
    return due.add(line: line, of: series)
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
    if let facts = held(session) { return facts }
    let series = series(of: session)
    if workers.count > 1 {
      if let known = ahead.take(session) { return try reading(series) { try known.get() } }
      while let next = ahead.next, held(next) != nil { ahead.pass() }
      if ahead.next == session {
        decodeAhead()
        if let known = ahead.take(session) { return try reading(series) { try known.get() } }
      }
    }
    let entry = try entry(session - firstSession[series], of: series)
    return try reading(series) { try decoder(of: series).facts(entry) }
  }

  /// Facts that need not be read back.
  private func held(_ session: Int) -> SessionFacts? {
    guard let recent else { return nil }
    let series = series(of: session)
    guard heads[series].firstInput == firstInput[series] else { return nil }
    return recent.facts(of: heads[series].series, at: session - firstSession[series])
  }

  func expect(_ sessions: [Int]) { ahead.expect(sessions) }

  /// Decodes the next of the sessions that are expected, up to the first that cannot be read: who asks
  /// for that one is told.
  private func decodeAhead() {
    var due = StoredPieces()
    var sessions: [Int] = []
    while let session = ahead.next {
      if held(session) == nil {
        let series = series(of: session)
        let isAdded = try? add(session - firstSession[series], .facts, of: series, to: &due)
        guard isAdded == true else { break }
        sessions.append(session)
      }
      ahead.pass()
    }
    let facts = due.decoded(checkpoint.form, workers) { try $0.facts($1) }
    ahead.put(zip(sessions, facts).map { ($0, $1) })
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

  /// Hands over the lines of a series' inputs, without their ends.
  func forEachInput(
    of series: Int, _ body: (ArraySlice<UInt8>) throws -> Void
  ) throws {
    if let lines = recent?.inputs(of: heads[series].series) {
      for line in lines { try body(line.dropLast()) }
      return
    }
    try checkpoint.forEachInput(of: heads[series].series, body)
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
      try forEachInput(of: series) { line in
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
