import CaptureReader
import TCPStreams

/// One framed unit of a direction's stream.
struct StreamUnit {
  enum Kind: Equatable {
    /// A TPKT packet (RFC 1006 §6); `content` begins after the four header bytes.
    case tpkt
    /// A fast-path PDU ([MS-RDPBCGR] 2.2.8.1.2, 2.2.9.1.2), not looked into.
    case fastPath
    /// A TLS record; `content` holds the fragment of all types but application data.
    case tlsRecord(type: UInt8, version: UInt16)
    /// A hello in SSL 2.0's form (RFC 5246 appendix E.2); `content` begins with the message type.
    case ssl2Hello
    /// Bytes that fit no framing that could stand here.
    case foreign
  }

  var kind: Kind
  /// Bytes of the unit's body by its header.
  var length: Int
  var content: [UInt8]
  /// The packet in which its first byte came, and its last.
  var start: ItemReference
  var end: ItemReference
  /// The end was never seen; `content` is what there is.
  var isPartial: Bool
}
