import Testing

@testable import Attribution

/// A number is an event's only together with its source.
@Suite("Event sources") struct EventSourceTests {
  private func first(_ text: String) -> String? {
    Handbook.answer(to: [text]).pages.first?.code
  }

  /// What event logs, lists of PowerShell, exports and people write around one number.
  private static func forms(_ source: String, _ number: Int) -> [String] {
    [
      "\(source) \(number)", "\(source) event \(number)", "Event \(number), \(source)",
      "Source: \(source)\nEvent ID: \(number)\nLevel: Error",
      "Log Name: System Source: \(source) Date: 3/4/2026 Event ID: \(number) Level: Warning",
      "ProviderName : \(source)\nId           : \(number)",
      "<Provider Name=\"\(source)\" Guid=\"{1139C61B}\"/><EventID>\(number)</EventID>",
      "Quelle: \(source)\nEreignis-ID: \(number)",
    ]
  }

  @Test(
    "an event of its own source has its page, however the two are written",
    arguments: [
      ("Microsoft-Windows-TerminalServices-ClientActiveXCore", 1028),
      ("Microsoft-Windows-TerminalServices-ClientActiveXCore", 1024),
      ("Microsoft-Windows-RemoteDesktopServices-RdpCoreTS", 140),
      ("Microsoft-Windows-TerminalServices-LocalSessionManager", 21),
      ("Microsoft-Windows-TerminalServices-RemoteConnectionManager", 1149),
      ("Microsoft-Windows-Security-Auditing", 4779), ("Microsoft-Windows-Kernel-Power", 107),
      ("Microsoft-Windows-NDIS", 10400), ("Microsoft-Windows-WLAN-AutoConfig", 8003),
      ("Microsoft-Windows-NetworkProfile", 10001), ("Microsoft-Windows-Dhcp-Client", 1001),
      ("TermDD", 56), ("Schannel", 36870), ("LsaSrv", 6039), ("e1dexpress", 27),
    ])
  func own(source: String, number: Int) {
    for text in Self.forms(source, number) {
      #expect(first(text) == "event \(number)", "\(text)")
    }
  }

  @Test(
    "an event of another source is not taken for one of Remote Desktop with its number",
    arguments: [
      ("Ntfs", 50), ("disk", 153), ("volmgr", 161), ("Microsoft-Windows-WHEA-Logger", 18),
      ("Microsoft-Windows-PrintService", 307), ("Microsoft-Windows-TaskScheduler", 103),
      ("Microsoft-Windows-Time-Service", 24), ("W32Time", 36), ("ESENT", 102),
      ("Microsoft-Windows-Kernel-General", 16), ("MsiInstaller", 1033), ("nvlddmkm", 153),
      ("Microsoft-Windows-Hyper-V-VmSwitch", 22),
    ])
  func others(source: String, number: Int) {
    for text in Self.forms(source, number) {
      #expect(first(text) == nil, "\(text)")
    }
  }

  @Test("a source that people write beside Remote Desktop's takes nothing away")
  func beside() {
    #expect(first("profile disk not attached, event 1511 in the application log") == "event 1511")
    #expect(first("Data source: srv01\nevent 4625") == "event 4625")
    #expect(first("Log Name: System\nSource: System\nEvent ID: 6008") == "event 6008")
    #expect(
      first("Source: Application Error\nEvent ID: 1000\nFaulting application: x") == "event 1000")
  }

  @Test("the value of the client's event 1026 is its error code")
  func clientValue() {
    #expect(first("1026 Value 2308") == "mstsc 0x904")
    #expect(first("Event 1026, Value: 516") == "mstsc 0x204")
  }

  @Test("an unreadable text around a source ends within bounds")
  func bounds() {
    let long = "Source: " + String(repeating: "x ", count: 20_000) + "Event ID: 50"
    #expect(Handbook.answer(to: [long]).pages.count <= HandbookQuery.mostPages)
    _ = first("Source:\nEvent ID: 50")
    _ = first("Source=\"\" Event ID: 50")
  }
}
