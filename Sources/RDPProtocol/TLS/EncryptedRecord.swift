public import CaptureReader
public import TCPStreams

/// An encrypted record from the outside.
public struct EncryptedRecord: Sendable, Hashable, Codable {
  /// The packet that completed it, or began it where the end was not captured.
  public var frame: ItemReference
  /// Length field of the record header.
  public var length: Int
  public var side: Side
  /// TLS content type on the wire: 23, or 21 for an encrypted alert up to 1.2.
  public var type: UInt8
  /// Its end was never seen.
  public var isPartial: Bool
  /// Bytes of its side's stream up to the end of the packet that completed it.
  public var streamEnd: Int?

  public init(
    side: Side, type: UInt8, length: Int, frame: ItemReference, isPartial: Bool,
    streamEnd: Int? = nil
  ) {
    self.streamEnd = streamEnd
    self.frame = frame
    self.length = length
    self.side = side
    self.type = type
    self.isPartial = isPartial
  }
}
