import CaptureReader
import RDPProtocol
import TCPStreams
import Testing

@testable import Evidence

@Suite("CredSSP machine")
struct CredSSPMachineTests {
  /// A record of the exchange by its plaintext length; 2 is an alert.
  enum Record: Sendable {
    case client(Int)
    case server(Int)

    var side: Side { if case .client = self { .client } else { .server } }
    var length: Int {
      switch self {
      case .client(let length), .server(let length): length
      }
    }
    var isAlert: Bool { length == 2 }
  }

  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var records: [Record]
    var isTLS13 = false
    var stage: CredSSPStage
    var refusal: CredSSPRefusalKind?
    var clientLeft = false
    var testDescription: String { name }
  }

  static let upToCredentials: [Record] = [
    .client(57), .server(262), .client(543), .server(59), .client(76),
  ]

  static let cases: [Case] = [
    Case(name: "nothing said", records: [], stage: .notStarted),
    Case(
      name: "passed with early authorization",
      records: upToCredentials + [.server(4), .client(466)], stage: .passed),
    Case(
      name: "passed without early authorization", records: upToCredentials + [.client(466)],
      stage: .passed),
    Case(
      name: "old version: long key reply",
      records: [.client(57), .server(262), .client(783), .server(303), .client(110), .client(440)],
      stage: .passed),
    Case(
      name: "refused with a status",
      records: [.client(93), .server(187), .client(471), .server(15)],
      stage: .authenticate, refusal: .errorCode),
    Case(
      name: "refused with an alert",
      records: [.client(57), .server(262), .client(543), .server(2)],
      stage: .authenticate, refusal: .alert),
    Case(
      name: "version refused with a status", records: [.client(40), .server(15)],
      stage: .negotiate, refusal: .errorCode),
    Case(
      name: "client leaves the challenge", records: [.client(93), .server(187), .client(2)],
      stage: .challenge, clientLeft: true),
    Case(
      name: "client leaves the key reply",
      records: [.client(93), .server(187), .client(471), .server(95), .client(2)],
      stage: .publicKeyReply, clientLeft: true),
    Case(
      name: "denied after the credentials", records: upToCredentials + [.server(4), .server(2)],
      stage: .earlyAuthorization, refusal: .alert),
    Case(
      name: "refused after the credentials with a status", records: upToCredentials + [.server(15)],
      stage: .credentials, refusal: .errorCode),
    Case(
      name: "a short answer whose client goes on is none of the password proof",
      records: [.client(93), .server(187), .client(471), .server(34), .client(60)],
      stage: .credentials),
    Case(
      name: "a short answer to the credentials whose client goes on",
      records: upToCredentials + [.server(15), .client(20), .server(200)], stage: .credentials),
    Case(
      name: "tickets before the first token",
      records: [.server(233), .server(233), .client(93), .server(187), .client(471)],
      isTLS13: true, stage: .authenticate),
    Case(
      name: "tickets after the first token",
      records: [.client(93), .server(233), .server(233), .server(187), .client(471), .server(15)],
      isTLS13: true, stage: .authenticate, refusal: .errorCode),
    Case(
      name: "tickets and no answer", records: [.client(93), .server(233), .server(233)],
      isTLS13: true, stage: .negotiate),
    Case(
      name: "nothing after the end counts",
      records: [.client(93), .server(15), .client(471), .server(95)], stage: .negotiate,
      refusal: .errorCode),
    Case(
      name: "an alert before the first token refuses under 1.2", records: [.server(2)],
      stage: .notStarted, refusal: .alert),
  ]

  @Test("stages follow from the records", arguments: cases)
  func follows(item: Case) {
    let progress = run(item.records, isTLS13: item.isTLS13)
    #expect(progress.stage == item.stage)
    #expect(progress.refusal == item.refusal)
    #expect((progress.clientLeft != nil) == item.clientLeft)
    #expect(progress.refusalFrame != nil || item.refusal == nil)
  }

  /// Under TLS 1.3 a later record can show that an earlier one was a ticket.
  @Test(
    "every beginning of an exchange reaches no later stage than the whole",
    arguments: cases.filter { !$0.isTLS13 })
  func monotonous(item: Case) {
    let whole = run(item.records, isTLS13: item.isTLS13).stage
    for count in 0..<item.records.count {
      #expect(run(Array(item.records.prefix(count)), isTLS13: item.isTLS13).stage <= whole)
    }
  }

  @Test("floods of records keep the messages bounded")
  func flood() {
    let records = (0..<10_000).map { $0 % 2 == 0 ? Record.client(100) : .server(200) }
    #expect(run(records, isTLS13: true).messages.count <= 16)
  }

  private func run(_ records: [Record], isTLS13: Bool) -> CredSSPProgress {
    let sizes = RecordSizes(
      version: isTLS13 ? 0x0304 : 0x0303, cipherSuite: isTLS13 ? 0x1302 : 0xC030,
      encryptThenMAC: false)
    var machine = CredSSPMachine(isTLS13: isTLS13, sizes: sizes)
    for (index, record) in records.enumerated() where !machine.isOver {
      let rest = records.dropFirst(index + 1)
      machine.receive(
        EncryptedRecord(
          side: record.side, type: 23, length: record.length + (isTLS13 ? 17 : 24),
          frame: SessionScript.at(Int64(index)), isPartial: false),
        isAlert: record.isAlert,
        clientFollows: rest.contains { $0.side == .client && !$0.isAlert },
        serverFollows: rest.first.map { $0.side == .server && !$0.isAlert } ?? false)
    }
    return machine.progress
  }
}
