import CaptureReader
import TCPStreams
import Testing

@testable import RDPProtocol

@Suite("CredSSP reader")
struct CredSSPReaderTests {
  typealias Said = (side: Side, bytes: [UInt8])

  /// What becomes of messages, in pieces of at most `size` bytes.
  private func read(
    _ said: [Said], size: Int = .max, expectsEarlyAuthorization: Bool = true
  ) -> (trace: CredSSPTrace, outcomes: [CredSSPReader.Outcome]) {
    var reader = CredSSPReader()
    var trace = CredSSPTrace()
    var outcomes: [CredSSPReader.Outcome] = []
    var frame = 0
    for (side, bytes) in said {
      var rest = bytes[...]
      while !rest.isEmpty {
        frame += 1
        outcomes.append(
          reader.receive(
            Array(rest.prefix(size)), from: side, frame: testFrame(frame),
            expectsEarlyAuthorization: expectsEarlyAuthorization, into: &trace))
        rest = rest.dropFirst(size)
      }
    }
    return (trace, outcomes)
  }

  static let refused: [Said] = [
    (.client, CredSSPVectors.negotiate), (.server, CredSSPVectors.challenge),
    (.client, CredSSPVectors.authenticate), (.server, CredSSPVectors.logonFailure),
  ]
  static let credentials = hex("300ba003020106a20404020102")
  static let passed: [Said] = [
    (.client, CredSSPVectors.wrappedNegotiate), (.server, CredSSPVectors.wrappedChallenge),
    (.client, CredSSPVectors.wrappedAuthenticate), (.server, CredSSPVectors.wrappedKeyReply),
    (.client, credentials),
  ]

  @Test("a refused exchange tells status, names and versions", arguments: [1, 7, 100, Int.max])
  func readsRefused(size: Int) {
    let (trace, outcomes) = read(Self.refused, size: size)
    #expect(outcomes.allSatisfy { $0 == .taken })
    #expect(trace.errorCode?.value == 0xC000_006D)
    #expect(trace.stage == .authenticate)
    #expect(trace.refusal == .errorCode)
    #expect(trace.version == PerSide(client: 6, server: 6))
    #expect(trace.mechanism == "NTLM")
    #expect(trace.usesClientNonce)
    #expect(trace.account.user == "jdoe")
    #expect(trace.account.workstation == "LAPTOP-946")
    #expect(trace.server.dnsComputer == "ws-0193")
    #expect(trace.messages.map(\.length) == [93, 181, 495, 15])
  }

  @Test("every beginning of an exchange is at the stage of its last message")
  func stages() {
    let stages = (0...Self.passed.count).map { read(Array(Self.passed.prefix($0))).trace.stage }
    #expect(
      stages == [
        .notStarted, .negotiate, .challenge, .authenticate, .publicKeyReply, .credentials,
      ])
  }

  @Test("the authorization result is read where it can come, and ends the exchange if it denies")
  func earlyAuthorization() {
    let granted = read(Self.passed + [(.server, [0, 0, 0, 0])]).trace
    #expect(granted.stage == .earlyAuthorization)
    #expect(granted.earlyAuthorization?.value == 0)
    #expect(granted.refusal == nil)
    let denied = read(Self.passed + [(.server, [5, 0, 0, 0])]).trace
    #expect(denied.earlyAuthorization?.value == 5)
    #expect(denied.refusal == .earlyAuthorization)
    let unasked = read(
      Self.passed + [(.server, [5, 0, 0, 0])], expectsEarlyAuthorization: false)
    #expect(unasked.outcomes.last == .foreign)
  }

  @Test("MCS ends the exchange")
  func over() {
    let (trace, outcomes) = read(Self.passed + [(.client, Vectors.connectInitial)])
    #expect(outcomes.last == .over)
    #expect(trace.stage == .passed)
  }

  @Test(
    "what is neither is foreign",
    arguments: ["474554", "3082ffff", "30800000", "3084ffffffff0000", "3003020106"])
  func foreign(bytes: String) {
    let endless = hex(bytes) + [UInt8](repeating: 0, count: 200_000)
    #expect(read([(.client, endless)], size: 16_000).outcomes.contains(.foreign))
  }

  @Test("floods of messages are kept to a few")
  func flood() {
    let (trace, _) = read(
      [(.client, (0..<2000).flatMap { _ in CredSSPVectors.negotiate })], size: 16_384)
    #expect(trace.messages.count == CredSSPReader.keptMessages)
    #expect(trace.stage == .negotiate)
  }
}
