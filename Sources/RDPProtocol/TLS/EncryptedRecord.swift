public import CaptureReader
public import TCPStreams

/// An encrypted record from the outside, in 24 bytes: each session keeps up to 76.
public struct EncryptedRecord: Sendable, Hashable {
  /// The packet that completed it, or began it where the end was not captured.
  public var frame: ItemReference
  /// From the lowest bit on: length, type, side, whether it is partial, and the stream's bytes up to its end
  /// and one more.
  private var marks: UInt64

  private static let server: UInt64 = 1 << 24
  private static let partial: UInt64 = 1 << 25
  private static let endShift: UInt64 = 26
  /// Where streams are longer, no end is told: 256 GB.
  static let longestStream = 1 << (64 - endShift) - 2

  @inline(__always)
  public init(
    side: Side, type: UInt8, length: Int, frame: ItemReference, isPartial: Bool,
    streamEnd: Int? = nil
  ) {
    self.frame = frame
    marks =
      UInt64(UInt16(clamping: length)) | UInt64(type) << 16 | (side == .server ? Self.server : 0)
      | (isPartial ? Self.partial : 0)
    if let streamEnd { self.streamEnd = streamEnd }
  }

  public var side: Side { marks & Self.server == 0 ? .client : .server }
  /// TLS content type on the wire: 23, or 21 for an encrypted alert up to 1.2.
  public var type: UInt8 { UInt8(truncatingIfNeeded: marks >> 16) }
  /// Length field of the record header.
  public var length: Int { Int(UInt16(truncatingIfNeeded: marks)) }

  /// Its end was never seen.
  public var isPartial: Bool {
    get { marks & Self.partial != 0 }
    set { marks = newValue ? marks | Self.partial : marks & ~Self.partial }
  }

  /// Bytes of its side's stream up to the end of the packet that completed it.
  public var streamEnd: Int? {
    get {
      let end = Int(truncatingIfNeeded: marks >> Self.endShift)
      return end == 0 ? nil : end - 1
    }
    @inline(__always)
    set {
      marks &= 1 << Self.endShift - 1
      guard let newValue, newValue >= 0, newValue <= Self.longestStream else { return }
      marks |= UInt64(truncatingIfNeeded: newValue + 1) << Self.endShift
    }
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
