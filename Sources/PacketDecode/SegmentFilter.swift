public import CaptureReader

/// Which TCP segments a caller of the decoder wants: those on its ports, those of a handshake, and those
/// whose data may open something. Usual frames with others are counted and not looked at further; of
/// unusual ones, which are few, all are handed on.
public struct SegmentFilter: Sendable {
  private let ports: PortSet
  private let firstBytes: ByteSet

  /// - Parameter firstBytes: what the data of a segment on any port begins with where it is wanted.
  public init(ports: PortSet, firstBytes: ByteSet) {
    self.ports = ports
    self.firstBytes = firstBytes
  }

  /// - Parameter data: where the segment's data begins in `frame`, and where what was captured of it ends.
  @inline(__always)
  func wants(_ outline: SegmentOutline, _ frame: RawSpan, data: (start: Int, end: Int)) -> Bool {
    if ports.contains(outline.sourcePort) || ports.contains(outline.destinationPort)
      || outline.flags.contains(.syn)
    {
      return true
    }
    guard data.start < data.end, let first: UInt8 = frame.bigEndian(at: data.start) else {
      return false
    }
    return firstBytes.contains(first)
  }
}
