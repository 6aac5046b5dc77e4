import CaptureReader
import Testing

@Suite("Series joint") struct SeriesJointTests {
  private static let second: Int64 = 1_000_000_000

  private struct Outcome {
    /// `file.frame` in the order of delivery.
    var order: [String] = []
    var seams: [SeriesJoint.Seam?] = []
    var unordered = 0
  }

  /// Joins files whose packets came at these times (in seconds), counters as given.
  private func join(
    _ files: [[Double]], counters: [Int?] = [], complete: [Bool] = [],
    limits: ReadingLimits = ReadingLimits()
  ) -> Outcome {
    func time(_ seconds: Double) -> Timestamp {
      Timestamp(nanoseconds: 1000 * Self.second + Int64(seconds * 1e9))
    }
    let members = files.enumerated().map { index, times in
      CaptureSeries.Member(
        source: .file("\(index)"), firstTime: times.first.map(time),
        counter: counters.isEmpty ? nil : counters[index])
    }
    var joint = SeriesJoint(CaptureSeries(name: "*", members: members), limits: limits)
    var outcome = Outcome()
    for (index, times) in files.enumerated() {
      let wasComplete = index == 0 || complete.isEmpty || complete[index - 1]
      outcome.seams.append(joint.advance(previousIsComplete: wasComplete))
      for (place, seconds) in times.enumerated() {
        let record = PacketRecord(
          frame: place + 1, time: time(seconds), originalLength: 4, linkType: .ethernet)
        let bytes: [UInt8] = [UInt8(truncatingIfNeeded: index), UInt8(place), 0, 0]
        joint.pass(record, bytes.rawSpan) { file, record, bytes in
          outcome.order.append("\(file).\(record.frame)")
          if bytes.firstByte != UInt8(truncatingIfNeeded: file) {
            outcome.order.append("wrong bytes")
          }
        }
      }
    }
    joint.finish { file, record, _ in outcome.order.append("\(file).\(record.frame)") }
    outcome.unordered = joint.unordered
    return outcome
  }

  @Test("files that follow each other go through as they are")
  func consecutive() {
    let outcome = join([[1, 2, 3], [4, 5], [6]])
    #expect(outcome.order == ["0.1", "0.2", "0.3", "1.1", "1.2", "2.1"])
    #expect(outcome.seams.map { $0?.kind } == [nil, .joined, .joined])
  }

  @Test("files that overlap are put in order of time, each in its own order")
  func overlap() {
    let outcome = join([[1, 4, 3, 6], [2, 5, 7], [6.5, 8]])
    #expect(outcome.order == ["0.1", "1.1", "0.2", "0.3", "1.2", "0.4", "2.1", "1.3", "2.2"])
    #expect(outcome.seams.map { $0?.kind } == [nil, .overlap, .overlap])
  }

  @Test("an overlap beyond what may be held comes as it is, and says so")
  func hugeOverlap() {
    var limits = ReadingLimits()
    limits.seriesOverlapBytes = 1_000
    let outcome = join([(1...100).map(Double.init), [1.5]], limits: limits)
    #expect(outcome.order.count == 101)
    #expect(Set(outcome.order).count == 101)
    #expect(outcome.unordered > 0)
  }

  @Test("packets are held of so many files, and no more")
  func manyOverlaps() {
    var limits = ReadingLimits()
    limits.seriesOverlapFiles = 3
    let files = (0..<10).map { [Double($0), 1_000 - Double($0)] }
    let outcome = join(files, limits: limits)
    #expect(outcome.order.count == 20)
    #expect(Set(outcome.order).count == 20)
    #expect(outcome.unordered == 6)
    #expect(join(files).unordered == 0)
  }

  @Test("any numbers in names, and thousands of files, are looked through at once")
  func extremeNumbers() {
    let far = join([[1], [2]], counters: [.min, .max]).seams
    #expect(far.last??.kind == .missingFiles(after: .min, before: .max))
    #expect(join([[1], [2]], counters: [.max, .min]).seams.last??.kind == .joined)
    let many = join(
      (0..<5_000).map { [Double($0)] }, counters: (0..<5_000).map { $0 < 4_000 ? $0 : $0 + 1 })
    #expect(many.seams.enumerated().filter { $0.element?.isGap == true }.map(\.offset) == [4_000])
  }

  @Test("missing numbers are a gap, a ring's wrap is none")
  func numbers() {
    let gap = join([[1], [2], [3]], counters: [1, 2, 4]).seams
    #expect(gap.map { $0?.kind } == [nil, .joined, .missingFiles(after: 2, before: 4)])
    #expect(gap.last??.isGap == true)
    let empty = join([[1], [2], [3], []], counters: [1, 2, 4, 3]).seams
    #expect(empty.prefix(3).map { $0?.kind } == [nil, .joined, .joined])
    let wrap = join([[1], [2], [3], [4]], counters: [8, 9, 0, 1]).seams
    #expect(wrap.dropFirst().allSatisfy { $0?.kind == .joined })
    let renamed = join([[1], [2], [3], [4]], counters: [7, 2, 9, 4]).seams
    #expect(renamed.dropFirst().allSatisfy { $0?.kind == .joined })
  }

  @Test("a file that is cut leaves a gap before the next one")
  func cut() {
    let seams = join([[1], [2], [3]], complete: [false, true, true]).seams
    #expect(seams.map { $0?.isGap } == [nil, true, false])
  }

  @Test("silence is a gap where it is out of all proportion")
  func silence() {
    #expect(join([[1, 2, 3], [603, 604]]).seams.last??.kind == .silence)
    // It has been as silent before.
    #expect(join([[1, 301], [601]]).seams.last??.kind == .joined)
    // An outage of a session is no gap of the capture.
    #expect(join([[1, 1.01, 1.02], [31]]).seams.last??.kind == .joined)
  }
}

extension RawSpan {
  fileprivate var firstByte: UInt8 { copied().first ?? 0 }
}
