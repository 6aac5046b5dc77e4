import CaptureReader
import TCPStreams

/// The last encrypted records of a session, the oldest overwritten first.
///
/// Nothing is kept before `begin`: as long as all records are kept elsewhere, the last are among them.
struct RecentRecords: Sendable {
  static let limit = 12

  private var next = 0
  private var records: [EncryptedRecord] = []

  /// Begins with the last of `first`, all that have come.
  mutating func begin(with first: [EncryptedRecord]) {
    records = Array(first.suffix(Self.limit))
    next = records.count % Self.limit
  }

  @inline(__always)
  mutating func append(_ record: EncryptedRecord) {
    guard next < records.count else {
      records.append(record)
      next = records.count % Self.limit
      return
    }
    records[next] = record
    next = next &+ 1 == Self.limit ? 0 : next &+ 1
  }

  /// From the oldest kept to the newest.
  var inOrder: [EncryptedRecord] {
    records.count < Self.limit ? records : Array(records[next...] + records[..<next])
  }
}
