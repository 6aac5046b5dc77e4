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
  }

  var head: ObservationHead
  private(set) var pieces: [Part: [Piece]] = [:]
  private var hash = SHA256()
  private var open: (part: Part, first: Int, lines: Int, text: [UInt8])?

  /// Bytes of lines in a piece: large enough to compress well, small enough to be read for one line.
  static let pieceSize = 256 << 10

  init(head: ObservationHead) {
    self.head = head
    hash.update(data: head.text)
  }

  init(_ parts: ObservationParts) throws {
    self.init(head: parts.head)
    try parts.outlineRecords { try add($0, to: .outlines) }
    try parts.factRecords { try add($0, to: .facts) }
    try parts.inputs { try add($0, to: .inputs) }
    try finish()
  }

  /// Takes a line with its line feed, or a record behind its length; parts come one after the other.
  mutating func add(_ line: [UInt8], to part: Part) throws {
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
    guard let data = CompressedBlock.compressed(current.text) else {
      throw BatchError.checkpoint("no memory left to compress results")
    }
    pieces[current.part, default: []].append(
      Piece(first: current.first, lines: current.lines, size: current.text.count, data: data))
  }

  /// Of the lines, however they are cut into pieces.
  var digest: Data { Data(hash.finalize()) }
}
