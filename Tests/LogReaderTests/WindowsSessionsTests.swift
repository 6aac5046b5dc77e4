import CaptureReader
import Testing

@testable import LogReader

/// Events as `wevtutil` exports them.
private struct Event {
  var provider: String
  var id: Int
  var second: Int
  var activity: String?
  var data: [(String, String)] = []
  var isUserData = false

  var xml: String {
    let stamp =
      "2026-01-18T10:\(second / 600)\(second / 60 % 10):\(second % 60 / 10)\(second % 10).000Z"
    let items =
      isUserData
      ? "<UserData><EventXML xmlns='Event_NS'>"
        + data.map { "<\($0.0)>\($0.1)</\($0.0)>" }.joined() + "</EventXML></UserData>"
      : "<EventData>" + data.map { "<Data Name='\($0.0)'>\($0.1)</Data>" }.joined() + "</EventData>"
    return """
      <Event xmlns='http://x'><System><Provider Name='Microsoft-Windows-\(provider)'/><EventID>\(id)</EventID>\
      <TimeCreated SystemTime='\(stamp)'/><Correlation\(activity.map { " ActivityID='{\($0)}'" } ?? "")/>\
      <Channel>C</Channel><Computer>TS01</Computer></System>\(items)</Event>

      """
  }

  static func core(_ id: Int, _ second: Int, _ activity: String, _ data: (String, String)...)
    -> Event
  {
    Event(
      provider: "RemoteDesktopServices-RdpCoreTS", id: id, second: second, activity: activity,
      data: data)
  }

  static func local(_ id: Int, _ second: Int, _ data: (String, String)...) -> Event {
    Event(
      provider: "TerminalServices-LocalSessionManager", id: id, second: second, data: data,
      isUserData: true)
  }
}

@Suite("Sessions of Windows event logs") struct WindowsSessionsTests {
  private func sessions(_ events: [Event]) throws -> [LogSession] {
    try LogText.sessions(events.map(\.xml).joined())
  }

  private static func connection(_ activity: String, _ port: Int, _ second: Int) -> [Event] {
    [
      .core(131, second, activity, ("ConnType", "TCP"), ("ClientIP", "10.0.0.5:\(port)")),
      .core(65, second, activity, ("ConnectionName", "RDP-Tcp#1")),
    ]
  }

  private static func gone(_ activity: String, _ second: Int, error: String) -> [Event] {
    [
      .core(143, second, activity, ("error", error)), .core(102, second, activity),
      .core(103, second, activity, ("ReasonCode", "14")),
    ]
  }

  @Test("mstsc's own pre-connection is no drop")
  func preconnection() throws {
    let events =
      Self.connection("a", 1_000, 1) + Self.gone("a", 2, error: "64")
      + Self.connection("b", 1_001, 4) + [.core(104, 5, "b", ("TimezoneBiasHour", "[1]"))]
    let found = try sessions(events)
    #expect(found.count == 2)
    #expect(found.first?.isProbe == true && found.first?.findingCodes == ["log.probe"])
    #expect(found.last?.isProbe == false && found.last?.isOpen == true)
    #expect(found.map { $0.client?.port } == [1_000, 1_001])
  }

  @Test("error 121 after the session came up is a silent path")
  func silentPath() throws {
    let events =
      Self.connection("a", 1_000, 1) + [.core(104, 2, "a", ("TimezoneBiasHour", "[1]"))]
      + Self.gone("a", 60, error: "121")
    #expect(try sessions(events).first?.findingCodes == ["log.transport_timeout"])
  }

  @Test("a refused password is no drop although the connection goes the same way")
  func refused() throws {
    let events =
      Self.connection("a", 1_000, 1) + [.core(140, 2, "a", ("IPString", "10.0.0.5"))]
      + Self.gone("a", 3, error: "64")
    let codes = try #require(try sessions(events).first).findingCodes
    #expect(codes.contains("log.logon_refused") && !codes.contains("log.peer_gone"))
  }

  @Test(
    "the session manager's reason decides",
    arguments: [
      ("3", "log.idle_limit"), ("5", "log.taken_over"), ("11", "log.user_disconnected"),
      ("12", "log.logged_off"), ("0", "log.session_disconnected"),
    ])
  func reasons(reason: String, code: String) throws {
    let events =
      Self.connection("a", 1_000, 1) + [
        .local(21, 5, ("User", "CORP\\eva"), ("SessionID", "2"), ("Address", "10.0.0.5")),
        .local(24, 90, ("User", "CORP\\eva"), ("SessionID", "2"), ("Address", "10.0.0.5")),
        .local(40, 90, ("Session", "2"), ("Reason", reason)),
      ]
    let found = try sessions(events)
    #expect(found.count == 1)
    #expect(found.first?.user == "CORP\\eva" && found.first?.phase == .active)
    #expect(found.first?.findingCodes.contains(code) == true)
  }

  @Test("a host that sleeps around the end explains it")
  func sleep() throws {
    let events =
      Self.connection("a", 1_000, 1) + [.core(104, 2, "a", ("TimezoneBiasHour", "[1]"))]
      + Self.gone("a", 60, error: "64") + [Event(provider: "Kernel-Power", id: 42, second: 58)]
    #expect(try sessions(events).first?.findingCodes.contains("log.host_slept") == true)
  }

  @Test("a host alone is told as a host")
  func hostAlone() throws {
    let found = try sessions([Event(provider: "Kernel-Power", id: 41, second: 1)])
    #expect(found.first?.isHostOnly == true && found.first?.findingCodes == ["log.host_crashed"])
  }

  @Test("connections that ask for nothing are a scan")
  func scan() throws {
    let events = (0..<12).map {
      Event.core(131, 1, "a\($0)", ("ConnType", "TCP"), ("ClientIP", "10.0.0.5:\(2_000 + $0)"))
    }
    let found = try sessions(events)
    #expect(
      found.count == 12
        && found.allSatisfy { $0.isProbe && $0.findingCodes.contains("log.port_scan") })
  }

  @Test("a German export tells the same by numbers and data")
  func german() throws {
    let text = """
      Ebene,Datum und Uhrzeit,Quelle,Ereignis-ID,Aufgabenkategorie
      Informationen,29.04.2026 09:43:59,Microsoft-Windows-TerminalServices-Gateway,303,(3),"Der Benutzer ""CORP\\eva"" auf ""192.0.2.44"" hat getrennt: ts.corp.example. Dauer: 5 Sekunden."
      Informationen,29.04.2026 09:43:55,Microsoft-Windows-TerminalServices-Gateway,302,(3),"Der Benutzer ""CORP\\eva"" auf ""192.0.2.44"" hat ""ts.corp.example"" verbunden."
      """
    let found = try LogText.sessions(text)
    #expect(found.count == 1)
    #expect(found.first?.user == "CORP\\eva" && found.first?.client?.address == "192.0.2.44")
    #expect(found.first?.findingCodes == ["log.gateway_ended"])
  }

  @Test("TermDD 56 amid prose: the last four bytes are the status, and one event is one event")
  func binary() throws {
    let text = """
      Log Name:      System
      Source:        TermDD
      Event ID:      56
      Description:
      The Terminal Server security layer detected an error in the protocol stream.
      Event Xml:
      <Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event">
      <System><Provider Name="TermDD" /><EventID Qualifiers="49162">56</EventID><TimeCreated SystemTime="" /></System>
      <EventData><Data>\\Device\\Termdd</Data><Data>10.0.0.5</Data>
      <Binary>00000400010000000000000038000AC00000000038000AC000000000000000000000000000000000B50000D0</Binary></EventData></Event>
      """
    let found = try LogText.sessions(text)
    #expect(found.count == 1)
    #expect(found.first?.events.first?.code == LogCode(.ntStatus, 0xc000_00b5))
    #expect(found.first?.findingCodes == ["log.transport_timeout"])
  }

  @Test(
    "JSON forms give the same event",
    arguments: [
      ##"{"Id": 140, "ProviderName": "Microsoft-Windows-RemoteDesktopServices-RdpCoreTS", "LogName": "L", "TimeCreated": "/Date(1768730400000)/", "Properties": [{"Value": "10.0.0.5"}]}"##,
      ##"{"@timestamp": "2026-01-18T10:00:00.000Z", "winlog": {"event_id": "140", "provider_name": "Microsoft-Windows-RemoteDesktopServices-RdpCoreTS", "channel": "C", "event_data": {"IPString": "10.0.0.5"}}}"##,
      ##"{"EventId": 140, "Provider": "Microsoft-Windows-RemoteDesktopServices-RdpCoreTS", "Channel": "C", "TimeCreated": "2026-01-18T10:00:00.0000000+00:00", "Payload": "{\"EventData\": {\"Data\": [{\"@Name\": \"IPString\", \"#text\": \"10.0.0.5\"}]}}"}"##,
      ##"{"Event": {"System": {"Provider": {"#attributes": {"Name": "Microsoft-Windows-RemoteDesktopServices-RdpCoreTS"}}, "EventID": 140, "TimeCreated": {"#attributes": {"SystemTime": "2026-01-18T10:00:00Z"}}, "Channel": "C"}, "EventData": {"IPString": "10.0.0.5"}}}"##,
    ])
  func json(text: String) throws {
    let log = try LogText.contents(text)
    #expect(log.format == .eventJSON)
    let event = try #require(log.events.first)
    #expect(event.key == "rdpcorets.140")
    #expect(event.time.nanoseconds == 1_768_730_400 * 1_000_000_000)
  }
}
