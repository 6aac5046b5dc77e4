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
      story: "many of the server's segments overtook others, seen at the client",
      script: .active().changed { shuffled(&$0, at: .client) }, isDegraded: true),
    Case(
      story: "the same where the server captured: they had not been on the path yet",
      script: .active().changed { shuffled(&$0, at: .server) }, isDegraded: false),
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
    Case(
      story: "two of three hundred were lost without doubt",
      script: .active().changed {
        $0.connection.sent.client.dataPackets = 300
        $0.connection.sent.client.retransmissions.fast = 2
      }, isDegraded: true),
    Case(
      story: "two of six hundred",
      script: .active().changed {
        $0.connection.sent.client.dataPackets = 600
        $0.connection.sent.client.retransmissions.fast = 2
      }, isDegraded: false),
    Case(
      story: "acknowledgements were lost before the capture",
      script: .active().changed { unseen(&$0, .server, 4) }, isDegraded: true),
    Case(
      story: "packets of the capturing host itself are missing: the capture lost them",
      script: .active().changed {
        unseen(&$0, .server, 4)
        unseen(&$0, .client, 3)
      }, isDegraded: false),
    Case(
      story: "data waited for a second and was sent three times",
      script: .active().changed { stall(&$0, [1_200], sendings: 3) }, isDegraded: true),
    Case(
      story: "data waited three times for half a second",
      script: .active().changed { stall(&$0, [520, 510, 600], sendings: 2) }, isDegraded: true),
    Case(
      story: "the same over an hour",
      script: hour { _ in }.changed {
        stall(&$0, [520, 510, 600], sendings: 2)
      }, isDegraded: false),
    Case(
      story: "the receiver's program took nothing",
      script: .active().changed {
        stall(&$0, [1_200], sendings: 3)
        $0.connection.sent.server.zeroWindows = 2
      }, isDegraded: false),
    Case(
      story: "one loss on a long way",
      script: .active().changed { stall(&$0, [1_400], sendings: 2) },
      isDegraded: false),
    Case(
      story: "delays that vary, nothing lost",
      script: wavering([31, 90, 60, 160, 115, 40, 140, 170, 80, 130], .linux), isDegraded: true),
    Case(
      story: "the same from a stack that may put acknowledgements off for 200 ms",
      script: wavering([31, 90, 60, 160, 115, 40, 140, 170, 80, 130], .windows), isDegraded: false),
    Case(
      story: "Linux puts some acknowledgements off",
      script: wavering([30, 70, 71, 30, 31, 72, 70, 30, 71, 30], .linux), isDegraded: false),
    Case(
      story: "a long way with acknowledgements put off",
      script: wavering([180, 182, 360, 190, 181, 355, 183, 182, 181, 350], .linux),
      isDegraded: false),
  ]

  /// Six of the server's ninety segments came after later ones.
  private static func shuffled(_ script: inout SessionScript, at point: CapturePoint) {
    script.connection.capturePoint = point
    script.connection.sent.server.dataPackets = 90
    script.connection.sent.server.reordered = 6
  }

  /// A capture at the client, of hosts that number their datagrams one by one.
  private static func unseen(_ script: inout SessionScript, _ side: Side, _ count: Int) {
    script.connection.capturePoint = .client
    script.connection.sent.client.unseenPackets = script.connection.sent.client.unseenPackets ?? 0
    script.connection.sent[side].packets = 200
    script.connection.sent[side].unseenPackets = count
  }

  private static func stall(_ script: inout SessionScript, _ lengths: [Int64], sendings: Int) {
    var stalls = StallTally()
    var time = SessionScript.start
    for length in lengths {
      let end = time.advanced(by: .milliseconds(length))
      stalls.note(from: time, to: end, sendings: sendings)
      time = end.advanced(by: .seconds(2))
    }
    script.connection.sent.client.stalls = stalls
  }

  /// The client's data is acknowledged after so many milliseconds by a stack of this kind.
  private static func wavering(_ trips: [Int64], _ stack: StackFamily) -> SessionScript {
    .active().changed { script in
      var trip = RoundTrip()
      trip.samples = trips.count
      trip.minimum = trips.min().map { .milliseconds($0) }
      trip.maximum = trips.max().map { .milliseconds($0) }
      for sample in trips { trip.histogram.add(.milliseconds(sample)) }
      script.connection.sent.client.roundTrip = trip
      script.connection.sent.server.stack = stack
    }
  }

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
