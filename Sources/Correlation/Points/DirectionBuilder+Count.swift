import CaptureReader
import PacketDecode
import TCPStreams

extension DirectionBuilder {
  /// A RST that arrived otherwise than it left (a device moved its numbers) is still the same one.
  mutating func pairResets() {
    let open = sent.indices.filter {
      arrival[$0] == nil && sentSegment($0).flags.contains(.rst)
    }
    for place in received.indices
    where origin[place] == nil && receivedSegment(place).flags.contains(.rst) {
      let arrived = receivedSegment(place)
      guard
        let found = open.first(where: {
          arrival[$0] == nil && sentSegment($0).sequence == arrived.sequence
            && expectedAt($0) <= receivedAt(place).advanced(by: tolerance)
        })
      else { continue }
      arrival[found] = place
      origin[place] = found
      fates[found] = .arrived
    }
  }

  /// Equal RSTs that follow each other closely count as copies of one in a capture, and not where
  /// the path spread them.
  mutating func settleEqualResets() {
    for place in sent.indices where sentSegment(place).flags.contains(.rst) {
      guard case .lost = fates[place] else { continue }
      let isCopy = sent.indices.contains { other in
        arrival[other] != nil && sentSegment(other).flags.contains(.rst)
          && sentSegment(other).sequence == sentSegment(place).sequence
          && abs(sentAt(other).since(sentAt(place)).nanoseconds) < Self.closely.nanoseconds
      }
      if isCopy { fates[place] = .arrived }
    }
  }

  private static let closely = TimeSpan.milliseconds(100)

  func count(_ result: inout DirectionComparison) {
    var run: [Int] = []
    for place in sent.indices {
      switch fates[place] {
      case .uncovered:
        result.uncovered += 1
        continue
      case .arrived:
        result.arrived += 1
        close(&run, isFinal: false, in: &result)
      case .missed:
        result.missedByReceiver += 1
        close(&run, isFinal: false, in: &result)
      case .unclear: result.unclear += 1
      case .partlyLost(let bytes):
        note(lost: place, bytes: bytes, in: &result)
        close(&run, isFinal: false, in: &result)
      case .lost:
        note(lost: place, bytes: sentSegment(place).length, in: &result)
        run.append(place)
      }
      result.sent += 1
    }
    close(&run, isFinal: true, in: &result)
    result.lostReferences = Self.thinned(result.lostReferences)
    if result.arrived == 0, result.missedByReceiver > 0 {
      // The receiver's capture holds the other direction only.
      result = DirectionComparison()
    }
  }

  /// The first and the last ones, and of those between as many as a picture needs.
  static func thinned(_ references: [ItemReference]) -> [ItemReference] {
    let (first, middle, last) = (8, 32, 24)
    guard references.count > first + middle + last else { return references }
    let between = references[first..<(references.count - last)]
    let picked = (0..<middle).map { between[first + $0 * between.count / middle] }
    return Array(references.prefix(first)) + picked + references.suffix(last)
  }

  private func note(lost place: Int, bytes: Int, in result: inout DirectionComparison) {
    let reference = sender.reference(sent[place])
    result.lost += 1
    if sentSegment(place).sequenceLength > 0 {
      result.lostData += 1
      result.lostBytes += bytes
    }
    if result.firstLost == nil { result.firstLost = reference }
    result.lastLost = reference
    result.lostReferences.append(reference)
  }

  private func close(_ run: inout [Int], isFinal: Bool, in result: inout DirectionComparison) {
    defer { run = [] }
    guard run.count >= PointTolerance.outageSegments, let first = run.first, let last = run.last,
      result.outages.count < PointTolerance.outages
    else { return }
    let outage = PathOutage(
      first: sender.reference(sent[first]), last: sender.reference(sent[last]),
      segments: run.count, isFinal: isFinal)
    if outage.length >= PointTolerance.outageLength { result.outages.append(outage) }
  }
}
