import CaptureReader
import LogReader

/// Logs of any kind: event logs, texts, and the events of an event trace, up to sessions and findings.
enum LogTarget {
  nonisolated(unsafe) private static let file = MemoryFile()

  static func run(_ bytes: [UInt8]) {
    file.write(bytes)
    var limits = ReadingLimits()
    limits.decompressedBytes = 4 << 20
    guard let log = try? LogFile.read(.file(file.path), limits: limits) else { return }
    check([log])
  }

  /// An event trace: packets, drops and events.
  static func runTrace(_ bytes: [UInt8]) {
    file.write(bytes)
    var packets = 0
    var drops = 0
    let summary = try? CaptureFile.read(
      .file(file.path),
      hostDrops: { drop, bytes in
        drops += 1
        require(drop.originalLength >= bytes.byteCount, "a drop is longer than its packet")
      }
    ) { _, _ in packets += 1 }
    guard let summary, summary.format == .etl else { return }
    require(summary.packets == packets, "packets are counted")
    require(summary.droppedInHost >= drops, "drops are counted")
    check([TraceLog.contents(of: summary.traceEvents, input: 0)].compactMap(\.self))
  }

  private static func check(_ logs: [LogContents]) {
    let limits = LogLimits()
    for log in logs { require(log.events.count <= limits.events, "too many events") }
    for session in LogSessions.sessions(of: logs) {
      require(session.events.count <= limits.eventsOfSession, "a session has too many events")
      require(session.first <= session.last, "a session ends before it begins")
      for finding in session.findings {
        require(LogWeights.table[finding.code] != nil, "a finding without weights")
      }
      require(!session.attempts.isEmpty, "a session without a part")
    }
  }
}
