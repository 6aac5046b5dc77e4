public import CaptureReader

/// Initiate Multitransport Request and its response ([MS-RDPBCGR] 2.2.15).
public struct MultitransportOffer: Sendable, Hashable, Codable {
  public enum Kind: String, Sendable, Codable, CaseIterable {
    case reliable, lossy
  }
  public var requestID: UInt32
  public var kind: Kind
  /// SHA-256 of the request's cookie, by which the UDP connection names itself.
  public var cookieHash: [UInt8]
  public var frame: ItemReference
  /// HRESULT of the client's answer; 0 is success, 0x80004004 that UDP did not come up.
  public var result: Seen<UInt32>?
}
