import CaptureReader
import Testing

@testable import RDPProtocol

@Suite("Key log")
struct KeyLogTests {
  static let random = String(repeating: "5a", count: 32)
  static let secret48 = String(repeating: "c3", count: 48)
  static let secret32 = String(repeating: "a5", count: 32)

  private func secrets(_ log: KeyLog) -> ConnectionSecrets? {
    ClientRandom([UInt8](repeating: 0x5A, count: 32)).flatMap { log.secrets(for: $0) }
  }

  private func log(_ text: String) -> KeyLog { KeyLog(parsing: Array(text.utf8)) }

  @Test("reads the labels of both versions")
  func readsLabels() {
    let log = log(
      """
      # a comment
      CLIENT_RANDOM \(Self.random) \(Self.secret48)
      CLIENT_HANDSHAKE_TRAFFIC_SECRET \(Self.random) \(Self.secret32)
      SERVER_HANDSHAKE_TRAFFIC_SECRET \(Self.random.uppercased()) \(Self.secret48)
      CLIENT_TRAFFIC_SECRET_0 \(Self.random) \(Self.secret32)
      SERVER_TRAFFIC_SECRET_0 \(Self.random) \(Self.secret32)
      EXPORTER_SECRET \(Self.random) \(Self.secret32)

      """)
    #expect(log.count == 1)
    #expect(log.rejectedLines == 0)
    let found = secrets(log)
    #expect(found?.masterSecret == [UInt8](repeating: 0xC3, count: 48))
    #expect(found?.clientHandshake?.count == 32)
    #expect(found?.serverHandshake?.count == 48)
    #expect(found?.clientTraffic?.count == 32)
    #expect(found?.serverTraffic?.count == 32)
  }

  @Test("reads lines that end as Windows writes them, and the last without an end")
  func readsLineEnds() {
    let line = "CLIENT_RANDOM \(Self.random) \(Self.secret48)"
    #expect(secrets(log("\r\n# x\r\n" + line + "\r\n"))?.masterSecret != nil)
    #expect(secrets(log(line))?.masterSecret != nil)
  }

  @Test(
    "rejects what is no line of a key log",
    arguments: [
      "garbage", "CLIENT_RANDOM", "CLIENT_RANDOM \(random)", "CLIENT_RANDOM \(random) \(secret32)",
      "CLIENT_RANDOM 5a \(secret48)", "CLIENT_RANDOM \(random.dropLast()) \(secret48)",
      "CLIENT_RANDOM \(random.dropLast(2))zz \(secret48)",
      "CLIENT_TRAFFIC_SECRET_0 \(random) 00", "CLIENT_RANDOM \(random) \(secret48) extra",
      "CLIENT_RANDOM \(random) " + String(repeating: "00", count: 2000),
    ])
  func rejects(line: String) {
    let log = log(line)
    #expect(log.isEmpty)
    #expect(log.rejectedLines == 1)
  }

  @Test("bytes that are no text are counted and kept out")
  func binary() {
    let log = KeyLog(parsing: (0..<60_000).map { UInt8(truncatingIfNeeded: $0 &* 167) })
    #expect(log.isEmpty)
    #expect(log.rejectedLines > 0)
  }

  @Test("what capture files hold is added, of other protocols it is not")
  func secretsBlock() {
    let bytes = Array("CLIENT_RANDOM \(Self.random) \(Self.secret48)\n".utf8)
    var log = KeyLog()
    log.add(CaptureSecrets(type: .sshKeyLog, bytes: bytes))
    #expect(log.isEmpty)
    log.add(CaptureSecrets(type: .tlsKeyLog, bytes: bytes))
    #expect(secrets(log)?.masterSecret != nil)
  }

  @Test("one changed byte never adds a second connection's secrets")
  func mutated() {
    let line = Array("CLIENT_RANDOM \(Self.random) \(Self.secret48)".utf8)
    for changed in line.mutations { #expect(KeyLog(parsing: changed).count <= 1) }
    for part in line.truncations { #expect(KeyLog(parsing: part).isEmpty) }
  }
}

@Suite("Key log limits") struct KeyLogLimitTests {
  private static func line(_ random: UInt8, label: String = "CLIENT_RANDOM") -> String {
    let digits = random < 16 ? "0" + String(random, radix: 16) : String(random, radix: 16)
    return
      "\(label) \(String(repeating: digits, count: 32)) \(String(repeating: "5a", count: 48))\n"
  }

  @Test("connections beyond the limit are left out, lines of known ones are not")
  func connections() {
    var log = KeyLog()
    log.connectionLimit = 2
    for random in UInt8(1)...4 { log.add(Array(Self.line(random).utf8)) }
    log.add(Array(Self.line(1).utf8))
    #expect(log.count == 2)
    #expect(log.rejectedLines == 0)
  }

  @Test("a line over the limit is rejected, and the next one read")
  func lineLength() {
    let long = String(repeating: "a", count: KeyLog.lineLimit + 1)
    let log = KeyLog(parsing: Array("\(long)\n\(Self.line(7))".utf8))
    #expect(log.rejectedLines == 1)
    #expect(log.count == 1)
  }
}
