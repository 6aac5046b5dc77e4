import Analysis
import CaptureReader

extension CaptureSummary {
  var duration: TimeSpan? {
    guard let firstTime, let lastTime else { return nil }
    return lastTime.since(firstTime)
  }
}

extension LinkType {
  /// A name as people use it.
  var title: String {
    switch self {
    case .null, .loop: "BSD loopback"
    case .ethernet: "Ethernet"
    case .ppp, .pppHDLC: "PPP"
    case .pppoe: "PPPoE"
    case .raw, .ipv4, .ipv6: "raw IP"
    case .ieee80211: "Wi-Fi"
    case .ieee80211Radiotap: "Wi-Fi (radiotap)"
    case .linuxCooked: "Linux cooked (any)"
    case .linuxCooked2: "Linux cooked 2 (any)"
    default: "link type \(rawValue)"
    }
  }
}
