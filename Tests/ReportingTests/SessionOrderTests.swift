@testable import Analysis
import CaptureReader
import Evidence
import Support
import Testing

@Suite struct SessionOrderTests {
  @Test("facts come in the order of their numbers", arguments: 0...20 as ClosedRange<UInt64>)
  func sorted(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let count = Int(seed) * 3
    let numbers = (0..<count).map { $0 * 2 }.shuffled(using: &random)
    var sessions = numbers.map { number in
      let time = Timestamp(nanoseconds: Int64(number))
      return SessionFacts(identity: SessionIdentity(start: time, end: time), witnesses: [])
    }
    CaptureCollector.sort(&sessions, by: numbers)
    #expect(sessions.map(\.identity.start.nanoseconds) == (0..<count).map { Int64($0) * 2 })
  }
}
