public import CaptureReader
public import TCPStreams

/// Recognises a session by the first bytes of a segment, whatever its port: TPKT around an X.224
/// Connection Request or Confirm.
public enum OpeningRecognizer {
  /// What every opening begins with: the version of TPKT.
  public static let firstBytes: [UInt8] = [0x03]

  /// Who sent these bytes, if they open an RDP session; nil for everything else.
  ///
  /// The length fields must agree (LI = TPKT length − 5), which chance and other protocols on TPKT
  /// without negotiation data rarely manage; ISO transport on port 102 uses the same framing, so a
  /// request must carry class 0 and a zero destination reference ([MS-RDPBCGR] 2.2.1.1).
  @inlinable @inline(__always)
  public static func opening(of payload: RawSpan) -> Opening? {
    guard payload.byteCount >= 11, let head: UInt32 = payload.bigEndian(at: 0),
      head >> 16 == 0x0300
    else { return nil }
    return transportOpening(payload, length: head & 0xFFFF)
  }

  @usableFromInline
  static func transportOpening(_ payload: RawSpan, length: UInt32) -> Opening? {
    guard length >= 11, length <= 1024, let indicator: UInt8 = payload.bigEndian(at: 4),
      let code: UInt8 = payload.bigEndian(at: 5),
      let destination: UInt16 = payload.bigEndian(at: 6),
      let option: UInt8 = payload.bigEndian(at: 10)
    else { return nil }
    guard UInt32(indicator) + 5 == length else { return nil }
    switch code {
    case 0xE0:
      guard destination == 0, option == 0 else { return nil }
      // Anything after the fixed part must be RDP's: a cookie, a token or a negotiation request.
      if length == 11 { return nil }
      guard let next: UInt8 = payload.bigEndian(at: 11) else { return nil }
      return next == UInt8(ascii: "C") || next == UInt8(ascii: "t") || next == 1
        ? .fromClient : nil
    case 0xD0:
      guard length == 19, let type: UInt8 = payload.bigEndian(at: 11), type == 2 || type == 3
      else { return nil }
      return .fromServer
    default:
      return nil
    }
  }
}
