@testable import Attribution
import CaptureReader
@testable import Evidence
import PacketDecode
import RDPProtocol
import TCPStreams
import Testing

@Suite("Names in commands") struct KnownNamesTests {
  private static let start = Timestamp(nanoseconds: 1_772_373_907_000_000_000)

  private func facts(
    user: String? = nil, serverName: String? = nil, server: String = "10.66.4.4",
    port: UInt16 = 3389
  ) -> SessionFacts {
    SessionFacts(
      identity: SessionIdentity(
        server: IPAddress(server).map { Endpoint(address: $0, port: port) }, user: user,
        serverName: serverName, start: Self.start, end: Self.start),
      witnesses: [])
  }

  static let cases: [(text: String, filled: String)] = [
    ("look. `pathping HOST`", "look. `pathping 10.66.4.4`"),
    ("mtr -n -T -P 3389 -c 100 HOST", "mtr -n -T -P 13389 -c 100 10.66.4.4"),
    ("net user NAME /domain", "net user jdoe /domain"),
    ("faillock --user NAME:", "faillock --user jdoe:"),
    ("net localgroup X DOMAIN\\NAME /add", "net localgroup X CORP\\jdoe /add"),
    ("cmdkey /delete:TERMSRV/HOST", "cmdkey /delete:TERMSRV/rds01.corp.example"),
    ("nslookup NAME", "nslookup rds01.corp.example"),
    // Words of sentences, options of commands, names of devices.
    (
      "DOMAIN\\user, .\\user; -Name TLS_NAME; \"NAME\"; port 3389; HOSTS; HOST.rdp",
      "DOMAIN\\user, .\\user; -Name TLS_NAME; \"NAME\"; port 3389; HOSTS; HOST.rdp"
    ),
    ("mstsc /v:HOST.DOMAIN", "mstsc /v:HOST.DOMAIN"),
    ("PortNumber = 3389 (0xd3d), service", "PortNumber = 13389 (0x344d), service"),
  ]

  @Test("commands that read an event log begin at the session's end")
  func events() {
    let end = Timestamp(nanoseconds: 1_772_373_907_000_000_000)
    #expect(
      EventWindow.limited("`Get-WinEvent -FilterHashtable @{Id=41} -MaxEvents 20`", from: end)
        == "`Get-WinEvent -FilterHashtable @{Id=41;StartTime=[datetime]'2026-03-01T14:03:07Z'}"
        + " -Oldest -MaxEvents 20`")
    let other = "Get-WinEvent -MaxEvents 5"
    #expect(EventWindow.limited(other, from: end) == other)
  }

  @Test("stand where they are known, and their placeholders where not", arguments: cases)
  func filled(text: String, filled: String) {
    let known = facts(user: "CORP\\jdoe", serverName: "rds01.corp.example", port: 13389)
    #expect(KnownNames.fill(text, from: known) == filled)
  }

  @Test("a tool that only asks about a host is left out where none is known")
  func asker() {
    let bare = SessionFacts(
      identity: SessionIdentity(start: Self.start, end: Self.start), witnesses: [])
    #expect(KnownNames.fill("Look at it. `pathping HOST`", from: bare) == "Look at it.")
    #expect(KnownNames.fill("Look it up. `nslookup NAME`", from: bare) == "Look it up.")
    // An address was asked for: it is not the name that was not found.
    let addressed = facts(serverName: "149.202.121.64")
    #expect(KnownNames.fill("Look it up. `nslookup NAME`", from: addressed) == "Look it up.")
  }

  @Test(
    "nothing is known: nothing changes",
    arguments: cases.map(\.text).filter { !$0.contains("pathping") })
  func unknown(text: String) {
    let bare = SessionFacts(
      identity: SessionIdentity(start: Self.start, end: Self.start), witnesses: [])
    #expect(KnownNames.fill(text, from: bare) == text)
  }

  @Test(
    "what a shell would read as more than a word is never filled in",
    arguments: [
      "jdoe; rm -rf ~", "$(id)", "a&calc", "a|b", "`id`", "x\"y", "x'y", "a b", "-rf", "%PATH%",
      "jdoe\n", "", "müller\u{202E}", String(repeating: "x", count: 300), "a\\b\\c", "a>b", "!x",
    ])
  func hostile(name: String) {
    let known = facts(user: name, serverName: name)
    #expect(KnownNames.fill("net user NAME", from: known) == "net user NAME")
    #expect(KnownNames.fill("TERMSRV/HOST", from: known) == "TERMSRV/HOST")
  }

  @Test("IPv6 addresses are words as well")
  func wide() {
    #expect(
      KnownNames.fill("ping -6 -l 1452 HOST", from: facts(server: "fd00::5"))
        == "ping -6 -l 1452 fd00::5")
  }
}
