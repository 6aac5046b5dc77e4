/// Where in its life a session is (design: stable words).
public enum Phase: String, Sendable, Codable, Comparable, CaseIterable {
  case tcp, x224, tls, credssp, mcs, licensing, active

  public static func < (lhs: Phase, rhs: Phase) -> Bool { lhs.order < rhs.order }

  private var order: Int {
    switch self {
    case .tcp: 0
    case .x224: 1
    case .tls: 2
    case .credssp: 3
    case .mcs: 4
    case .licensing: 5
    case .active: 6
    }
  }
}
