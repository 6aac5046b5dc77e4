/// The next header on the walk from a frame's first byte to its transport header.
enum Layer {
  case ethernet
  /// An EtherType, or an IEEE 802.3 length where it is at most 1500.
  case typeOrLength(UInt16)
  case etherType(UInt16)
  case llc
  case linuxCooked
  case linuxCooked2
  case loopback
  case ppp
  case pppoe
  case mpls
  case ieee80211
  case radiotap
  case arp
  /// IP of the version in the first nibble.
  case ip
  case ipv4
  case ipv6
  case ipProtocol(UInt8)
  /// An IPv6 extension header, or what follows the last one.
  case ipv6Next(UInt8)
  /// The fragment that `LayerWalk.fragment` describes.
  case fragment
  case gre
}

/// Why a frame yields no packet.
enum DecodeStop: Error {
  case otherProtocol
  case nonIP
  case truncated
  case malformed
  case tooDeep
  case concealed
  case pendingFragment
  case unsupportedLink
}

/// Where the walk stands, and what it has learnt on its way.
///
/// `offset` counts from the start of the bytes that the layers are handed beside the walk, and never
/// lies beyond `end`. The bytes themselves never reach beyond `end` either, but can end before it
/// where the capture cut the frame.
struct LayerWalk {
  /// Start of the next header.
  var offset = 0
  /// End of the enclosing layer by the lengths that headers name.
  var end: Int
  /// The innermost IP header, and the innermost link-layer header outside of it, so far.
  var network = NetworkHeader(
    source: IPAddress(high: 0, low: 0), destination: IPAddress(high: 0, low: 0), ttl: 0)
  var isV6 = false
  var fragment = Fragment()
  private var encapsulationsLeft: Int
  private var tagsLeft: Int
  private var extensionHeadersLeft: Int

  @inline(__always)
  init(end: Int, limits: borrowing DecodeLimits) {
    self.end = end
    encapsulationsLeft = limits.encapsulations
    tagsLeft = limits.tags
    extensionHeadersLeft = limits.extensionHeaders
  }

  /// Bytes from here to the end of the enclosing layer, captured or not.
  var remaining: Int { end &- offset }

  /// Why `count` bytes of header cannot be read: the packet ends before them, or only the capture.
  @inline(__always)
  func missing(_ count: Int) -> DecodeStop { remaining < count ? .malformed : .truncated }

  /// Moves behind a header, whose bytes need not all have been captured.
  @inline(__always)
  mutating func skip(_ count: Int) throws(DecodeStop) {
    guard count >= 0, count <= remaining else { throw .malformed }
    offset &+= count
  }

  /// Ends the enclosing layer after `count` more bytes, if it does not end before.
  mutating func shorten(to count: Int) { end = min(end, offset &+ count) }

  @inline(__always)
  mutating func enterIP() throws(DecodeStop) {
    guard encapsulationsLeft > 0 else { throw .tooDeep }
    encapsulationsLeft &-= 1
  }

  mutating func enterTag() throws(DecodeStop) {
    guard tagsLeft > 0 else { throw .tooDeep }
    tagsLeft &-= 1
  }

  mutating func enterExtensionHeader() throws(DecodeStop) {
    guard extensionHeadersLeft > 0 else { throw .tooDeep }
    extensionHeadersLeft &-= 1
  }
}
