/// Kinds of logs that are told apart by their first bytes.
public enum LogFormat: String, Hashable, Sendable, Codable, CaseIterable {
  /// Windows event log.
  case evtx
  case eventXML = "event_xml"
  /// The text view of an event, as Event Viewer copies it.
  case eventText = "event_text"
  case eventCSV = "event_csv"
  case eventJSON = "event_json"
  case freeRDP = "freerdp"
  case xrdp
  case syslog
  case journalJSON = "journal_json"
  case guacd
  case weston
  case rdesktop
  case mstscDialog = "mstsc_dialog"
  case connectionManager = "connection_manager"
  case windowsFirewall = "windows_firewall"
  case firewall
  case virtualDesktop = "avd"
  /// A program that is known by what its lines say of Remote Desktop.
  case program = "program"
  /// A web server's log of a Remote Desktop Gateway.
  case gatewayWeb = "gateway_web"
  case tunnel = "vpn"
  case webRequests = "web_requests"
  /// A log of none of the programs that are read here.
  case other = "other_log"
  /// Events of an event trace (`.etl`) that is read as a capture.
  case eventTrace = "event_trace"

  public var title: String {
    switch self {
    case .evtx: "a Windows event log (EVTX)"
    case .eventXML: "Windows events as XML"
    case .eventText: "Windows events as text"
    case .eventCSV: "Windows events as CSV"
    case .eventJSON: "Windows events as JSON"
    case .freeRDP: "a log of FreeRDP"
    case .xrdp: "a log of xrdp"
    case .syslog: "a system log"
    case .journalJSON: "a journal as JSON"
    case .guacd: "a log of guacd"
    case .weston: "a log of Weston"
    case .rdesktop: "output of rdesktop"
    case .mstscDialog: "text of a Remote Desktop dialog"
    case .connectionManager: "a log of a connection manager"
    case .windowsFirewall: "a log of Windows Firewall"
    case .firewall: "a log of a firewall"
    case .virtualDesktop: "diagnostics of Azure Virtual Desktop"
    case .program: "a program's log that speaks of Remote Desktop"
    case .gatewayWeb: "a web server's log of a gateway"
    case .tunnel: "a log of a VPN"
    case .webRequests: "a web server's log of requests"
    case .other: "a log of a program that is not known here"
    case .eventTrace: "events of a Windows event trace"
    }
  }
}
