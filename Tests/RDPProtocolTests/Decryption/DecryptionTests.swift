import CaptureReader
import Evidence
import Foundation
import Support
import TCPStreams
import Testing

@testable import RDPProtocol

@Suite("Decryption of recordings")
struct DecryptionTests {
  static let folder = Recordings.fixtures.appending(path: "captures/decryption")

  /// The first connection of a fixture, read with its key log.
  static func follow(_ name: String, withKeys: Bool = true) throws -> Followed {
    let file = folder.appending(path: "\(name).pcap.gz")
    let keys = withKeys ? try keyLog(beside: file) : nil
    return try #require(RDPProtocolTests.follow(file, keys: keys).first)
  }

  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var version = TLSVersion.tls13
    var stage: CredSSPStage
    var refusal: CredSSPRefusalKind?
    var errorCode: NTStatus?
    var earlyAuthorization: UInt32?
    var serverVersion: Int?
    var user: String? = "jdoe"
    var domain: String?
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(
      name: "logon-failure", stage: .authenticate, refusal: .errorCode, errorCode: 0xC000_006D,
      serverVersion: 6),
    Case(
      name: "account-disabled", stage: .authenticate, refusal: .errorCode, errorCode: 0xC000_0072,
      serverVersion: 6),
    Case(
      name: "authorization-denied", stage: .earlyAuthorization, refusal: .earlyAuthorization,
      earlyAuthorization: 5, serverVersion: 6, domain: "CORP"),
    Case(name: "old-version-refused", stage: .authenticate, refusal: .closed, serverVersion: 2),
    Case(name: "client-left-after-key", stage: .publicKeyReply, serverVersion: 2, domain: "CORP"),
    Case(name: "credentials-sent", stage: .credentials, serverVersion: 6, domain: "CORP"),
    Case(
      name: "wrong-password-tls12", version: 0x0303, stage: .authenticate, refusal: .alert,
      serverVersion: 6),
  ]

  @Test("CredSSP is read to where it ended", arguments: cases)
  func credssp(item: Case) throws {
    let facts = try Self.follow(item.name).facts
    let trace = facts.trace
    let read = try #require(trace.decrypted)
    #expect(trace.tls.version == item.version)
    #expect(read.failedRecords == PerSide(client: 0, server: 0))
    #expect(facts.credssp.stage == item.stage)
    #expect(facts.credssp.refusal == item.refusal)
    #expect(read.credssp.errorCode?.value == item.errorCode)
    #expect(read.credssp.earlyAuthorization?.value == item.earlyAuthorization)
    #expect(read.credssp.version.server == item.serverVersion)
    #expect(read.credssp.account.user == item.user)
    #expect(read.credssp.account.domain == item.domain)
    #expect(read.credssp.mechanism == "NTLM")
    #expect(trace.tls.certificate?.value.subject != nil)
    #expect(trace.phases.map(\.phase) == [.x224, .tls, .credssp])
    #expect(facts.inference.phases.isEmpty)
  }

  @Test("without keys the same stage is concluded from sizes", arguments: cases)
  func inferred(item: Case) throws {
    let facts = try Self.follow(item.name, withKeys: false).facts
    #expect(facts.trace.decrypted == nil)
    #expect(facts.credssp.stage == item.stage)
    #expect(facts.phases.last?.isInferred == true)
  }

  @Test("a running session tells its names, its goodbye and the reason of it")
  func logoff() throws {
    let facts = try Self.follow("logoff").facts
    let trace = facts.trace
    let read = try #require(trace.decrypted)
    #expect(trace.mcs.clientName == "LAPTOP-725")
    #expect(trace.mcs.clientBuild == 18_363)
    #expect(trace.mcs.connectResponse?.value == 0)
    #expect(trace.mcs.channelJoins == 6)
    #expect(trace.licensing.start != nil && trace.licensing.error == nil)
    #expect(trace.mcs.active != nil)
    #expect(trace.mcs.ultimatums.map(\.side) == [.server])
    #expect(trace.mcs.ultimatums.map(\.reason) == [3])
    #expect(facts.inference.ultimatums.isEmpty)
    #expect(read.alerts.map(\.code) == [0, 0])
    #expect(read.failedRecords == PerSide(client: 0, server: 0))
  }

  @Test("an encrypted alert of TLS 1.2 gets its code")
  func alertCode() throws {
    let alerts = try Self.follow("wrong-password-tls12").trace.tls.alerts
    #expect(alerts.map(\.isEncrypted) == [true, true])
    #expect(alerts.map(\.code) == [0, 0])
  }

  static let suites: [(String, CipherSuite)] = [
    ("aes128-cbc-sha256", 0xC027), ("aes256-cbc-sha384", 0xC028), ("aes256-cbc-sha1", 0x0035),
    ("aes128-cbc-sha256-mac-inside", 0x003C), ("aes256-cbc-sha384-mac-inside", 0xC028),
    ("aes256-cbc-sha1-tls10", 0x0035), ("aes128-cbc-sha1-tls10-mac-inside", 0x002F),
    ("aes128-cbc-sha1-tls11", 0xC013), ("aes128-ccm-tls12", 0xC09C),
    ("aes256-ccm8-tls12", 0xC0A1), ("aes128-ccm-tls13", 0x1304), ("aes128-ccm8-tls13", 0x1305),
    ("chacha20-tls12", 0xCCA8), ("chacha20-tls13", 0x1303), ("aes128-gcm-tls13", 0x1301),
  ]

  @Test("records of each suite are opened", arguments: suites)
  func suite(name: String, suite: CipherSuite) throws {
    let trace = try Self.follow("suites/\(name)").trace
    let read = try #require(trace.decrypted)
    #expect(trace.tls.serverHello?.value.cipherSuite == suite)
    #expect(!read.isUnsupported)
    #expect(read.failedRecords == PerSide(client: 0, server: 0))
    #expect(read.foreign.client?.value == Array("client says that".utf8))
    #expect(read.foreign.server?.value == Array("server says this".utf8))
    #expect(read.alerts.map(\.code) == [0, 0])
  }

  @Test("keys change where KeyUpdate says so")
  func keyUpdate() throws {
    let read = try #require(Self.follow("suites/key-update-tls13").trace.decrypted)
    #expect(read.failedRecords == PerSide(client: 0, server: 0))
    // Finished, two lines, KeyUpdate and close_notify of the client; the alert comes under new keys.
    #expect(read.records.client == 5)
    #expect(read.alerts.map(\.code) == [0, 0])
  }

  @Test("a key log of other connections leaves the trace as without")
  func otherKeys() throws {
    let file = Self.folder.appending(path: "logon-failure.pcap.gz")
    let others = try keyLog(beside: Self.folder.appending(path: "logoff.pcap.gz"))
    let facts = try #require(RDPProtocolTests.follow(file, keys: others).first).facts
    #expect(facts.trace.decrypted == nil)
    #expect(facts.credssp.refusal == .errorCode)
  }
}
