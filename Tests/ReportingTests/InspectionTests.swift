@testable import Analysis
import Attribution
import CaptureReader
import Evidence
import Foundation
@testable import Reporting
import Support
@testable import TCPStreams
import Testing

@Suite("Inspection of captures") struct InspectionTests {
  @Test("a whole capture of a whole session is fit")
  func fit() {
    let inspection = inspect(Sample.input(), [Self.session { _ in }])
    #expect(inspection.fitness.grade == .fit)
    #expect(inspection.fitness.findings.isEmpty)
    #expect(
      text(inspection) == """
        capture.pcapng
          File  pcapng, 412 packets, 20.0 s
          Time  2026-03-01 14:05:07 to 2026-03-01 14:05:27 UTC
          Link  Ethernet, whole packets
          RDP   1 session to port 3389, 1 by the port alone, captured at the client
          Fit for a verdict.

        """)
  }

  @Test("a log is inspected as a log: what it is, its span, what is missing")
  func log() throws {
    let file = Recordings.fixtures.appending(path: "logs/wrong-password.server.log")
    let inspection = CaptureInspection(.file(file.path), options: AnalysisOptions())
    #expect(inspection.fitness.grade == .reservations)
    #expect(inspection.fitness.findings.contains { $0.code == "log_missing" && $0.remedy != nil })
    let words = text(inspection)
    for part in ["a log of FreeRDP", "Holds 1 session", "freerdp: "] {
      #expect(words.contains(part), "\(part)")
    }
    #expect(InspectionReport([inspection]).outcome == .analysed)
  }

  struct Flaw: Sendable, CustomTestStringConvertible {
    var code: String
    var grade: CaptureFitness.Grade = .reservations
    var sessions = [session { _ in }]
    var change: @Sendable (inout InputReport) -> Void = { _ in }
    var testDescription: String { code }
  }

  static let flaws: [Flaw] = [
    Flaw(code: "no_packets", grade: .unfit, sessions: []) { $0.summary?.packets = 0 },
    Flaw(code: "no_times", grade: .unfit) { $0.summary?.firstTime = nil },
    Flaw(code: "no_tcp", grade: .unfit, sessions: []) { $0.contents.packets = 9 },
    Flaw(code: "no_rdp", grade: .unfit, sessions: []) {
      $0.contents.packets = 9
      $0.contents.tcpSegments = 9
    },
    Flaw(code: "udp_only", grade: .unfit, sessions: []) {
      $0.contents.packets = 9
      $0.contents.tcpSegments = 2
      $0.contents.rdpOverUDP = 7
    },
    Flaw(code: "wifi_encrypted", grade: .unfit, sessions: []) {
      $0.contents.packets = 9
      $0.contents.concealed = 8
    },
    Flaw(code: "link_unknown", grade: .unfit, sessions: []) {
      $0.contents.packets = 9
      $0.contents.unsupportedLinks = 9
    },
    Flaw(code: "cut") { $0.summary?.ending = .cut(offset: 24, expected: "a record") },
    Flaw(code: "damaged") { $0.summary?.ending = .damaged(offset: 24, expected: "a block") },
    Flaw(code: "shortened") { $0.summary?.shortenedPackets = 3 },
    Flaw(code: "interface_drops") { $0.summary?.interfaces[0].dropped = 3 },
    Flaw(code: "times_go_back") {
      $0.summary?.backwardSteps = 1
      $0.summary?.largestBackwardStep = .milliseconds(8)
    },
    Flaw(code: "clock_set_back") {
      $0.summary?.backwardSteps = 67
      $0.summary?.largestBackwardStep = .seconds(2)
    },
    Flaw(code: "too_many_connections") { $0.contents.unfollowedSegments = 1 },
    Flaw(code: "one_sided", sessions: [session { $0.sent.server = DirectionRecord() }]),
    Flaw(code: "starts_late", sessions: [session { $0.handshake = Handshake() }]),
    Flaw(
      code: "ends_early",
      sessions: [session(Sample.verdict("clean.running", endedBy: .nobody)) { _ in }]),
    Flaw(
      code: "capture_loss",
      sessions: [
        session {
          $0.sent.client.uniqueBytes = 10_000
          $0.sent.server.uniqueBytes = 10_000
          $0.sent.server.missedBytes = 20
        }
      ]),
  ]

  @Test("names each flaw, and no other", arguments: flaws)
  func flaw(_ flaw: Flaw) throws {
    var input = Sample.input()
    flaw.change(&input)
    let inspection = inspect(input, flaw.sessions)
    #expect(inspection.fitness.findings.map(\.code) == [flaw.code])
    #expect(inspection.fitness.grade == flaw.grade)
    #expect(inspection.fitness.findings.allSatisfy { $0.remedy != nil })
    #expect(try problems(inspection) == [])
  }

  @Test("small imperfections do not count against a capture")
  func tolerated() {
    var input = Sample.input()
    input.summary?.backwardSteps = 40
    input.summary?.largestBackwardStep = TimeSpan(nanoseconds: 7_999_999)
    let session = Self.session {
      $0.copies = 12
      $0.sent.client.uniqueBytes = 100_000
      $0.sent.client.missedBytes = 99
      $0.sent.client.largestSegment = 20_000
      $0.handshake.serverMSS = 1460
    }
    let inspection = inspect(input, [session])
    #expect(inspection.fitness.grade == .fit)
    let told = text(inspection)
    #expect(told.contains("12 copies of packets"))
    #expect(told.contains("segments larger than the wire carries in 1 session"))
    #expect(told.contains("40 packets out of order in time, by up to 8.0 ms"))
  }

  @Test("a SYN without an answer is no one-sided capture")
  func unansweredSYN() {
    let session = Self.session {
      $0.handshake.synCount = 3
      $0.sent = SentRecords(client: DirectionRecord(), server: DirectionRecord())
      $0.sent.client.packets = 3
    }
    #expect(inspect(Sample.input(), [session]).sessions.oneSided == 0)
  }

  @Test("an unreadable input is unfit, and its reason stands without the name")
  func unreadable() throws {
    let inspection = inspect(Sample.unreadable(), [])
    #expect(inspection.fitness.grade == .unfit)
    #expect(
      text(inspection) == """
        notes.txt
          Not fit for a verdict:
                − not a packet capture: found text at offset 0, expected a packet
                  capture

        """)
    #expect(try problems(inspection) == [])
  }

  @Test("what a file calls itself is harmless on a terminal")
  func hostile() {
    var input = Sample.input("a\u{1B}[31m.pcap")
    input.summary?.application = "x\u{1B}]0;title\u{7}"
    input.summary?.interfaces[0].name = "\u{202E}eth0"
    input.summary?.interfaces[0].filter = "tcp\r\n  Fit for a verdict."
    let told = text(inspect(input, [Self.session { _ in }]))
    #expect(!told.contains("\u{1B}") && !told.contains("\u{202E}") && !told.contains("\r"))
  }

  @Test("the exit code is about reading, not about fitness")
  func outcome() {
    var cut = Sample.input()
    cut.summary?.ending = .cut(offset: 24, expected: "a record")
    let fit = inspect(Sample.input(), [Self.session { _ in }])
    let empty = inspect(Sample.input(packets: 0), [])
    let unreadable = inspect(Sample.unreadable(), [])
    #expect(InspectionReport([fit, empty]).outcome == .analysed)
    #expect(InspectionReport([fit, inspect(cut, [])]).outcome == .partial)
    #expect(InspectionReport([fit, unreadable]).outcome == .partial)
    #expect(InspectionReport([unreadable]).outcome == .nothing)
  }

  @Test("the schema notices what is missing")
  func schemaRejects() throws {
    var value = try document(inspect(Sample.input(), [Self.session { _ in }]))
    value["captures"] = .array([.object(["name": "x"])])
    #expect(try !Self.validator.get().problems(in: value).isEmpty)
  }

  private static let validator = Result {
    JSONSchemaValidator(try JSONValue(Data(OutputSchema.inspection.json.utf8)))
  }

  /// A whole session, changed.
  private static func session(
    _ verdict: Verdict = Sample.clean.verdict, _ change: (inout ConnectionRecord) -> Void
  ) -> SessionReport {
    var session = Sample.session(verdict)
    guard var wire = session.wire else { return session }
    wire.connection.handshake.syn = Sample.frame(1)
    change(&wire.connection)
    session.wire = wire
    return session
  }

  private func inspect(_ input: InputReport, _ sessions: [SessionReport]) -> CaptureInspection {
    CaptureInspection(input: input, sessions: SessionTally(sessions))
  }

  private func text(_ inspection: CaptureInspection) -> String {
    InspectionText(style: TerminalStyle()).text(of: InspectionReport([inspection]))
  }

  private func document(_ inspection: CaptureInspection) throws -> JSONValue {
    let tool = Tool(name: "rdpwhy", version: "0.0.0")
    return try JSONValue(InspectionRecord(InspectionReport([inspection]), tool: tool).json())
  }

  /// Of the document, and of the input's record by its own schema.
  private func problems(_ inspection: CaptureInspection) throws -> [String] {
    let value = try document(inspection)
    let input = try #require(value["captures"]?.array?.first?["input"])
    return try Self.validator.get().problems(in: value)
      + RecordSchemaTests.validator.get().problems(in: input)
  }
}
