import CaptureReader

/// Sessions of Windows event logs: connections by ActivityID, sessions by id, log-ons by log-on id, and
/// what happened to the host.
struct WindowsSessions {
  var all: [LogSession] = []
  var byActivity: [String: Int] = [:]
  /// The newest connection of a computer that has no ActivityID in its form.
  var unnamed: [String: Int] = [:]
  private var bySession: [String: Int] = [:]
  var byLogon: [String: Int] = [:]
  /// The connection that a session had before its newest.
  private var formerOfSession: [String: Int] = [:]
  /// A gateway's connections by user, address and resource.
  var tunnels: [String: [Int]] = [:]
  var byAddress: [String: [Int]] = [:]
  var hostEvents: [LogEvent] = []
  /// The newest refused network log-on of an address, until a record says what it was for.
  var heldLogons: [String: LogEvent] = [:]
  var networkLogons: [String: NetworkLogons] = [:]
  /// A refused return whose client the next record names.
  private var heldRefusal: LogEvent?
  /// Ends that were found to be those of another service's session.
  var absorbed: Set<Int> = []
  let limits: LogLimits

  /// Sessions of one address that a record is looked up in.
  static let remembered = 64
  /// From the connection to the log-on, users at a slow machine included.
  static let logonSpan = TimeSpan.seconds(120)
  /// RdpCoreTS tells of a refused log-on so soon after the Security log does.
  private static let refusalSpan = TimeSpan.seconds(3)
  /// Addresses whose newest refused log-on is held.
  static let mostHeld = 4_096
  /// Requests of one attempt to connect are no further apart.
  static let repeatSpan = TimeSpan.seconds(60)
  /// Who takes a session over and who loses it are logged so close together.
  private static let takeOverSpan = TimeSpan.seconds(2)
  /// Records of one end, written by several services.
  static let endSpan = TimeSpan.seconds(10)

  /// - Parameter leftOut: by input the older sessions beyond the limit.
  static func sessions(
    of events: [LogEvent], limits: LogLimits, leftOut: inout [Int: Int]
  ) -> [LogSession] {
    guard !events.isEmpty else { return [] }
    var builder = WindowsSessions(limits: limits)
    let ordered = events.enumerated().sorted {
      ($0.element.time, $0.element.reference.input, $0.offset)
        < ($1.element.time, $1.element.reference.input, $1.offset)
    }.map(\.element)
    for event in ordered { builder.take(event) }
    builder.dropAbsorbed()
    // They begin in order of time.
    LogSessions.forget(&builder.all, beyond: limits.sessions, &leftOut)
    builder.attachHostEvents()
    builder.nameNetworkLogons()
    return builder.all
  }

  private init(limits: LogLimits) { self.limits = limits }

  private mutating func take(_ event: LogEvent) {
    if isOfHost(event) {
      hostEvents.append(event)
      return
    }
    let family = event.key.prefix { $0 != "." }
    switch family {
    case "rdpcorets": core(event)
    case "rdpclient": clientEvent(event)
    case "lsm": session(event)
    case "rcm": manager(event)
    case "security": security(event)
    case "gateway": gateway(event)
    case "sysmon": program(event)
    default: single(event)
    }
  }

  // MARK: Adding

  func place(_ event: LogEvent) -> String { event.source.computer ?? "" }

  @discardableResult
  mutating func begin(_ point: LogSession.Point, _ identity: String, _ event: LogEvent)
    -> Int
  {
    all.append(LogSession(.windows, at: point, identity: identity, events: [event]))
    let index = all.count - 1
    if let address = event.client?.address { byAddress[address, default: []].append(index) }
    return index
  }

  mutating func add(_ event: LogEvent, to index: Int) {
    let before = all[index].client?.address
    all[index].add(event, limit: limits.eventsOfSession)
    if let address = all[index].client?.address, address != before {
      byAddress[address, default: []].append(index)
    }
  }

  // MARK: Connections

  private mutating func core(_ event: LogEvent) {
    let index = connection(event)
    // The Security log was first: now it is known what the log-on was for.
    if event.kind == .logonRefused || event.kind == .tlsFailed, let address = event.client?.address,
      let held = heldLogons[address], event.time.since(held.time) <= Self.refusalSpan
    {
      release(held, of: address)
      add(held, to: index)
    }
  }

  /// A held log-on is Remote Desktop's after all.
  private mutating func release(_ held: LogEvent, of address: String) {
    heldLogons[address] = nil
    networkLogons[place(held)]?.count -= 1
  }

  /// The connection that a record of RdpCoreTS belongs to.
  private mutating func connection(_ event: LogEvent) -> Int {
    // The UDP transport belongs to a connection that is there.
    let isSide = event.kind == .connectionAccepted && event.text == "UDP"
    if let activity = event.activity, !activity.isEmpty {
      let key = "\(place(event)) \(activity)"
      if let known = byActivity[key], !isNext(event, after: known) {
        add(event, to: known)
        return known
      }
      if isSide, let known = recent(event.client, event.time, within: Self.logonSpan, isNew: true) {
        byActivity[key] = known
        add(event, to: known)
        return known
      }
      if !isSide, event.kind != .connectionAccepted, let known = counterpart(event, of: "lsm.") {
        byActivity[key] = known
        add(event, to: known)
        return known
      }
      let index = begin(.server, "activity \(activity)", event)
      byActivity[key] = index
      return index
    }
    let key = "core \(place(event))"
    if let known = unnamed[key], let former = ended(by: event, newest: known) {
      add(event, to: former)
      return former
    }
    if event.kind != .connectionAccepted || isSide, let known = unnamed[key] {
      add(event, to: known)
      return known
    }
    if event.kind != .connectionAccepted, let known = counterpart(event, of: "lsm.") {
      unnamed[key] = known
      add(event, to: known)
      return known
    }
    let index = begin(.server, "connection \(all.count + 1)", event)
    unnamed[key] = index
    return index
  }

  /// The reason of an end that only a running session has, while the newest connection does not run yet:
  /// it is that of the only session that runs, or of the one that another record just ended so.
  private func ended(by event: LogEvent, newest: Int) -> Int? {
    guard event.key == "rdpcorets.103", let code = event.code?.value,
      LogEvent.reasonsOfSessions.contains(code), all[newest].phase < .active
    else { return nil }
    let running = all.indices.suffix(Self.remembered).filter { index in
      index != newest && all[index].point == .server && all[index].phase == .active
        && (all[index].computer ?? "") == place(event)
        && (!isOver(index)
          || all[index].events.contains {
            $0.key == "lsm.40" && $0.code?.value == code
              && event.time.since($0.time) <= Self.takeOverSpan
          })
    }
    return running.count == 1 ? running.first : nil
  }

  /// The only session that another service's records told of within the time of one end: services write
  /// an end each in its own words, and not all of them name the client.
  private func counterpart(_ event: LogEvent, of family: String) -> Int? {
    let near = all.indices.suffix(Self.remembered).filter { index in
      let session = all[index]
      return session.point == .server && (session.computer ?? "") == place(event)
        && event.time.since(session.last) <= Self.endSpan
        && session.events.allSatisfy { $0.key.hasPrefix(family) }
    }
    return near.count == 1 ? near.first : nil
  }

  /// The same ActivityID was given to another TCP connection.
  private func isNext(_ event: LogEvent, after index: Int) -> Bool {
    guard event.kind == .connectionAccepted, event.text != "UDP", let port = event.client?.port,
      let known = all[index].client?.port
    else { return false }
    return known != port && all[index].has(.sessionDisconnected)
  }

  private mutating func clientEvent(_ event: LogEvent) {
    let activity = event.activity.flatMap { $0.isEmpty ? nil : $0 }
    let key = "client \(place(event)) \(activity ?? "")"
    let latest = "client \(place(event))"
    if event.kind != .attemptBegins {
      if activity != nil, let known = byActivity[key] { return add(event, to: known) }
      if let known = unnamed[latest] { return add(event, to: known) }
    } else if activity != nil, let known = byActivity[key], !all[known].has(.sessionDisconnected) {
      return add(event, to: known)
    }
    let index = begin(
      .client, activity.map { "activity \($0)" } ?? "connection \(all.count + 1)", event)
    if activity != nil { byActivity[key] = index }
    unnamed[latest] = index
  }

  // MARK: Sessions

  private mutating func session(_ event: LogEvent) {
    let key = "lsm \(place(event)) \(event.session ?? -1)"
    if event.key == "lsm.41" { return bind(event, key) }
    if event.session == nil, let known = cut(event) { return add(event, to: known) }
    let begins = event.kind == .sessionConnected || event.kind == .sessionReconnected
    if begins { formerOfSession[key] = bySession[key] }
    if isTakeOver(event, key) {
      if let former = formerOfSession[key], !isOver(former) { add(event, to: former) }
      return
    }
    // The console is nobody's remote session.
    if let client = event.client, client.isLocal, begins { return }
    if let activity = event.activity, let known = byActivity["\(place(event)) \(activity)"] {
      bySession[key] = known
      return add(event, to: known)
    }
    if begins {
      if let known = recent(event.client, event.time, within: Self.logonSpan, isNew: true) {
        bySession[key] = known
        return add(event, to: known)
      }
      bySession[key] = begin(.server, "session \(event.session ?? 0)", event)
      return
    }
    if let known = bySession[key] {
      // The log-off of a session whose connection ended long before is not that connection's end.
      if isOver(known), event.time.since(all[known].last) > Self.endSpan { return }
      absorbEnd(before: event, into: known)
      return add(event, to: known)
    }
    if event.kind == .phaseReached { return }
    if let known = recent(event.client, event.time, within: Self.endSpan)
      ?? counterpart(event, of: "rdpcorets.") ?? unnumbered(event) ?? loggedOn(event)
    {
      bySession[key] = known
      return add(event, to: known)
    }
    bySession[key] = begin(.server, "session \(event.session ?? 0)", event)
  }

  /// The reason of who was replaced, written beside the record of who came: it is the former connection's.
  private func isTakeOver(_ event: LogEvent, _ key: String) -> Bool {
    guard event.key == "lsm.40", event.code?.system == .errorInfo, event.code?.value == 5,
      formerOfSession[key] != nil, let known = bySession[key], known != formerOfSession[key]
    else { return false }
    return all[known].has(.sessionReconnected) && !isOver(known)
      && event.time.since(all[known].first) <= Self.takeOverSpan
  }

  /// The user who logged on a moment before gets this session.
  private mutating func bind(_ event: LogEvent, _ key: String) {
    if let known = bySession[key], !isOver(known) { return }
    guard let user = event.user?.lowercased(), event.session != nil else { return }
    let known = all.indices.suffix(Self.remembered).last { index in
      all[index].point == .server && all[index].user?.lowercased() == user
        && (all[index].computer ?? "") == place(event)
        && event.time.since(all[index].last) <= Self.logonSpan && !isOver(index)
    }
    if let known { bySession[key] = known }
  }

  /// The only connection whose network log-on passed a moment before, where no record says which session it got.
  private func loggedOn(_ event: LogEvent) -> Int? {
    guard event.client == nil else { return nil }
    let open = all.indices.suffix(Self.remembered).filter { index in
      all[index].point == .server && (all[index].computer ?? "") == place(event)
        && event.time.since(all[index].last) <= Self.endSpan
        && all[index].events.allSatisfy { $0.key == "rcm.1149" }
    }
    return open.count == 1 ? open.first : nil
  }

  /// The only open session whose records were cut before they name its number.
  private func unnumbered(_ event: LogEvent) -> Int? {
    guard event.kind == .sessionDisconnected, event.session != nil else { return nil }
    let open = all.indices.suffix(Self.remembered).filter { index in
      all[index].point == .server && (all[index].computer ?? "") == place(event)
        && !isOver(index)
        && all[index].events.allSatisfy { $0.key.hasPrefix("lsm.") && $0.session == nil }
    }
    return open.count == 1 ? open.first : nil
  }

  /// The session of a record whose text was cut before it names one: the only one that ended a moment
  /// before, else the only one that is open.
  private func cut(_ event: LogEvent) -> Int? {
    guard event.user == nil, event.client == nil, event.kind == .sessionDisconnected else {
      return nil
    }
    let own = all.indices.suffix(Self.remembered).filter { index in
      all[index].point == .server && (all[index].computer ?? "") == place(event)
        && all[index].events.contains { $0.key.hasPrefix("lsm.") }
    }
    let ended = own.filter {
      event.time.since(all[$0].last) <= .seconds(1) && isOver($0)
    }
    if ended.count == 1 { return ended.first }
    let open = own.filter { !isOver($0) }
    return open.count == 1 ? open.first : nil
  }

  private mutating func manager(_ event: LogEvent) {
    guard event.client != nil else {
      // The refusal is written beside the record that names the client.
      guard event.key == "rcm.1041" else { return }
      let near = all.indices.suffix(Self.remembered).last { index in
        all[index].point == .server && (all[index].computer ?? "") == place(event)
          && event.time.since(all[index].last) <= .seconds(2) && !isOver(index)
      }
      if let near { return add(event, to: near) }
      heldRefusal = event
      return
    }
    defer { heldRefusal = nil }
    if let held = heldRefusal, event.key == "rcm.1158", event.time.since(held.time) <= .seconds(2) {
      let index = begin(.server, "log-on \(all.count + 1)", event)
      return add(held, to: index)
    }
    if let activity = event.activity, let known = byActivity["\(place(event)) \(activity)"] {
      return add(event, to: known)
    }
    if let known = recent(event.client, event.time, within: Self.logonSpan, isNew: true) {
      return add(event, to: known)
    }
    begin(.server, "log-on \(all.count + 1)", event)
  }

  /// The newest server session of this client's address, if it is that recent.
  ///
  /// - Parameter isNew: the record begins something: what is over already has no part in it.
  func recent(
    _ client: LogEndpoint?, _ time: Timestamp, within span: TimeSpan, isNew: Bool = false
  ) -> Int? {
    guard let client, !client.isLocal, let known = byAddress[client.address] else { return nil }
    return known.suffix(Self.remembered).last {
      all[$0].point == .server && time.since(all[$0].last) <= span && !(isNew && isOver($0))
    }
  }

  /// The session's connection was ended: what comes next is another.
  func isOver(_ index: Int) -> Bool {
    all[index].events.contains {
      $0.kind == .sessionDisconnected || $0.kind == .sessionLoggedOff
        || $0.kind == .sessionTakenOver
        || $0.kind == .connectionEnded
    }
  }
}
