import CaptureReader
import RDPProtocol
import TCPStreams

extension Inference {
  /// A close that follows from a goodbye comes within this time beside two round trips: programs
  /// close at once, and Windows' server takes some tenths of a second (measured).
  private static let ownClose = TimeSpan.milliseconds(250)
  private static let otherClose = TimeSpan.seconds(1)
  /// What comes from the other side within this time was on its way, and answers nothing.
  private static let crossing = TimeSpan.milliseconds(20)
  /// A program that has said goodbye closes within this time beside a round trip; keys that a person types
  /// follow each other more slowly.
  private static let ownFlight = TimeSpan.milliseconds(60)
  /// A program that aborts instead of closing does so in the same breath.
  private static let ownAbort = TimeSpan.milliseconds(10)
  /// After Shutdown Request, its denial and the goodbye nobody says anything more: servers take their time.
  private static let afterDenial = TimeSpan.seconds(10)
  /// Set Error Info and the goodbye behind it leave together; this is for a path that delays one.
  private typealias Records = ArraySlice<EncryptedRecord>

  private static let reasonToGoodbye = TimeSpan.milliseconds(500)

  /// A last record of nine bytes of plaintext is the orderly goodbye of its side where the
  /// connection is closed on it.
  ///
  /// A keystroke with its time stamp, a mouse event and a pointer's position have nine bytes too
  /// ([MS-RDPBCGR] 2.2.8.1.2, 2.2.9.1.2.1.4): the size alone says nothing.
  mutating func findUltimatums(
    _ trace: ProtocolTrace, sizes: RecordSizes, connection: ConnectionRecord
  ) {
    guard
      (trace.mcs.connectInitial ?? connectInitial) != nil || (trace.mcs.active ?? active) != nil
    else { return }
    let records = trace.tls.lastRecords.only { !Self.isAlert($0, sizes: sizes) }
    let alerts: Records =
      records.count == trace.tls.lastRecords.count
      ? [] : trace.tls.lastRecords.filter { Self.isAlert($0, sizes: sizes) }
    for side in Side.allCases {
      guard let place = records.lastIndex(where: { $0.side == side }) else { continue }
      let last = records[place]
      guard
        sizes.plaintext(ofRecord: last.length).contains(PlaintextLength.ultimatum)
          || (trace.tls.midStream && last.length == 33),
        trace.decrypted?.lastOpened[side] != last.frame,
        !trace.mcs.ultimatums.contains(where: { $0.side == side && $0.frame == last.frame }),
        isClosedOn(last, among: records, alerts: alerts, sizes: sizes, connection: connection)
      else { continue }
      ultimatums.append(DisconnectUltimatum(side: side, frame: last.frame, reason: nil))
      if side == .client {
        isGoodbyeSupposed =
          !Self.followsDenial(last, among: records, sizes: sizes)
          && Self.isClosedByOtherAlone(last, alerts: alerts, connection: connection)
      }
      if side == .server { noteReason(before: last, in: records[..<place], sizes: sizes) }
    }
  }

  /// The connection ends on this record: its side closes at once, or the other one does where the
  /// record is like none that its side sent before.
  private func isClosedOn(
    _ last: EncryptedRecord, among records: Records, alerts: Records,
    sizes: RecordSizes, connection: ConnectionRecord
  ) -> Bool {
    let trip =
      (connection.handshake.serverRoundTrip ?? .zero)
      + (connection.handshake.clientRoundTrip ?? .zero)
    let roundTrips = trip * 2
    func pause(before goodbye: Goodbye?, within limit: TimeSpan) -> Bool {
      guard let goodbye, goodbye.frame > last.frame, isOwnAct(goodbye, in: connection) else {
        return false
      }
      let pause = goodbye.frame.time.since(last.frame.time)
      let isInterrupted = records.contains {
        $0.side != last.side && $0.frame > last.frame && $0.frame < goodbye.frame
      }
      return pause <= limit && (!isInterrupted || pause <= Self.crossing + roundTrips)
    }
    let isUnlikeOthers = !records.contains {
      $0.side == last.side && $0 != last && $0.length == last.length
    }
    let own = connection.goodbye(of: last.side)
    let flight = Self.ownFlight + trip
    if Self.followsDenial(last, among: records, sizes: sizes) {
      return Side.allCases.contains {
        pause(before: connection.goodbye(of: $0), within: Self.afterDenial)
      }
    }
    if last.side == .client {
      let other = connection.goodbye(of: .server)
      if let other, own.map({ other.frame < $0.frame }) ?? true {
        // A client that has said goodbye does not end TLS on a server's close that comes later.
        let answers = alerts.contains { $0.side == .client && $0.frame > other.frame }
        // Beyond the point of capture lies the server: its answer takes that way alone.
        let answer = Self.ownFlight + (connection.handshake.serverRoundTrip ?? .zero)
        if answers, !isUnlikeOthers || !pause(before: other, within: answer) { return false }
        if !isUnlikeOthers { return pause(before: other, within: answer) }
      } else if !isUnlikeOthers {
        // It may be one more keystroke: a goodbye and its close are one flight.
        let isAbort = own?.kind == .reset
        return pause(before: own, within: isAbort ? Self.ownAbort + trip : flight)
      }
    }
    return pause(before: own, within: Self.ownClose + roundTrips)
      || isUnlikeOthers
        && pause(
          before: connection.goodbye(of: last.side.other), within: Self.otherClose + roundTrips)
  }

  /// No RST of another host in the side's name, nor the answer of one that knew no such connection any more
  /// when the record came.
  private func isOwnAct(_ goodbye: Goodbye, in connection: ConnectionRecord) -> Bool {
    let sent = connection.sent[goodbye.side]
    guard goodbye.kind == .reset, let reset = sent.resets.first else { return true }
    return sent.hopLimits.contains(reset.hopLimit)
      && (reset.hasAck || !reset.answersAcknowledgment || goodbye.side == .client)
  }

  /// The user closed the window: the client asked (Shutdown Request), the server said that somebody is logged
  /// on, in a message of the same length, and the client took leave ([MS-RDPBCGR] 1.3.1.4.1).
  private static func followsDenial(
    _ last: EncryptedRecord, among records: Records, sizes: RecordSizes
  ) -> Bool {
    guard last.side == .client, let place = records.lastIndex(of: last), place >= 2 else {
      return false
    }
    let request = records[place - 2]
    let denial = records[place - 1]
    return request.side == .client && denial.side == .server && request.length == denial.length
      && sizes.plaintext(ofRecord: denial.length).contains(PlaintextLength.shutdown)
      && !records[(place + 1)...].contains { $0.frame > last.frame }
  }

  /// Nothing of the client itself shows that it was leaving when the server closed.
  private static func isClosedByOtherAlone(
    _ last: EncryptedRecord, alerts: Records, connection: ConnectionRecord
  ) -> Bool {
    guard let close = connection.goodbye(of: .server) else { return false }
    let own = connection.goodbye(of: .client)
    return own.map { close.frame < $0.frame } ?? true
      && !alerts.contains {
        $0.side == .client && $0.frame > last.frame && $0.frame < close.frame
      }
  }

  /// Set Error Info before the server's goodbye, told by its length.
  private mutating func noteReason(
    before goodbye: EncryptedRecord, in earlier: Records, sizes: RecordSizes
  ) {
    guard let reason = earlier.last(where: { $0.side == goodbye.side }),
      sizes.plaintext(ofRecord: reason.length).overlaps(PlaintextLength.errorInfo),
      goodbye.frame.time.since(reason.frame.time) <= Self.reasonToGoodbye
    else { return }
    errorInfo = reason.frame
  }
}
