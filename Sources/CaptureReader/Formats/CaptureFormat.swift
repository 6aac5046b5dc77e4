/// File formats that are told apart by their first bytes; pcap, pcapng and ETL are read.
public enum CaptureFormat: String, Hashable, Sendable, Codable, CaseIterable {
  case pcap
  case pcapng
  /// Windows event trace: `netsh trace`, `pktmon`.
  case etl
  /// Microsoft Network Monitor 1.x and 2.x, also written by Message Analyzer.
  case netMon = "netmon"
  case snoop
  /// Network General / NetScout Sniffer, DOS format.
  case sniffer
  /// Sniffer for Windows and its NetXRay ancestor.
  case netXRay = "netxray"
  /// Endace extensible record format.
  case erf
  case omniPeek = "omnipeek"
  case iptrace
  case nettl
  case visualNetworks = "visual_networks"
  case btsnoop
  /// Windows event log.
  case evtx
  case pktmonText = "pktmon_text"
  case tcpdumpText = "tcpdump_text"
  case hexDump = "hex_dump"
  case json
  /// What this program writes.
  case ownResult = "rdpwhy_result"
  case xml
  case utf16Text = "utf16_text"
  case tar
  case zip
  case sevenZip = "7z"
  case rar
  case cabinet

  /// The format's name with its article left out where it is a proper name.
  public var title: String {
    switch self {
    case .pcap: "pcap capture"
    case .pcapng: "pcapng capture"
    case .etl: "a Windows event trace (ETL)"
    case .netMon: "a Microsoft Network Monitor capture"
    case .snoop: "a snoop capture"
    case .sniffer: "a Sniffer (DOS) capture"
    case .netXRay: "a Sniffer (Windows) capture"
    case .erf: "an Endace ERF capture"
    case .omniPeek: "an OmniPeek capture"
    case .iptrace: "an AIX iptrace capture"
    case .nettl: "an HP-UX nettl trace"
    case .visualNetworks: "a Visual Networks capture"
    case .btsnoop: "a Bluetooth snoop capture"
    case .evtx: "a Windows event log (EVTX)"
    case .pktmonText: "pktmon text output"
    case .tcpdumpText: "text printed by tcpdump"
    case .hexDump: "a hex dump"
    case .json: "JSON text"
    case .ownResult: "a result of rdpwhy"
    case .xml: "XML text"
    case .utf16Text: "UTF-16 text"
    case .tar: "a tar archive"
    case .zip: "a zip archive"
    case .sevenZip: "a 7z archive"
    case .rar: "a rar archive"
    case .cabinet: "a Windows cabinet archive"
    }
  }

  public var isArchive: Bool {
    switch self {
    case .tar, .zip, .sevenZip, .rar, .cabinet: true
    default: false
    }
  }

  /// The command that turns `path` into a capture that can be read, where there is one.
  public func conversionCommand(for path: String) -> String? {
    let input = Self.quoted(path)
    let output = Self.quoted(Self.withoutExtension(path) + ".pcapng")
    switch self {
    case .netMon, .snoop, .sniffer, .netXRay, .erf, .omniPeek, .iptrace, .nettl, .visualNetworks:
      return "editcap -F pcapng \(input) \(output)"
    case .hexDump: return "text2pcap \(input) \(output)"
    default: return nil
    }
  }

  /// What to do instead, where no single command does it.
  public var hint: String? {
    switch self {
    case .evtx: "event logs are no packet captures"
    case .pktmonText: "give the .etl file itself"
    case .tcpdumpText: "capture again with tcpdump -w FILE.pcap"
    case .utf16Text: "a redirection in PowerShell destroys binary output: capture with -w FILE"
    case .btsnoop: "Bluetooth carries no Remote Desktop session"
    case .ownResult:
      "rdpwhy diff compares two of them, rdpwhy judge and batch merge read facts, and batch merge "
        + "writes another form or the summary of a batch's"
    case .json, .xml: "packets cannot be taken back from decoded text"
    case _ where isArchive: "archives are read as files, not through a pipe: name the file"
    default: nil
    }
  }

  private static func withoutExtension(_ path: String) -> String {
    guard let dot = path.lastIndex(of: "."), dot > path.startIndex,
      !path[dot...].contains("/"), path[path.index(before: dot)] != "/"
    else { return path }
    return String(path[..<dot])
  }

  /// `path` as one word of a shell command.
  private static func quoted(_ path: String) -> String {
    let plain = path.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: ":"),
        UInt8(ascii: "\\"), 0x80...:
        true
      default: false
      }
    }
    return plain ? path : "\"\(path)\""
  }
}
