import CaptureReader

/// A web server's log (W3C) of a Remote Desktop Gateway: requests of its own methods that were refused.
struct GatewayWebLog {
  private let columns: [String]
  private static let methods: [Needle] = [
    "RDG_OUT_DATA", "RDG_IN_DATA", "RPC_OUT_DATA", "RPC_IN_DATA",
  ]

  static func isRequest(_ line: LineBytes) -> Bool {
    line.count < 8_192 && line.first?.isDigit == true && methods.contains { line.has($0) }
  }

  /// `#Fields: date time s-ip cs-method …`
  init?(header line: LineBytes) {
    guard line.starts("#Fields: "), line.has("cs-method"), line.has("sc-status") else { return nil }
    columns = line.dropFirst(9).split(separator: 0x20).prefix(64).map(\.text)
  }

  /// A refused request; nil for those that were answered, and for the steps of a log-on that goes on.
  func event(_ line: LineBytes, number: Int, into log: inout LogCollector) -> LogEvent? {
    let values = line.split(separator: 0x20).prefix(64).map(\.text)
    let value: (String) -> String? = { name in
      guard let place = columns.firstIndex(of: name), values.indices.contains(place) else {
        return nil
      }
      return values[place] == "-" ? nil : values[place]
    }
    guard let status = value("sc-status").flatMap({ UInt32($0) }) else { return nil }
    let stamp = "\(value("date") ?? "") \(value("time") ?? "")"
    var cursor = LineCursor(Array(stamp.utf8)[...])
    var civil = CivilTime.iso(&cursor)
    // The format is UTC by definition.
    civil?.zoneOffset = 0
    let time = civil.map { log.clock.time(of: $0) }
    log.count(LogProgram.windows.rawValue, time)
    let system = value("sc-win32-status").flatMap { UInt32($0) } ?? 0
    // A log-on of several steps is answered with 401 until its last: only the user's name makes it one.
    let isRefused = status == 401 && value("cs-username") != nil && system >= 0x8000_0000
    guard isRefused || [403, 404, 502, 503].contains(status) else { return nil }
    var event = LogEvent(
      status == 401 || status == 403 ? .authorizationDenied : .negotiationRefused,
      key: "gateway.http",
      at: ItemReference(input: 0, frame: number, time: time ?? Timestamp(nanoseconds: 0)),
      timeText: stamp, source: LogEvent.Source(.windows, provider: "IIS"))
    event.client = value("c-ip").flatMap { LogEndpoint(parsing: $0) }
    event.user = value("cs-username")?.shortened(128)
    event.code =
      system >= 0x8000_0000 ? LogCode(.hresult, system) : LogCode(.http, status)
    return event
  }
}
