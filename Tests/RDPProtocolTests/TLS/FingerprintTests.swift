import Testing

@testable import RDPProtocol

@Suite("TLS fingerprints")
struct FingerprintTests {
  private func hello(
    _ version: TLSVersion, _ ciphers: [CipherSuite], extensions: [UInt16] = [],
    groups: [NamedGroup] = [], pointFormats: [UInt8] = [], algorithms: [SignatureScheme] = [],
    versions: [TLSVersion] = []
  ) -> ClientHello {
    ClientHello(
      maximumVersion: version, legacyVersion: version, cipherSuites: ciphers,
      extensions: extensions, groups: groups, pointFormats: pointFormats,
      signatureAlgorithms: algorithms, supportedVersions: versions, length: 200)
  }

  /// The examples of JA3's description (github.com/salesforce/ja3).
  @Test("JA3 is that of its published examples")
  func publishedJA3() {
    let whole = hello(
      769, [47, 53, 5, 10, 49161, 49162, 49171, 49172, 50, 56, 19, 4], extensions: [0, 10, 11],
      groups: [23, 24, 25], pointFormats: [0])
    #expect(whole.ja3 == "ada70206e40642a3e4461f35503241d5")
    let bare = hello(769, [4, 5, 10, 9, 100, 98, 3, 6, 19, 18, 99])
    #expect(bare.ja3Text == "769,4-5-10-9-100-98-3-6-19-18-99,,,")
    #expect(bare.ja3 == "de350869b8c85de67a350c8d186f11e6")
  }

  /// The hash was made of the text with md5sum.
  @Test("JA3S hashes version, cipher and extensions")
  func ja3s() {
    let hello = ServerHello(
      version: 769, cipherSuite: 47, extensions: [65281, 0, 11, 35, 5, 16], encryptThenMAC: false,
      echoesSessionID: false, downgradeSentinel: false, legacyVersion: 769)
    #expect(hello.ja3sText == "769,47,65281-0-11-35-5-16")
    #expect(hello.ja3s == "836ce314215654b5b1f85f97c73e506f")
  }

  /// Chrome's hello, of which FoxIO publishes the fingerprint and what it is made of.
  private var chrome: ClientHello {
    var hello = hello(
      0x0303,
      [
        0x1301, 0x1302, 0x1303, 0xC02B, 0xC02F, 0xC02C, 0xC030, 0xCCA9, 0xCCA8, 0xC013, 0xC014,
        0x009C, 0x009D, 0x002F, 0x0035,
      ],
      extensions: [
        0xFF01, 0x0033, 0x002D, 0x0005, 0x4469, 0x000D, 0x0010, 0x0023, 0x001B, 0x002B, 0x0000,
        0x0012, 0x000A, 0x0017, 0x000B, 0x0015,
      ],
      algorithms: [0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501, 0x0806, 0x0601],
      versions: [0x0304, 0x0303])
    hello.applicationProtocols = [Array("h2".utf8), Array("http/1.1".utf8)]
    return hello
  }

  @Test("JA4 is that of its published example")
  func publishedJA4() {
    #expect(chrome.ja4 == "t13d1516h2_8daaf6152771_e5627efa2ab1")
  }

  @Test("reserved values change neither fingerprint")
  func grease() {
    var sprinkled = chrome
    sprinkled.cipherSuites.insert(0x2A2A, at: 0)
    sprinkled.extensions = [0xFAFA] + sprinkled.extensions + [0x1A1A]
    sprinkled.groups.insert(0x9A9A, at: 0)
    sprinkled.signatureAlgorithms.append(0x3A3A)
    sprinkled.supportedVersions.insert(0x8A8A, at: 0)
    #expect(sprinkled.ja4 == chrome.ja4)
    #expect(sprinkled.ja3 == chrome.ja3)
  }

  @Test("JA4 does not depend on the order of ciphers and extensions, JA3 does")
  func order() {
    var other = chrome
    other.cipherSuites.reverse()
    other.extensions.reverse()
    #expect(other.ja4 == chrome.ja4)
    #expect(other.ja3 != chrome.ja3)
  }

  /// FoxIO, JA4 technical details: names that do not begin and end with letters or digits.
  @Test(
    "JA4 marks protocol names",
    arguments: [
      ([], "00"), ([0x68, 0x32], "h2"), ([0x68], "hh"), ([0xAB], "ab"), ([0xAB, 0xCD], "ad"),
      ([0x30, 0xAB], "3b"), ([0x30, 0x31, 0xAB, 0xCD], "3d"), ([0x30, 0xAB, 0xCD, 0x31], "01"),
    ] as [([UInt8], String)])
  func protocolMark(name: [UInt8], mark: String) throws {
    var hello = chrome
    hello.applicationProtocols = [name]
    #expect(try #require(hello.ja4).hasPrefix("t13d1516\(mark)_"))
  }

  @Test("JA4 of a hello with nothing in it has zeros")
  func empty() {
    #expect(hello(0x0301, []).ja4 == "t10i000000_000000000000_000000000000")
  }

  @Test("a hello that was not read whole has no fingerprint")
  func partial() {
    var cut = chrome
    cut.isWhole = false
    #expect(cut.ja3 == nil)
    #expect(cut.ja4 == nil)
  }
}
