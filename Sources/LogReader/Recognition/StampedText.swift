/// A text most of whose lines begin with a date and time: a log, although of none that is read here.
struct StampedText {
  private var lines = 0
  private var stamped = 0
  private var requests = 0
  private static let leastStamped = 3
  /// The stamp stands this near the line's begin.
  private static let front = 28

  mutating func count(_ line: LineBytes) {
    guard !line.isEmpty else { return }
    lines += 1
    if Self.isRequest(line) { requests += 1 }
    // Text of packets is no log.
    if line.has(" IP ") && line.has(" > ") || line.has(" IP6 ") && line.has(" > ") { return }
    guard let stamp = FreeRDPText.stamp(of: line), stamp.time.day != nil,
      stamp.text.startIndex - line.startIndex < Self.front, line.count > stamp.text.count + 8
    else { return }
    stamped += 1
  }

  var format: LogFormat? {
    if requests >= Self.leastStamped, requests * 2 >= lines { return .webRequests }
    return stamped >= Self.leastStamped && stamped * 2 >= lines ? .other : nil
  }

  /// A web server's line of a request: `A - - [28/Nov/2026:14:02:11 +0100] "GET / HTTP/1.1" 200 …`.
  private static func isRequest(_ line: LineBytes) -> Bool {
    line.has("] \"") && (line.has(" HTTP/1") || line.has(" HTTP/2") || line.has("\" 400 "))
  }
}
