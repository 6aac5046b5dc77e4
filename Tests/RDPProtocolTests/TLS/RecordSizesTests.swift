import Testing

@testable import RDPProtocol

@Suite("Record sizes")
struct RecordSizesTests {
  struct Case: CustomTestStringConvertible {
    var version: TLSVersion
    var suite: CipherSuite
    var macOutside = false
    var record: Int
    var plaintext: ClosedRange<Int>
    var testDescription: String { "\(record) bytes of suite \(suite) in \(version)" }
  }

  /// Records of known plaintext: measured for AEAD suites, computed by RFC 5246 §6.2.3.2 and RFC 7366
  /// for block ciphers (a block's worth of plaintexts makes one record length).
  static let cases: [Case] = [
    Case(version: 0x0303, suite: 0xC030, record: 81, plaintext: 57...57),
    Case(version: 0x0303, suite: 0xC030, record: 286, plaintext: 262...262),
    Case(version: 0x0303, suite: 0xC02F, record: 567, plaintext: 543...543),
    Case(version: 0x0303, suite: 0xC02F, record: 83, plaintext: 59...59),
    Case(version: 0x0303, suite: 0x009D, record: 28, plaintext: 4...4),
    Case(version: 0x0303, suite: 0x009C, record: 33, plaintext: 9...9),
    Case(version: 0x0303, suite: 0xC030, record: 26, plaintext: 2...2),
    Case(version: 0x0303, suite: 0xCCA8, record: 25, plaintext: 9...9),
    Case(version: 0x0303, suite: 0xC0A0, record: 25, plaintext: 9...9),
    Case(version: 0x0304, suite: 0x1302, record: 110, plaintext: 93...93),
    Case(version: 0x0304, suite: 0x1301, record: 446, plaintext: 429...429),
    Case(version: 0x0304, suite: 0x1303, record: 112, plaintext: 95...95),
    Case(version: 0x0304, suite: 0x1302, record: 19, plaintext: 2...2),
    // IV 16, then 9 + 20 MAC + 1 padding length = 30 → 32.
    Case(version: 0x0303, suite: 0x002F, record: 48, plaintext: 0...11),
    Case(version: 0x0303, suite: 0xC014, record: 64, plaintext: 12...27),
    Case(version: 0x0301, suite: 0xC014, record: 32, plaintext: 0...11),
    Case(version: 0x0301, suite: 0x0035, record: 336, plaintext: 300...315),
    Case(version: 0x0303, suite: 0xC027, record: 64, plaintext: 0...15),
    Case(version: 0x0303, suite: 0xC028, record: 80, plaintext: 0...15),
    Case(version: 0x0303, suite: 0x003C, macOutside: true, record: 64, plaintext: 0...15),
    Case(version: 0x0303, suite: 0xC028, macOutside: true, record: 96, plaintext: 16...31),
    Case(version: 0x0303, suite: 0x000A, record: 40, plaintext: 4...11),
    Case(version: 0x0301, suite: 0x0005, record: 29, plaintext: 9...9),
  ]

  @Test("plaintext lengths follow from record lengths", arguments: cases)
  func plaintext(of item: Case) {
    let sizes = RecordSizes(
      version: item.version, cipherSuite: item.suite, encryptThenMAC: item.macOutside)
    #expect(sizes.plaintext(ofRecord: item.record) == item.plaintext)
  }

  @Test("no length makes a range that cannot be", arguments: cases)
  func anyLength(of item: Case) {
    let sizes = RecordSizes(
      version: item.version, cipherSuite: item.suite, encryptThenMAC: item.macOutside)
    for length in [0, 1, 2, 15, 16, 17, 31, 32, 33, 65_535] {
      let range = sizes.plaintext(ofRecord: length)
      #expect(range.lowerBound >= 0 && range.upperBound <= length)
    }
  }

  @Test("an alert's record is known by its size")
  func alerts() {
    #expect(RecordSizes.unknown.isAlertSized(19))
    #expect(!RecordSizes.unknown.isAlertSized(20))
    let gcm = RecordSizes(version: 0x0303, cipherSuite: 0xC030, encryptThenMAC: false)
    #expect(gcm.isAlertSized(26))
  }
}
