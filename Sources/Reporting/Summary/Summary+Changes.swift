import CaptureReader

extension Summary {
  /// Servers and networks looked at for changes: those with most drops.
  private static let changeCandidates = 100

  /// The changes over time, strongest first: of all sessions, of servers, of client networks.
  var changes: [ChangeRecord] {
    let overall = hours.values.reduce(into: [Int: SessionCounts]()) { result, entry in
      if let hour = Int(entry.key) { result[hour] = entry.value.total }
    }
    let found =
      Self.changes(of: [(nil, overall)], scope: .all)
      + Self.changes(of: Self.candidates(servers), scope: .server)
      + Self.changes(of: Self.candidates(clientNetworks), scope: .clientNetwork)
    return found.sorted {
      ($1.strength, $0.scope.rawValue, $0.name ?? "") < (
        $0.strength, $1.scope.rawValue, $1.name ?? ""
      )
    }
  }

  private static func candidates(
    _ groups: KeyedTally<GroupCounts>
  ) -> [(name: String?, hours: [Int: SessionCounts])] {
    let many = groups.values.filter { $0.value.total.failures >= ChangeScan.Threshold.drops }
    return many.sorted { ($1.value.total.failures, $0.key) < ($0.value.total.failures, $1.key) }
      .prefix(changeCandidates).map { ($0.key, $0.value.hours) }
  }

  private static func changes(
    of series: [(name: String?, hours: [Int: SessionCounts])], scope: ChangeRecord.Scope
  ) -> [ChangeRecord] {
    let scan = ChangeScan(seriesCount: series.count)
    return series.compactMap { name, hours in
      let (width, bins) = ChangeScan.bins(hours)
      return scan.strongest(in: bins).map {
        ChangeRecord(scope: scope, name: name, finding: $0, bins: bins, width: width)
      }
    }
  }
}

extension ChangeRecord {
  init(
    scope: Scope, name: String?, finding: ChangeScan.Finding, bins: [ChangeScan.Bin], width: Int
  ) {
    let range = finding.range
    let last = bins.indices.contains(range.upperBound - 1) ? bins[range.upperBound - 1].hour : 0
    self.init(
      scope: scope, name: name,
      from: range.lowerBound == 0 ? nil : HourText.rfc3339(finding.inside.hour),
      until: range.upperBound == bins.count ? nil : HourText.rfc3339(last + width),
      binHours: width, sessionsInside: finding.inside.sessions, dropsInside: finding.inside.drops,
      sessionsOutside: finding.outside.sessions, dropsOutside: finding.outside.drops,
      strength: finding.strength.rounded(toPlaces: 2),
      threshold: finding.threshold.rounded(toPlaces: 2))
  }
}

/// Texts of hours counted from 1970.
enum HourText {
  static func rfc3339(_ hour: Int) -> String {
    Timestamp(nanoseconds: TimeSpan.seconds(Int64(clamping: hour) &* 3_600).nanoseconds).rfc3339
  }
}
