import CaptureReader

/// Lets the packets through that the user's filter passes, and counts the others of each input.
struct FilteredPackets {
  private let filter: PacketFilter?
  private var leftOut: [Int] = []
  private var current = 0

  /// - Parameter text: a filter that was compiled before; one that cannot be compiled passes nothing.
  init(_ text: String?) { filter = text.flatMap { try? PacketFilter($0) } }

  /// Everything passes.
  var isEmpty: Bool { filter == nil }

  mutating func passes(_ record: borrowing PacketRecord, _ bytes: RawSpan) -> Bool {
    guard let filter else { return true }
    if filter.passes(record, bytes) { return true }
    current += 1
    return false
  }

  mutating func finishInput() {
    leftOut.append(current)
    current = 0
  }

  func note(ofInput place: Int) -> InputReport.InputNote? {
    guard let filter, leftOut.indices.contains(place), leftOut[place] > 0 else { return nil }
    let refused = filter.refusedLinkTypes.map { "\($0.rawValue)" }.joined(separator: ", ")
    return InputReport.InputNote(
      code: "packets_filtered",
      message: "\(leftOut[place]) packets do not pass --filter and were left out"
        + (refused.isEmpty ? "" : "; it cannot be applied to link type \(refused)"))
  }
}
