import CaptureReader
import Testing

@testable import LogReader

/// Security 4625 of type 3 is written for file shares and for Network Level Authentication alike.
@Suite("Refused network log-ons") struct NetworkLogonTests {
  private static func refused(_ second: Int, type: Int, from address: String = "10.0.0.5") -> String
  {
    event(
      "Security-Auditing", 4625, second,
      [
        ("TargetUserName", "anna"), ("Status", "0xc000006d"), ("SubStatus", "0xc000006a"),
        ("LogonType", "\(type)"), ("IpAddress", address), ("IpPort", "0"),
      ])
  }

  private static func event(
    _ provider: String, _ id: Int, _ second: Int, _ data: [(String, String)]
  ) -> String {
    let items = data.map { "<Data Name='\($0.0)'>\($0.1)</Data>" }.joined()
    let stamp = "2026-01-18T10:00:\(second < 10 ? "0" : "")\(second).000Z"
    return """
      <Event xmlns='http://x'><System><Provider Name='Microsoft-Windows-\(provider)'/><EventID>\(id)</EventID>\
      <TimeCreated SystemTime='\(stamp)'/><Channel>C</Channel><Computer>TS01</Computer></System>\
      <EventData>\(items)</EventData></Event>

      """
  }

  private static func accepted(_ second: Int, from address: String = "10.0.0.5") -> String {
    event(
      "RemoteDesktopServices-RdpCoreTS", 131, second,
      [("ConnType", "TCP"), ("ClientIP", "\(address):50111")])
  }

  @Test("alone are no sessions of Remote Desktop, and are counted")
  func alone() throws {
    let log = (0..<40).map { Self.refused($0, type: 3) }.joined()
    let found = try LogText.sessions(log)
    #expect(found.count == 1)
    let only = try #require(found.first)
    #expect(only.isHostOnly && only.networkLogons?.count == 40)
    #expect(only.networkLogons?.addresses == ["10.0.0.5"])
  }

  @Test("beside a connection of the same client are its log-on")
  func besideConnection() throws {
    let found = try LogText.sessions(Self.accepted(1) + Self.refused(2, type: 3))
    #expect(found.count == 1)
    #expect(found.first?.has(.logonRefused) == true && found.first?.isHostOnly == false)
  }

  @Test("beside a connection of another client stay unknown")
  func besideOther() throws {
    let found = try LogText.sessions(Self.accepted(1, from: "10.0.0.9") + Self.refused(2, type: 3))
    #expect(found.filter { !$0.isHostOnly }.allSatisfy { !$0.has(.logonRefused) })
    #expect(found.contains { $0.networkLogons?.count == 1 })
  }

  @Test("before RdpCoreTS tells of the refusal belong to it")
  func beforeRefusal() throws {
    let core = Self.event(
      "RemoteDesktopServices-RdpCoreTS", 140, 3, [("IPString", "10.0.0.5")])
    let found = try LogText.sessions(Self.refused(2, type: 3) + core)
    #expect(found.count == 1)
    #expect(found.first?.events.count == 2 && found.first?.isHostOnly == false)
  }

  @Test("of type 10 are Remote Desktop's by themselves", arguments: [10, 12])
  func remoteInteractive(type: Int) throws {
    let found = try LogText.sessions(Self.refused(2, type: type))
    #expect(found.count == 1 && found.first?.isHostOnly == false)
  }

  @Test("values without names, as PowerShell's properties, mean the same")
  func positional() throws {
    let values = [
      "S-1-0-0", "-", "-", "0x0", "S-1-0-0", "anna", "CORP", "0xc000006d", "%%2313", "0xc0000234",
      "10", "User32", "Negotiate", "PC1", "-", "-", "0", "0x0", "-", "10.0.0.5", "0",
    ]
    let properties = values.map { "{\"Value\":\"\($0)\"}" }.joined(separator: ",")
    let stamps = [
      "\"\\/Date(1768730400000)\\/\"", "\"2026-01-18T10:00:00.000Z\"",
      "{\"value\":\"\\/Date(1768730400000)\\/\",\"DisplayHint\":2}",
    ]
    for stamp in stamps {
      let json = """
        [{"Id":4625,"ProviderName":"Microsoft-Windows-Security-Auditing","LogName":"Security",\
        "MachineName":"TS01","TimeCreated":\(stamp),"Properties":[\(properties)]}]
        """
      let session = try #require(try LogText.sessions(json).first)
      #expect(session.user?.contains("anna") == true && session.client?.address == "10.0.0.5")
      #expect(session.events.first?.code == LogCode(.ntStatus, 0xC000_0234))
      #expect(session.first.nanoseconds == 1_768_730_400_000_000_000)
    }
  }
}
