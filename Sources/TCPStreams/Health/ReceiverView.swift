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
  /// Up to where it has selectively acknowledged, as an offset of the sender's stream.
  var highestSACK: Int
  /// Its last packet, and the last that had news or a duplicate acknowledgement.
  var lastHeard: Timestamp?
  /// Both halves of the handshake were seen: how windows are scaled is known.
  var knowsScaling: Bool
  /// A hole that is filled within this time was reordering.
  var reorderingWindow: TimeSpan
}
