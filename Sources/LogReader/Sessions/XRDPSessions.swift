import CaptureReader

/// Sessions of xrdp and its session manager, read together.
///
/// With process ids each line has its owner but for the listener's first. Without, an owner is
/// concluded from address and user, or from the only connection that a line can be about; where several
/// could, all get it, marked as assumed.
struct XRDPSessions {
  var all: [LogSession] = []
  var state: [State] = []
  /// Indices of the connections that are not over.
  var open: [Int] = []
  /// Connections that lines are still looked up in: so many are never open at a time, and a log may hold
  /// a hundred thousand.
  private static let remembered = 512
  var recent: Range<Int> { max(0, all.count - Self.remembered)..<all.count }
  private var listener: LogEndpoint?
  private var listenerProcess: Int?
  /// The connection whose error is being told line by line.
  var cascade: (owner: Int, time: Timestamp)?
  /// Details of an end whose owner the next line may tell.
  private var pending: [LogEvent] = []
  /// Who logged on from where, as the session manager wrote it.
  private var logons: [LogEvent] = []
  /// A line tells that a connection came in.
  private(set) var hasAccepted = false

  struct State {
    var process: Int?
    var hasSecurity = false
    var isNamed = false
    var isEstablished = false
    var hasLogon = false
    var isConnected = false
    var display: Int?
    /// Ends that were taken for its own among others'.
    var assumedEnds = 0
  }

  static func sessions(of events: [LogEvent]) -> [LogSession] {
    // Process ids are a host's own: the lines of several hosts in one log are read apart.
    let hosts = Set(events.compactMap(\.source.computer))
    if hosts.count > 1 {
      return hosts.sorted().flatMap { host in
        sessions(of: events.filter { $0.source.computer == host })
      } + sessions(of: events.filter { $0.source.computer == nil })
    }
    guard !events.isEmpty else { return [] }
    var builder = XRDPSessions()
    let ordered = ordered(events)
    builder.take(ordered[...], beside: ordered)
    return builder.all
  }

  /// By time; lines of one second stand in the order of their log.
  static func ordered(_ events: [LogEvent]) -> [LogEvent] {
    var ranks: [Int: Int] = [:]
    for event in events where ranks[event.reference.input] == nil {
      ranks[event.reference.input] = ranks.count
    }
    let rank: (LogEvent) -> Int = { ranks[$0.reference.input] ?? 0 }
    return events.enumerated().sorted {
      ($0.element.time, rank($0.element), $0.element.reference.frame, $0.offset)
        < ($1.element.time, rank($1.element), $1.element.reference.frame, $1.offset)
    }.map(\.element)
  }

  /// Takes events in the order of time.
  ///
  /// - Parameter others: they and those around them: whose log-on a line is shows one that stands near it.
  mutating func take(_ events: ArraySlice<LogEvent>, beside others: [LogEvent]) {
    guard let first = events.first else { return }
    let begin = first.time.advanced(by: TimeSpan.zero - Self.logonSpan)
    logons.removeAll { $0.time < begin || $0.time >= others.first?.time ?? first.time }
    logons += others.filter { $0.user != nil && $0.client != nil }
    for event in events { take(event) }
    if let last = events.last?.time.advanced(by: TimeSpan.zero - Self.logonSpan) {
      logons.removeAll { $0.time < last }
    }
  }

  /// The log-on of the session manager stands so near to the server's line.
  static let logonSpan = TimeSpan.seconds(5)

  /// Sessions that were left out, the oldest.
  private(set) var forgotten = 0

  /// Leaves the oldest sessions out where there are more.
  mutating func forget(beyond most: Int) {
    let count = all.count - max(most, Self.remembered)
    guard count > 0 else { return }
    forgotten += count
    all.removeFirst(count)
    state.removeFirst(count)
    open = open.compactMap { $0 < count ? nil : $0 - count }
    if let known = cascade {
      cascade = known.owner < count ? nil : (known.owner - count, known.time)
    }
  }

  /// The newest log-on or end that was taken, to notice the same told twice.
  private var newest: LogEvent?

  /// xrdp writes what its window shows once for the window and once for itself.
  private func isRepeat(_ event: LogEvent) -> Bool {
    guard let newest, event.key == newest.key, event.user == newest.user,
      event.process == newest.process, event.reference.input == newest.reference.input
    else { return false }
    switch event.kind {
    case .logonSucceeded, .logonRefused, .backendFailed:
      return event.reference.frame - newest.reference.frame <= 2
        && event.time.since(newest.time) <= .seconds(1)
    default: return false
    }
  }

  private mutating func take(_ event: LogEvent) {
    if isRepeat(event) { return }
    newest = event
    if event.key == "system.desktop_crash" {
      desktopCrash = event
      return
    }
    attribute(event)
    switch event.kind {
    case .connectionAccepted: accept(event)
    case .serviceStarted:
      // A start while connections are open: the program before was ended without a word.
      guard event.key == "xrdp.started" else { return }
      // The program that is there already tells of itself in another of its logs.
      if let process = event.process, process == listenerProcess { return }
      var restart = event
      restart.kind = .serviceStopped
      endAll(restart)
      listenerProcess = event.process
    case .serviceStopped: endAll(event)
    default:
      if event.key == "xrdp.listening" {
        listener = event.server
      } else if event.source.program == .sesman {
        manage(event)
      } else {
        connect(event)
      }
    }
  }

  /// A desktop crashed, and no session has ended by it yet.
  private var desktopCrash: LogEvent?
  /// Whose session ends within this time, or is the only one, had the desktop.
  private static let crashSpan = TimeSpan.seconds(10)

  /// Gives the crash to the session that ends by it: before its end, which follows from it.
  private mutating func attribute(_ event: LogEvent) {
    guard let crash = desktopCrash, event.isEnd else { return }
    desktopCrash = nil
    guard event.time.since(crash.time) <= Self.crashSpan else { return }
    let owner =
      event.source.program == .sesman ? managed(event) : owner(of: event) ?? open.first
    guard let owner, open.contains(owner) || open.isEmpty else { return }
    all[owner].add(crash)
  }

  // MARK: Beginnings and ends

  private mutating func accept(_ event: LogEvent) {
    // Its own lines to the session manager look the same, where nothing says which program wrote them.
    guard event.client?.isLocal != true || event.process != nil else { return }
    listenerProcess = event.process ?? listenerProcess
    var session = LogSession(
      .xrdp, at: .server, identity: "connection \(forgotten + all.count + 1)", events: [event])
    session.server = listener
    open.append(all.count)
    if open.count > Self.remembered { open.removeFirst() }
    all.append(session)
    state.append(State())
    hasAccepted = true
    cascade = nil
  }

  private mutating func endAll(_ event: LogEvent) {
    // A program that starts ends none of the connections that came to it in the same second.
    let isStart = event.key == "xrdp.started"
    let ended = open.filter { !isStart || isBefore(event, all[$0]) }
    for index in ended where !all[index].has(.sessionLoggedOff) { all[index].add(event) }
    open.removeAll { ended.contains($0) }
    cascade = nil
  }

  /// The session began before the event: in its own log by the order of lines, else by the second.
  private func isBefore(_ event: LogEvent, _ session: LogSession) -> Bool {
    let own = session.events.first { $0.reference.input == event.reference.input }
    guard let own else { return session.first < event.time }
    return own.reference.frame < event.reference.frame
  }

  mutating func close(_ index: Int) { open.removeAll { $0 == index } }

  // MARK: xrdp's own lines

  private mutating func connect(_ event: LogEvent) {
    if let owner = owner(of: event) {
      add(event, to: owner)
      return
    }
    if all.isEmpty { return startWithout(event) }
    switch event.kind {
    case .tlsFailed, .transportError, .consequence:
      // Only what stands in the second of the end belongs to it.
      pending.removeAll { $0.time < event.time }
      pending.append(event)
    case .connectionEnded: endUnowned(event)
    default: break
    }
  }

  /// A log that begins amid a connection, or is an excerpt of its end.
  private mutating func startWithout(_ event: LogEvent) {
    var session = LogSession(
      .xrdp, at: .server, identity: "connection \(forgotten + all.count + 1)")
    session.server = listener
    all.append(session)
    state.append(State(process: event.process))
    add(event, to: all.count - 1)
    // Lines of the same end may follow.
    open.append(all.count - 1)
    cascade = (all.count - 1, event.time)
  }

  private mutating func add(_ event: LogEvent, to index: Int) {
    if event.kind == .tlsEstablished, event.process == nil, event.client?.port != nil {
      giveBackEnds(of: index)
    }
    all[index].add(event)
    switch event.kind {
    case .securityChosen: state[index].hasSecurity = true
    case .clientNamed: state[index].isNamed = true
    case .tlsEstablished: state[index].isEstablished = true
    case .phaseReached where event.key == "xrdp.no_tls": state[index].isEstablished = true
    case .logonSucceeded, .logonRefused:
      state[index].hasLogon = true
      state[index].display = event.session ?? state[index].display
    case .sessionConnected: state[index].isConnected = true
    case .peerClosed, .tlsFailed, .userClosed: cascade = (index, event.time)
    case .connectionEnded:
      cascade = (index, event.time)
      close(index)
    default: break
    }
  }

  private mutating func owner(of event: LogEvent) -> Int? {
    if let process = event.process, process != listenerProcess {
      let exact = match(event.client)
      if let known = recent.last(where: { state[$0].process == process }) {
        if let exact, exact != known, event.client?.port != nil, state[exact].process == nil {
          move(process, from: known, to: exact)
          return exact
        }
        return known
      }
      guard let index = exact ?? open.first(where: { state[$0].process == nil }) else { return nil }
      state[index].process = process
      return index
    }
    if let exact = match(event.client) { return exact }
    switch event.kind {
    case .securityChosen: return open.first { !state[$0].hasSecurity }
    case .clientNamed: return open.first { state[$0].hasSecurity && !state[$0].isNamed }
    case .logonSucceeded, .logonRefused: return logonOwner(event)
    case .sessionConnected:
      return open.first {
        state[$0].hasLogon && !state[$0].isConnected && !all[$0].has(.logonRefused)
      }
        ?? open.first { state[$0].isEstablished && !state[$0].isConnected }
    case .backendFailed:
      let isManager = event.key == "xrdp.sesman_failed" || event.key == "xrdp.backend_sesman"
      return open.first { (state[$0].hasLogon || isManager) && !state[$0].isConnected }
    case .peerClosed: return earlyOwner(event)
    case .certificateProblem: return open.last { !state[$0].hasSecurity }
    case .tlsFailed, .transportError, .consequence, .connectionEnded, .protocolError:
      return endOwner(event)
    default: return open.count == 1 ? open.first : nil
    }
  }

  /// The lines of a process were taken for another connection's, until one of them names its own.
  private mutating func move(_ process: Int, from wrong: Int, to owner: Int) {
    let events = all[wrong].events
    let isMoved: (LogEvent) -> Bool = { $0.process == process && $0.client == nil }
    var rest = LogSession(
      .xrdp, at: .server, identity: all[wrong].identity, events: events.filter { !isMoved($0) })
    rest.server = all[wrong].server
    all[wrong] = rest
    for event in events where isMoved(event) { all[owner].add(event) }
    let moved = state[wrong]
    state[wrong] = State(process: nil)
    state[owner] = moved
    if cascade?.owner == wrong { cascade = nil }
    if !open.contains(wrong), !rest.events.contains(where: \.isEnd) { open.append(wrong) }
  }

  /// The connection from this address, and this port where the line has one.
  func match(_ client: LogEndpoint?) -> Int? {
    guard let client else { return nil }
    let candidates = recent.filter { all[$0].client?.address == client.address }
    if let port = client.port { return candidates.last { all[$0].client?.port == port } }
    return candidates.last { open.contains($0) && all[$0].phase != .active }
      ?? candidates.last { open.contains($0) } ?? candidates.last
  }

  private func logonOwner(_ event: LogEvent) -> Int? {
    let waiting = open.filter { !state[$0].hasLogon }
    let span = Self.logonSpan
    // They stand in the order of time, and a log may have a hundred thousand.
    for logon in logons[firstLogon(since: event.time.advanced(by: TimeSpan.zero - span))...] {
      guard logon.time.since(event.time) <= span else { break }
      if logon.user == event.user, let index = match(logon.client), waiting.contains(index) {
        return index
      }
    }
    return waiting.first { state[$0].isEstablished } ?? waiting.first
  }

  private func firstLogon(since time: Timestamp) -> Int {
    var (low, high) = (0, logons.count)
    while low < high {
      let middle = (low + high) / 2
      if logons[middle].time < time { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whose message never came: the newest connection that is still at its beginning.
  private func earlyOwner(_ event: LogEvent) -> Int? {
    open.last { !state[$0].hasSecurity } ?? open.last { !state[$0].isEstablished }
      ?? (open.count == 1 ? open.first : nil)
  }

  /// Whose error it is: the connection of the line before, or the only one that can have it.
  private func endOwner(_ event: LogEvent) -> Int? {
    let span = TimeSpan.seconds(1)
    if let cascade, event.time.since(cascade.time) <= span,
      open.contains(cascade.owner) || event.kind == .consequence
    {
      return cascade.owner
    }
    if event.kind == .tlsFailed, event.key != "xrdp.tls_detail" || open.count > 1 {
      return open.last { state[$0].hasSecurity && !state[$0].isEstablished }
        ?? (open.count == 1 ? open.first : nil)
    }
    return open.count == 1 ? open.first : nil
  }

  /// Connections that an end without an owner is given to.
  private static let mostCandidates = 16

  /// One of several connections ended, and the line does not say which.
  private mutating func endUnowned(_ event: LogEvent) {
    let candidates = open.filter { state[$0].isEstablished || state[$0].isConnected }
    var assumed = event
    assumed.isOwnerAssumed = true
    for index in candidates { state[index].assumedEnds += 1 }
    // Among so many it says nothing of any one.
    for index in candidates where candidates.count <= Self.mostCandidates {
      for detail in pending where detail.time == event.time {
        var detail = detail
        detail.isOwnerAssumed = true
        all[index].add(detail)
      }
      all[index].add(assumed)
    }
    pending = []
    // As many ends as connections: all of them are over.
    let ends = candidates.map { state[$0].assumedEnds }.min() ?? 0
    if ends >= candidates.count { open.removeAll { candidates.contains($0) } }
  }
}
