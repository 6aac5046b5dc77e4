import Foundation
import GRDB
import Reporting

/// What a run writes.
extension Checkpoint {
  /// Stores a series, and those that wait; or lets it wait for the next one, where all that waits was
  /// done in less than the blink of an eye.
  ///
  /// - Parameter fingerprint: tells later whether the result still holds.
  func store(_ series: PackedSeries, fingerprint: String) throws {
    let series = StorableSeries(series, fingerprint: fingerprint)
    if let due = waiting.add(series) { try store(due) }
  }

  /// Stores the series that wait.
  func storeWaiting() throws { try store(waiting.take()) }

  /// All in one transaction.
  private func store(_ series: [StorableSeries]) throws {
    guard !series.isEmpty else { return }
    try reporting {
      try database.write { database in
        let pieces = try database.cachedStatement(
          sql: "INSERT INTO pieces VALUES (?, ?, ?, ?, ?, ?)")
        let heads = try database.cachedStatement(sql: "INSERT INTO series VALUES (?, ?, ?, ?, ?)")
        for series in series {
          try Self.forget(series.name, database)
          for piece in series.pieces {
            try pieces.execute(
              arguments: [
                series.name, piece.part.rawValue, piece.first, piece.lines, piece.size, piece.data,
              ])
          }
          try heads.execute(
            arguments: [
              series.name, series.fingerprint, series.head, series.digest, series.stored,
            ])
        }
      }
    }
  }

  /// Remembers what the run has to do, for those who ask how far it is.
  func begin(series: Int, bytes: Int) throws {
    try reporting {
      try database.write { database in
        try database.execute(sql: "DELETE FROM runs")
        try database.execute(sql: "INSERT INTO runs VALUES (?, ?)", arguments: [series, bytes])
      }
    }
  }

  private static func forget(_ series: String, _ database: Database) throws {
    for table in ["series", "pieces"] {
      try database.cachedStatement(sql: "DELETE FROM \(table) WHERE name = ?")
        .execute(arguments: [series])
    }
  }

  /// Forgets the series that are no part of the plan any more.
  func keepOnly(_ names: Set<String>) throws {
    let known = Set(try fingerprints().keys)
    try reporting {
      try database.write { database in
        for name in known.subtracting(names) {
          try Self.forget(name, database)
        }
      }
    }
  }
}
