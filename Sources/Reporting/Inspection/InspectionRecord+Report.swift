import Analysis
import CaptureReader
import TCPStreams

extension InspectionRecord.Capture {
  init(_ inspection: CaptureInspection) {
    let summary = inspection.input.summary
    let interfaces = summary?.interfaces ?? []
    self.init(
      name: inspection.input.name, fitness: inspection.fitness.grade,
      findings: inspection.fitness.findings.map {
        InspectionRecord.Finding(
          code: $0.code, blocking: $0.isBlocking, message: $0.message, remedy: $0.remedy)
      },
      input: InputRecord(inspection.input), duration: summary?.duration?.secondsRounded,
      linkTypes: InspectionRecord.LinkCount.counts(of: interfaces),
      hardware: summary?.hardware, operatingSystem: summary?.operatingSystem,
      application: summary?.application,
      drops: interfaces.reduce(0) { $0.addingSaturating($1.lost) },
      secrets: summary?.secrets.count ?? 0,
      comments: (summary?.comments.count ?? 0).addingSaturating(summary?.commentsOmitted ?? 0),
      backwardSteps: summary?.backwardSteps ?? 0,
      largestBackwardStep: (summary?.largestBackwardStep ?? .zero).secondsRounded,
      sessions: InspectionRecord.Sessions(inspection.sessions))
  }
}

extension InspectionRecord.LinkCount {
  /// Link types by number of interfaces, most first.
  static func counts(of interfaces: [CaptureInterface]) -> [Self] {
    Dictionary(grouping: interfaces, by: \.linkType)
      .sorted { ($0.value.count, $1.key.rawValue) > ($1.value.count, $0.key.rawValue) }
      .prefix(InputRecord.interfaceLimit)
      .map { Self(linkType: $0.key.rawValue, name: $0.key.title, interfaces: $0.value.count) }
  }
}

extension InspectionRecord.Sessions {
  init(_ tally: SessionTally) {
    self.init(
      count: tally.count, recognised: tally.recognised,
      ports: tally.ports.map {
        InputRecord.PortCount(port: $0.port, connections: $0.connections)
      },
      withoutStart: tally.withoutStart, withoutEnd: tally.withoutEnd, oneSided: tally.oneSided,
      decrypted: tally.decrypted,
      capturePoints: tally.capturePoints.reduce(into: [:]) { $0[$1.key.rawValue] = $1.value },
      copiesRemoved: tally.copies, offloaded: tally.offloaded, missedBytes: tally.missedBytes,
      streamBytes: tally.streamBytes)
  }
}

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
