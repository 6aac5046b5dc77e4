import CaptureReader
import Evidence
import TCPStreams

/// Whether a verdict can rest on a capture, and what stands in its way.
public struct CaptureFitness: Sendable, Hashable {
  public enum Grade: String, Sendable, Codable, CaseIterable {
    case fit
    /// A verdict is given, but something weakens it.
    case reservations
    /// No verdict can be given.
    case unfit
  }

  /// One thing that is wrong with the capture.
  public struct Finding: Sendable, Hashable {
    /// A stable name; more may be added.
    public var code: String
    public var isBlocking: Bool
    /// One clause for people, without a full stop.
    public var message: String
    /// How to capture better, as one clause.
    public var remedy: String?
  }

  /// The worst first.
  public var findings: [Finding] = []

  public var grade: Grade {
    if findings.contains(where: \.isBlocking) { return .unfit }
    return findings.isEmpty ? .fit : .reservations
  }

  init(input: InputReport, sessions: SessionTally) {
    guard let summary = input.summary else {
      block("unreadable", input.failure?.reason ?? "cannot be read", remedy: nil)
      return
    }
    note(ending: summary.ending)
    if summary.packets == 0, summary.format == .etl {
      block(
        "no_packets", "it is an event trace without packets",
        remedy: "capture with pktmon start --capture --pkt-size 0 --file-name rdp.etl, or netsh"
          + " trace start capture=yes")
    } else if summary.packets == 0 {
      block(
        "no_packets", "it holds no packets",
        remedy: "check the capture's filter and interface, and that it runs during the drop")
    } else if sessions.count == 0 {
      noteAbsence(input.contents)
    } else if summary.firstTime == nil {
      block("no_times", "its packets carry no time", remedy: "save as pcapng or pcap with times")
    } else {
      note(sessions)
    }
    note(summary, input.contents)
    findings.sort { $0.isBlocking && !$1.isBlocking }
  }

  /// Of a log: whether it tells of any connection, and what else would have to be known.
  init(_ log: LogInspection, sessions: Int) {
    if sessions == 0 {
      block(
        "no_rdp", "it tells of no connection: \(log.understood) of its records were understood",
        remedy: nil)
    }
    for note in log.notes { reserve("log_quality", note, remedy: nil) }
    for wish in log.missing { reserve("log_missing", wish.what, remedy: wish.command) }
  }

  private mutating func block(_ code: String, _ message: String, remedy: String?) {
    findings.append(
      Finding(code: code, isBlocking: true, message: message, remedy: remedy))
  }

  private mutating func reserve(_ code: String, _ message: String, remedy: String?) {
    findings.append(
      Finding(code: code, isBlocking: false, message: message, remedy: remedy))
  }
}

extension CaptureFitness {
  private mutating func note(ending: CaptureEnding) {
    switch ending {
    case .complete: break
    case .cut(let offset, _):
      reserve(
        "cut", "it is cut short at offset \(offset)",
        remedy: "stop the capture in order, and copy the whole file")
    case .damaged(let offset, let expected):
      reserve(
        "damaged", "it is damaged at offset \(offset), expected \(expected)",
        remedy: "copy the file anew, in binary mode")
    }
  }

  /// What the capture has instead of a session.
  private mutating func noteAbsence(_ contents: CaptureContents) {
    let decodable = contents.packets - contents.unsupportedLinks
    if contents.concealed > 0, contents.tcpSegments == 0 {
      block(
        "wifi_encrypted", "its Wi-Fi frames are encrypted",
        remedy: "capture on the client itself, not in monitor mode")
    } else if contents.packets > 0, decodable == 0 {
      block(
        "link_unknown", "its link type is not decoded",
        remedy: "capture on the interface that carries IP")
    } else if contents.rdpOverUDP > 0 {
      block(
        "udp_only", "it holds RDP over UDP only, without the TCP connection beside it",
        remedy: "capture TCP as well, from before the user connects")
    } else if contents.tcpSegments == 0 {
      block(
        "no_tcp", "it holds no TCP",
        remedy: "check the capture's filter and its interface (the VPN's, or the physical one)")
    } else {
      block(
        "no_rdp", "no RDP session was found in its TCP segments (\(contents.tcpSegments))",
        remedy: "name the port with --port where the server does not listen on 3389, or start"
          + " before the user connects")
    }
  }

  private mutating func note(_ sessions: SessionTally) {
    let all = sessions.count
    if sessions.oneSided > 0 {
      reserve(
        "one_sided", "of \(Self.share(sessions.oneSided, all)) only one direction was captured",
        remedy: "mirror both directions, or capture at one of the ends")
    }
    if sessions.withoutStart > 0 {
      reserve(
        "starts_late", "it begins after the start of \(Self.share(sessions.withoutStart, all))",
        remedy: "start before the user connects (a ring of files can run for days)")
    }
    if sessions.withoutEnd > 0 {
      reserve(
        "ends_early",
        "it ends while \(Self.share(sessions.withoutEnd, all)) "
          + (sessions.withoutEnd == 1 ? "goes on" : "go on"),
        remedy: "let it run until a minute after the drop")
    }
    let share =
      sessions.streamBytes > 0
      ? Double(sessions.missedBytes) / Double(sessions.streamBytes) : 0
    if share >= FitnessThresholds.captureLoss {
      reserve(
        "capture_loss",
        "\(sessions.missedBytes) bytes (\(Self.percent(share))) of \(Self.share(sessions.lossy, all))"
          + " were acknowledged but never captured",
        remedy: "capture with a filter for the server, a larger buffer, and on a faster machine")
    }
  }

  private mutating func note(_ summary: CaptureSummary, _ contents: CaptureContents) {
    if summary.shortenedPackets > 0 {
      reserve(
        "shortened",
        "\(summary.shortenedPackets) of \(summary.packets) packets were captured only in part",
        remedy: "capture whole packets (tcpdump -s 0, pktmon --pkt-size 0)")
    }
    let drops = summary.interfaces.reduce(UInt64(0)) { $0.addingSaturating($1.lost) }
    if drops > 0 {
      reserve(
        "interface_drops", "its interfaces report \(drops) dropped packets",
        remedy: "narrow the filter, enlarge the buffer (tcpdump -B 65536)")
    }
    if summary.largestBackwardStep >= FitnessThresholds.clockStep {
      reserve(
        "clock_set_back",
        "its clock was set back by \(summary.largestBackwardStep.text) on the way: durations across "
          + "that moment are wrong",
        remedy: "do not sort it, that shuffles the sessions; do not change the clock during a "
          + "capture")
    } else if summary.largestBackwardStep >= FitnessThresholds.backwardStep {
      let milliseconds = summary.largestBackwardStep.nanoseconds / 1_000_000
      reserve(
        "times_go_back",
        "times go back at \(summary.backwardSteps) packets, by up to \(milliseconds) ms",
        remedy: "sort it (reordercap IN OUT); do not change the clock during a capture")
    }
    if contents.unfollowedSegments > 0 {
      reserve(
        "too_many_connections", "it holds more connections than are followed",
        remedy: "filter for the server's address")
    }
  }

  private static func share(_ part: Int, _ whole: Int) -> String {
    if whole == 1 { return "the session" }
    return part == whole ? "all \(whole) sessions" : "\(part) of \(whole) sessions"
  }

  private static func percent(_ share: Double) -> String {
    let tenths = Int((min(max(share, 0), 1) * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10) %"
  }
}

/// When an imperfection of a capture is worth a word.
enum FitnessThresholds {
  /// Share of the streams' bytes that the capture may lack: what is lost below it hides no more
  /// than a packet or two of a thousand.
  static let captureLoss = 0.001
  /// Captures of several queues or interfaces are out of order by less; rules of timing compare from
  /// 8 ms on.
  static let backwardStep = TimeSpan.milliseconds(8)
  /// No queue is out of order by so much: the clock was set back.
  static let clockStep = TimeSpan.seconds(1)
}
