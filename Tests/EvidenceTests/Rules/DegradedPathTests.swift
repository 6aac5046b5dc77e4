import CaptureReader
import RDPProtocol
import Testing

@testable import Evidence
@testable import TCPStreams

/// When a path counts as sick, whatever ended the session.
@Suite("Degraded paths") struct DegradedPathTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var story: String
    var script: SessionScript
    var isDegraded: Bool
    var testDescription: String { story }
  }

  /// A connection of a dozen segments.
  static let brief = SessionScript.nla(.authenticate)

  static let cases: [Case] = [
    Case(
      story: "one segment of six was lost",
      script: brief.changed { $0.connection.sent.client.retransmissions.timeout = 1 },
      isDegraded: true),
    Case(
      story: "one of six came late for the first time",
      script: brief.changed { $0.connection.sent.server.lostBeforeCapture = 1 }, isDegraded: true),
    Case(
      story: "one of eighty was lost",
      script: .active().changed { $0.losses(.client, 1) }, isDegraded: false),
    Case(
      story: "a probe of the tail, which a late acknowledgement makes too",
      script: brief.changed { $0.connection.sent.client.retransmissions.tailLossProbe = 1 },
      isDegraded: false),
    Case(
      story: "one of six came twice to its receiver: it was late",
      script: brief.changed {
        $0.connection.sent.server.retransmissions.timeout = 1
        $0.connection.sent.server.dataPackets = 6
      }, isDegraded: false),
    Case(
      story: "two repeats in one direction, of which nobody knows why",
      script: .active().changed {
        $0.connection.sent.server.dataPackets = 45
        $0.connection.sent.server.retransmissions.timeout = 2
        $0.silence(.client)
      }, isDegraded: false),
    Case(
      story: "many repeats in one direction",
      script: .active().changed {
        $0.connection.sent.server.dataPackets = 45
        $0.connection.sent.server.retransmissions.timeout = 6
        $0.silence(.client)
      }, isDegraded: true),
    Case(
      story: "one direction only",
      script: brief.changed {
        $0.connection.sent.client.retransmissions.timeout = 1
        $0.silence(.server)
      }, isDegraded: false),
    Case(
      story: "bytes are missing from the capture",
      script: brief.changed {
        $0.connection.sent.client.retransmissions.timeout = 1
        $0.connection.sent.client.missedBytes = 300
      }, isDegraded: false),
    Case(
      story: "the receiver reports every fourth segment twice",
      script: .active().changed { $0.connection.sent.server.duplicateSacks = 20 },
      isDegraded: true),
    Case(
      story: "the sender repeated what is reported twice",
      script: .active().changed {
        $0.connection.sent.server.duplicateSacks = 6
        $0.connection.sent.client.retransmissions.spurious = 6
      }, isDegraded: false),
    Case(
      story: "a long way on which one segment overtook another",
      script: brief.changed {
        $0.connection.handshake.serverRoundTrip = .milliseconds(400)
        $0.connection.sent.server.reordered = 1
      }, isDegraded: true),
    Case(
      story: "a long way and nothing else",
      script: brief.changed { $0.connection.handshake.serverRoundTrip = .milliseconds(620) },
      isDegraded: false),
    Case(
      story: "ten bad seconds in an hour", script: hour { $0[20] = 12 }, isDegraded: true),
    Case(
      story: "the same losses over the hour",
      script: hour { counts in for place in 0..<12 { counts[place * 4] = 1 } },
      isDegraded: false),
    Case(
      story: "a minute in which the quickest answer took a second",
      script: slow([20: 1000, 21: 1100]), isDegraded: true),
    Case(
      story: "one slow answer", script: slow([20: 1000]), isDegraded: false),
    Case(
      story: "answers that are late by a delayed acknowledgement",
      script: slow([20: 200, 21: 200, 22: 200]), isDegraded: false),
  ]

  @Test("are told from good ones", arguments: cases)
  func judge(_ item: Case) { #expect(item.script.facts.isDegraded == item.isDegraded) }

  /// An hour of a hundred packets in each of 48 stretches, with so many of the client's sent again.
  private static func hour(_ repeats: (inout [UInt32]) -> Void) -> SessionScript {
    var counts = [UInt32](repeating: 0, count: 48)
    repeats(&counts)
    return .active(lasting: 3_600_000).changed { script in
      script.connection.sent.client.dataPackets = 4800
      script.connection.sent.client.retransmissions.fast = counts.reduce(0) { $0 + Int($1) }
      script.connection.series = series { activity, place in
        for _ in 0..<100 { activity.add(bytes: 100, isRepeat: false) }
        for _ in 0..<counts[place] { activity.add(bytes: 100, isRepeat: true) }
      }
    }
  }

  /// The same hour with these shortest round trips in milliseconds, 20 elsewhere.
  private static func slow(_ trips: [Int: Int64]) -> SessionScript {
    .active(lasting: 3_600_000).changed { script in
      script.connection.sent.client.roundTrip.minimum = .milliseconds(20)
      script.connection.series = series { activity, place in
        activity.add(roundTrip: .milliseconds(trips[place] ?? 20))
      }
    }
  }

  private static func series(
    _ fill: (inout ActivitySeries.Activity, Int) -> Void
  ) -> ConnectionSeries {
    let client = (0..<48).map { place in
      var activity = ActivitySeries.Activity()
      fill(&activity, place)
      return activity
    }
    return ConnectionSeries(
      start: SessionScript.start, length: .seconds(75),
      courses: PerSide(
        client: .init(client),
        server: .init([ActivitySeries.Activity](repeating: .init(), count: 48))))
  }
}
