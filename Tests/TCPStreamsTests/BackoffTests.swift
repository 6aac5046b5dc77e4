import CaptureReader
import Foundation
import PacketDecode
import Support
import TCPStreams
import Testing

@Suite("Back-off ladders") struct BackoffTests {
  struct Ladder: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// Seconds after the first sending.
    var times: [Double]
    var stack: Stack
    var hopLimit: UInt8 = 64
    var schedule: Backoff.Schedule?
    var givesUpAfter: TimeSpan?
  }

  /// What a stack puts into its SYN.
  enum Stack: Sendable {
    case windows, linux, linuxWithoutTimestamps, bsd, plain

    var options: [PacketBuilder.Option] {
      switch self {
      case .windows: [.windowScale(8)]
      case .linux: [.windowScale(7), Self.timestamps]
      case .linuxWithoutTimestamps: [.windowScale(10)]
      case .bsd: [.windowScale(6), Self.timestamps]
      case .plain: []
      }
    }

    private static let timestamps = PacketBuilder.Option.timestamps(
      value: 9, echo: 0)
  }

  static let synLadders = [
    Ladder(
      testDescription: "Windows 10", times: [1.01, 3.02, 7.02, 15.04], stack: .windows,
      schedule: .windows, givesUpAfter: .seconds(31)),
    Ladder(
      testDescription: "Windows 10, cut early, nine routers away", times: [1, 3], stack: .windows,
      hopLimit: 119,
      schedule: .windows, givesUpAfter: .seconds(31)),
    Ladder(
      testDescription: "Windows 7", times: [3, 9.01], stack: .windows, schedule: .windowsBefore10,
      givesUpAfter: .seconds(21)),
    Ladder(
      testDescription: "Linux before 6.5", times: [1.03, 3.05, 7.2, 15.4, 31.5, 64], stack: .linux,
      hopLimit: 57,
      schedule: .linux, givesUpAfter: .seconds(127)),
    Ladder(
      testDescription: "Linux 6.5", times: [1.02, 2.05, 3.07, 4.1, 5.1, 7.2, 11.3, 19.5],
      stack: .linux, schedule: .linearSYN, givesUpAfter: .seconds(131)),
    Ladder(
      testDescription: "a router's own stack", times: [1, 3, 7], stack: .plain, hopLimit: 250,
      schedule: .doubling),
    Ladder(
      testDescription: "Linux behind hop limit 128", times: [1.03, 3.05, 7.2],
      stack: .linuxWithoutTimestamps, hopLimit: 128, schedule: .linux,
      givesUpAfter: .seconds(127)),
    Ladder(
      testDescription: "a BSD", times: [1, 3, 7], stack: .bsd, schedule: .doubling),
    Ladder(
      testDescription: "no rule", times: [1, 1.4, 9, 9.3], stack: .linux, schedule: .irregular),
    Ladder(testDescription: "one repeat of Linux", times: [1], stack: .linux),
    Ladder(testDescription: "none", times: [], stack: .windows),
  ]

  @Test("of SYN packets tell the stack and when it gives up", arguments: synLadders)
  func syn(_ ladder: Ladder) {
    let talk = Conversation()
    for time in [0] + ladder.times {
      talk.packet(
        .client, at: time * 1000, seq: -1, ack: nil, flags: .syn, options: ladder.stack.options,
        ttl: ladder.hopLimit)
    }
    let backoff = talk.record().backoffs.client
    #expect(backoff?.schedule == ladder.schedule)
    #expect(backoff?.givesUpAfter == ladder.givesUpAfter)
    if let backoff {
      #expect(backoff.subject == .syn)
      #expect(backoff.pauses.count == ladder.times.count)
      #expect(backoff.start.nanoseconds == Conversation.start)
    }
  }

  static let dataLadders = [
    // 63 times the first timeout: five repeats, and the wait after the last.
    Ladder(
      testDescription: "Windows", times: [0.3, 0.9, 2.1, 4.5, 9.3], stack: .windows,
      schedule: .windows, givesUpAfter: .milliseconds(18_900)),
    // fifteen timeouts from 200 ms on, none longer than 120 s.
    Ladder(
      testDescription: "Linux", times: [0.2, 0.6, 1.4, 3.0, 6.2], stack: .linux, schedule: .linux,
      givesUpAfter: .milliseconds(924_600)),
    Ladder(
      testDescription: "Linux behind hop limit 128, without timestamps",
      times: [0.2, 0.6, 1.4, 3.0, 6.2], stack: .linuxWithoutTimestamps, hopLimit: 128,
      schedule: .linux, givesUpAfter: .milliseconds(924_600)),
    Ladder(
      testDescription: "a timeout shorter than Windows'", times: [0.2, 0.6, 1.4, 3.0],
      stack: .windows, hopLimit: 128, schedule: .linux, givesUpAfter: .milliseconds(924_600)),
    Ladder(
      testDescription: "a stack that offers nothing", times: [0.3, 0.9, 2.1], stack: .plain,
      hopLimit: 128, schedule: .doubling),
    Ladder(
      testDescription: "Linux with a tail-loss probe first",
      times: [0.05, 0.25, 0.65, 1.45, 3.05], stack: .linux, schedule: .linux,
      givesUpAfter: .milliseconds(924_650)),
    Ladder(
      testDescription: "more repeats than Windows makes",
      times: [0.3, 0.9, 2.1, 4.5, 9.3, 18.9], stack: .windows, schedule: .doubling),
    Ladder(
      testDescription: "constant pauses", times: [0.5, 1, 1.5, 2], stack: .linux,
      schedule: .irregular),
    Ladder(testDescription: "one repeat", times: [0.3], stack: .windows),
  ]

  @Test("of data tell the stack and when it gives up", arguments: dataLadders)
  func data(_ ladder: Ladder) {
    let talk = Conversation()
    talk.packet(.client, at: 0, seq: -1, ack: nil, flags: .syn)
    talk.packet(.server, at: 20, seq: -1, flags: [.syn, .ack], options: ladder.stack.options)
    talk.packet(.client, at: 21, seq: 0)
    for time in [0] + ladder.times {
      talk.data(.server, at: 1000 + time * 1000, seq: 0, 100, ttl: ladder.hopLimit)
    }
    let backoff = talk.record().backoffs.server
    #expect(backoff?.schedule == ladder.schedule)
    #expect(backoff?.givesUpAfter == ladder.givesUpAfter)
    if let backoff { #expect(backoff.subject == .data) }
    #expect(talk.record().backoffs.client == nil)
  }

  @Test("an answer ends the ladder, and the pieces of one segment are no steps")
  func answered() {
    let talk = Conversation()
    talk.open(options: Stack.linux.options)
    talk.data(.client, at: 1000, seq: 0, 2000)
    for time in [1300.0, 1900, 3100] {
      talk.data(.client, at: time, seq: 0, 1000)
      talk.data(.client, at: time + 0.1, seq: 1000, 1000)
    }
    #expect(talk.record().backoffs.client?.pauses.count == 3)
    #expect(talk.record().backoffs.client?.schedule == .linux)
    talk.ack(.server, at: 3200, 2000)
    #expect(talk.record().backoffs.client == nil)
  }

  @Test("is the same for a segment that was sent fifty times, with the last pauses kept")
  func bounded() {
    let talk = Conversation()
    talk.open()
    for index in 0...50 { talk.data(.client, at: 1000 + Double(index) * 400, seq: 0, 100) }
    #expect(talk.record().backoffs.client?.pauses.count == 16)
  }

  @Test("of the lab's Linux hosts are Linux's", arguments: ["b-bh-both.100.c", "b-bh-c2s.100.c"])
  func lab(name: String) throws {
    guard let file = Recordings.shared("lab/\(name).pcap.gz") else { return }
    var table = ConnectionTable(options: ConnectionOptions(servicePorts: [3389, 3390]))
    var decoder = PacketDecoder()
    _ = try CaptureFile.read(.file(file.path)) { record, bytes in
      let frame = ItemReference(input: 0, frame: record.frame, time: record.time)
      decoder.decode(bytes, record) { packet, payload in
        guard case .tcp(let segment) = packet.transport else { return }
        table.receive(
          segment, network: packet.network, payload: payload, frame: frame, opening: nil
        ) { _, _, _ in }
      }
    }
    let backoffs = (0..<table.count).flatMap { index in
      let record = table.record(of: index)
      return [record.backoffs.client, record.backoffs.server].compactMap(\.self)
    }
    let linux = backoffs.filter { $0.schedule == .linux }
    #expect(!linux.isEmpty, "\(backoffs)")
    for backoff in linux {
      let limit = try #require(backoff.givesUpAfter)
      #expect(limit >= .milliseconds(924_600) && limit < .seconds(924 + 121))
    }
  }
}
