/// Puts the packets of a series in order of time within a small window.
///
/// It holds every packet back, so it is for captures whose order is known to be wrong. A step of the
/// clock that is longer than the window begins anew: nothing is moved across it.
public struct ReadingOrder {
  /// An interface of one file of a series.
  public struct Interface: Hashable, Sendable {
    public var member: Int
    public var number: Int

    public init(member: Int, number: Int) {
      self.member = member
      self.number = number
    }
  }

  private struct Held {
    /// The time that places it, and among equal ones its place in the file.
    var place: Int64
    var ordinal: Int
    var member: Int
    var record: PacketRecord
    var bytes: [UInt8]

    func isBefore(_ other: borrowing Held) -> Bool {
      (place, ordinal) < (other.place, other.ordinal)
    }
  }

  /// How late the packets of an interface can be; those that are later stay where they stand.
  private let windows: [Interface: TimeSpan]
  private let otherwise: TimeSpan
  private let longest: TimeSpan
  private let byteLimit: Int
  /// A heap: each one stands before the two that follow at twice its place.
  private var held: [Held] = []
  private var ordinals = 0
  private var heldBytes = 0
  private var newest = Int64.min

  /// - Parameter otherwise: for interfaces that `windows` does not name.
  public init(
    windows: [Interface: TimeSpan] = [:], otherwise: TimeSpan = .zero, limits: ReadingLimits
  ) {
    self.windows = windows
    self.otherwise = otherwise
    longest = max(otherwise, windows.values.max() ?? .zero)
    byteLimit = limits.reorderingBytes
  }

  /// Hands on what no later packet can stand before.
  public mutating func pass(
    _ member: Int, _ record: borrowing PacketRecord, _ bytes: RawSpan,
    _ deliver: (Int, borrowing PacketRecord, RawSpan) -> Void
  ) {
    let place = place(of: record, in: member)
    if place < newest.subtractingSaturating(longest.nanoseconds) {
      finish(deliver)
      newest = place
    }
    newest = max(newest, place)
    insert(
      Held(
        place: place, ordinal: ordinals, member: member, record: copy record,
        bytes: bytes.copied()))
    ordinals &+= 1
    heldBytes += bytes.byteCount + Self.overhead
    release(deliver)
  }

  private func place(of record: borrowing PacketRecord, in member: Int) -> Int64 {
    let time = record.time.nanoseconds
    // Formats without times say 0.
    guard time > 0 else { return newest }
    let lateness = newest.subtractingSaturating(time)
    guard lateness > 0, lateness <= longest.nanoseconds else { return time }
    let window = windows[Interface(member: member, number: record.interface)] ?? otherwise
    return lateness <= window.nanoseconds ? time : newest
  }

  /// Hands on all that is held.
  public mutating func finish(_ deliver: (Int, borrowing PacketRecord, RawSpan) -> Void) {
    while let held = removeFirst() { deliver(held.member, held.record, held.bytes.rawSpan) }
  }

  private mutating func release(_ deliver: (Int, borrowing PacketRecord, RawSpan) -> Void) {
    let due = newest.subtractingSaturating(longest.nanoseconds)
    while let first = held.first, first.place < due || heldBytes > byteLimit,
      let next = removeFirst()
    {
      deliver(next.member, next.record, next.bytes.rawSpan)
    }
  }

  private mutating func insert(_ item: consuming Held) {
    held.append(item)
    var place = held.count - 1
    while place > 0, held[place].isBefore(held[(place - 1) / 2]) {
      held.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  private mutating func removeFirst() -> Held? {
    guard !held.isEmpty else { return nil }
    held.swapAt(0, held.count - 1)
    let first = held.removeLast()
    heldBytes -= first.bytes.count + Self.overhead
    var place = 0
    while true {
      var next = 2 * place + 1
      guard next < held.count else { break }
      if next + 1 < held.count, held[next + 1].isBefore(held[next]) { next += 1 }
      guard held[next].isBefore(held[place]) else { break }
      held.swapAt(place, next)
      place = next
    }
    return first
  }

  /// Memory of a held packet beside its bytes.
  private static let overhead = 128
}
