public import CaptureReader

/// How a side repeated what nobody answered: the pauses, whose schedule that is, and when a stack of
/// that kind gives up.
///
/// Sources: RFC 6298 §5 (doubling); Linux `tcp_syn_retries`, `tcp_syn_linear_timeouts`,
/// `tcp_retries2` (Documentation/networking/ip-sysctl); Windows `Get-NetTCPSetting` (InitialRto,
/// MaxSynRetransmissions) and `TcpMaxDataRetransmissions`.
public struct Backoff: Sendable, Hashable, Codable {
  public enum Subject: String, Sendable, Codable, CaseIterable {
    case syn
    case data
  }

  /// A known schedule; more may be added.
  public enum Schedule: String, Sendable, Codable, CaseIterable {
    /// SYN repeated after 1, 2, 4, 8 s; data five times, doubling.
    case windows
    /// SYN repeated after 3 and 6 s: Windows 7 to 8.1, Server 2008 to 2012 R2.
    case windowsBefore10 = "windows_before_10"
    /// SYN repeated after 1, 2, 4 … 32 s; data until `tcp_retries2` = 15 is used up.
    case linux
    /// SYN repeated each second at first: Linux 6.5 and later, and macOS.
    case linearSYN = "linear_syn"
    /// Doubling pauses of a stack that is not known.
    case doubling
    /// Pauses that follow no known rule.
    case irregular
  }

  public var subject: Subject
  public var schedule: Schedule
  /// The last pauses between one sending and the next; at most `HealthThresholds.keptPauses`.
  public var pauses: [TimeSpan]
  /// The first sending.
  public var start: Timestamp
  /// The first of the pauses that double: the sender's retransmission timeout.
  public var timeout: TimeSpan?
  /// From the first sending until a stack of this kind gives up, by its default settings. A program
  /// can set less (FreeRDP: 9 s).
  public var givesUpAfter: TimeSpan?

  public var givesUpAt: Timestamp? { givesUpAfter.map { start.advanced(by: $0) } }
}

extension Backoff {
  /// The schedule of SYN packets, nil where two pauses are too few to tell.
  init?(syn pauses: [TimeSpan], from start: Timestamp, stack: StackFamily) {
    guard let first = pauses.first else { return nil }
    let isLinear = pauses.count > 1 && pauses.prefix(4).allSatisfy { $0.isAbout(.seconds(1)) }
    let schedule: Schedule
    let limit: TimeSpan?
    if first.isAbout(.seconds(3)) {
      (schedule, limit) = (.windowsBefore10, .seconds(21))
    } else if isLinear {
      (schedule, limit) = (.linearSYN, .seconds(131))
    } else if first.isAbout(.seconds(1)), Self.doubles(pauses) {
      switch stack {
      case .windows where pauses.count <= 4: (schedule, limit) = (.windows, .seconds(31))
      case .linux where pauses.count > 1: (schedule, limit) = (.linux, .seconds(127))
      default:
        guard pauses.count > 1 else { return nil }
        (schedule, limit) = (.doubling, nil)
      }
    } else {
      guard pauses.count > 1 else { return nil }
      (schedule, limit) = (Self.doubles(pauses) ? .doubling : .irregular, nil)
    }
    self.init(
      subject: .syn, schedule: schedule, pauses: pauses, start: start, timeout: first,
      givesUpAfter: limit)
  }

  /// The schedule of data, nil where it was repeated too seldom to tell.
  init?(data pauses: [TimeSpan], from start: Timestamp, stack: StackFamily) {
    guard pauses.count > 1 else { return nil }
    // Fast retransmissions and tail-loss probes come before the timeouts, which double.
    var first = pauses.count - 1
    while first > 0, pauses[first].isDouble(of: pauses[first - 1]) { first -= 1 }
    guard first < pauses.count - 1 else {
      self.init(
        subject: .data, schedule: .irregular, pauses: pauses, start: start, timeout: nil,
        givesUpAfter: nil)
      return
    }
    let timeout = pauses[first]
    let before = pauses[..<first].reduce(TimeSpan.zero, +)
    let schedule: Schedule
    let limit: TimeSpan?
    switch stack.corrected(by: timeout) {
    case .windows where pauses.count - first <= Self.windowsRepeats:
      schedule = .windows
      limit = before + timeout * ((1 << Int64(Self.windowsRepeats + 1)) - 1)
    case .linux:
      schedule = .linux
      limit = before + Self.linuxLimit(timeout: timeout)
    default: (schedule, limit) = (.doubling, nil)
    }
    self.init(
      subject: .data, schedule: schedule, pauses: pauses, start: start, timeout: timeout,
      givesUpAfter: limit)
  }

  /// `TcpMaxDataRetransmissions`.
  private static let windowsRepeats = 5

  /// `tcp_retries2` = 15 stands for the time that fifteen repeats take from 200 ms on, the longest
  /// pause being 120 s: 924.6 s. The first timeout after that gives up.
  private static func linuxLimit(timeout: TimeSpan) -> TimeSpan {
    let limit = TimeSpan.milliseconds(924_600)
    var pause = max(timeout, .milliseconds(1))
    var passed = TimeSpan.zero
    while passed < limit {
      passed = passed + pause
      pause = min(pause * 2, max(.seconds(120), timeout))
    }
    return passed
  }

  private static func doubles(_ pauses: [TimeSpan]) -> Bool {
    zip(pauses, pauses.dropFirst()).allSatisfy { $1.isDouble(of: $0) }
  }
}

extension TimeSpan {
  /// Timers are late by a tick and by the machine's load, the path adds its jitter.
  fileprivate func isAbout(_ other: TimeSpan) -> Bool {
    abs(nanoseconds - other.nanoseconds) <= max(other.nanoseconds / 8, 150_000_000)
  }

  /// Twice as long; or as long, where the longest pause of 60 s or more is reached.
  fileprivate func isDouble(of other: TimeSpan) -> Bool {
    let (long, short) = (Double(nanoseconds), Double(max(1, other.nanoseconds)))
    return (1.7...2.4).contains(long / short)
      || other >= .seconds(60) && (0.9...1.1).contains(long / short)
  }
}
