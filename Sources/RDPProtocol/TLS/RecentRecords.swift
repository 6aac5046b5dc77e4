/// The last records of a session, the oldest overwritten first.
struct RecentRecords: Sendable {
  private let limit: Int
  private var records: [EncryptedRecord] = []
  private var oldest = 0

  init(limit: Int) { self.limit = max(1, limit) }

  mutating func append(_ record: EncryptedRecord) {
    guard records.count >= limit else {
      records.append(record)
      return
    }
    records[oldest] = record
    oldest = oldest + 1 == limit ? 0 : oldest + 1
  }

  /// From the oldest kept to the newest.
  var inOrder: [EncryptedRecord] { Array(records[oldest...]) + records[..<oldest] }
}
