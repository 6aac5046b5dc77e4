import CaptureReader

/// What the start of MCS user data tells in the clear (standard RDP security, or decrypted TLS).
struct UserDataStart {
  enum Kind: Equatable {
    case securityExchange
    /// `body`: where the packet begins behind its headers.
    case clientInfo(body: Int)
    case licensing(LicensingMessage)
    case errorInfo(ErrorInfoCode)
    case demandActive
    case confirmActive
    case deactivateAll
    /// `body` is nil where it is encrypted.
    case redirection(body: Int?)
    case saveSessionInfo(body: Int)
    case autoReconnectStatus
    case multitransportRequest(body: Int)
    case multitransportResponse(body: Int)
    /// Encrypted, or of no interest.
    case other
  }

  let kind: Kind

  private static let exchange: UInt16 = 0x0001
  private static let transportRequest: UInt16 = 0x0002
  private static let transportResponse: UInt16 = 0x0004
  private static let encrypted: UInt16 = 0x0008
  private static let info: UInt16 = 0x0040
  private static let license: UInt16 = 0x0080
  private static let redirectionFlag: UInt16 = 0x0400

  /// - Parameter hasSecurityHeader: every PDU carries one (encryption method other than none).
  init(_ bytes: [UInt8], hasSecurityHeader: Bool) {
    let span = bytes.rawSpan
    guard let flags: UInt16 = span.littleEndian(at: 0) else {
      kind = .other
      return
    }
    // Without security headers the share control header is the first; its type carries version 1.
    if !hasSecurityHeader, let type: UInt16 = span.littleEndian(at: 2),
      [0x11, 0x13, 0x16, 0x17, 0x1A].contains(type)
    {
      kind = Self.share(span, from: 0)
      return
    }
    // TS_SECURITY_HEADER stands before these PDUs at every level ([MS-RDPBCGR] 2.2.8.1.1.2).
    if flags & Self.license != 0, flags & ~0x8281 == 0 || flags & 0xFF == Self.license {
      kind = .licensing(
        flags & Self.encrypted == 0 ? LicensingMessage(span, from: 4) : LicensingMessage())
      return
    }
    if flags & Self.exchange != 0, flags & 0x7E == 0, hasSecurityHeader {
      kind = .securityExchange
      return
    }
    // Stands alone in its header, whatever the level (2.2.15.1, 2.2.15.2).
    if flags == Self.transportRequest || flags == Self.transportResponse,
      span.littleEndian(at: 2, as: UInt16.self) == 0
    {
      kind =
        flags == Self.transportRequest
        ? .multitransportRequest(body: 4) : .multitransportResponse(body: 4)
      return
    }
    if flags & Self.info != 0, flags & 0x37 == 0 {
      kind = flags & Self.encrypted == 0 ? .clientInfo(body: 4) : .clientInfo(body: .max)
      return
    }
    if hasSecurityHeader {
      if flags & Self.encrypted != 0 {
        kind = flags & Self.redirectionFlag != 0 ? .redirection(body: nil) : .other
        return
      }
      kind = Self.share(span, from: 4)
      return
    }
    kind = Self.share(span, from: 0)
  }

  /// Share control header: total length, type, source ([MS-RDPBCGR] 2.2.8.1.1.1.1).
  private static func share(_ span: RawSpan, from start: Int) -> Kind {
    guard let type: UInt16 = span.littleEndian(at: start + 2) else { return .other }
    switch type & 0xF {
    case 1: return .demandActive
    case 3: return .confirmActive
    case 6: return .deactivateAll
    case 7:
      // share data header: share identifier, pad, stream, length, type, compression
      guard let dataType: UInt8 = span.bigEndian(at: start + 14) else { return .other }
      switch dataType {
      case 0x26:
        // PACKET_COMPRESSED
        guard let compression: UInt8 = span.bigEndian(at: start + 15), compression & 0x20 == 0
        else { return .other }
        return .saveSessionInfo(body: start + 18)
      case 0x2F:
        guard let code: UInt32 = span.littleEndian(at: start + 18) else { return .other }
        return .errorInfo(ErrorInfoCode(rawValue: code))
      case 0x32: return .autoReconnectStatus
      default: return .other
      }
    // share control header, and two bytes of padding (2.2.13.3.1)
    case 0xA: return .redirection(body: start + 8)
    default: return .other
    }
  }
}
