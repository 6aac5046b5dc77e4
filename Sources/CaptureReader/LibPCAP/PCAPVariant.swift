/// What the 24 bytes at the start of a classic capture say, beyond what libpcap tells.
struct PCAPVariant {
  let resolution: TimestampResolution
  /// Bytes before each packet's own.
  let recordHeaderLength: Int
  /// As the file says; 0 where it does not.
  let snapLength: Int
  private let isBigEndian: Bool

  private static let snapLengthOffset = 16

  init(head: [UInt8]) {
    let bytes = unsafe head.span.bytes
    let magic = bytes.bigEndian(at: 0, as: UInt32.self) ?? 0
    isBigEndian = magic >> 24 == 0xa1
    let value = isBigEndian ? magic : magic.byteSwapped
    resolution = value == 0xa1b2_3c4d ? .nanoseconds : .microseconds
    // Kuznetzov's patch keeps interface, protocol and direction with each packet.
    recordHeaderLength = value == 0xa1b2_cd34 ? 24 : 16
    let field = bytes.bigEndian(at: Self.snapLengthOffset, as: UInt32.self) ?? 0
    snapLength = Int(isBigEndian ? field : field.byteSwapped)
  }

  /// The first bytes with a snap length that no packet exceeds.
  ///
  /// libpcap cuts packets at the file's snap length without a word, although writers get that field
  /// wrong (offloaded segments are larger than 65,535) and the bytes are there. Wireshark keeps them.
  func headWithoutSnapLength(_ head: [UInt8]) -> [UInt8] {
    guard head.count >= PCAPReader.headerLength else { return head }
    var head = head
    let most: [UInt8] = [0, 4, 0, 0]  // 262,144
    head.replaceSubrange(
      Self.snapLengthOffset..<(Self.snapLengthOffset + 4),
      with: isBigEndian ? most : most.reversed())
    return head
  }
}
