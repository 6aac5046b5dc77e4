@testable import Analysis
import CaptureReader
import Evidence
@testable import Reporting
import Testing

@Suite("Outcome of an analysis") struct OutcomeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var inputs: [InputReport]
    var failingOn: FailureThresholds = []
    var expected: Outcome
  }

  private static var cut: InputReport {
    var input = Sample.input()
    input.summary?.ending = .cut(offset: 120, expected: "a packet record")
    return input
  }

  private static var crowded: InputReport {
    var input = Sample.input()
    input.notes.append(
      InputReport.InputNote(code: "connections_evicted", message: "7 connections are left out"))
    return input
  }

  private static var longLog: InputReport {
    var input = Sample.input()
    input.notes.append(LogObservation.note(leftOut: 7))
    return input
  }

  @Test("thresholds are reached by so many sessions of a cause")
  func thresholds() {
    var thresholds = FailureThresholds([.tls])
    thresholds.set(.network, to: 5)
    #expect(!thresholds.isReached(by: ["network": 4, "credssp": 9]))
    #expect(thresholds.isReached(by: ["network": 5]))
    #expect(thresholds.isReached(by: ["tls": 1]))
    #expect(!FailureThresholds().isReached(by: ["network": 9]))
  }

  @Test(
    "decides the exit code",
    arguments: [
      Case(testDescription: "all read", inputs: [Sample.input()], expected: .analysed),
      Case(
        testDescription: "a cause nobody asked for", inputs: [Sample.input()],
        failingOn: [.network], expected: .analysed),
      Case(
        testDescription: "a cause that was asked for", inputs: [Sample.input()],
        failingOn: [.network, .credssp], expected: .found),
      Case(
        testDescription: "one of two unreadable", inputs: [Sample.input(), Sample.unreadable()],
        expected: .partial),
      Case(testDescription: "cut short", inputs: [cut], expected: .partial),
      Case(
        testDescription: "sessions left out for want of memory", inputs: [crowded],
        expected: .partial),
      Case(
        testDescription: "older sessions of a log left out", inputs: [longLog],
        expected: .partial),
      Case(
        testDescription: "found in what could be read", inputs: [cut], failingOn: [.credssp],
        expected: .found),
      Case(
        testDescription: "nothing read", inputs: [Sample.unreadable()], failingOn: [.credssp],
        expected: .nothing),
    ])
  func exitCode(_ example: Case) {
    let report = Sample.report([Sample.refusal], inputs: example.inputs)
    #expect(Outcome(report, failingOn: example.failingOn) == example.expected)
  }

  @Test("keeps the codes that the manual promises")
  func codes() {
    #expect(Outcome.allCases.map(\.rawValue) == [0, 1, 2, 3])
  }
}

@Suite("Messages about inputs") struct InputMessagesTests {
  @Test("say what failed, and where a capture stops")
  func failures() {
    var cut = Sample.input("ring.pcap")
    cut.summary?.ending = .cut(offset: 120, expected: "a packet record")
    let folder = InputReport(
      name: "traces", summary: nil,
      failure: CaptureError(file: "traces", code: .cannotOpen(reason: "is a directory")),
      notes: [], contents: CaptureContents())
    let messages = InputMessages(Sample.report([], inputs: [cut, Sample.unreadable(), folder]))
    #expect(
      messages.failures == [
        "ring.pcap: is cut short at offset 120, expected a packet record; 412 packets before it"
          + " analysed",
        "notes.txt: neither a capture nor a log known to rdpwhy (not a packet capture: found text at"
          + " offset 0, expected a packet capture); what is read: rdpwhy help inputs",
        "traces: cannot open: is a directory; name the captures in it",
      ])
  }

  @Test("a picture of an error box is told from a capture that was copied in part")
  func hints() {
    var picture = Sample.unreadable("box.png")
    picture.failure = CaptureError(
      file: "box.png", code: .notACapture(found: "bytes 89 50 4e 47 0d 0a 1a 0a"))
    var torn = Sample.input("torn.pcap.gz")
    torn.summary?.compression = "gzip"
    torn.summary?.ending = .cut(offset: 38_042, expected: "more data (gzip data ends too early)")
    torn.summary?.notes = [
      CaptureNote(.noTimestamps, "gzip data ends too early", offset: 38_042, frame: 1)
    ]
    let report = Sample.report([Sample.clean], inputs: [picture, torn])
    let messages = InputMessages(report)
    #expect(messages.failures.first?.hasSuffix("after rdpwhy explain") == true)
    #expect(messages.failures.last?.hasSuffix("copy the file again: it is not whole") == true)
    #expect(messages.notes.isEmpty)
    #expect(
      TextReport(.init(style: TerminalStyle())).text(of: report)
        .hasPrefix("! torn.pcap.gz is not whole: it breaks off after 412 packets."))
  }

  @Test("say first what the reader noted, and nothing of the ending")
  func order() {
    var input = Sample.input()
    input.summary?.ending = .cut(offset: 120, expected: "a packet record")
    input.summary?.notes = [CaptureNote(.noTimestamps, "No times.", offset: 3, frame: 1)]
    input.notes = [.init(code: "snapped", message: "Short.")]
    #expect(
      InputMessages(Sample.report([], inputs: [input])).notes == [
        "capture.pcapng: No times.", "capture.pcapng: Short.",
      ])
  }

  @Test("show the first notes and count the others")
  func notes() {
    var input = Sample.input()
    input.notes = (1...7).map { .init(code: "n\($0)", message: "note \($0)") }
    input.summary?.notesOmitted = 3
    #expect(
      InputMessages(Sample.report([], inputs: [input])).notes == [
        "capture.pcapng: note 1", "capture.pcapng: note 2", "capture.pcapng: note 3",
        "capture.pcapng: note 4", "capture.pcapng: note 5", "capture.pcapng: and 5 more notes",
      ])
  }
}
