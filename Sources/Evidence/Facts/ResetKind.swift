import CaptureReader
public import TCPStreams

/// What a RST was, by what came before it (RFC 9293 §3.5.2, §3.10.7).
public enum ResetKind: String, Sendable, Codable, CaseIterable {
  /// Sent in its supposed sender's name by somebody on the path.
  case injected
  /// The answer to a SYN: nobody listens on the port, or a filter rejects.
  case portClosed = "port_closed"
  /// After a FIN or the other side's RST: the rest of a goodbye.
  case afterGoodbye = "after_goodbye"
  /// The answer to a segment of a connection that its sender does not know any more: a restart, or a
  /// socket that is closed already.
  case halfOpen = "half_open"
  /// A program's abort while data was on its way or waiting.
  case dataPending = "data_pending"
  /// A program's abort with everything said and acknowledged.
  case abort
}

extension WireFacts {
  /// What a side's first RST was; nil where it sent none.
  public func resetKind(of side: Side) -> ResetKind? {
    guard let reset = self[side].resets.first else { return nil }
    if let forged = forgedReset(of: side), forged.reset.frame == reset.frame { return .injected }
    if side == .server, connection.handshake.syn != nil, connection.handshake.synAck == nil,
      self[side].dataPackets == 0
    {
      return .portClosed
    }
    func comesBefore(_ frame: ItemReference?) -> Bool {
      frame.map { $0.time <= reset.frame.time && $0 != reset.frame } ?? false
    }
    if comesBefore(self[side].fin) || comesBefore(self[side.other].fin)
      || comesBefore(self[side.other].resets.first?.frame)
    {
      return .afterGoodbye
    }
    if reset.answersAcknowledgment { return .halfOpen }
    return self[side].unacknowledged != nil || self[side.other].bytesInFlightAtReset > 0
      ? .dataPending : .abort
  }
}
