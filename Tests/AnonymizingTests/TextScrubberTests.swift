import PacketDecode
import Testing

@testable import Anonymizing

/// Texts keep their form; who and where they speak of becomes pseudonyms.
@Suite("Scrubbed texts") struct TextScrubberTests {
  static var pseudonyms: Pseudonyms { Pseudonyms(PseudonymTests.key) }

  private static func scrubbed(_ text: String, names: [String] = []) -> String {
    var book = NameBook()
    for name in names { book.add(name) }
    return TextScrubber(pseudonyms: pseudonyms, names: book).scrubbed(text)
  }

  @Test(
    "addresses, link addresses and identifiers are replaced wherever they stand",
    arguments: [
      ("from 203.0.113.7 port 50123", "203.0.113.7"), ("[203.0.113.7]:3389", "203.0.113.7"),
      ("::ffff:203.0.113.7.", "203.0.113.7"), ("client 2a02:810d::17, gone", "2a02:810d::17"),
      ("mac 00:11:22:aa:bb:cc", "00:11:22:aa:bb:cc"),
      ("mac 00-11-22-AA-BB-CC", "00-11-22-AA-BB-CC"),
      ("sid S-1-5-21-1111111111-2222222222-3333333333-1107", "1111111111"),
    ])
  func addresses(text: String, original: String) {
    let result = Self.scrubbed(text)
    #expect(!result.contains(original))
    #expect(result.prefix(3) == text.prefix(3) || text.hasPrefix("["))
  }

  @Test(
    "times, versions, paths, built-in identifiers and words stay",
    arguments: [
      "14:05:07.123 [12:34:56:789] done", "127.0.0.1 and 0.0.0.0", "version 10.0.19041",
      "S-1-5-18 S-1-5-32-544", "std::vector a::b", "C:\\Windows\\System32\\svchost.exe",
    ])
  func kept(text: String) { #expect(Self.scrubbed(text, names: ["alice"]) == text) }

  @Test("names are replaced as words, in any case, with domains and in identifiers with hyphens")
  func names() {
    let image = Self.pseudonyms.name("alice")
    let domain = Self.pseudonyms.name("contoso")
    let result = Self.scrubbed(
      "user Alice (CONTOSO\\alice, alice@contoso.com, home-alice) malice",
      names: ["alice", "contoso"])
    #expect(
      result
        == "user \(image.prefix(1).uppercased())\(image.dropFirst()) (\(domain.uppercased())\\\(image), "
        + "\(image)@\(domain).com, \(Self.pseudonyms.name("home-alice"))) malice")
  }

  @Test("a name with a known one in it is one as a whole, unless it is a word of logs")
  func compound() {
    let result = Self.scrubbed("NB-MILLER xrdp-miller", names: ["miller"])
    let whole = Self.pseudonyms.name("nb-miller").uppercased()
    #expect(result == "\(whole) xrdp-\(Self.pseudonyms.name("miller"))")
  }

  @Test(
    "passwords and tokens are taken out, whatever they stand behind",
    arguments: [
      ("/u:bob /p:Geheim123! /v:host", "/u:bob /p:xxxxxxxx /v:host"),
      ("/gp:'two words' /gu:x", "/gp:'xxxxxxxx' /gu:x"),
      ("rdesktop -u bob -p Geheim123! host", "rdesktop -u bob -p xxxxxxxx host"),
      ("--password Geheim123! x", "--password xxxxxxxx x"),
      ("password=Geheim123, next", "password=xxxxxxxx, next"),
      ("{\"accessToken\": \"ey.J0\", \"b\": 1}", "{\"accessToken\": \"xxxxxxxx\", \"b\": 1}"),
      ("<Password>a b&amp;c</Password>", "<Password>xxxxxxxx b&amp;c</Password>"),
      ("rdp://bob:Geheim1@10.0.0.256:3389", "rdp://bob:xxxxxxxx@10.0.0.256:3389"),
      ("password: wrong; /p:******** port -p", "password: wrong; /p:******** port -p"),
      ("{\"token\":null,\"secret\":[1],\"b\":2}", "{\"token\":null,\"secret\":[1],\"b\":2}"),
      ("the password is expired, http://a:8080/x", "the password is expired, http://a:8080/x"),
    ])
  func secrets(text: String, expected: String) { #expect(Self.scrubbed(text) == expected) }

  @Test("both addresses of a packet filter's header are replaced, its type stays")
  func linkHeader() {
    let result = Self.scrubbed("MAC=00:11:22:33:44:55:66:77:88:99:aa:bb:08:00 SRC=")
    let parts = result.dropFirst(4).dropLast(5).split(separator: ":")
    #expect(parts.count == 14 && parts.suffix(2) == ["08", "00"])
    #expect(!result.contains("00:11:22") && !result.contains("88:99:aa"))
    #expect(result.hasPrefix("MAC=") && result.hasSuffix(" SRC="))
  }

  @Test("words of logs are replaced only where somebody is meant")
  func weak() {
    let image = Self.pseudonyms.name("info")
    let result = Self.scrubbed(
      "info: user=info CORP\\info [info] \"user\":\"info\"", names: ["info"])
    #expect(result == "info: user=\(image) CORP\\\(image) [info] \"user\":\"\(image)\"")
  }

  @Test(
    "texts say who is meant by their form",
    arguments: [
      ("login for user=bob.miller ok", ["bob", "miller"]),
      ("<Data Name='TargetUserName'>carol</Data>", ["carol"]),
      ("{\"Computer\":\"PC-17.contoso.com\"}", ["pc-17", "contoso"]),
      ("Nov 28 19:14:21 bastion7 xrdp[1]: up", ["bastion7"]),
      ("logon CONTOSO\\dave", ["contoso", "dave"]), ("mail erin@contoso.com", ["erin"]),
      ("Certificate for rds07.corp.contoso.com:3389 has changed", ["rds07", "contoso"]),
      ("Using user x from host NB-MILLER", ["nb-miller"]),
      ("devname=\"FGT-BR1\" devid=\"FGT60F\"", ["fgt-br1", "fgt60f"]),
    ])
  func found(text: String, names: [String]) {
    var book = NameBook()
    book.add(namedIn: Array(text.utf8))
    for name in names { #expect(book.contains(name), "\(name)") }
  }

  @Test(
    "classes, packages and words behind them are nobody's names",
    arguments: [
      "AxMsRdpClient09Host: Status => Disconnected", "[com.freerdp.core] x", "org.gnome.desktop",
      "client RDP-TCP#3", "java.net: reset",
      "http://schemas.microsoft.com/win/2004/08/events/event",
    ])
  func unnamed(text: String) {
    var book = NameBook()
    book.add(namedIn: Array(text.utf8))
    #expect(book.count == 0)
  }

  @Test("an original that is left is found: in ASCII, in UTF-16, as an address")
  func search() throws {
    var book = NameBook()
    book.add("zacharias")
    let pseudonyms = Pseudonyms(PseudonymTests.key)
    _ = pseudonyms.name("zacharias")
    _ = pseudonyms.address(try #require(IPAddress("203.0.113.7")))
    let search = OriginalSearch(book, pseudonyms)
    func hits(_ bytes: [UInt8]) -> [Int] {
      search.findings(in: bytes, of: "x", at: 100).map(\.offset)
    }
    #expect(hits(Array("a ZACHARIAS b".utf8)) == [102])
    #expect(hits("a zacharias".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }).count == 1)
    #expect(hits("a zacharias".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }) == [104])
    #expect(hits(Array("from 203.0.113.7:1".utf8)) == [105])
    #expect(hits(Array("zachariasson 1203.0.113.71".utf8)).isEmpty)
  }
}
