public import CaptureReader
public import TCPStreams

/// An encrypted record from the outside, in 32 bytes: each session keeps up to 76.
public struct EncryptedRecord: Sendable, Hashable {
  /// The packet that completed it, or began it where the end was not captured.
  public var frame: ItemReference
  private var end: Int
  private var shortLength: UInt32
  public var side: Side
  /// TLS content type on the wire: 23, or 21 for an encrypted alert up to 1.2.
  public var type: UInt8
  /// Its end was never seen.
  public var isPartial: Bool

  private static let noEnd = -1

  public init(
    side: Side, type: UInt8, length: Int, frame: ItemReference, isPartial: Bool,
    streamEnd: Int? = nil
  ) {
    self.frame = frame
    end = streamEnd ?? Self.noEnd
    shortLength = UInt32(clamping: length)
    self.side = side
    self.type = type
    self.isPartial = isPartial
  }

  /// Length field of the record header.
  public var length: Int {
    get { Int(shortLength) }
    set { shortLength = UInt32(clamping: newValue) }
  }

  /// Bytes of its side's stream up to the end of the packet that completed it.
  public var streamEnd: Int? {
    get { end == Self.noEnd ? nil : end }
    set { end = newValue ?? Self.noEnd }
  }
}

/// Stored by the names of what it tells.
extension EncryptedRecord: Codable {
  private enum CodingKeys: String, CodingKey {
    case frame, length, side, type, isPartial, streamEnd
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      side: try fields.decode(Side.self, forKey: .side),
      type: try fields.decode(UInt8.self, forKey: .type),
      length: try fields.decode(Int.self, forKey: .length),
      frame: try fields.decode(ItemReference.self, forKey: .frame),
      isPartial: try fields.decode(Bool.self, forKey: .isPartial),
      streamEnd: try fields.decodeIfPresent(Int.self, forKey: .streamEnd))
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(side, forKey: .side)
    try fields.encode(type, forKey: .type)
    try fields.encode(length, forKey: .length)
    try fields.encode(frame, forKey: .frame)
    try fields.encode(isPartial, forKey: .isPartial)
    try fields.encodeIfPresent(streamEnd, forKey: .streamEnd)
  }
}
