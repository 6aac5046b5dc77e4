import CaptureReader
import Reporting

/// Pieces of a checkpoint that all cores decompress and decode in one go.
struct StoredPieces {
  /// Some of the outlines or facts of a piece.
  private struct Item: Sendable {
    let series: Int
    let name: String
    /// What is added to the numbers of inputs.
    let shift: Int
    let piece: PackedSeries.Piece
    /// Entries within the piece, and where in the results each is to stand.
    var places: [(entry: Int, result: Int)] = []

    func decoded<Value>(
      _ form: ObservationForm,
      _ decode: (ObservationDecoder, ArraySlice<UInt8>) throws -> Value
    ) -> [Result<Value, any Error>] {
      let decoder = ObservationDecoder(form, shift: shift)
      let text = CompressedBlock.bytes(of: piece.data, count: piece.size)
      let entries = text.flatMap { form.entries(in: $0) }
      return places.map { place in
        Result {
          guard let text, let entries, entries.indices.contains(place.entry) else {
            throw BatchError.notRecords(series: name)
          }
          return try decode(decoder, text[entries[place.entry]])
        }
      }
    }
  }

  private var items: [Item] = []
  /// Of the entries, in the order in which they were asked for.
  private(set) var series: [Int] = []
  private var bytes = 0

  private static let most = 256
  private static let mostBytes = 4 << 20
  private static let portion = 4

  var isFull: Bool { series.count >= Self.most || bytes >= Self.mostBytes }

  /// Adds a line of a piece that is there.
  ///
  /// - Returns: false where it has to be added first.
  mutating func add(line: Int, of series: Int) -> Bool {
    guard
      let place = items.lastIndex(where: { item in
        item.series == series && item.piece.first <= line
          && line - item.piece.first < item.piece.lines
      })
    else { return false }
    items[place].places.append((line - items[place].piece.first, self.series.count))
    self.series.append(series)
    return true
  }

  /// Adds a piece whose lines are wanted.
  mutating func add(_ piece: PackedSeries.Piece, of series: Int, named name: String, shift: Int) {
    bytes += piece.data.count
    items.append(Item(series: series, name: name, shift: shift, piece: piece))
  }

  /// In the order in which they were asked for.
  func decoded<Value: Sendable>(
    _ form: ObservationForm, _ workers: Workers,
    _ decode: @Sendable (ObservationDecoder, ArraySlice<UInt8>) throws -> Value
  ) -> [Result<Value, any Error>] {
    let values = workers.map(items, inPortionsOf: Self.portion) { $0.decoded(form, decode) }
    var results: [Result<Value, any Error>?] = Array(repeating: nil, count: series.count)
    for (item, values) in zip(items, values) {
      for (place, value) in zip(item.places, values) { results[place.result] = value }
    }
    return results.compactMap(\.self)
  }
}
