/// The source of an event that a text names: a number is an event's only together with its source.
///
/// "Source: Ntfs, Event ID: 50" is not TermDD's event 50.
struct EventSource: Sendable {
  /// Sources of Remote Desktop: they go by several names, so that any of them may have any of its events.
  private let isOurs: Bool
  /// How the titles of this source's pages begin; empty where the handbook has no page of it.
  private let heads: [String]

  /// The source a text states; nil where it states none.
  init?(of lines: [String], words: [String]) {
    guard let name = Self.stated(in: lines) ?? Self.named(in: words) else { return nil }
    self.init(name)
  }

  private init?(_ name: String) {
    let key = Self.key(name)
    guard key.count >= Self.shortest, !Self.logs.contains(key) else { return nil }
    isOurs = Self.ours.contains { key.contains($0) }
    let known = Self.sources.filter { source in
      source.keys.contains { key.hasPrefix($0) || $0.count >= Self.telling && key.contains($0) }
    }
    heads = known.map(\.head)
  }

  /// Whether a page about an event may be meant.
  func has(_ page: Explanation) -> Bool {
    guard page.family == .windowsEvent else { return true }
    if isOurs { return true }
    return heads.contains { page.title.contains($0) }
  }

  // MARK: Names

  private static let shortest = 3
  /// A part of a name that says by itself what it is.
  private static let telling = 6

  /// What stands where a source should, and is none.
  private static let logs: Set<String> = ["system", "application", "setup", "windows", "eventlogs"]

  private static let ours = [
    "terminalserv", "remotedesktop", "rdp", "localsession", "remoteconnection", "termdd",
    "termserv", "sessionbroker", "connectionbroker", "gateway", "clientactivex", "termsrv",
    "fslogix", "tssession", "rds", "remoteapp",
  ]

  private static let sources: [(keys: [String], head: String)] = [
    (["kernelpower"], "Kernel-Power"), (["powertroubleshooter"], "Power-Troubleshooter"),
    (["windowsupdateclient"], "WindowsUpdateClient"), (["eventlog"], "EventLog"),
    (["user32"], "User32"), (["bugcheck", "wersystemerror"], "BugCheck"),
    (["applicationerror"], "Application Error"), (["applicationhang"], "Application Hang"),
    (["dnsclient"], "DNS client"), (["dhcpclient", "dhcp"], "DHCP client"),
    (["userprofile"], "User Profiles"), (["resourceexhaustion"], "Resource exhaustion"),
    (["windowsfirewall"], "firewall"), (["winlogon"], "Winlogon"), (["display"], "Display"),
    (["tcpip"], "Tcpip"), (["securityaudit", "security"], "Security"),
    (["securityaudit", "security", "nps", "networkpolicyserver"], "NPS"),
    (["netlogon"], "Netlogon"), (["lsa"], "LsaSrv"),
    (["servicecontrolmanager", "scm"], "Service Control Manager"),
    (["netwtw", "nwtw"], "Netwtw"), (["netwtw", "nwtw"], "wireless driver"),
    (["wlanautoconfig"], "WLAN-AutoConfig"), (["networkprofile"], "NetworkProfile"),
    (["ndis"], "NDIS"), (["schannel"], "Schannel"), (["win32k"], "Win32k"),
    (["eventsystem", "complus"], "COM+"), (["desktopwindowmanager", "dwm"], "Desktop Window"),
    (["print", "umrdp"], "Printer redirection"),
    (
      [
        "e1", "e2f", "rt64", "rtl", "b57", "netwtw", "vmxnet", "bnx", "ixg", "i40", "netvsc",
        "mlx", "killer", "athw", "bcm", "l1c", "nvnet", "igb",
      ], "etwork adapter"
    ),
  ]

  /// Sources that have events with the numbers of Remote Desktop's, named beside a number without a label.
  private static let others: Set<String> = [
    "ntfs", "disk", "volmgr", "volsnap", "storahci", "stornvme", "iastora", "iastor", "whea-logger",
    "vss", "esent", "msiinstaller", "distributedcom", "dcom", "w32time", "time-service",
    "taskscheduler", "printservice", "kernel-general", "kernel-boot", "kernel-pnp", "perflib",
    "perfnet", "nvlddmkm", "bits-client", "sidebyside", "certificateservicesclient",
    "windowserrorreporting", "mssqlserver", "hyper-v-vmswitch", "hyper-v-worker", "cdrom",
    "sqlserveragent", "msexchange", "spoolsv", "wininit", "ntds", "dfsr", "adws", "srv", "fltmgr",
  ]

  private static let microsoft = "microsoft-windows-"

  /// A name of another source beside a number or the word for an event: "event 50 ntfs", "disk 153".
  private static func named(in words: [String]) -> String? {
    for (position, written) in words.enumerated() {
      let word = written.hasPrefix(microsoft) ? written.dropFirst(microsoft.count) : written[...]
      let before = position > 0 ? words[position - 1] : ""
      let after = position + 1 < words.count ? words[position + 1] : ""
      let isPair = others.contains(before + word)
      guard others.contains(String(word)) || isPair else { continue }
      let left = isPair ? (position > 1 ? words[position - 2] : "") : before
      if isOfEvent(left) || isOfEvent(after) { return isPair ? before + word : String(word) }
    }
    return nil
  }

  private static func isOfEvent(_ word: String) -> Bool {
    HandbookQuery.eventWords.contains(word) || !word.isEmpty && word.allSatisfy(\.isNumber)
  }

  /// Letters and digits of a name, without what most begin with.
  private static func key(_ name: String) -> String {
    var key = Substring(CanonicalText.folded(name).filter { $0.isLetter || $0.isNumber })
    for start in ["microsoftwindows", "microsoft"] where key.hasPrefix(start) && key != start {
      key = key.dropFirst(start.count)
    }
    return String(key)
  }

  // MARK: Labels

  private static let labels = [
    "provider name", "providername", "provider_name", "sourcename", "source name", "event source",
    "source", "provider", "quelle", "origen", "origine", "fonte", "bron", "ソース", "来源", "來源",
    "원본", "источник", "zrodlo",
  ]
  private static let longestName = 64

  /// What stands behind a label of a source: "Source: TermDD", `Provider Name="…"`, "ProviderName : …".
  private static func stated(in lines: [String]) -> String? {
    for line in lines.prefix(mostLines) {
      let line = CanonicalText.folded(String(line.prefix(longestLine)))
      for label in labels {
        guard let place = line.firstRange(of: label) else { continue }
        let before = line[..<place.lowerBound]
        guard !before.contains(where: \.isLetter) || isHeading(before) else { continue }
        let rest = line[place.upperBound...].drop { $0 == " " || $0 == "\t" || $0 == "\"" }
        guard let mark = rest.first, mark == ":" || mark == "=" || mark == "：" else { continue }
        let name = value(rest.dropFirst())
        if name.contains(where: \.isLetter) { return name }
      }
    }
    return nil
  }

  /// Other labels of an event before it in the line: "Log Name: System Source: …"; "data source" is none.
  private static func isHeading(_ before: Substring) -> Bool {
    guard let last = before.last, !last.isLetter, !last.isNumber else { return false }
    return ["log name", "event", "level", "date", "time", "id"].contains { before.contains($0) }
  }

  private static let mostLines = 200
  private static let longestLine = 1_024

  /// The name behind a label, without the next label of the line.
  private static func value(_ text: Substring) -> String {
    let start = text.drop { " \t\"'".contains($0) }
    var name: [Substring] = []
    let end = start.firstIndex { "\"'<>,;|\t".contains($0) } ?? start.endIndex
    for word in start[..<end].prefix(longestName).split(separator: " ") {
      if word.hasSuffix(":") || word.contains("="), !name.isEmpty { break }
      name.append(word)
      if nextLabels.contains(String(word)) {
        name.removeLast()
        break
      }
    }
    return name.joined(separator: " ")
  }

  /// Words that begin the next column or label of a line.
  private static let nextLabels: Set<String> = [
    "date", "event", "level", "id", "eventid", "task", "datum", "ereignis", "guid", "log",
  ]
}
