import CaptureReader
import PacketDecode

/// A TCP segment as it was captured, without its payload.
struct CapturedSegment: Sendable {
  let segment: TCPSegment
  let network: NetworkHeader
  let side: Side
  let frame: ItemReference
}
