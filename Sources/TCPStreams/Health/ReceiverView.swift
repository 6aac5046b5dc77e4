/// What the account of a sender needs of its receiver.
///
/// A copy of few numbers for each segment, because a view of the receiver's whole state would count
/// references to its lists.
struct ReceiverView: Sendable {
  /// Any packet of the receiver is in the capture.
  var isHeard: Bool
  var duplicateAckRun: Int
  var sackAboveAck: Bool

  init(_ state: borrowing SenderState) {
    isHeard = state.record.packets > 0
    duplicateAckRun = state.duplicateAckRun
    sackAboveAck = state.sackAboveAck
  }
}
