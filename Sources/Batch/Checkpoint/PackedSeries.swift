import CaptureReader
import Crypto
import Foundation
import Reporting

/// What a series shows, as it is stored: lines and binary records in compressed pieces.
struct PackedSeries: Sendable {
  /// Kinds of lines and records; each has its pieces.
  enum Part: Int, CaseIterable, Sendable {
    /// Outlines of the sessions, then UDP transports of none.
    case outlines
    case facts
    case inputs
  }

  /// Some lines, or records, of a part.
  struct Piece: Sendable {
    /// Number of the first line in its part.
    var first: Int
    var lines: Int
    /// Bytes before compression.
    var size: Int
    var data: [UInt8]
    /// It waits for `pack`.
    var isPlain = false
  }

  var head: ObservationHead
  private(set) var pieces: [Part: [Piece]] = [:]
  /// Bytes of pieces that wait for `pack`.
  private(set) var plainBytes = 0
  private let packsLater: Bool
  private var hash = SHA256()
  private var open: (part: Part, first: Int, lines: Int, text: [UInt8])?

  /// Bytes of lines in a piece: large enough to compress well, small enough to be read for one line.
  static let pieceSize = 256 << 10

  /// - Parameter packsLater: the pieces stay as they are until `pack` compresses them.
  init(head: ObservationHead, packsLater: Bool = false) {
    self.head = head
    self.packsLater = packsLater
    hash.update(data: head.text)
  }

  /// - Parameter input: is handed each input's line as well.
  init(_ parts: ObservationParts, input: ([UInt8]) -> Void = { _ in }) throws {
    self.init(head: parts.head)
    try parts.outlineRecords { try add($0[...], to: .outlines) }
    try parts.factRecords { try add($0[...], to: .facts) }
    try parts.inputs {
      input($0)
      try add($0[...], to: .inputs)
    }
    try finish()
  }

  /// Takes a line with its line feed, or a record behind its length; parts come one after the other.
  mutating func add(_ line: ArraySlice<UInt8>, to part: Part) throws {
    if let current = open, current.part != part || current.text.count >= Self.pieceSize {
      try close()
    }
    if open == nil {
      let before = pieces[part]?.last
      open = (part, before.map { $0.first + $0.lines } ?? 0, 0, [])
    }
    open?.lines += 1
    open?.text += line
  }

  mutating func finish() throws { try close() }

  private mutating func close() throws {
    guard let current = open else { return }
    open = nil
    hash.update(data: current.text)
    var piece = Piece(
      first: current.first, lines: current.lines, size: current.text.count, data: current.text,
      isPlain: true)
    if packsLater {
      plainBytes += piece.size
    } else {
      piece = try piece.packed().get()
    }
    pieces[current.part, default: []].append(piece)
  }

  /// Compresses the pieces of several series that wait for it.
  static func pack(_ series: inout [PackedSeries], _ workers: Workers) throws {
    var waiting: [(series: Int, part: Part, place: Int)] = []
    for (number, one) in series.enumerated() where one.plainBytes > 0 {
      for part in Part.allCases {
        for (place, piece) in (one.pieces[part] ?? []).enumerated() where piece.isPlain {
          waiting.append((number, part, place))
        }
      }
    }
    let plain = waiting.compactMap { series[$0.series].pieces[$0.part]?[$0.place] }
    for (at, packed) in zip(waiting, workers.map(plain, inPortionsOf: 2) { $0.packed() }) {
      series[at.series].pieces[at.part]?[at.place] = try packed.get()
    }
    for number in series.indices { series[number].plainBytes = 0 }
  }

  /// Of the lines, however they are cut into pieces.
  var digest: Data { Data(hash.finalize()) }
}

extension PackedSeries.Piece {
  fileprivate func packed() -> Result<Self, BatchError> {
    guard let data = CompressedBlock.compressed(data) else {
      return .failure(.checkpoint("no memory left to compress results"))
    }
    return .success(Self(first: first, lines: lines, size: size, data: data))
  }
}
