/// Captures that are read as one stream: the files of a ring, or a single file.
public struct CaptureSeries: Hashable, Sendable {
  /// In the order of their first packets; those without any stand last.
  public var members: [Member]
  /// What names the series: the name of its only file, or the pattern of the names.
  public var name: String

  public struct Member: Hashable, Sendable {
    public var source: CaptureSource
    /// Time of the first packet that has one; nil where there is none, or where nobody looked because
    /// the file is alone.
    public var firstTime: Timestamp?
    /// The ring's number of the file, where its name has one.
    public var counter: Int?
    /// The interfaces whose packets are meant; nil for all.
    public var interfaces: Set<Int>?

    public init(source: CaptureSource, firstTime: Timestamp? = nil, counter: Int? = nil) {
      self.source = source
      self.firstTime = firstTime
      self.counter = counter
    }
  }

  public init(_ source: CaptureSource) {
    members = [Member(source: source)]
    name = source.name
  }

  public init(name: String, members: [Member]) {
    self.name = name
    self.members = members.enumerated().sorted { one, other in
      let times = (one.element.firstTime, other.element.firstTime)
      switch times {
      case (let time?, let otherTime?) where time != otherTime: return time < otherTime
      case (_?, nil): return true
      case (nil, _?): return false
      default: return one.offset < other.offset
      }
    }.map(\.element)
  }

  /// Sorts captures into series, in the order in which each series' first capture is given.
  ///
  /// - Parameter firstTime: the time of a capture's first packet; asked only of those that may have
  ///   company.
  public static func series(
    of sources: [CaptureSource], mode: SeriesMode, firstTime: (CaptureSource) -> Timestamp?
  ) -> [CaptureSeries] {
    switch mode {
    case .each: return sources.map { CaptureSeries($0) }
    case .one:
      guard sources.count > 1 else { return sources.map { CaptureSeries($0) } }
      let members = sources.map {
        Member(
          source: $0, firstTime: firstTime($0), counter: RotatedName($0.lastName)?.counter)
      }
      return [CaptureSeries(name: commonName(of: sources), members: members)]
    case .auto: return rings(in: sources, firstTime: firstTime)
    }
  }

  private static func rings(
    in sources: [CaptureSource], firstTime: (CaptureSource) -> Timestamp?
  ) -> [CaptureSeries] {
    var groups: [[(source: CaptureSource, name: RotatedName?)]] = []
    var places: [String: Int] = [:]
    for source in sources {
      let name = RotatedName(source.lastName)
      let key = name.map { source.folder + $0.pattern }
      if let key, let place = places[key] {
        groups[place].append((source, name))
      } else {
        if let key { places[key] = groups.count }
        groups.append([(source, name)])
      }
    }
    return groups.flatMap { group -> [CaptureSeries] in
      guard group.count > 1, let pattern = group[0].name?.pattern,
        !group.allSatisfy({ $0.name?.isFirstOnly ?? true })
      else { return group.map { CaptureSeries($0.source) } }
      let members = group.map {
        Member(source: $0.source, firstTime: firstTime($0.source), counter: $0.name?.counter)
      }
      guard isHourly(group.map { $0.name?.hour }, members) else {
        return group.map { CaptureSeries($0.source) }
      }
      return [CaptureSeries(name: group[0].source.folder + pattern, members: members)]
    }
  }

  /// Names with an hour only are a ring's where the packets bear them out: all names are off the
  /// first packets' hours by the same time zone.
  private static func isHourly(_ hours: [Int?], _ members: [Member]) -> Bool {
    guard hours.contains(where: { $0 != nil }) else { return true }
    var zones: Set<Int> = []
    for (hour, member) in zip(hours, members) {
      guard let hour else { return false }
      guard let time = member.firstTime else { continue }
      let halfHours = time.nanoseconds / (1_800 * 1_000_000_000)
      // Zones are multiples of half an hour, nearly all of them of one.
      zones.insert((hour * 2 - Int(halfHours % 48) + 96) % 48 / 2)
    }
    return zones.count == 1
  }

  private static func commonName(of sources: [CaptureSource]) -> String {
    let names = sources.map(\.name).sorted()
    guard let first = names.first, let last = names.last else { return "*" }
    let start = zip(first, last).prefix { $0 == $1 }.count
    let end = zip(first.reversed(), last.reversed()).prefix { $0 == $1 }.count
    let room = min(first.count, last.count) - start
    return first.prefix(start) + "*" + first.suffix(max(0, min(end, room)))
  }
}

extension CaptureSource {
  /// The name's last component.
  var lastName: String {
    let name = self.name
    guard let slash = name.lastIndex(where: { $0 == "/" || $0 == "!" }) else { return name }
    return String(name[name.index(after: slash)...])
  }

  /// The name without its last component.
  var folder: String { String(name.dropLast(lastName.count)) }
}
