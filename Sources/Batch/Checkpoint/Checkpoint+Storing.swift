import Foundation
import GRDB
import Reporting

/// What a run writes.
extension Checkpoint {
  /// - Parameter fingerprint: tells later whether the result still holds.
  func store(_ series: PackedSeries, fingerprint: String) throws {
    let name = series.head.series
    let head = Data(series.head.text)
    try reporting {
      try database.write { database in
        try Self.forget(name, database)
        let digest = series.digest
        var stored = StoredDigest(name, fingerprint, head, digest)
        let insertion = try database.cachedStatement(
          sql: "INSERT INTO pieces VALUES (?, ?, ?, ?, ?, ?)")
        for part in PackedSeries.Part.allCases {
          for piece in series.pieces[part] ?? [] {
            let data = Data(piece.data)
            stored.add(part.rawValue, piece.first, piece.lines, piece.size, data)
            try insertion.execute(
              arguments: [name, part.rawValue, piece.first, piece.lines, piece.size, data])
          }
        }
        try database.cachedStatement(sql: "INSERT INTO series VALUES (?, ?, ?, ?, ?)")
          .execute(arguments: [name, fingerprint, head, digest, stored.value])
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
