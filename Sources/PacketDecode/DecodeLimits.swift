public import CaptureReader

/// How far the decoder follows one frame, and how much it keeps for fragments.
///
/// Frames are hostile: without these limits one frame of nested headers, or a stream of fragments
/// that never complete, could cost any amount of time or memory.
public struct DecodeLimits: Hashable, Sendable {
  /// IP headers in one frame, the outermost included.
  public var encapsulations: Int = 8
  /// VLAN tags and MPLS labels in one frame.
  public var tags: Int = 16
  /// IPv6 extension headers and authentication headers in one frame.
  public var extensionHeaders: Int = 16
  /// Datagrams that wait for fragments at the same time; the oldest gives way.
  public var openDatagrams: Int = 64
  /// Bytes of one reassembled datagram. IP itself ends at 65,535.
  public var datagramBytes: Int = 65_535
  /// Bytes that all waiting datagrams hold together; the oldest gives way.
  public var fragmentBytes: Int = 2 << 20
  /// Disjoint pieces of one waiting datagram; beyond it the datagram is given up, so that many tiny
  /// fragments cost no more than as many packets.
  public var fragmentPieces: Int = 64
  /// Packet time after which a datagram's missing fragments are no longer awaited (RFC 8200 §4.5
  /// gives 60 s, systems in use 30 s).
  public var fragmentLifetime: TimeSpan = .seconds(30)
  /// Distinct unsupported link types counted by number; the others are counted together.
  public var unsupportedLinkTypes: Int = 32

  public init() {}
}
