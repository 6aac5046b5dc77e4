import CaptureReader
import Foundation
import Reporting
import Synchronization

/// A series as it goes into the tables.
struct StorableSeries: Sendable {
  struct Piece: Sendable {
    var part: PackedSeries.Part
    var first: Int
    var lines: Int
    var size: Int
    var data: Data
  }

  let name: String
  let fingerprint: String
  let head: Data
  let digest: Data
  /// Digest of all that is stored.
  let stored: Data
  private(set) var pieces: [Piece] = []

  init(_ series: PackedSeries, fingerprint: String) {
    name = series.head.series
    self.fingerprint = fingerprint
    head = Data(series.head.text)
    digest = series.digest
    var stored = StoredDigest(name, fingerprint, head, digest)
    for part in PackedSeries.Part.allCases {
      for piece in series.pieces[part] ?? [] {
        let data = Data(piece.data)
        stored.add(part.rawValue, piece.first, piece.lines, piece.size, data)
        pieces.append(
          Piece(
            part: part, first: piece.first, lines: piece.lines, size: piece.size, data: data))
      }
    }
    self.stored = stored.value
  }

  /// Bytes that it takes while it waits.
  var bytes: Int { pieces.reduce(head.count) { $0 + $1.data.count } }
}

/// Series that are done and not stored yet: a transaction for each would cost more than a small capture.
///
/// What waits was done within `longest` of the transaction before: a process that is killed has no more
/// than that to do again.
final class WaitingSeries: Sendable {
  private static let longest = Duration.milliseconds(200)
  private static let mostBytes = 4 << 20

  private struct State {
    var series: [StorableSeries] = []
    var digests: [String: Data] = [:]
    var bytes = 0
    var stored = ContinuousClock.now - WaitingSeries.longest
  }

  private let state = Mutex(State())

  /// - Returns: all that waited and is to be stored now; nil where it may wait.
  func add(_ series: StorableSeries) -> [StorableSeries]? {
    state.withLock { state in
      state.series.append(series)
      state.digests[series.name] = series.digest
      state.bytes += series.bytes
      let isDue = state.stored.duration(to: .now) >= Self.longest
      return isDue || state.bytes >= Self.mostBytes ? Self.taken(&state) : nil
    }
  }

  /// Digest of a series that waits; nil where it does not.
  func digest(of name: String) -> Data? {
    state.withLock { $0.digests[name] }
  }

  func take() -> [StorableSeries] { state.withLock { Self.taken(&$0) } }

  private static func taken(_ state: inout State) -> [StorableSeries] {
    defer { state = State(stored: .now) }
    return state.series
  }
}
