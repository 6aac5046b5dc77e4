import CaptureReader
import Testing

@testable import LogReader

/// One session's story across several channels, in the forms in which people hand it over.
@Suite("Stories of Windows events in several forms") struct WindowsStoryTests {
  struct Record: Sendable {
    var second: Int
    var provider: String
    var id: Int
    var message: String
  }

  struct Form: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var text: @Sendable ([Record]) -> String
  }

  private static func time(_ second: Int) -> String {
    "09:\(10 + second / 60):\(second % 60 < 10 ? "0" : "")\(second % 60)"
  }

  static let forms: [Form] = [
    Form(testDescription: "a line each") { records in
      records.map {
        "2026-03-10 \(time($0.second)) \($0.provider) \($0.id) "
          + $0.message.split(separator: "\n").joined(separator: " ") + "\n"
      }.joined()
    },
    Form(testDescription: "Get-WinEvent, newest first") { records in
      records.reversed().map {
        "TimeCreated  : 10.03.2026 \(time($0.second))\nProviderName : \($0.provider)\n"
          + "Id           : \($0.id)\nMessage      : "
          + $0.message.replacing("\n", with: "\n               ") + "\n\n"
      }.joined()
    },
    Form(testDescription: "Event Viewer in French") { records in
      records.map {
        "Nom du journal :Application\nSource :       \($0.provider)\n"
          + "Date :         10/03/2026 \(time($0.second))\nID de l’événement :\($0.id)\n"
          + "Catégorie de la tâche :Aucun\nNiveau :       Information\nMots clés :    \n"
          + "Utilisateur :  SERVICE RÉSEAU\nOrdinateur :   TS01\nDescription :\n\($0.message)\n\n"
      }.joined()
    },
    Form(testDescription: "Event Viewer's CSV in German") { records in
      "Ebene,Datum und Uhrzeit,Quelle,Ereignis-ID,Aufgabenkategorie\n"
        + records.reversed().map {
          "Informationen,10.03.2026 \(time($0.second)),\($0.provider),\($0.id),Keine,\"\($0.message)\"\n"
        }.joined()
    },
    Form(testDescription: "wevtutil") { records in
      records.enumerated().map { place, record in
        "Event[\(place)]:\n  Log Name: Operational\n  Source: \(record.provider)\n"
          + "  Date: 2026-03-10T\(time(record.second)).0000000Z\n  Event ID: \(record.id)\n"
          + "  Task: N/A\n  Level: Information\n  User: S-1-5-20\n  Computer: TS01\n"
          + "  Description: \n\(record.message)\n\n"
      }.joined()
    },
    Form(testDescription: "ConvertTo-Html") { records in
      "<!DOCTYPE html><html><body><table>\n"
        + "<tr><th>TimeCreated</th><th>Id</th><th>ProviderName</th><th>Message</th></tr>\n"
        + records.map {
          "<tr><td>10.03.2026 \(time($0.second))</td><td>\($0.id)</td><td>\($0.provider)</td><td>"
            + $0.message.replacing("\"", with: "&quot;") + "</td></tr>\n"
        }.joined() + "</table></body></html>\n"
    },
  ]

  private static let local = "Microsoft-Windows-TerminalServices-LocalSessionManager"
  private static let remote = "Microsoft-Windows-TerminalServices-RemoteConnectionManager"
  private static let core = "Microsoft-Windows-RemoteDesktopServices-RdpCoreTS"
  private static let client = "Microsoft-Windows-TerminalServices-ClientActiveXCore"

  private static func came(_ second: Int, _ address: String, _ session: Int) -> [Record] {
    [
      Record(
        second: second, provider: core, id: 131,
        message: "The server accepted a new TCP connection from client \(address):51544."),
      Record(
        second: second, provider: core, id: 65, message: "Connection RDP-Tcp#7 created "),
      Record(
        second: second + 1, provider: remote, id: 1149,
        message: "Remote Desktop Services: User authentication succeeded:\n\nUser: anna\n"
          + "Domain: CORP\nSource Network Address: \(address)"),
      Record(
        second: second + 2, provider: local, id: 41,
        message: "Begin session arbitration: \n\nUser: CORP\\anna\nSession ID: \(session)"),
    ]
  }

  private static func shown(_ second: Int, _ address: String) -> Record {
    Record(
      second: second, provider: local, id: 21,
      message: "Remote Desktop Services: Session logon succeeded:\n\nUser: CORP\\anna\n"
        + "Session ID: 3\nSource Network Address: \(address)")
  }

  private static func ended(_ second: Int, _ reason: Int) -> [Record] {
    [
      Record(
        second: second, provider: core, id: 103, message: "The disconnect reason is \(reason)"),
      Record(
        second: second, provider: local, id: 40,
        message: "Session 3 has been disconnected, reason code \(reason)"),
    ]
  }

  private static func story(_ name: String) -> [Record] {
    let session = came(0, "10.0.0.5", 3) + [shown(3, "10.0.0.5")]
    switch name {
    case "taken over":
      return session + Array(came(300, "10.0.0.9", 4).prefix(3)) + ended(302, 5)
    case "not licensed": return came(0, "10.0.0.5", 3) + ended(4, 256)
    case "restart":
      return session + [
        Record(
          second: 400, provider: "User32", id: 1074,
          message: "The process svchost.exe (TS01) has initiated the restart of computer TS01 on "
            + "behalf of user SYSTEM")
      ] + ended(404, 12)
    case "profile":
      return session + [
        Record(
          second: 4, provider: "Microsoft-Windows-User Profiles Service", id: 1500,
          message: "Sie konnten nicht angemeldet werden, da Ihr Profil fehlt.")
      ] + ended(8, 12)
    default:
      return [
        Record(
          second: 0, provider: client, id: 1024,
          message: "RDP ClientActiveX is trying to connect to the server (ts01)"),
        Record(
          second: 1, provider: client, id: 1027,
          message: "Connected to domain (CORP) with session 3."),
        Record(
          second: 900, provider: "Microsoft-Windows-Kernel-Power", id: 42,
          message: "Das System wechselt in den Standbymodus."),
        Record(
          second: 910, provider: client, id: 1026,
          message: "RDP ClientActiveX has been disconnected (Reason= 2308)"),
      ]
    }
  }

  @Test(
    "each form tells the same story", arguments: forms,
    [
      ("taken over", 2, "log.taken_over"), ("not licensed", 1, "log.licensing"),
      ("restart", 1, "log.host_stopped"), ("profile", 1, "log.backend_failed"),
      ("asleep", 1, "log.client_slept"),
    ])
  func same(_ form: Form, _ story: (name: String, sessions: Int, code: String)) throws {
    let sessions = try LogText.sessions(form.text(Self.story(story.name)))
    #expect(sessions.count == story.sessions)
    #expect(sessions.first?.findingCodes.contains(story.code) ?? false)
    for other in sessions.dropFirst() { #expect(!other.findingCodes.contains(story.code)) }
  }

  @Test("records of one second are in order where the newest stands first")
  func oneSecond() throws {
    let lines = [
      (103, "The disconnect reason is 14"),
      (102, "The server has terminated main RDP connection with the client."),
      (131, "The server accepted a new TCP connection from client 10.0.0.5:51544."),
    ]
    let text = lines.map {
      "TimeCreated  : 10.03.2026 09:14:02\nProviderName : \(Self.core)\n"
        + "Id           : \($0.0)\nMessage      : \($0.1)\n\n"
    }.joined()
    let sessions = try LogText.sessions(text)
    #expect(
      sessions.map { $0.events.map(\.key) } == [
        ["rdpcorets.131", "rdpcorets.102", "rdpcorets.103"]
      ])
  }

  @Test(
    "numbers beside other words are no events",
    arguments: [
      "2026-03-10 09:14:02 worker 42 took 6008 ms for EventLogger",
      "2026-03-10 09:14:02 backup 41 Kernel-Powerful module, 42 files",
      "2026-03-10 09:14:02 PS> Get-WinEvent -FilterHashtable @{ProviderName='Kernel-Power'; Id=42}",
      "2026-03-10 09:14:02 Schannel took 12 steps, then 36887x",
    ])
  func noEvents(_ line: String) throws {
    #expect(EventSentence.record(Array(line.utf8)[...])?.eventID == nil)
  }

  @Test("the log-on's data on one line, in German")
  func germanLine() {
    let message =
      "Fehler beim Anmelden eines Kontos. Antragsteller: Sicherheits-ID: NULL SID Kontoname: - "
      + "Kontodomäne: - Anmelde-ID: 0x0 Anmeldetyp: 3 Konto, für das die Anmeldung fehlgeschlagen "
      + "ist: Sicherheits-ID: NULL SID Kontoname: anna Kontodomäne: CORP Fehlerinformationen: "
      + "Fehlerursache: %%2313 Status: 0xC000006D Unterstatus:: 0xC000006A Netzwerkinformationen: "
      + "Arbeitsstationsname: PC-ANNA Quellnetzwerkadresse: 10.0.0.5 Quellport: 0"
    let items = SecurityMessage.items(of: message, 4625)
    let value = { (name: String) in items.first { $0.name == name }?.value }
    #expect(value("LogonType") == "3" && value("TargetUserName") == "anna")
    #expect(value("Status") == "0xC000006D" && value("SubStatus") == "0xC000006A")
    #expect(value("IpAddress") == "10.0.0.5" && value("WorkstationName") == "PC-ANNA")
  }

  @Test("a message without its quotation marks falls apart at no comma")
  func commas() throws {
    let text = """
      TimeCreated,Id,ProviderName,Message
      2026-03-10 09:14:02,40,\(Self.local),Session 3 has been disconnected, reason code 4

      """
    #expect(try LogText.contents(text).events.map(\.code?.value) == [4])
    let viewer = """
      Level,Date and Time,Source,Event ID,Task Category
      Information,3/10/2026 9:14:02 AM,\(Self.local),40,None,Session 3 has been disconnected, reason code 4

      """
    #expect(try LogText.contents(viewer).events.map(\.code?.value) == [4])
  }

  @Test("an end that RdpCoreTS tells without its begin is that of the session that ends with it")
  func absorbed() throws {
    let lost = [
      Record(
        second: 400, provider: Self.core, id: 142,
        message: "TCP socket READ operation failed, error 121"),
      Record(
        second: 400, provider: Self.local, id: 40,
        message: "Session 3 has been disconnected, reason code 0"),
    ]
    let form = Self.forms[0]
    let one = try LogText.sessions(form.text([Self.shown(3, "10.0.0.5")] + lost))
    #expect(one.count == 1 && one.first?.findingCodes.contains("log.transport_timeout") == true)
    // Of two connections nobody knows whose end it was.
    let other = Record(
      second: 399, provider: Self.core, id: 131,
      message: "The server accepted a new TCP connection from client 10.0.0.9:51544.")
    #expect(try LogText.sessions(form.text([Self.shown(3, "10.0.0.5"), other] + lost)).count == 2)
  }
}
