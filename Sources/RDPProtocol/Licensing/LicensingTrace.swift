public import CaptureReader

/// What was read of licensing ([MS-RDPBCGR] 2.2.1.12).
public struct LicensingTrace: Sendable, Hashable, Codable {
  /// The first message.
  public var start: ItemReference?
  /// The server refuses the client a licence, or the client gave up.
  public var error: Seen<LicensingErrorCode>?

  public init() {}
}
