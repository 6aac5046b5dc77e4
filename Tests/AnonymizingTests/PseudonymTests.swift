import PacketDecode
import Support
import Testing

@testable import Anonymizing

/// Pseudonyms keep what reports need of originals, and nothing else.
@Suite("Pseudonyms") struct PseudonymTests {
  static let key = AnonymizingKey(bytes: (0..<32).map { UInt8($0) })

  private static func commonBits(_ one: IPAddress, _ other: IPAddress) -> Int {
    let high = one.high ^ other.high
    return high != 0 ? high.leadingZeroBitCount : 64 + (one.low ^ other.low).leadingZeroBitCount
  }

  @Test("addresses that share a prefix have pseudonyms that share one of the same length")
  func prefixes() throws {
    let pseudonyms = Pseudonyms(Self.key)
    var random = SeededRandom(seed: 7)
    var images: [IPAddress: IPAddress] = [:]
    for _ in 0..<200 {
      let one = IPAddress(v4: .random(in: 0x0100_0000...0xDFFF_FFFF, using: &random))
      let bit = UInt64.random(in: 0..<32, using: &random)
      let other = IPAddress(high: one.high, low: one.low ^ 1 << bit)
      #expect(
        Self.commonBits(one, other)
          == Self.commonBits(pseudonyms.address(one), pseudonyms.address(other)))
      images[pseudonyms.address(one)] = one
    }
    #expect(images.count == 200)
    let v6 = try #require(IPAddress("2a02:810d::17"))
    let near = try #require(IPAddress("2a02:810d::1:17"))
    #expect(pseudonyms.address(v6) != v6)
    #expect(
      Self.commonBits(v6, near)
        == Self.commonBits(pseudonyms.address(v6), pseudonyms.address(near)))
  }

  @Test(
    "an address of a range with a meaning stays in it",
    arguments: [
      ("10.1.2.3", "10."), ("192.168.7.9", "192.168."), ("169.254.1.1", "169.254."),
      ("127.0.0.1", "127.0.0.1"), ("0.0.0.0", "0.0.0.0"), ("255.255.255.255", "255.255.255.255"),
      ("fe80::1:2", "fe80:"), ("::1", "::1"), ("::", "::"), ("2001:db8::5", "2001:db8:"),
    ])
  func ranges(text: String, start: String) throws {
    let image = Pseudonyms(Self.key).address(try #require(IPAddress(text)))
    #expect("\(image)".hasPrefix(start))
  }

  @Test("no address from outside comes into such a range")
  func outside() {
    let pseudonyms = Pseudonyms(Self.key)
    for first in 1..<224 where ![10, 127].contains(first) {
      let image = pseudonyms.address(IPAddress(v4: UInt32(first) << 24 | 0x0102_03))
      let octet = image.low >> 24 & 0xFF
      #expect(octet != 0 && octet != 10 && octet != 127 && octet < 224)
    }
  }

  @Test("link addresses keep the bit of groups; broadcast stays")
  func links() {
    let pseudonyms = Pseudonyms(Self.key)
    #expect(pseudonyms.link(0xFFFF_FFFF_FFFF) == 0xFFFF_FFFF_FFFF)
    #expect(pseudonyms.link(0) == 0)
    for link in [0x0011_2233_4455, 0x0100_5E00_00FB, 0x3333_0000_0001] as [UInt64] {
      let image = pseudonyms.link(link)
      #expect(image != link)
      #expect(image & 0x0100_0000_0000 == link & 0x0100_0000_0000)
    }
  }

  @Test(
    "names keep length and shape in every encoding, and case does not matter",
    arguments: ["alice", "CORP", "srv-01.ad.contoso", "jürgen", "山田太郎", "x9_Y"])
  func names(name: String) {
    let pseudonyms = Pseudonyms(Self.key)
    let image = pseudonyms.name(name)
    #expect(image != name)
    #expect(image.utf8.count == name.utf8.count)
    #expect(image.utf16.count == name.utf16.count)
    #expect(pseudonyms.name(name.lowercased()).lowercased() == image.lowercased())
    #expect(Pseudonyms(Self.key).name(name) == image)
    let other = Pseudonyms(AnonymizingKey(bytes: [UInt8](repeating: 9, count: 32)))
    #expect(other.name(name) != image)
  }

  @Test("no two names of a shape share a pseudonym")
  func injective() {
    let pseudonyms = Pseudonyms(Self.key)
    var images: Set<String> = []
    for first in "abcdefghijklmnopqrstuvwxyz" {
      for digit in 0..<10 { images.insert(pseudonyms.name("\(first)q\(digit)")) }
    }
    #expect(images.count == 260)
    #expect(images.allSatisfy { $0.count == 3 && $0.last?.isNumber ?? false })
  }

  @Test(
    "accounts that all machines have stay",
    arguments: ["Administrator", "NT AUTHORITY\\SYSTEM", "localhost", "WORKGROUP"])
  func kept(name: String) { #expect(Pseudonyms(Self.key).name(name) == name) }

  @Test("a key is read back from its text, and other texts are refused")
  func keys() throws {
    let made = AnonymizingKey.random()
    let read = try #require(AnonymizingKey(text: "\(made.text)\n"))
    #expect(Pseudonyms(read).name("alice") == Pseudonyms(made.key).name("alice"))
    for text in ["", "00", String(repeating: "g", count: 64), made.text + "0"] {
      #expect(AnonymizingKey(text: text) == nil)
    }
  }
}
