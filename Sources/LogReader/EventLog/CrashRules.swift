/// Programs that Remote Desktop stands on and that ended by themselves, and connection brokers that found
/// no host for a user.
enum CrashRules {
  static let all: [EventRule] = crashes + brokers

  private static let crashes: [EventRule] = [
    EventRule(
      "Application Error", 1000, as: "application.1000", is: .serviceStopped,
      "The Remote Desktop service, or a program of the desktop, crashed"
    ) { record, event in
      let texts = (record.data.map(\.value) + [record.message ?? ""]).map { $0.lowercased() }
      if texts.contains(where: { text in clientParts.contains { text.contains($0) } }) {
        event.kind = .clientInterrupted
        event.text = "crash"
        return true
      }
      if texts.contains(where: { text in serviceParts.contains { text.contains($0) } }) {
        return true
      }
      guard
        let program = desktopParts.first(where: { part in
          texts.contains { $0.contains(part) }
        })
      else { return false }
      event.kind = .backendFailed
      event.text = program
      return true
    },
    EventRule(
      "Winlogon", 4005, is: .backendFailed, "The log-on process ended unexpectedly"
    ) { _, event in
      event.text = "winlogon.exe"
      return true
    },
    EventRule(
      "User Profiles Service", 1500, 1502, 1508, as: "application.profile", is: .backendFailed,
      "The user's profile could not be loaded"),
    EventRule(
      "Desktop Window Manager", 9009, as: "dwm.9009", is: .phaseReached,
      "The desktop window manager ended, as it does at each log-off"),
  ]

  /// Microsoft's client and its parts.
  private static let clientParts = ["mstsc.exe", "mstscax.dll", "msrdc.exe", "rdclientax.dll"]
  /// The service itself, and what others put into its process.
  private static let serviceParts = [
    "termservice", "termsrv.dll", "rdpcorets.dll", "rdpcorecdv.dll", "rdpbase.dll", "rdpwrap",
  ]
  /// What a session cannot live without.
  private static let desktopParts = [
    "dwm.exe", "winlogon.exe", "logonui.exe", "csrss.exe", "rdpinit.exe",
  ]

  private static let brokers: [EventRule] = [
    EventRule(
      "TerminalServices-SessionBroker", 802, 819, as: "broker.802", is: .backendFailed,
      "The connection broker could not process a user's request", details: user),
    EventRule(
      "TerminalServices-SessionBroker-Client", 1296, 1306, as: "broker.1306", is: .backendFailed,
      "The connection broker gave no host to redirect the user to", details: user),
  ]

  private static let user: @Sendable (EventRecord, inout LogEvent) -> Bool = { record, event in
    event.user = record.item("User", "UserName", "param1")?.shortened(128)
    return true
  }

  /// Display names of the service in the languages that exports are seen in; the event's binary data,
  /// which has its key, is missing in texts.
  private static let serviceNames = [
    "termservice", "remote desktop services", "remotedesktopdienste", "remotedesktop-dienste",
    "services bureau à distance", "servicios de escritorio remoto", "servizi desktop remoto",
    "serviços de área de trabalho remota", "serviços de ambiente de trabalho remoto",
    "extern bureaublad-services", "службы удаленных рабочих столов", "usługi pulpitu zdalnego",
    "远程桌面服务", "リモート デスクトップ サービス", "원격 데스크톱 서비스", "uzak masaüstü hizmetleri",
    "fjärrskrivbordstjänster", "služby vzdálené plochy", "terminal services",
  ]
  /// The redirector of devices bears the service's name too.
  private static let redirectorNames = ["usermode", "user mode", "benutzermodus", "umrdpservice"]

  /// The message is about the Remote Desktop service.
  static func namesService(_ message: String) -> Bool {
    let text = message.lowercased()
    return serviceNames.contains { text.contains($0) }
      && !redirectorNames.contains { text.contains($0) }
  }
}
