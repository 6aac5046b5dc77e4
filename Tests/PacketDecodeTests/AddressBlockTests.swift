import PacketDecode
import Testing

@Suite("Address block") struct AddressBlockTests {
  @Test(
    "holds what shares its bits",
    arguments: [
      ("10.1.0.0/16", "10.1.255.3", true), ("10.1.0.0/16", "10.2.0.0", false),
      ("0.0.0.0/0", "255.0.0.1", true), ("0.0.0.0/0", "2001:db8::1", false),
      ("192.0.2.7", "192.0.2.7", true), ("192.0.2.7", "192.0.2.8", false),
      ("2001:db8::/32", "2001:db8:ffff::1", true), ("2001:db8::/32", "2001:db9::", false),
      ("2001:db8::/65", "2001:db8::8000:0:0:1", false), ("::/0", "10.0.0.1", true),
    ])
  func contains(block: String, address: String, expected: Bool) throws {
    let block = try #require(AddressBlock(block))
    #expect(block.contains(try #require(IPAddress(address))) == expected)
  }

  @Test(
    "refuses what is none",
    arguments: [
      "", "/8", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "::/129", "a/8", "10.0.0.0/8/8",
    ])
  func refuses(text: String) { #expect(AddressBlock(text) == nil) }

  @Test("is written as it is read", arguments: ["10.1.0.0/16", "192.0.2.7", "2001:db8::/32"])
  func description(text: String) throws { #expect("\(try #require(AddressBlock(text)))" == text) }
}
