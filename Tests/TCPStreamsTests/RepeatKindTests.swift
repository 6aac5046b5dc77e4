import CaptureReader
import Testing

@testable import TCPStreams

/// What each repeat was, by scripts: packets with their times, and the count of each kind.
///
/// Counts are the server's; those of the client have `C.` before them. Kinds that are not named must
/// not occur.
@Suite("Kinds of repeats") struct RepeatKindTests {
  struct Script: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var text: String
    var expected: String

    init(_ name: String, _ text: String, _ expected: String) {
      (testDescription, self.text, self.expected) = (name, text, expected)
    }
  }

  @Test(
    "are told by what came before and what answered",
    arguments: timeouts + probes + recoveries + spurious + holes + questions + openings + others)
  func kinds(script: Script) {
    let record = PacketScript(script.text).run().record()
    #expect(Self.counts(of: record) == Self.sorted(script.expected))
  }

  @Test("there are sixty of them and more") func enough() {
    let all =
      Self.timeouts + Self.probes + Self.recoveries + Self.spurious + Self.holes + Self.questions
      + Self.openings + Self.others
    #expect(all.count >= 60)
    #expect(Set(all.map(\.testDescription)).count == all.count)
  }

  private static func sorted(_ words: String) -> [String] {
    words.split(separator: " ").map(String.init).sorted()
  }

  private static func counts(of record: ConnectionRecord) -> [String] {
    var words: [String] = []
    for side in Side.allCases {
      let sent = record.sent[side]
      let repeats = sent.retransmissions
      let counts: [(String, Int)] = [
        ("timeout", repeats.timeout), ("fast", repeats.fast), ("probe", repeats.tailLossProbe),
        ("spurious", repeats.spurious), ("syn", repeats.syn), ("fin", repeats.fin),
        ("late", sent.lostBeforeCapture), ("reordered", sent.reordered),
        ("keepAlive", sent.keepAlives), ("windowProbe", sent.zeroWindowProbes),
        ("missed", sent.missedBytes), ("outage", sent.outages.count),
        ("unbelieved", sent.unbelievedAcks ?? 0),
      ]
      for (name, count) in counts where count != 0 {
        words.append("\(side == .client ? "C." : "")\(name)=\(count)")
      }
    }
    if record.copies > 0 { words.append("copies=\(record.copies)") }
    return words.sorted()
  }

  // MARK: Timeouts (RFC 6298)

  static let timeouts = [
    Script(
      "the timer runs out on the last segment",
      "warm; 1000 S 10000+1000; 1400 S 10000+1000; 1450 C a11000", "timeout=1"),
    Script(
      "pauses that double are timeouts, and an outage",
      """
      warm; 1000 S 10000+1000; 1300 S 10000+1000; 1900 S 10000+1000; 3100 S 10000+1000
      3150 C a11000
      """, "outage=1 timeout=3"),
    Script(
      "the handshake's round trip is the timer's first sample",
      "open; 100 S 0+1000; 400 S 0+1000; 450 C a1000", "timeout=1"),
    Script(
      "a timeout although something behind was selectively acknowledged long before",
      """
      warm; 1000 S 10000+1000; 1000.1 S 11000+1000; 1050 C a10000 s11000-12000
      1450 S 10000+1000; 1500 C a12000
      """, "timeout=1"),
    Script(
      "a fast retransmission that was lost again takes a timeout",
      """
      warm; 1000 S 10000+1000; 1000 S 11000+1000; 1000 S 12000+1000; 1000 S 13000+1000
      1050 C a10000; 1051 C a10000; 1052 C a10000; 1053 S 10000+1000
      1450 S 10000+1000; 1500 C a14000
      """, "fast=1 timeout=1"),
    Script(
      "after a timeout the rest goes out again on acknowledgements",
      """
      warm; 1000 S 10000+1000; 1000.1 S 11000+1000; 1000.2 S 12000+1000; 1000.3 S 13000+1000
      1400 S 10000+1000; 1450 C a11000; 1450.1 S 11000+1000; 1450.2 S 12000+1000
      1500 C a13000; 1500.1 S 13000+1000; 1550 C a14000
      """, "timeout=4"),
    Script(
      "two segments that are sent again as one",
      "warm; 1000 S 10000+1000; 1000.1 S 11000+1000; 1400 S 10000+2000; 1450 C a12000",
      "timeout=1"),
    Script(
      "a repeat that carries new data as well",
      "warm; 1000 S 10000+1000; 1400 S 10000+1400; 1450 C a11400", "timeout=1"),
    Script(
      "the client's timer too",
      "warm; 1000 C 0+500; 1400 C 0+500; 1400.5 S 10000- a500", "C.timeout=1"),
    Script(
      "a capture of one direction shows timeouts",
      "0 S 0+1000; 1200 S 0+1000; 3600 S 0+1000; 3700 S 1000+1000", "timeout=2"),
    Script(
      "a timeout in each direction",
      """
      warm; 1000 S 10000+1000; 1001 C 0+500 a10000; 1400 S 10000+1000; 1450 C 0+500 a11000
      1450.5 S 11000- a500
      """, "C.timeout=1 timeout=1"),
  ]

  // MARK: Tail-loss probes (RFC 8985 §7)

  static let probes = [
    Script(
      "the last segment before the timeout",
      "warm; 1000 S 10000+1000; 1110 S 10000+1000; 1160 C a11000", "probe=1"),
    Script(
      "the last of several, counted from the last acknowledgement",
      """
      warm; 1000 S 10000+1000; 1000.1 S 11000+1000; 1000.2 S 12000+1000; 1050 C a12000
      1160 S 12000+1000; 1210 C a13000
      """, "probe=1"),
    Script(
      "a probe, and the timeout after it",
      "warm; 1000 S 10000+1000; 1120 S 10000+1000; 1420 S 10000+1000; 1470 C a11000",
      "probe=1 timeout=1"),
    Script(
      "a probe that waits as long as the timer is told by the next pause",
      """
      warm; 1000 S 10000+1000; 1300 S 10000+1000; 1600 S 10000+1000; 2200 S 10000+1000
      2250 C a11000
      """, "outage=1 probe=1 timeout=2"),
    Script(
      "before the first acknowledgement, by the handshake's round trip",
      "open; 100 S 0+1000; 250 S 0+1000; 300 C a1000", "probe=1"),
    Script(
      "with a selective acknowledgement below it",
      """
      warm; 1000 S 10000+1000; 1000.1 S 11000+1000; 1000.2 S 12000+1000
      1050 C a10000 s11000-12000; 1170 S 12000+1000; 1220 C a10000 s11000-13000
      1221 S 10000+1000; 1271 C a13000
      """, "fast=1 probe=1"),
    Script(
      "it shows by its selective acknowledgement what else was lost",
      """
      warm; 1000 S 10000+1000; 1000.1 S 11000+1000; 1115 S 11000+1000
      1165 C a10000 s11000-12000; 1166 S 10000+1000; 1216 C a12000
      """, "fast=1 probe=1"),
    Script(
      "new data as a probe is no repeat",
      "warm; 1000 S 10000+1000; 1110 S 11000+500; 1160 C a11500", ""),
    Script(
      "a repaired tail is no outage",
      """
      warm; 1000 S 10000+1000; 1150 S 10000+1000; 2300 S 10000+1000; 2350 C a11000
      """, "probe=1 timeout=1"),
    Script(
      "against a delayed acknowledgement, and reported as a duplicate",
      """
      warm; 1000 S 10000+1000; 1110 S 10000+1000; 1140 C a11000
      1160 C a11000 s10000-11000
      """, "spurious=1"),
    Script(
      "the client's probe",
      "warm; 1000 C 0+100; 1000.5 S 10000- a100; 1100 C 100+100; 1220 C 100+100; 1220.5 S 10000- a200",
      "C.probe=1"),
  ]

  // MARK: Recoveries (RFC 5681, 6582, 6675, 5827, 8985)

  static let recoveries = [
    Script(
      "three duplicate acknowledgements",
      """
      warm; 1000 S 10000+1000; 1000 S 11000+1000; 1000 S 12000+1000; 1000 S 13000+1000
      1050 C a10000; 1051 C a10000; 1052 C a10000; 1052.1 S 10000+1000; 1102 C a14000
      """, "fast=1"),
    Script(
      "early retransmit with two segments underway",
      """
      warm; 1000 S 10000+1000; 1000.1 S 11000+1000; 1050 C a10000; 1051 S 10000+1000
      1101 C a12000
      """, "fast=1"),
    Script(
      "early retransmit with three segments underway",
      """
      warm; 1000 S 10000+1000; 1000 S 11000+1000; 1000 S 12000+1000; 1050 C a10000
      1050.2 C a10000; 1051 S 10000+1000; 1101 C a13000
      """, "fast=1"),
    Script(
      "limited transmit sends new data first",
      """
      warm; 1000 S 10000+1000; 1000 S 11000+1000; 1000 S 12000+1000; 1000 S 13000+1000
      1050 C a10000; 1050.1 S 14000+1000; 1051 C a10000; 1051.1 S 15000+1000; 1052 C a10000
      1052.1 S 10000+1000; 1102 C a16000
      """, "fast=1"),
    Script(
      "a partial acknowledgement goes on with the recovery",
      """
      warm; 1000 S 10000+1000; 1000 S 11000+1000; 1000 S 12000+1000; 1000 S 13000+1000
      1000 S 14000+1000; 1050 C a10000; 1051 C a10000; 1052 C a10000; 1052.1 S 10000+1000
      1102 C a11000; 1102.1 S 11000+1000; 1152 C a15000
      """, "fast=2"),
    Script(
      "a selective acknowledgement and a quarter of a round trip",
      """
      warm; 1000 S 10000+1000; 1000.1 S 11000+1000; 1050 C a10000 s11000-12000
      1063 S 10000+1000; 1113 C a12000
      """, "fast=1"),
    Script(
      "two holes between selective acknowledgements",
      """
      warm; 1000 S 10000+1000; 1000 S 11000+1000; 1000 S 12000+1000; 1000 S 13000+1000
      1050 C a10000 s11000-12000; 1050.1 C a10000 s13000-14000 s11000-12000
      1062 S 10000+1000; 1062.1 S 12000+1000; 1112 C a12000 s13000-14000; 1112.1 C a14000
      """, "fast=2"),
    Script(
      "a lost repeat is sent again while others are acknowledged",
      """
      warm; 1000 S 10000+1000; 1000 S 11000+1000; 1000 S 12000+1000
      1050 C a10000 s11000-13000; 1062 S 10000+1000; 1062.1 S 13000+1000
      1112 C a10000 s11000-14000; 1125 S 10000+1000; 1175 C a14000
      """, "fast=2"),
    Script(
      "the tail is lost within a recovery",
      """
      warm; 1000 S 10000+1000; 1000 S 11000+1000; 1000 S 12000+1000
      1050 C a10000 s11000-12000; 1062 S 10000+1000; 1112 C a12000
      1230 S 12000+1000; 1280 C a13000
      """, "fast=1 probe=1"),
    Script(
      "the client's",
      """
      warm; 1000 C 0+1000; 1000 C 1000+1000; 1000 C 2000+1000; 1000 C 3000+1000
      1000.5 S 10000- a0; 1000.6 S 10000- a0; 1000.7 S 10000- a0; 1020 C 0+1000
      1020.5 S 10000- a4000
      """, "C.fast=1"),
  ]

  // MARK: Repeats that were not needed (RFC 2883, 3522, 5682)

  static let spurious = [
    Script(
      "the range had been acknowledged",
      "warm; 1000 S 10000+1000; 1050 C a11000; 1300 S 10000+1000; 1350 C a11000",
      "spurious=1"),
    Script(
      "an answer sooner than half of the round trip",
      "warm; 1000 S 10000+1000; 1400 S 10000+1000; 1410 C a11000", "spurious=1"),
    Script(
      "the first timestamp is echoed",
      """
      open; 100 S 0+1000 t100/0; 150 C a1000 t50/100; 200 S 1000+1000 t200/50
      600 S 1000+1000 t600/50; 640 C a2000 t90/200
      """, "spurious=1"),
    Script(
      "the repeat's timestamp is echoed: it was needed",
      """
      open; 100 S 0+1000 t100/0; 150 C a1000 t50/100; 200 S 1000+1000 t200/50
      600 S 1000+1000 t600/50; 650 C a2000 t90/600
      """, "timeout=1"),
    Script(
      "acknowledgements go on step by step behind a timeout",
      """
      warm; 1000 S 10000+1000; 1000.1 S 11000+1000; 1000.2 S 12000+1000; 1000.3 S 13000+1000
      1400 S 10000+1000; 1430 C a11000; 1430.1 S 14000+1000; 1431 C a12000; 1432 C a13000
      1433 C a14000; 1480 C a15000
      """, "spurious=1"),
    Script(
      "a duplicate is reported",
      """
      warm; 1000 S 10000+1000; 1400 S 10000+1000; 1450 C a11000
      1451 C a11000 s10000-11000
      """, "spurious=1"),
    Script(
      "a duplicate is reported above the acknowledgement",
      """
      warm; 1000 S 10000+1000; 1000 S 11000+1000; 1000 S 12000+1000; 1000 S 13000+1000
      1050 C a10000 s12000-14000; 1062 S 10000+1000; 1062.1 S 11000+1000
      1112 C a11000 s12000-14000; 1113 C a14000 s11000-12000
      """, "fast=1 spurious=1"),
    Script(
      "a selective acknowledgement sooner than half of the round trip",
      """
      warm; 1000 S 10000+1000; 1000 S 11000+1000; 1000 S 12000+1000
      1050 C a10000 s12000-13000; 1051 S 10000+1000; 1051.1 S 11000+1000
      1060 C a10000 s11000-13000; 1101 C a13000
      """, "fast=1 spurious=1"),
    Script(
      "one after a round trip says that it was needed",
      """
      warm; 1000 S 10000+1000; 1000 S 11000+1000; 1000 S 12000+1000
      1050 C a10000 s12000-13000; 1051 S 10000+1000; 1051.1 S 11000+1000
      1101 C a10000 s11000-13000; 1102 C a13000
      """, "fast=2"),
    Script(
      "the first copy comes after its repeat",
      """
      warm; 1000 S 11000+1000 id9100; 1200 S 10000+1000 id9101; 1201 S 10000+1000 id9099
      1250 C a12000
      """, "spurious=1"),
    Script(
      "acknowledgements behind a repaired hole time nothing",
      """
      open; 100 S 0+1000; 100 S 1000+1000; 100 S 2000+1000; 100 S 3000+1000
      150 C a0; 151 C a0; 152 C a0; 400 S 0+1000; 450 C a4000
      500 S 4000+1000; 900 S 4000+1000; 930 C a5000
      """, "fast=1 timeout=1"),
  ]

  // MARK: Holes: reordering, losses before the capture, losses of the capture

  static let holes = [
    Script(
      "overtaken by the next, by their identifications",
      "warm; 1000 S 11000+1000 id9100; 1001 S 10000+1000 id9099; 1050 C a12000",
      "reordered=1"),
    Script(
      "overtaken by much, by their identifications",
      "warm; 1000 S 11000+1000 id9100; 1300 S 10000+1000 id9099; 1350 C a12000",
      "reordered=1"),
    Script(
      "lost before the capture and sent again",
      "warm; 1000 S 11000+1000 id9100; 1100 S 10000+1000 id9103; 1150 C a12000", "late=1"),
    Script(
      "lost before the capture, though it comes soon",
      "warm; 1000 S 11000+1000 id9100; 1010 S 10000+1000 id9103; 1060 C a12000", "late=1"),
    Script(
      "lost before the capture twice, seen once",
      "warm; 1000 S 11000+1000 id9100; 1700 S 10000+1000 id9105; 1750 C a12000", "late=1"),
    Script(
      "acknowledged and never seen: the capture lost it",
      "warm; 1000 C a12000; 1040 S 12000+1000; 1090 C a13000", "missed=2000"),
    Script(
      "a hole that is acknowledged: the capture lost it",
      "warm; 1000 S 11000+1000; 1050 C a12000", "missed=1000"),
    Script(
      "data behind its acknowledgement in the file",
      "warm; 1050.02 C a11000; 1050 S 10000+1000; 1100 S 11000+500; 1150 C a11500", ""),
    Script(
      "a repeat of what the capture lost",
      "warm; 1000 C a12000; 1040 S 12000+10; 1300 S 10000+1000; 1350 C a12010",
      "missed=2000 spurious=1"),
    Script(
      "an acknowledgement beyond what was sent is answered, not believed",
      "warm; 1000 C a19998; 1000.1 S 10000- a0; 1100 S 10000+1000; 1150 C a11000",
      "unbelieved=1"),
    Script(
      "one far beyond, and a real loss after it",
      """
      warm; 1000 C a110000; 1000.1 S 10000- a0; 1100 S 10000+1000; 1500 S 10000+1000
      1550 C a11000
      """, "timeout=1 unbelieved=1"),
    Script(
      "one beyond, and new data at once",
      "warm; 1000 C a10500; 1020 S 10000+1000; 1070 C a11000", "unbelieved=1"),
  ]

  // MARK: Keep-alives and window probes (RFC 9293 §3.8.4, §3.8.6)

  static let questions = [
    Script(
      "a keep-alive without data",
      "warm; 5000 S 9999-; 5050 C a10000", "keepAlive=1"),
    Script(
      "a keep-alive with the last byte",
      "warm; 5000 S 9999+1; 5050 C a10000", "keepAlive=1"),
    Script(
      "keep-alives in a row",
      "warm; 5000 S 9999-; 5050 C a10000; 7000 S 9999-; 9000 S 9999-", "keepAlive=3"),
    Script(
      "the last byte that is underway is sent again, not asked after",
      "warm; 1000 S 10000+1000; 1400 S 10999+1; 1450 C a10000; 1460 C a11000", "timeout=1"),
    Script(
      "one byte that is underway",
      "warm; 1000 S 10000+1; 1400 S 10000+1; 1450 C a10001", "timeout=1"),
    Script(
      "a probe of a closed window with the next byte",
      """
      warm; 1000 C a10000 w0; 1500 S 10000+1; 1550 C a10000 w0; 2500 S 10000+1
      2550 C a10000 w0; 2600 C a10000 w64240; 2601 S 10000+1000; 2650 C a11000
      """, "windowProbe=2"),
    Script(
      "a probe whose byte is taken",
      "warm; 1000 C a10000 w0; 1500 S 10000+1; 1550 C a10001 w64240; 1551 S 10001+100; 1601 C a10101",
      "windowProbe=1"),
    Script(
      "a probe without data",
      "warm; 1000 C a10000 w0; 1500 S 9999-; 1550 C a10000 w0", "windowProbe=1"),
    Script(
      "the client's keep-alives",
      "warm; 1000 C 0+10; 1000.5 S 10000- a10; 9000 C 9-; 9000.5 S 10000- a10", "C.keepAlive=1"),
  ]

  // MARK: SYN and FIN

  static let openings = [
    Script("a SYN that is not answered", "0 C syn; 1000 C syn; 3000 C syn", "C.syn=2"),
    Script(
      "a SYN-ACK again", "0 C syn; 1 S syn a0; 1001 S syn a0; 1050 C 0- a0", "syn=1"),
    Script(
      "a FIN again", "warm; 1000 S 10000- fin; 1400 S 10000- fin; 1450 C a10001", "fin=1"),
    Script(
      "a FIN with the last data again",
      "warm; 1000 S 10000+10 fin; 1400 S 10000+10 fin; 1450 C a10011", "timeout=1"),
  ]

  // MARK: Copies, resets and others

  static let others = [
    Script(
      "a copy at once", "warm; 1000 S 10000+10 id9500; 1000.1 S 10000+10 id9500; 1050 C a10010",
      "copies=1"),
    Script(
      "a copy behind a router",
      "warm; 1000 S 10000+10 id9500; 1001 S 10000+10 id9500 hop63; 1050 C a10010", "copies=1"),
    Script(
      "a copy at the far end",
      "warm; 1000 S 10000+10 id9500; 1060 S 10000+10 id9500 hop63; 1100 C a10010", "copies=1"),
    Script(
      "a repeat over another path is none",
      "warm; 1000 S 10000+10 id9500; 1400 S 10000+10 id9501 hop63; 1450 C a10010", "timeout=1"),
    Script(
      "a segment from which the card makes many, and one of them again",
      """
      warm; 1000 S 10000+7000; 1050 C a11000; 1051 C a11000; 1052 C a11000; 1053 C a11000
      1053.1 S 11000+1000; 1103 C a17000
      """, "fast=1"),
    Script(
      "a reset that is challenged",
      "warm; 1000 C 5000- rst; 1000.2 S 10000- a0; 1100 S 10000+10; 1150 C a10010",
      ""),
    Script(
      "a window update is no duplicate acknowledgement",
      """
      warm; 1000 S 10000+1000; 1000.1 S 11000+1000; 1050 C a10000 w60000; 1051 C a10000 w50000
      1052 C a10000 w40000; 1400 S 11000+1000; 1450 C a12000
      """, "timeout=1"),
  ]
}
