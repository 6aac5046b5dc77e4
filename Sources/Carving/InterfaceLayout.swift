package import Analysis
import Attribution
package import CaptureReader
import CaptureWriter
import Evidence
import PacketDecode
import RDPProtocol
import TCPStreams

/// Which interfaces a carved capture has: those of the inputs that its packets come from, those of each
/// point of capture by themselves.
package final class InterfaceLayout {
  /// A point that captures of the session were taken at.
  package struct Point {
    package var inputs: ClosedRange<Int>
    package var name: String
    /// Until when the capture ran, as the session's verdict has it.
    package var end: Timestamp

    package init(inputs: ClosedRange<Int>, name: String, end: Timestamp) {
      self.inputs = inputs
      self.name = name
      self.end = end
    }
  }

  /// Names, descriptions, filters and systems of interfaces are left out: they tell where they stand.
  package var concealsOrigin = false

  private let points: [Point]
  private let inputs: [InputReport]
  private var numbers: [Key: Int] = [:]
  private var used: [(number: Int, written: WrittenInterface, statistics: WrittenStatistics)] = []

  private struct Key: Hashable {
    var point: Int
    var interface: WrittenInterface
  }

  /// How the descriptions of interfaces begin where a capture holds several points.
  static let pointMark = CarvedPoints.mark

  package init(points: [Point], inputs: [InputReport]) {
    self.points = points
    self.inputs = inputs
  }

  var hasSeveralPoints: Bool { points.count > 1 }

  var statistics: [(interface: Int, WrittenStatistics)] {
    used.map { ($0.number, $0.statistics) }
  }

  /// The number of a packet's interface; it is described where that was not done. Nil where there are
  /// too many.
  func interface(
    of record: PacketRecord, input: Int, in writer: inout PCAPNGWriter
  ) -> (Int, WrittenInterface)? {
    let summary = inputs.indices.contains(input) ? inputs[input].summary : nil
    let source = summary.flatMap {
      $0.interfaces.indices.contains(record.interface) ? $0.interfaces[record.interface] : nil
    }
    var written = source.map { WrittenInterface($0) } ?? WrittenInterface(linkType: record.linkType)
    written.linkType = record.linkType
    if concealsOrigin {
      let bare = WrittenInterface(
        linkType: written.linkType, snapLength: written.snapLength,
        resolution: written.resolution)
      let frameCheckLength = written.frameCheckLength
      written = bare
      written.frameCheckLength = frameCheckLength
    }
    let place = points.firstIndex { $0.inputs.contains(input) } ?? 0
    if hasSeveralPoints {
      let name = points.indices.contains(place) ? points[place].name : "unknown"
      written.description =
        "\(Self.pointMark)\(place + 1): \(name)" + (written.description.map { "; \($0)" } ?? "")
    }
    let key = Key(point: place, interface: written)
    if let number = numbers[key] {
      note(source, of: number, input: input)
      return (number, written)
    }
    guard let number = writer.add(written) else { return nil }
    numbers[key] = number
    let start = summary?.firstTime ?? record.time
    let end = points.indices.contains(place) ? points[place].end : record.time
    used.append((number, written, WrittenStatistics(start: start, end: max(start, end))))
    note(source, of: number, input: input)
    return (number, written)
  }

  private var noted: Set<[Int]> = []

  /// Adds what the source's interface lost, once for each input.
  private func note(_ source: CaptureInterface?, of number: Int, input: Int) {
    guard let source, let place = used.firstIndex(where: { $0.number == number }),
      noted.insert([number, input]).inserted, source.lost > 0
    else { return }
    let before = used[place].statistics.dropped ?? 0
    let (sum, overflow) = before.addingReportingOverflow(source.lost)
    used[place].statistics.dropped = overflow ? .max : sum
  }
}
