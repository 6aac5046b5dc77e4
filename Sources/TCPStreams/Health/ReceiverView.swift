import CaptureReader

/// What the account of a sender needs of its receiver and of the handshake.
///
/// A copy of few numbers for each segment, because lending the receiver's whole state to a function
/// copies it.
struct ReceiverView: Sendable {
  /// Any packet of the receiver is in the capture.
  var isHeard: Bool
  /// Its window in bytes, once known.
  var window: Int?
  var duplicateAckRun: Int
  var sackAboveAck: Bool
  /// Both halves of the handshake were seen: how windows are scaled is known.
  var knowsScaling: Bool
  /// A hole that is filled within this time was reordering.
  var reorderingWindow: TimeSpan
}
