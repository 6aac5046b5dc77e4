import CaptureReader

/// A licensing PDU behind its security header ([MS-RDPBCGR] 2.2.1.12.1).
struct LicensingMessage: Equatable {
  /// ERROR_ALERT, the type of the message that carries a code.
  private static let errorAlert: UInt8 = 0xFF

  /// Of an error message in the clear; nil for the others.
  var errorCode: LicensingErrorCode?
}

extension LicensingMessage {
  /// - Parameter start: where the preamble begins.
  init(_ span: RawSpan, from start: Int) {
    guard span.bigEndian(at: start, as: UInt8.self) == Self.errorAlert else { return }
    errorCode = span.littleEndian(at: start + 4).map(LicensingErrorCode.init(rawValue:))
  }
}
