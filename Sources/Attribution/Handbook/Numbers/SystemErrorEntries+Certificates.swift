/// HRESULTs of certificates, of the keys behind them, and of smart cards ([MS-ERREF] 2.1.1).
extension SystemErrorEntries {
  private static func hresult(
    _ number: UInt32, _ name: String, _ meaning: SystemErrorMeaning
  ) -> HandbookEntry {
    row(.win32, number, "HRESULT 0x\(number.hexadecimal(width: 8))", name, meaning).byCodeAlone
  }

  static let certificates: [HandbookEntry] = [
    hresult(0x800B_0101, "CERT_E_EXPIRED", .certificateExpired),
    hresult(0x800B_0109, "CERT_E_UNTRUSTEDROOT", .certificateUntrusted),
    hresult(0x800B_010A, "CERT_E_CHAINING", .certificateUntrusted),
    hresult(0x800B_010C, "CERT_E_REVOKED", .certificateRevoked),
    hresult(0x800B_010E, "CERT_E_REVOCATION_FAILURE", .revocationUnknown),
    hresult(0x800B_010F, "CERT_E_CN_NO_MATCH", .certificateName),
    hresult(0x800B_0110, "CERT_E_WRONG_USAGE", .certificateUsage),
    hresult(0x800B_0112, "CERT_E_UNTRUSTEDCA", .certificateUntrusted),
    hresult(0x8009_2004, "CRYPT_E_NOT_FOUND", .certificateMissing),
    hresult(0x8009_2010, "CRYPT_E_REVOKED", .certificateRevoked),
    hresult(0x8009_2012, "CRYPT_E_NO_REVOCATION_CHECK", .revocationUnknown),
    hresult(0x8009_2013, "CRYPT_E_REVOCATION_OFFLINE", .revocationUnknown),
    hresult(0x8009_000D, "NTE_NO_KEY", .privateKey).ofAnyProgram,
    hresult(0x8009_0010, "NTE_PERM", .privateKey).ofAnyProgram,
    hresult(0x8009_0016, "NTE_BAD_KEYSET", .privateKey).ofAnyProgram,
    hresult(0x8009_0030, "NTE_DEVICE_NOT_READY", .keyDevice).ofAnyProgram,
  ]

  /// winscard.h
  static let smartCards: [HandbookEntry] = [
    hresult(0x8010_0009, "SCARD_E_UNKNOWN_READER", .smartCardReader),
    hresult(0x8010_000A, "SCARD_E_TIMEOUT", .smartCardFailed),
    hresult(0x8010_000B, "SCARD_E_SHARING_VIOLATION", .smartCardInUse),
    hresult(0x8010_000C, "SCARD_E_NO_SMARTCARD", .smartCardMissing),
    hresult(0x8010_0017, "SCARD_E_READER_UNAVAILABLE", .smartCardReader),
    hresult(0x8010_001D, "SCARD_E_NO_SERVICE", .smartCardService),
    hresult(0x8010_001E, "SCARD_E_SERVICE_STOPPED", .smartCardService),
    hresult(0x8010_002C, "SCARD_E_NO_SUCH_CERTIFICATE", .certificateMissing),
    hresult(0x8010_002E, "SCARD_E_NO_READERS_AVAILABLE", .smartCardReader),
    hresult(0x8010_002F, "SCARD_E_COMM_DATA_LOST", .smartCardFailed),
    hresult(0x8010_0065, "SCARD_W_UNSUPPORTED_CARD", .smartCardFailed),
    hresult(0x8010_0066, "SCARD_W_UNRESPONSIVE_CARD", .smartCardFailed),
    hresult(0x8010_0067, "SCARD_W_UNPOWERED_CARD", .smartCardFailed),
    hresult(0x8010_0068, "SCARD_W_RESET_CARD", .smartCardInUse),
    hresult(0x8010_0069, "SCARD_W_REMOVED_CARD", .smartCardMissing),
    hresult(0x8010_006B, "SCARD_W_WRONG_CHV", .smartCardPIN),
    hresult(0x8010_006C, "SCARD_W_CHV_BLOCKED", .smartCardBlocked),
    hresult(0x8010_006E, "SCARD_W_CANCELLED_BY_USER", .cancelled),
    hresult(0x8010_006F, "SCARD_W_CARD_NOT_AUTHENTICATED", .smartCardPIN),
  ]
}
