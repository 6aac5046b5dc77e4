import CaptureReader
import Evidence
import TCPStreams

/// What a first reading found of the order in which the packets of a series stand in its files.
struct FileOrder {
  /// By interface; those without late packets are not named.
  private(set) var lateness: [ReadingOrder.Interface: Lateness] = [:]
  /// Late packets of which their connections have not said anything yet.
  private var expected: [ItemReference: Late] = [:]

  private struct Late {
    var lateness: TimeSpan
    var interface: ReadingOrder.Interface
  }

  private static let expectedLimit = 4_096

  /// A packet is late; what its connection says of its place can come later.
  mutating func expect(
    _ frame: ItemReference, _ lateness: TimeSpan, of interface: ReadingOrder.Interface
  ) {
    if expected.count == Self.expectedLimit { expected = [:] }
    expected[frame] = Late(lateness: lateness, interface: interface)
  }

  mutating func note(_ signs: [LateSign]) {
    for sign in signs {
      guard let late = expected.removeValue(forKey: sign.frame) else { continue }
      lateness[late.interface, default: Lateness()].note(late.lateness, sign.sign)
    }
  }

  /// How late the packets of each interface are whose times are to be believed rather than its places
  /// in the file.
  var windows: [ReadingOrder.Interface: TimeSpan] { lateness.compactMapValues(\.believed) }

  /// Packets of connections stand in another order than that of time, and their times are right.
  var isToBeMended: Bool { lateness.values.contains { $0.believed != nil } }

  /// One note for an input whose packets do not stand in order of time.
  ///
  /// - Parameter isMended: it was read in order of time.
  func note(ofInput place: Int, isMended: Bool) -> InputReport.InputNote? {
    let ofInput = lateness.filter { $0.key.member == place }.map(\.value)
    let believed = ofInput.filter { $0.believed != nil }
    if let longest = believed.map(\.longest).max() {
      let outcome =
        isMended
        ? "the file was read in order of time"
        : "it was read in order of time from the first of them on"
      return InputReport.InputNote(
        code: "packets_out_of_order",
        message: "\(Self.packets(believed)) in the file up to \(Self.text(longest)) behind later "
          + "ones (several interfaces or queues were captured); \(outcome)")
    }
    let wrong = ofInput.filter(\.isRefuted)
    guard let longest = wrong.map(\.longest).max() else { return nil }
    return InputReport.InputNote(
      code: "times_out_of_order",
      message: "\(Self.packets(wrong)) up to \(Self.text(longest)) behind others by their times, "
        + "but not by their sequence numbers: clocks differ, the order of the file was kept")
  }

  private static func packets(_ tallies: [Lateness]) -> String {
    let count = tallies.reduce(0) { $0 + $1.packets }
    return count == 1 ? "1 packet stands" : "\(count) packets stand"
  }

  private static func text(_ span: TimeSpan) -> String {
    span < .milliseconds(1) ? "\(max(1, span.nanoseconds / 1_000)) µs" : span.text
  }
}
