/// Connections in objects and tables of names: flow logs of Azure, Zeek's `conn.log`, Suricata's `eve.json`.
enum FlowObject {
  private static let deepest = 8
  private static let mostFlows = 10_000

  /// The connections that an object tells; none where it is none of these.
  static func lines(of json: JSONValue) -> [FirewallLine] {
    if let zeek = zeek(json) { return [zeek] }
    if let suricata = suricata(json) { return [suricata] }
    var lines: [FirewallLine] = []
    collect(json, depth: 0, into: &lines)
    return lines
  }

  // MARK: Azure

  /// `"flowTuples": ["1487282370,163.28.66.17,10.1.0.4,61771,3389,T,I,A"]`, however deep.
  private static func collect(_ json: JSONValue, depth: Int, into lines: inout [FirewallLine]) {
    guard depth < deepest, lines.count < mostFlows else { return }
    switch json {
    case .array(let values): for value in values { collect(value, depth: depth + 1, into: &lines) }
    case .object(let members):
      for member in members {
        if member.name == "flowTuples", case .array(let tuples) = member.value {
          lines += tuples.prefix(mostFlows).compactMap { $0.text.flatMap(tuple) }
          continue
        }
        switch member.value {
        case .array, .object: collect(member.value, depth: depth + 1, into: &lines)
        default: break
        }
      }
    default: break
    }
  }

  private static func tuple(_ text: String) -> FirewallLine? {
    let fields = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard fields.count >= 8, let stamp = Double(fields[0]), let from = Int(fields[3]),
      let to = Int(fields[4]), fields[5] == "T" || fields[5] == "6"
    else { return nil }
    // Network security groups write seconds and a decision, virtual networks milliseconds and a state.
    let isNetwork = fields[5] == "6"
    let action: String? =
      switch (fields[7], fields.count > 8 && !isNetwork ? fields[8] : "") {
      case ("D", _): "drop"
      case ("A", "E"), ("E", _): "closed"
      case ("A", "C"), ("C", _): nil
      default: "accept"
      }
    guard let action else { return nil }
    var line = FirewallLine(
      action, LogEndpoint(address: fields[1], port: from),
      LogEndpoint(address: fields[2], port: to))
    line.take(epoch: isNetwork ? stamp / 1_000 : stamp)
    return line
  }

  // MARK: Zeek

  /// What the state of a connection says; those that say nothing of its end are left open.
  private static let states: [String: String] = [
    "S0": "syn-timeout", "REJ": "refused", "SF": "closed", "RSTO": "client-rst",
    "RSTR": "server-rst", "RSTRH": "server-rst", "RSTOS0": "client-rst", "S1": "accept",
    "S2": "accept", "S3": "accept", "OTH": "accept",
  ]

  private static func zeek(_ json: JSONValue) -> FirewallLine? {
    guard let source = json.any("id.orig_h")?.text, let target = json.any("id.resp_h")?.text,
      let state = json.any("conn_state")?.text, let action = states[state],
      json.any("proto")?.text.map({ $0 == "tcp" }) ?? true
    else { return nil }
    var line = FirewallLine(
      action,
      LogEndpoint(address: source, port: json.any("id.orig_p")?.text.flatMap { Int($0) }),
      LogEndpoint(address: target, port: json.any("id.resp_p")?.text.flatMap { Int($0) }))
    let lasted = json.any("duration")?.text.flatMap { Double($0) } ?? 0
    line.bytes = json.any("resp_bytes")?.text.flatMap { Int($0) }
    line.take(begin: json.any("ts")?.text ?? "", lasted: lasted)
    return line
  }

  // MARK: Suricata

  private static func suricata(_ json: JSONValue) -> FirewallLine? {
    guard let kind = json.any("event_type")?.text, let source = json.any("src_ip")?.text,
      let target = json.any("dest_ip")?.text,
      let from = json.any("src_port")?.text.flatMap({ Int($0) }),
      let to = json.any("dest_port")?.text.flatMap({ Int($0) }),
      json.any("proto")?.text.map({ $0.uppercased() == "TCP" }) ?? false
    else { return nil }
    let flow = json.any("flow")
    let action: String
    switch kind {
    case "drop": action = "drop"
    case "alert":
      guard json.any("alert")?.any("action")?.text == "blocked" else { return nil }
      action = "drop"
    case "flow":
      let isAnswered = flow?.any("bytes_toclient")?.text.flatMap { Int($0) } ?? 0 > 0
      if !isAnswered {
        action = "syn-timeout"
      } else if reset(json, "tcp_flags_tc") {
        action = "server-rst"
      } else if reset(json, "tcp_flags_ts") {
        action = "client-rst"
      } else {
        action = flow?.any("state")?.text == "closed" ? "closed" : "accept"
      }
    default: return nil
    }
    var line = FirewallLine(
      action, LogEndpoint(address: source, port: from), LogEndpoint(address: target, port: to))
    line.bytes = flow?.any("bytes_toclient")?.text.flatMap { Int($0) }
    let end = flow?.any("end")?.text ?? json.any("timestamp")?.text ?? ""
    line.take(stamp: end)
    if let begin = FirewallLine.seconds(of: flow?.any("start")?.text),
      let last = FirewallLine.seconds(of: end), last > begin
    {
      line.seconds = Int(clamping: last - begin)
    }
    return line
  }

  /// The flags are a number in base 16, RST is 4.
  private static func reset(_ json: JSONValue, _ name: String) -> Bool {
    guard let text = json.any("tcp")?.any(name)?.text, let flags = UInt8(text, radix: 16) else {
      return false
    }
    return flags & 4 != 0
  }
}

extension FirewallLine {
  init(_ action: String, _ source: LogEndpoint, _ target: LogEndpoint) {
    self.action = action
    self.source = source
    self.target = target
  }

  private static let mostSeconds = 4_000_000_000.0

  /// A time as seconds since 1970.
  mutating func take(epoch: Double) {
    guard epoch > 0, epoch < Self.mostSeconds else { return }
    let whole = Int64(epoch)
    let date = CivilTime.date(days: whole / 86_400)
    var civil = CivilTime()
    (civil.year, civil.month, civil.day) = (date.year, date.month, date.day)
    (civil.hour, civil.minute) = (Int(whole / 3_600 % 24), Int(whole / 60 % 60))
    civil.second = Int(whole % 60)
    civil.nanosecond = Int((epoch - Double(whole)) * 1_000) * 1_000_000
    civil.fractionDigits = 3
    civil.zoneOffset = 0
    time = civil
    timeText = "\(whole)"
  }

  /// A stamp of the end.
  mutating func take(stamp: String) {
    var cursor = LineCursor(Array(stamp.utf8)[...])
    guard let civil = CivilTime.iso(&cursor) else { return }
    time = civil
    timeText = stamp.shortened(60)
  }

  /// A stamp of the begin, in seconds or as a date, and how long it lasted.
  mutating func take(begin: String, lasted: Double) {
    let span = lasted > 0 && lasted < 10_000_000 ? lasted : 0
    if let epoch = Double(begin) {
      take(epoch: epoch + span)
      timeText = begin.shortened(60)
    } else if let first = Self.seconds(of: begin) {
      take(epoch: Double(first) + span)
      timeText = begin.shortened(60)
    }
    seconds = Int(span)
  }

  /// Seconds since 1970 of a stamp with a date; without a zone it is read as UTC.
  static func seconds(of stamp: String?) -> Int64? {
    var cursor = LineCursor(Array((stamp ?? "").utf8)[...])
    guard let civil = CivilTime.iso(&cursor), let year = civil.year, let month = civil.month,
      let day = civil.day
    else { return nil }
    return CivilTime.days(year, month, day) * 86_400 + civil.secondsOfDay
      - Int64(civil.zoneOffset ?? 0)
  }

  /// `date=2026-11-28 time=22:41:09 tz="+0100"`, as several vendors write it.
  static func datedPair(_ line: LineBytes) -> (time: CivilTime, text: String)? {
    guard let date = value("date=", line), let clock = value("time=", line) else { return nil }
    let text = "\(date) \(clock)"
    var cursor = LineCursor(Array("\(text)\(value("tz=", line) ?? "")".utf8)[...])
    return CivilTime.iso(&cursor).map { ($0, text) }
  }
}
