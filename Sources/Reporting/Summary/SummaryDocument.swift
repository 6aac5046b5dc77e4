public import Foundation

/// A summary as machines read it (`rdpwhy/summary/1`).
public struct SummaryDocument: Sendable {
  public static let currentSchema = "rdpwhy/summary/1"
  /// Servers, networks and files listed.
  static let groupLimit = 100
  /// Hours listed, the latest: more than a year.
  private static let hourLimit = 10_000

  let tool: Tool
  let sessions: Int
  let drops: Int
  let failedLogons: Int
  let failedConnections: Int
  let probes: Int
  let notRDP: Int
  let running: Int
  let fallbacks: Int
  let undetermined: Int
  let degraded: Int
  let firstTime: String?
  let lastTime: String?
  let byCause: [String: Int]
  let byCode: [String: Int]
  let servers: GroupList
  let clientNetworks: GroupList
  /// Sites of clients; nil where none is known.
  let sites: GroupList?
  let files: GroupList
  let hours: [HourRecord]
  let changes: [ChangeRecord]
  let inputs: Inputs

  struct Inputs: Sendable, Hashable {
    var total: Int
    var partial: Int
    var failed: Int
    var crowded: Int
    var packets: Int
    /// Failed inputs by the code of the failure.
    var errors: [String: Int]
  }

  public init(_ summary: Summary, tool: Tool) {
    let summary = summary.pruned()
    self.tool = tool
    sessions = summary.total.sessions
    drops = summary.total.drops
    failedLogons = summary.total.failedLogons
    failedConnections = summary.total.failedConnections
    probes = summary.total.probes
    notRDP = summary.total.notRDP
    running = summary.total.running
    fallbacks = summary.total.fallbacks
    undetermined = summary.total.undetermined
    degraded = summary.total.degraded
    firstTime = summary.earliest
    lastTime = summary.latest
    byCause = summary.causes.mapValues(\.sessions)
    byCode = summary.codes.values.mapValues(\.count)
    servers = GroupList(summary.servers, listing: Self.groupLimit)
    clientNetworks = GroupList(summary.clientNetworks, listing: Self.groupLimit)
    let sites = GroupList(summary.sites, listing: Self.groupLimit)
    self.sites = sites.count > 0 ? sites : nil
    files = GroupList(summary.files, listing: Self.groupLimit)
    hours = summary.hours.values.compactMap { key, counts in
      Int(key).map { (hour: $0, counts: counts) }
    }
    .sorted { $0.hour < $1.hour }.suffix(Self.hourLimit).map { entry in
      HourRecord(
        ts: HourText.rfc3339(entry.hour), sessions: entry.counts.total.sessions,
        drops: entry.counts.total.drops, failures: entry.counts.total.failures,
        codes: entry.counts.codes)
    }
    changes = summary.changes
    inputs = Inputs(
      total: summary.inputs.total, partial: summary.inputs.partial,
      failed: summary.inputs.failed, crowded: summary.inputs.crowded,
      packets: summary.inputs.packets,
      errors: summary.inputs.errors.values.mapValues(\.count))
  }

  /// Indented JSON.
  public func json() -> Data { SummaryFields.record.document(self) }

  /// The same on one line.
  public func compact() -> Data { SummaryFields.record.compact(self) }
}
