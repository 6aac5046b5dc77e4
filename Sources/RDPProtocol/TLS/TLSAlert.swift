public import CaptureReader
public import TCPStreams

public struct TLSAlert: Sendable, Hashable, Codable {
  public var side: Side
  public var frame: ItemReference
  /// nil where the alert is encrypted.
  public var level: UInt8?
  public var code: AlertDescription?
  /// It came in an encrypted record.
  public var isEncrypted: Bool

  public init(
    side: Side, frame: ItemReference, level: UInt8?, code: AlertDescription?, isEncrypted: Bool
  ) {
    self.side = side
    self.frame = frame
    self.level = level
    self.code = code
    self.isEncrypted = isEncrypted
  }
}
