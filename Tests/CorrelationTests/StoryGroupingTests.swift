import CaptureReader
import Evidence
import RDPProtocol
import Testing

@testable import Correlation

@Suite("Grouping of sessions into stories") struct StoryGroupingTests {
  private typealias Sample = FactsSample

  @Test("a drop, tries to reconnect and the success are one story")
  func reconnection() {
    let sessions = [
      Sample.session(from: 0, to: 60, client: Sample.client(port: 1001), end: .outage),
      Sample.session(
        from: 61, to: 64, client: Sample.client(port: 1002), phase: .tcp, end: .none),
      Sample.session(from: 74, to: 674, client: Sample.client(port: 1003)),
    ]
    #expect(StoryGrouping.stories(of: sessions) == [[0, 1, 2]])
  }

  @Test("sessions side by side are stories of their own")
  func parallel() {
    let sessions = [
      Sample.session(from: 0, to: 300, client: Sample.client(port: 1001)),
      Sample.session(from: 50, to: 110, client: Sample.client(port: 1002), end: .outage),
    ]
    #expect(StoryGrouping.stories(of: sessions) == [[0], [1]])
  }

  @Test("a session after one that ended as intended is a new story; so is one after a long pause")
  func separate() {
    let sessions = [
      Sample.session(from: 0, to: 60, client: Sample.client(port: 1001)),
      Sample.session(
        from: 70, to: 71, client: Sample.client(port: 1002), phase: .tls, end: .serverFIN),
      Sample.session(
        from: 400, to: 401, client: Sample.client(port: 1003), phase: .tls, end: .serverFIN),
    ]
    #expect(StoryGrouping.stories(of: sessions) == [[0], [1], [2]])
  }

  @Test("a broker's session and the one it led to are one story")
  func redirection() {
    let sessions = [
      Sample.session(from: 0, to: 2, client: Sample.client(port: 1001)),
      Sample.session(
        from: 4, to: 604, client: Sample.client(port: 1002), server: Sample.server(4),
        token: "msts=1.2.3"),
    ]
    #expect(StoryGrouping.stories(of: sessions) == [[0, 1]])
  }

  @Test("a story crosses the border between two series, in whatever order they are read")
  func acrossSeries() {
    let lost = Sample.session(from: 0, to: 60, client: Sample.client(port: 1001), end: .outage)
    let regained = Sample.session(
      from: 70, to: 670, client: Sample.client(port: 1002), input: 1)
    #expect(StoryGrouping.stories(of: [lost, regained]) == [[0, 1]])
    #expect(StoryGrouping.stories(of: [regained, lost]) == [[1, 0]])
  }

  @Test("ten thousand sessions behind one address are grouped")
  func many() {
    let sessions = (0..<10_000).map { index in
      Sample.session(
        from: Int64(index), to: Int64(index) + 3000,
        client: Sample.client(port: UInt16(index + 1000)))
    }
    #expect(StoryGrouping.stories(of: sessions).count == 10_000)
  }
}
