import CaptureReader
import TCPStreams

/// Results of the authentications that stand in CredSSP's place: RDSTLS after a redirection
/// ([MS-RDPBCGR] 2.2.17) and RDSAAD with Entra ID (2.2.18).
enum RedirectedAuthentication {
  /// ResultCode of an RDSTLS authentication response: 0 is success, else a Win32 error.
  static func rdstlsResult(_ bytes: [UInt8]) -> UInt32? {
    let span = bytes.rawSpan
    // Version 1, PDU type 4, data type 1.
    guard bytes.count == 10, span.littleEndian(at: 0, as: UInt16.self) == 1,
      span.littleEndian(at: 2, as: UInt16.self) == 4
    else { return nil }
    return span.littleEndian(at: 6)
  }

  /// Whether bytes are a message of RDSTLS at all: version 1 and a known type.
  static func isRDSTLS(_ bytes: [UInt8]) -> Bool {
    let span = bytes.rawSpan
    guard span.littleEndian(at: 0, as: UInt16.self) == 1,
      let type: UInt16 = span.littleEndian(at: 2)
    else { return false }
    return type == 1 || type == 2 || type == 4
  }

  /// HRESULT of RDSAAD's `{"authentication_result": n}`.
  static func entraResult(_ bytes: [UInt8]) -> UInt32? {
    let text = String(decoding: bytes.prefix(256), as: UTF8.self)
    guard let key = text.firstRange(of: "\"authentication_result\"") else { return nil }
    let rest = text[key.upperBound...].drop { $0 == ":" || $0 == " " }
    let isNegative = rest.first == "-"
    let digits = rest.drop { $0 == "-" }.prefix { $0.isASCII && $0.isNumber }
    guard let value = Int64(digits) else { return nil }
    return UInt32(truncatingIfNeeded: isNegative ? -value : value)
  }
}
