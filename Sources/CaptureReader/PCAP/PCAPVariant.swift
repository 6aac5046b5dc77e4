/// What the 24 bytes at the start of a classic capture say (draft-ietf-opsawg-pcap §4).
struct PCAPVariant {
  let resolution: TimestampResolution
  /// Bytes before each packet's own.
  let recordHeaderLength: Int
  /// As the file says; 0 where it does not.
  let snapLength: Int
  /// Byte order of the file differs from the machine's.
  let isSwapped: Bool
  /// The format that nearly all programs write, and a link layer that is decoded here: what is read
  /// without libpcap.
  let isUsual: Bool
  /// The link type of a usual file.
  let linkType: LinkType
  private let isBigEndian: Bool

  static let headerLength = 24
  private static let snapLengthOffset = 16

  init(head: [UInt8]) {
    let bytes = head.rawSpan
    let magic = bytes.bigEndian(at: 0, as: UInt32.self) ?? 0
    let isBigEndian = magic >> 24 == 0xa1
    func field(_ offset: Int) -> UInt32 {
      let field = bytes.bigEndian(at: offset, as: UInt32.self) ?? 0
      return isBigEndian ? field : field.byteSwapped
    }
    let value = isBigEndian ? magic : magic.byteSwapped
    self.isBigEndian = isBigEndian
    isSwapped = isBigEndian != (1.bigEndian == 1)
    resolution = value == 0xa1b2_3c4d ? .nanoseconds : .microseconds
    // Kuznetzov's patch keeps interface, protocol and direction with each packet.
    recordHeaderLength = value == 0xa1b2_cd34 ? 24 : 16
    snapLength = Int(field(Self.snapLengthOffset))
    // The upper half of the link-type field says more; old versions have other record headers.
    let link = field(20)
    let version = bytes.bigEndian(at: 4, as: UInt32.self) ?? 0
    linkType = LinkType(fileValue: UInt16(truncatingIfNeeded: link))
    isUsual =
      head.count >= Self.headerLength && (value == 0xa1b2_c3d4 || value == 0xa1b2_3c4d)
      && version == (isBigEndian ? 0x0002_0004 : 0x0200_0400)
      && link <= 0xffff && Self.usualLinkTypes.contains(linkType)
  }

  /// libpcap changes the numbers of some others, and the byte order of fields in their packets.
  private static let usualLinkTypes: Set<LinkType> = [
    .null, .ethernet, .ppp, .pppHDLC, .pppoe, .raw, .ieee80211, .loop, .linuxCooked,
    .ieee80211Radiotap, .ipv4, .ipv6, .linuxCooked2,
  ]

  /// The first bytes with a snap length that no packet exceeds.
  ///
  /// libpcap cuts packets at the file's snap length without a word, although writers get that field
  /// wrong (offloaded segments are larger than 65,535) and the bytes are there. Wireshark keeps them.
  func headWithoutSnapLength(_ head: [UInt8]) -> [UInt8] {
    guard head.count >= Self.headerLength else { return head }
    var head = head
    let most: [UInt8] = [0, 4, 0, 0]  // 262,144
    head.replaceSubrange(
      Self.snapLengthOffset..<(Self.snapLengthOffset + 4),
      with: isBigEndian ? most : most.reversed())
    return head
  }
}
