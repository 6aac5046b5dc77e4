public import CaptureReader

extension LogSession {
  /// The session on another time line: its log's clock is that far ahead of it.
  public func shifted(by offset: TimeSpan) -> LogSession {
    var session = self
    session.first = first.advanced(by: TimeSpan.zero - offset)
    session.last = last.advanced(by: TimeSpan.zero - offset)
    session.events = events.map { $0.shifted(by: offset) }
    session.hostEvents = hostEvents.map { $0.shifted(by: offset) }
    return session
  }
}

extension LogEvent {
  /// The event on another time line; what the log writes stays in `timeText`.
  public func shifted(by offset: TimeSpan) -> LogEvent {
    var event = self
    event.reference = ItemReference(
      input: reference.input, frame: reference.frame,
      time: time.advanced(by: TimeSpan.zero - offset))
    return event
  }
}
