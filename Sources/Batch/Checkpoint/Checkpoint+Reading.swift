import CaptureReader
import Foundation
import GRDB
import Reporting

/// What a reduce, a later run and those who ask read.
extension Checkpoint {
  /// Fingerprints of the series that are done; what is no text was written by nobody here.
  func fingerprints() throws -> [String: String] {
    try storeWaiting()
    return try reporting {
      try database.read { database in
        let rows = try Row.fetchAll(database, sql: "SELECT name, fingerprint FROM series")
        return Dictionary(
          rows.compactMap { row in
            guard let name = try? row.decode(String.self, forColumn: "name"),
              let fingerprint = try? row.decode(String.self, forColumn: "fingerprint")
            else { return nil }
            return (name, fingerprint)
          },
          uniquingKeysWith: { first, _ in first })
      }
    }
  }

  /// Digest of a series' lines; nil where there is no such series.
  func digest(of series: String) throws -> Data? {
    if let digest = waiting.digest(of: series) { return digest }
    return try reporting {
      try database.writeWithoutTransaction { database in
        let statement = try database.cachedStatement(
          sql: "SELECT digest FROM series WHERE name = ?")
        return try Data.fetchOne(statement, arguments: [series])
      }
    }
  }

  /// The head of a series; nil where there is none, or what is stored is not as it was stored.
  func intactHead(of series: String) throws -> ObservationHead? {
    try storeWaiting()
    return try reporting {
      try database.writeWithoutTransaction { database -> ObservationHead? in
        let rows = try database.cachedStatement(
          sql: "SELECT fingerprint, head, digest, stored FROM series WHERE name = ?")
        guard let row = try Row.fetchOne(rows, arguments: [series]),
          let fingerprint = try? row.decode(String.self, forColumn: "fingerprint"),
          let head = try? row.decode(Data.self, forColumn: "head"),
          let digest = try? row.decode(Data.self, forColumn: "digest"),
          let expected = try? row.decode(Data.self, forColumn: "stored")
        else { return nil }
        var stored = StoredDigest(series, fingerprint, head, digest)
        let pieces = try database.cachedStatement(
          sql: """
            SELECT part, first, lines, size, data FROM pieces WHERE name = ? ORDER BY part, first
            """)
        let cursor = try Row.fetchCursor(pieces, arguments: [series])
        while let row = try cursor.next() {
          guard let part = try? row.decode(Int.self, forColumn: "part"),
            let first = try? row.decode(Int.self, forColumn: "first"),
            let lines = try? row.decode(Int.self, forColumn: "lines"),
            let size = try? row.decode(Int.self, forColumn: "size"),
            let data = try? row.decode(Data.self, forColumn: "data")
          else { return nil }
          stored.add(part, first, lines, size, data)
        }
        guard stored.value == expected else { return nil }
        return ObservationHead(line: ArraySlice(head))
      }
    }
  }

  /// What the last run has to do; nil where none has said it.
  func planned() throws -> (series: Int, bytes: Int)? {
    try reporting {
      try database.read { database in
        guard let row = try Row.fetchOne(database, sql: "SELECT series, bytes FROM runs"),
          let series = try? row.decode(Int.self, forColumn: "series"),
          let bytes = try? row.decode(Int.self, forColumn: "bytes")
        else { return nil }
        return (series, bytes)
      }
    }
  }

  /// The heads of all series, logs after captures, by name.
  func heads() throws -> [ObservationHead] {
    try storeWaiting()
    return try reporting {
      try database.read { database in
        try Data.fetchAll(database, sql: "SELECT head FROM series")
          .compactMap { ObservationHead(line: ArraySlice($0)) }
      }
    }.sorted { $0.isBefore($1) }
  }

  /// The piece of a part that holds a line; nil where there is none.
  ///
  /// Asked for each series: GRDB's reads forbid writing while they last, for which SQLite compiles every
  /// statement anew.
  func packedPiece(
    of series: String, _ part: PackedSeries.Part, holding line: Int
  ) throws -> PackedSeries.Piece? {
    try reporting {
      try database.writeWithoutTransaction { database in
        let statement = try database.cachedStatement(
          sql: """
            SELECT first, lines, size, data FROM pieces
            WHERE name = ? AND part = ? AND first <= ? ORDER BY first DESC LIMIT 1
            """)
        guard
          let row = try Row.fetchOne(statement, arguments: [series, part.rawValue, line]),
          let first = try? row.decode(Int.self, forColumn: "first"),
          let lines = try? row.decode(Int.self, forColumn: "lines"), line - first < lines,
          let size = try? row.decode(Int.self, forColumn: "size"),
          let data = try? row.decode(Data.self, forColumn: "data")
        else { return nil }
        return PackedSeries.Piece(first: first, lines: lines, size: size, data: Array(data))
      }
    }
  }

  /// The same with its text.
  func piece(
    of series: String, _ part: PackedSeries.Part, holding line: Int
  ) throws -> (first: Int, lines: Int, text: [UInt8])? {
    guard let piece = try packedPiece(of: series, part, holding: line) else { return nil }
    guard let text = CompressedBlock.bytes(of: piece.data, count: piece.size) else {
      throw BatchError.notRecords(series: series)
    }
    return (piece.first, piece.lines, text)
  }

  /// Hands over the text of a part, holding one piece at a time.
  func forEachPiece(
    of series: String, _ part: PackedSeries.Part, _ body: ([UInt8]) throws -> Void
  ) throws {
    var next = 0
    while let piece = try piece(of: series, part, holding: next), piece.lines > 0 {
      try body(piece.text)
      next = piece.first + piece.lines
    }
  }

  /// Hands over the lines of a series' inputs, without their ends.
  func forEachInput(
    of series: String, _ body: (ArraySlice<UInt8>) throws -> Void
  ) throws {
    try forEachPiece(of: series, .inputs) { try PackedLines.forEach(in: $0, body) }
  }

  /// Hands over the outlines or facts of a series, in the checkpoint's form.
  func forEachEntry(
    of series: String, _ part: PackedSeries.Part, _ body: (ArraySlice<UInt8>) throws -> Void
  ) throws {
    try forEachPiece(of: series, part) { text in
      for entry in try entries(in: text, of: series) { try body(text[entry]) }
    }
  }

  /// Where the outlines or facts in the text of a piece lie.
  func entries(in text: [UInt8], of series: String) throws -> [Range<Int>] {
    guard let entries = form.entries(in: text) else {
      throw BatchError.notRecords(series: series)
    }
    return entries
  }
}

extension ObservationForm {
  /// Where the outlines or facts in the text of a piece lie; nil where it is not what is stored.
  func entries(in text: [UInt8]) -> [Range<Int>]? {
    switch self {
    case .lines: PackedLines.ranges(in: text)
    case .records: BinaryDecoder.records(in: text)
    }
  }
}
