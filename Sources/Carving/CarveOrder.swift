public import Analysis
import Attribution
import CaptureReader
import CaptureWriter
import Evidence
import PacketDecode
import RDPProtocol
import TCPStreams

/// What one carved capture is to hold.
public struct CarveOrder: Sendable, Hashable {
  /// Names the file: that of its session, or of the session that decides its story.
  public var uid: String
  /// Places of the sessions that it is about, among the report's.
  public var sessions: [Int]
  /// Places of further sessions that the verdict depends on: those of the story, and others of the same
  /// client or server at that time.
  public var context: [Int] = []
  /// What becomes of payload that is not needed.
  public var cut: PayloadCut

  /// Sessions around it that are taken in at most.
  private static let contextLimit = 64
  /// How long before its start and after its end other sessions may matter.
  private static let reach = TimeSpan.seconds(120)

  /// The orders for what is selected, in the report's order.
  ///
  /// - Parameter byStory: sessions that belong together go into one capture.
  public static func orders(
    for report: AnalysisReport, selection: SessionSelection, byStory: Bool, cut: PayloadCut
  ) -> [CarveOrder] {
    let chosen = report.sessions.indices.filter { place in
      selection.includes(report.sessions[place])
        && report.sessions[place].facts.witnesses.contains { $0.kind == .capture }
    }
    guard byStory else {
      return chosen.map {
        CarveOrder(uid: report.sessions[$0].uid, sessions: [$0], cut: cut)
      }
    }
    var orders: [CarveOrder] = []
    var done: Set<Int> = []
    for story in UserStory.stories(of: report.sessions) {
      let members = story.members.filter {
        report.sessions[$0].facts.witnesses.contains { $0.kind == .capture }
      }
      guard members.contains(where: chosen.contains), done.isDisjoint(with: members) else {
        continue
      }
      done.formUnion(members)
      orders.append(
        CarveOrder(uid: report.sessions[story.deciding].uid, sessions: members, cut: cut))
    }
    return orders
  }

  /// The same with more around it; nil where nothing more can be added.
  ///
  /// First come the sessions that its verdict can depend on, then payload keeps its length, as zeros.
  public func extended(in report: AnalysisReport) -> CarveOrder? {
    var order = self
    if context.isEmpty {
      order.context = neighbours(in: report)
      if !order.context.isEmpty { return order }
    }
    guard cut == .shortens else { return nil }
    order.cut = .blanks
    return order
  }

  private func neighbours(in report: AnalysisReport) -> [Int] {
    let all = report.sessions
    let own = sessions.filter(all.indices.contains)
    guard let first = own.first else { return [] }
    let start = own.map { all[$0].facts.identity.start }.min() ?? all[first].facts.identity.start
    let end = own.map { all[$0].facts.identity.end }.max() ?? start
    let groups = Set(own.filter { all[$0].attempt.size > 1 }.map { all[$0].attempt.group })
    let hosts = Set(
      own.flatMap { place in
        [all[place].facts.identity.client, all[place].facts.identity.server]
          .compactMap { $0?.address }
      })
    var found: [(distance: Int64, place: Int)] = []
    for place in all.indices where !own.contains(place) {
      let identity = all[place].facts.identity
      guard all[place].facts.witnesses.contains(where: { $0.kind == .capture }) else { continue }
      let isOfStory = all[place].attempt.size > 1 && groups.contains(all[place].attempt.group)
      let isNear =
        identity.end.advanced(by: Self.reach) >= start
        && identity.start <= end.advanced(by: Self.reach)
      let isOfHost = [identity.client, identity.server].contains {
        $0.map { hosts.contains($0.address) } ?? false
      }
      guard isOfStory || isNear && isOfHost else { continue }
      let distance = identity.start.since(end).nanoseconds.magnitude
      found.append((isOfStory ? -1 : Int64(clamping: distance), place))
    }
    return found.sorted { ($0.distance, $0.place) < ($1.distance, $1.place) }
      .prefix(Self.contextLimit).map(\.place).sorted()
  }
}
