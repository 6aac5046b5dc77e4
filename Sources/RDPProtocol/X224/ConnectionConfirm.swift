import CaptureReader

/// X.224 Connection Confirm ([MS-RDPBCGR] 2.2.1.2).
public enum ConnectionConfirm: Sendable, Hashable, Codable {
  case selected(SecurityProtocols, flags: UInt8)
  case failure(code: NegotiationFailureCode)
  /// No negotiation data: an old server, or one that speaks standard RDP security only.
  case withoutNegotiation
}

extension ConnectionConfirm {
  /// Parses an X.224 Connection Confirm TPDU ([MS-RDPBCGR] 2.2.1.2).
  init(parsing input: inout ByteReader) throws(WireError) {
    let start = input.position
    let indicator: UInt8 = try input.read()
    let code: UInt8 = try input.read()
    guard code & 0xF0 == 0xD0 else { throw WireError(.invalid(field: "TPDU code"), offset: start) }
    try input.skip(5)
    guard indicator > 6, input.remaining > 0 else {
      self = .withoutNegotiation
      return
    }
    let type: UInt8 = try input.read()
    let flags: UInt8 = try input.read()
    try input.skip(2)
    let value: UInt32 = try input.readLittleEndian()
    switch type {
    case 2: self = .selected(SecurityProtocols(rawValue: value), flags: flags)
    case 3: self = .failure(code: NegotiationFailureCode(rawValue: value))
    default: throw WireError(.invalid(field: "negotiation type"), offset: start + 7)
    }
  }
}
