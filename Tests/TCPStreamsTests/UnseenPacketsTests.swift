import CaptureReader
import Testing

@testable import TCPStreams

/// Packets that were lost before the capture, acknowledgements among them, leave gaps in the numbers of a
/// sender that counts the datagrams of each connection (Linux).
@Suite("Packets that never came by") struct UnseenPacketsTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var story: String
    /// Numbers of the client's packets, in the order of capture.
    var numbers: [Int]
    var expected: Int?
    var bytes = 100
    var timestamps = true
    var testDescription: String { story }
  }

  static let cases: [Case] = [
    Case(story: "none", numbers: Array(10..<30), expected: 0),
    Case(story: "one", numbers: [10, 11, 12, 13, 15, 16, 17], expected: 1),
    Case(story: "the second of all", numbers: [10, 12, 13, 14, 15, 16], expected: 1),
    Case(story: "three, twice", numbers: Array(10..<20) + Array(23..<30), expected: 3),
    Case(story: "one that came late", numbers: [10, 11, 12, 13, 15, 14, 16, 17], expected: 0),
    Case(
      story: "the number goes on at zero", numbers: [65_533, 65_534, 65_535, 1, 2, 3], expected: 1),
    Case(story: "too few to know", numbers: [10, 12, 13], expected: nil),
    Case(
      story: "a host that counts the datagrams of all connections",
      numbers: [10, 14, 15, 22, 23, 29, 31, 32, 40], expected: nil),
    Case(story: "numbers by chance", numbers: [7, 40_000, 211, 9_000, 33_333, 5], expected: nil),
    Case(
      story: "super-segments take several numbers", numbers: [10, 11, 12, 13, 15, 17, 18],
      expected: nil, bytes: 2_900),
    Case(
      story: "no options that tell Linux", numbers: [10, 11, 12, 13, 15, 16, 17], expected: nil,
      timestamps: false),
  ]

  @Test("are counted by the gaps in their numbers", arguments: cases) func count(_ item: Case) {
    var lines: [String] = []
    for (index, number) in item.numbers.enumerated() {
      let options = item.timestamps ? "t\(100 + index)/1 " : ""
      lines.append(
        "\(100 + index * 20) C \(index * item.bytes)+\(item.bytes) \(options)id\(number)")
    }
    let record = PacketScript(lines.joined(separator: "\n")).run().record()
    #expect(record.sent.client.unseenPackets == item.expected)
  }
}

extension UnseenPacketsTests {
  @Test("between a client's SYN and its next packet nothing is counted") func opening() {
    let text = "0 C syn t1/0 id5; 20 S syn t9/1 id0; 40 C 0+50 t3/9 id7"
    let rest = (1..<6).map { "\(40 + $0 * 20) C \($0 * 50)+50 t\(3 + $0)/9 id\(7 + $0)" }
    let record = PacketScript(([text] + rest).joined(separator: "\n")).run().record()
    #expect(record.sent.client.unseenPackets == 0)
  }
}

@Suite("Data that waited") struct StallTests {
  static func stalls(_ text: String) -> StallTally? {
    PacketScript(text).run().record().sent.server.stalls
  }

  @Test("a wait in which it was sent three times counts whole") func long() {
    let stalls = Self.stalls(
      "warm; 1000 S 10000+1000; 1250 S 10000+1000; 1700 S 10000+1000; 2210 C a11000")
    #expect(stalls?.count == 1)
    #expect(stalls?.longest == .milliseconds(1210))
  }

  @Test("one repeat that took its time is a wait, and no long one") func single() {
    let stalls = Self.stalls("warm; 1000 S 10000+1000; 1900 S 10000+1000; 2150 C a11000")
    #expect(stalls?.count == 1)
    #expect(stalls?.longest == .zero)
    #expect(stalls?.total == .milliseconds(1150))
  }

  @Test("what was sent once and acknowledged late waited, too, and all at one time once")
  func delivered() {
    let stalls = Self.stalls(
      """
      warm; 1000 S 10000+1000; 1100 S 11000+1000; 1200 S 12000+1000
      1700 C a11000; 1701 C a12000; 1702 C a13000
      3000 S 13000+1000; 3900 C a14000
      """)
    #expect(stalls?.count == 2)
    #expect(stalls?.total == .milliseconds(1600))
  }

  @Test("what the first timeout repairs is none, nor what a receiver may put off") func short() {
    #expect(Self.stalls("warm; 1000 S 10000+1000; 1250 S 10000+1000; 1310 C a11000") == nil)
    #expect(Self.stalls("warm; 1000 S 10000+1000; 1500 C a11000") == nil)
  }
}
