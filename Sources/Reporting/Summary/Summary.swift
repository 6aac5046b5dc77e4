import CaptureReader
import Evidence

/// What many sessions have in common: counts by cause, server, client network, hour and file.
///
/// A value that grows with the number of different servers, hours and files up to fixed capacities,
/// not with the number of sessions. Adding and merging are associative and commutative: summaries of
/// any parts, merged in any order, equal the summary of the whole.
public struct Summary: Codable, Sendable, Hashable {
  /// Entries kept of each kind: a server takes one, and one for each code and hour that it has.
  enum Capacity {
    static let servers = 1 << 18
    static let clientNetworks = 1 << 18
    static let files = 1 << 17
    static let hours = 1 << 17
    static let codes = 1 << 12
  }

  private(set) var total = SessionCounts()
  private(set) var causes: [String: SessionCounts] = [:]
  private(set) var codes = KeyedTally<PlainCount>(capacity: Capacity.codes)
  private(set) var servers: KeyedTally<GroupCounts>
  private(set) var clientNetworks: KeyedTally<GroupCounts>
  /// Sites of clients.
  private(set) var sites: KeyedTally<GroupCounts>
  private(set) var files: KeyedTally<GroupCounts>
  /// By hours since 1970, as text.
  private(set) var hours: KeyedTally<GroupCounts>
  private(set) var inputs = InputCounts()
  /// First packets of the earliest and the latest session (RFC 3339).
  private(set) var earliest: String?
  private(set) var latest: String?

  public init() {
    self.init(groupCapacity: nil)
  }

  /// With another capacity for servers, client networks, files and hours.
  init(groupCapacity: Int?) {
    servers = KeyedTally(capacity: groupCapacity ?? Capacity.servers)
    clientNetworks = KeyedTally(capacity: groupCapacity ?? Capacity.clientNetworks)
    sites = KeyedTally(capacity: groupCapacity ?? Capacity.clientNetworks)
    files = KeyedTally(capacity: groupCapacity ?? Capacity.files)
    hours = KeyedTally(capacity: groupCapacity ?? Capacity.hours)
  }

  public mutating func add(session: StoredRecord) {
    let end = SessionEnd(session)
    total.add(end)
    causes[end.cause.rawValue, default: SessionCounts()].add(end)
    codes.update(end.code) { $0.merge(PlainCount(count: 1)) }
    servers.update(end.server) { $0.add(end, byHour: true) }
    clientNetworks.update(end.clientNetwork) { $0.add(end, byHour: true) }
    if let site = end.site { sites.update(site) { $0.add(end, byHour: true) } }
    for input in Set(end.inputs) { files.update(input) { $0.add(end, byHour: false) } }
    if let hour = end.hour { hours.update(String(hour)) { $0.add(end, byHour: false) } }
    widen(to: end.start)
  }

  public mutating func add(input: StoredRecord) { inputs.add(input) }

  /// Counts what `other` counted.
  public mutating func merge(_ other: Summary) {
    total.merge(other.total)
    for (cause, counts) in other.causes { causes[cause, default: SessionCounts()].merge(counts) }
    codes.merge(other.codes)
    servers.merge(other.servers)
    clientNetworks.merge(other.clientNetworks)
    sites.merge(other.sites)
    files.merge(other.files)
    hours.merge(other.hours)
    inputs.merge(other.inputs)
    if let time = other.earliest { widen(to: time) }
    if let time = other.latest { widen(to: time) }
  }

  /// The same with nothing beyond the capacities.
  func pruned() -> Summary {
    var copy = self
    copy.codes.prune()
    copy.servers.prune()
    copy.clientNetworks.prune()
    copy.sites.prune()
    copy.files.prune()
    copy.hours.prune()
    return copy
  }

  private mutating func widen(to time: String) {
    // Texts of one form are ordered as their times.
    guard Timestamp(rfc3339: time) != nil else { return }
    earliest = min(time, earliest ?? time)
    latest = max(time, latest ?? time)
  }
}

extension Summary {
  public init(_ report: Report) {
    self.init()
    for session in report.views { add(session: session.stored()) }
    for input in report.inputs { add(input: InputFields.record.stored(input)) }
  }
}

/// The inputs that were read, and those that were not.
struct InputCounts: Codable, Sendable, Hashable {
  var total = 0
  var partial = 0
  var failed = 0
  /// With sessions that are left out for want of memory.
  var crowded = 0
  var packets = 0
  /// By the code of the failure.
  var errors = KeyedTally<PlainCount>(capacity: Summary.Capacity.codes)

  mutating func add(_ input: StoredRecord) {
    let status = input["status"].text.flatMap(InputRecord.Status.init(rawValue:))
    total = total.addingSaturating(1)
    partial = partial.addingSaturating(status == .partial ? 1 : 0)
    failed = failed.addingSaturating(status == .failed ? 1 : 0)
    let isCrowded = input["notes"].records.contains {
      $0["code"].text.map(InputRecord.Note.codesOfMemory.contains) ?? false
    }
    crowded = crowded.addingSaturating(isCrowded ? 1 : 0)
    packets = packets.addingSaturating(max(0, input["packets"].count ?? 0))
    if let code = input["error.code"].text {
      errors.update(code) { $0.merge(PlainCount(count: 1)) }
    }
  }

  mutating func merge(_ other: Self) {
    total = total.addingSaturating(other.total)
    partial = partial.addingSaturating(other.partial)
    failed = failed.addingSaturating(other.failed)
    crowded = crowded.addingSaturating(other.crowded)
    packets = packets.addingSaturating(other.packets)
    errors.merge(other.errors)
  }
}
