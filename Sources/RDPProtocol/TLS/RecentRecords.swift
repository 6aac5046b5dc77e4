import CaptureReader
import TCPStreams

/// The last encrypted records of a session, the oldest overwritten first.
struct RecentRecords: Sendable {
  static let limit = 12
  private static let none = EncryptedRecord(
    side: .client, type: 0, length: 0,
    frame: ItemReference(input: 0, frame: 0, time: Timestamp(nanoseconds: 0)), isPartial: false)

  private var next = 0
  private var count = 0
  private var records: InlineArray<12, EncryptedRecord> = InlineArray(repeating: RecentRecords.none)

  @inline(__always)
  mutating func append(_ record: EncryptedRecord) {
    records[next] = record
    next = next &+ 1 == Self.limit ? 0 : next &+ 1
    if count < Self.limit { count &+= 1 }
  }

  /// From the oldest kept to the newest.
  var inOrder: [EncryptedRecord] {
    let oldest = count < Self.limit ? 0 : next
    return (0..<count).map { records[(oldest + $0) % Self.limit] }
  }
}
