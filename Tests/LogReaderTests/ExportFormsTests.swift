import CaptureReader
import Testing

@testable import LogReader

/// One event, the session manager's 40 with reason 3, in the forms in which tools and services export it.
@Suite("Windows events in the forms of exports") struct ExportFormsTests {
  private static let provider = "Microsoft-Windows-TerminalServices-LocalSessionManager"
  private static let channel = provider + "/Operational"
  private static let message = "Session 3 has been disconnected, reason code 3"
  private static let userData =
    "<UserData><EventXML xmlns='Event_NS'><Session>3</Session><Reason>3</Reason></EventXML></UserData>"

  private static let wazuh =
    "{\"win\":{\"system\":{\"providerName\":\"\(provider)\",\"eventID\":\"40\",\"computer\":\"ts01\","
    + "\"systemTime\":\"2025-11-03T10:32:11.480Z\",\"channel\":\"\(channel)\"},"
    + "\"eventXML\":{\"session\":\"3\",\"reason\":\"3\"}}}"

  static let forms: [(String, String)] = [
    (
      "Format-List of all properties",
      """

      Message              : \(message)
      Id                   : 40
      Version              : 0
      RecordId             : 5190
      ProviderName         : \(provider)
      LogName              : \(channel)
      MachineName          : ts01
      TimeCreated          : 11/3/2025 10:32:11 AM
      ActivityId           : f420d1ae-2b1f-4b6e-9c2c-000000000001
      Properties           : {System.Diagnostics.Eventing.Reader.EventProperty}

      """
    ),
    (
      "Format-Table",
      """
         ProviderName: \(provider)

      TimeCreated                     Id LevelDisplayName Message
      -----------                     -- ---------------- -------
      11/3/2025 10:32:11 AM           40 Information      \(message)

      """
    ),
    (
      "CSV without a provider's column",
      """
      #TYPE Selected.System.Diagnostics.Eventing.Reader.EventLogRecord
      "TimeCreated","Id","LevelDisplayName","Message"
      "11/3/2025 10:32:11 AM","40","Information","\(message)"

      """
    ),
    (
      "Hayabusa CSV",
      """
      "Timestamp","RuleTitle","Level","Computer","Channel","EventID","RecordID","Details","ExtraFieldInfo"
      "2025-11-03 11:32:11.133 +01:00","Session ended","info","ts01","RDS-LSM",40,5191,"Session: 3 ¦ Reason: 3",""

      """
    ),
    (
      "Elastic's reply to a search",
      """
      {"took": 3, "hits": {"total": {"value": 1}, "hits": [
        {"_index": "w", "_source": {"@timestamp": "2025-11-03T10:32:11.100Z", "winlog": {
          "event_id": "40", "provider_name": "\(provider)", "channel": "\(channel)",
          "user_data": {"Session": "3", "Reason": "3"}}}}]}}

      """
    ),
    (
      "dotted names",
      """
      {"@timestamp":"2025-11-03T10:32:11.100Z","winlog.event_id":"40","winlog.channel":"\(channel)",\
      "winlog.provider_name":"\(provider)","winlog.user_data.Session":"3","winlog.user_data.Reason":"3"}

      """
    ),
    (
      "NXLog in structured syslog",
      """
      <14>1 2025-11-03T10:32:11.480000+01:00 ts01 Service 1104 - [NXLOG@14506 EventID="40" \
      Channel="\(channel)" SourceName="\(provider)" Session="3" Reason="3"] \(message)

      """
    ),
    (
      "Snare",
      "Nov  3 10:32:11 ts01 MSWinEventLog\t1\t\(channel)\t5190\tMon Nov 03 10:32:11 2025\t40\t"
        + "\(provider)\tSYSTEM\tUser\tInformation\tts01\tNone\t\t\(message)\t12\n"
    ),
    (
      "GELF",
      """
      {"version":"1.1","host":"ts01","short_message":"\(message)","timestamp":1762165931.48,\
      "_EventID":40,"_Channel":"\(channel)","_SourceName":"\(provider)"}

      """
    ),
    (
      "Splunk's text",
      """
      11/03/2025 10:32:11 AM
      LogName=\(channel)
      EventCode=40
      ComputerName=ts01
      SourceName=\(provider)
      Message=\(message)
      11/03/2025 10:33:11 AM
      LogName=System
      EventCode=1
      SourceName=Nobody

      """
    ),
    (
      "Splunk's export",
      """
      {"preview":false,"result":{"_raw":"11/03/2025 10:32:11 AM\\nLogName=\(channel)\\nEventCode=40\\n\
      SourceName=\(provider)\\nMessage=\(message)","host":"ts01"}}

      """
    ),
    (
      "Azure Monitor's Event table",
      """
      [{"TimeGenerated":"2025-11-03T10:32:11.48Z","Source":"\(provider)","EventLog":"\(channel)",\
      "Computer":"ts01","EventID":40,"UserName":"NT AUTHORITY\\\\SYSTEM","EventData":"\(userData)"}]

      """
    ),
    (
      "Azure Monitor's CSV",
      """
      TimeGenerated [UTC],Source,EventLog,Computer,EventID,RenderedDescription,EventData
      "11/3/2025, 10:32:11.480 AM","\(provider)","\(channel)",ts01,40,"\(message)","\(userData)"

      """
    ),
    (
      "a query's table",
      """
      {"tables":[{"name":"PrimaryResult","columns":[{"name":"TimeGenerated"},{"name":"Source"},\
      {"name":"EventLog"},{"name":"EventID"},{"name":"RenderedDescription"}],\
      "rows":[["2025-11-03T10:32:11.48Z","\(provider)","\(channel)",40,"\(message)"]]}]}

      """
    ),
    (
      "Format-List without a provider",
      """
      TimeCreated : 11/3/2025 10:32:11 AM
      Id          : 40
      Message     : \(message)

      """
    ),
    (
      "a converter's snake case",
      """
      {"system": {"provider": "\(provider)", "event_id": 40, "channel": "\(channel)",
        "time_created": "2025-11-03T10:32:11.48Z", "correlation": {"activity_id": null}},
       "user_data": {"EventXML": {"Session": "3", "Reason": "3"}}}

      """
    ),
    ("Wazuh", wazuh + "\n"),
    (
      "Event Viewer's CSV in English",
      """
      Level,Date and Time,Source,Event ID,Task Category
      Information,11/3/2025 10:32:11 AM,\(provider),40,None,"\(message)"

      """
    ),
    (
      "attributes in syslog's message",
      """
      <14>1 2025-11-03T10:32:11.447120Z ts01 Service 1320 - - eventid="40" providername="\(provider)" \
      userid="NT AUTHORITY\\SYSTEM" eventrecordid="20178" \(message)

      """
    ),
    (
      "plaso",
      """
      datetime,timestamp_desc,source,source_long,message,parser,display_name,tag
      2025-11-03T10:32:11.480000+00:00,Content,EVT,WinEVTX,"[40 / 0x0028] Source Name: \(provider) Strings: \
      ['3', '3'] Computer Name: ts01 Record Number: 214 Event Level: 4",winevtx,a,-

      """
    ),
    ("Wazuh's archive", "2025 Nov 03 10:32:12 (ts01) any->EventChannel " + wazuh + "\n"),
    (
      "a script's CSV",
      """
      #TYPE System.Management.Automation.PSCustomObject
      "TimeCreated","Session","Reason","EventID"
      "2025-11-03 11:32:11 +01:00","3","3","40"

      """
    ),
    (
      "Chainsaw's CSV",
      """
      timestamp,detections,path,Event ID,Record ID,Computer,Event.UserData.EventXML.Session,Event.UserData.EventXML.Reason
      2025-11-03T10:32:11.118233+00:00,Ended,./a.evtx,40,1204,ts01,3,3

      """
    ),
    (
      "Hayabusa on a terminal",
      """
      Timestamp · RuleTitle · Level · Computer · Channel · EventID · RecordID · Details · ExtraFieldInfo
      2025-11-03 11:32:11.133 +01:00 · Ended · info · ts01 · RDS-LSM · 40 · 5191 · Session: 3 ¦ Reason: 3 · -

      """
    ),
    (
      "the friendly view",
      """
      - System

        - Provider

         [ Name]  \(provider)

        EventID 40

        - TimeCreated

         [ SystemTime]  2025-11-03T10:32:11.480Z

        Channel \(channel)

        Computer ts01

      - UserData

        - EventXML

         Session 3

         Reason 3

      """
    ),
  ]

  @Test("the session is found, with its reason and its day", arguments: forms)
  func reads(form: (String, String)) throws {
    #expect(LogRecognition.format(of: Array(form.1.utf8.prefix(4_096))) != nil)
    let sessions = try LogText.sessions(form.1)
    #expect(sessions.count == 1)
    let session = try #require(sessions.first)
    #expect(session.findingCodes == ["log.idle_limit"])
    // 2025-11-03, whatever the zone.
    #expect(abs(session.first.nanoseconds / 1_000_000_000 - 1_762_165_931) <= 3_600)
  }

  @Test("an event that several rules of Hayabusa found is one event")
  func repeats() throws {
    let row =
      "\"2025-11-03 12:00:11.133 +01:00\",\"RULE\",\"low\",\"ts01\",\"Sec\",4625,77401,"
      + "\"Type: 10 - REMOTE INTERACTIVE ¦ TgtUser: bob ¦ SrcIP: 10.20.30.41\","
      + "\"Status: 0xc000006d ¦ SubStatus: 0xc000006a\"\n"
    let log = try LogText.contents(
      "\"Timestamp\",\"RuleTitle\",\"Level\",\"Computer\",\"Channel\",\"EventID\",\"RecordID\",\"Details\","
        + "\"ExtraFieldInfo\"\n" + row + row.replacing("RULE", with: "another"))
    #expect(log.events.count == 1)
    let sessions = LogSessions.sessions(of: [log])
    #expect(sessions.first?.user == "bob")
    #expect(sessions.first?.client?.address == "10.20.30.41")
    #expect(sessions.first?.findingCodes == ["log.logon_refused"])
  }

  @Test(
    "lines of a message are apart from each other, whatever ends them", arguments: ["\n", "\r\n"])
  func lines(end: String) throws {
    let text = [
      "Log Name:      \(Self.channel)", "Source:        \(Self.provider)",
      "Date:          11/3/2025 9:02:11 AM", "Event ID:      21", "Description:",
      "Remote Desktop Services: Session logon succeeded:", "", "User: CORP\\anna",
      "Session ID: 3", "Source Network Address: 10.20.30.40", "",
      "Log Name:      \(Self.channel)", "Source:        \(Self.provider)",
      "Date:          11/3/2025 10:32:11 AM", "Event ID:      40", "Description:",
      Self.message, "",
    ].joined(separator: end)
    let sessions = try LogText.sessions(text)
    #expect(sessions.count == 1)
    #expect(sessions.first?.user == "CORP\\anna")
    #expect(sessions.first?.client?.address == "10.20.30.40")
    #expect(sessions.first?.findingCodes == ["log.idle_limit"])
  }

  /// The Security log's message in a language, as Event Viewer shows it.
  private static func refused(_ front: String, _ labels: [String]) -> String {
    let values = [
      "SYSTEM", "TS01$", "CORP", "0x3E7", "10", "NULL SID", "maria", "CORP", "…", "0xC000006D",
      "0xC000006A", "0x5a4", "C:\\Windows\\System32\\svchost.exe", "TS01", "10.20.30.41", "0",
    ]
    return front
      + zip(labels, values).map { label, value in
        label.hasPrefix("#")
          ? "\n\(label.dropFirst()):\n\tx:\t\(value)\n" : "\t\(label):\t\t\(value)\n"
      }.joined()
  }

  @Test(
    "a refused log-on's message is read by the order of its lines",
    arguments: [
      refused(
        "Log Name:      Security\nSource:        Microsoft-Windows-Security-Auditing\n"
          + "Date:          11/3/2025 9:02:11 AM\nEvent ID:      4625\nKeywords:      Audit Failure\n"
          + "Description:\nAn account failed to log on.\n\n",
        [
          "Security ID", "Account Name", "Account Domain", "Logon ID", "Logon Type", "Security ID",
          "Account Name", "Account Domain", "Failure Reason", "Status", "Sub Status", "Caller",
          "Caller Name", "Workstation Name", "Source Network Address", "Source Port",
        ]),
      refused(
        "Nombre de registro:Security\nOrigen:        Microsoft-Windows-Security-Auditing\n"
          + "Fecha:         03/11/2025 9:02:11\nId. del evento:4625\nPalabras clave:\n"
          + "Usuario:       N/D\nDescripción:\nError de una cuenta al iniciar sesión.\n\n",
        [
          "Id. de seguridad", "Nombre de cuenta", "Dominio", "Id. de sesión", "Tipo", "Id.",
          "Nombre de cuenta", "Dominio", "Motivo", "Estado", "Subestado", "Id. de proceso",
          "Proceso", "Estación", "Dirección de red", "Puerto",
        ]),
    ])
  func securityMessage(text: String) throws {
    let session = try #require(try LogText.sessions(text).first)
    #expect(session.user?.contains("maria") == true)
    #expect(session.client?.address == "10.20.30.41")
    #expect(session.findingCodes == ["log.logon_refused"])
    // The third of November in both.
    #expect(session.first.nanoseconds / 86_400_000_000_000 == 20_395)
  }

  @Test("Get-EventLog's table has its events, with the day and without the year")
  func eventLogTable() throws {
    let log = try LogText.contents(
      """
         Index Time          EntryType   Source                 InstanceID Message
         ----- ----          ---------   ------                 ---------- -------
         88213 Mar 02 13:41  Error       TermDD                 3221880888 The security layer detected an error
         88209 Mar 02 13:40  Warning     e1dexpress             2684616731 Network link is disconnected

      """)
    #expect(log.events.map(\.key) == ["nic.27", "termdd.56"])
  }
}
