public import CaptureReader

/// What became of the frames given to a decoder.
///
/// Each frame is counted once in `packets` and once in exactly one of the groups `delivered` and
/// `notDelivered`; the numbers below the groups are additional observations.
public struct DecodeStatistics: Hashable, Sendable {
  public var packets = 0

  // Delivered.
  public var tcp = 0
  public var udp = 0
  public var icmpErrors = 0
  /// ARP and IPv6 neighbour discovery.
  public var resolutions = 0
  public var echoReplies = 0

  // Not delivered.
  /// IP, but none of the protocols above.
  public var otherProtocols = 0
  /// Neither IP nor ARP.
  public var nonIP = 0
  /// A header ends beyond the captured bytes.
  public var truncatedHeaders = 0
  /// A header contradicts itself or the one around it.
  public var malformedHeaders = 0
  /// Headers are nested deeper than the limits allow.
  public var tooDeep = 0
  /// 802.11 data whose packet cannot be seen: protected, aggregated, or a fragment.
  public var concealed = 0
  /// Fragments of datagrams that were not complete with this frame.
  public var pendingFragments = 0
  public var unsupportedLinks = 0

  // Observations.
  /// Delivered packets of which less payload was captured than their headers announce.
  public var truncatedPayloads = 0
  /// IP fragments seen.
  public var fragments = 0
  public var datagramsReassembled = 0
  /// Datagrams whose fragments were dropped: too old, too many, too large, or the last
  /// ones never came.
  public var datagramsGivenUp = 0
  /// Frames by link type, for those that the decoder does not know.
  public var unsupportedLinkTypes: [LinkType: Int] = [:]

  public init() {}

  public var delivered: Int { tcp + udp + icmpErrors + resolutions + echoReplies }

  public var notDelivered: Int {
    otherProtocols + nonIP + truncatedHeaders + malformedHeaders + tooDeep + concealed
      + pendingFragments + unsupportedLinks
  }

  public static func += (sum: inout Self, other: Self) {
    sum.packets &+= other.packets
    sum.tcp &+= other.tcp
    sum.udp &+= other.udp
    sum.icmpErrors &+= other.icmpErrors
    sum.resolutions &+= other.resolutions
    sum.echoReplies &+= other.echoReplies
    sum.otherProtocols &+= other.otherProtocols
    sum.nonIP &+= other.nonIP
    sum.truncatedHeaders &+= other.truncatedHeaders
    sum.malformedHeaders &+= other.malformedHeaders
    sum.tooDeep &+= other.tooDeep
    sum.concealed &+= other.concealed
    sum.pendingFragments &+= other.pendingFragments
    sum.unsupportedLinks &+= other.unsupportedLinks
    sum.truncatedPayloads &+= other.truncatedPayloads
    sum.fragments &+= other.fragments
    sum.datagramsReassembled &+= other.datagramsReassembled
    sum.datagramsGivenUp &+= other.datagramsGivenUp
    sum.unsupportedLinkTypes.merge(other.unsupportedLinkTypes) { $0 &+ $1 }
  }

  mutating func count(_ stop: DecodeStop, linkType: LinkType, limits: DecodeLimits) {
    switch stop {
    case .otherProtocol: otherProtocols &+= 1
    case .nonIP: nonIP &+= 1
    case .truncated: truncatedHeaders &+= 1
    case .malformed: malformedHeaders &+= 1
    case .tooDeep: tooDeep &+= 1
    case .concealed: concealed &+= 1
    case .pendingFragment: pendingFragments &+= 1
    case .unsupportedLink:
      unsupportedLinks &+= 1
      if unsupportedLinkTypes[linkType] != nil
        || unsupportedLinkTypes.count < limits.unsupportedLinkTypes
      {
        unsupportedLinkTypes[linkType, default: 0] &+= 1
      }
    }
  }
}
