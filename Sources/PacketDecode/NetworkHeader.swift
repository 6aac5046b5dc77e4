/// What the (innermost) IP header says that later stages need.
public struct NetworkHeader: Hashable, Sendable {
  public var source: IPAddress
  public var destination: IPAddress
  /// Network identifier of a tunnel that keeps address spaces apart (VXLAN or GENEVE VNI, with a
  /// mark for the kind in the upper half); 0 outside of such tunnels. Part of a flow's identity.
  public var tunnel: UInt64
  /// Source and destination of the innermost link layer outside of this header (EUI-48 in the low 48
  /// bits), 0 where there are none.
  public var linkSource: UInt64
  public var linkDestination: UInt64
  /// The capture file's own identifier of the packet (pcapng `epb_packetid`), 0 where there is none.
  public var packetID: UInt64
  /// Outermost VLAN identifier, 0 where untagged. Not part of a flow's identity: a trunk can show
  /// the two directions, or two copies, under different tags.
  public var vlan: UInt16
  /// 0 in IPv6, which has none.
  @usableFromInline var number: UInt16 = 0
  /// IPv4 time to live or IPv6 hop limit.
  public var ttl: UInt8
  /// Differentiated services and ECN bits.
  public var trafficClass: UInt8
  @usableFromInline var marks: Marks = []

  @usableFromInline struct Marks: OptionSet, Hashable, Sendable {
    @usableFromInline let rawValue: UInt8
    @inlinable init(rawValue: UInt8) { self.rawValue = rawValue }
    @inlinable static var identified: Marks { Marks(rawValue: 0x01) }
    @inlinable static var doNotFragment: Marks { Marks(rawValue: 0x02) }
    @inlinable static var reassembled: Marks { Marks(rawValue: 0x04) }

    @inlinable mutating func set(_ mark: Marks, _ isSet: Bool) {
      self = isSet ? union(mark) : subtracting(mark)
    }
  }

  @inlinable
  public init(
    source: IPAddress, destination: IPAddress, ttl: UInt8 = 64, identification: UInt16? = nil,
    doNotFragment: Bool = false, trafficClass: UInt8 = 0, tunnel: UInt64 = 0, vlan: UInt16 = 0,
    linkSource: UInt64 = 0, linkDestination: UInt64 = 0, isReassembled: Bool = false,
    packetID: UInt64 = 0
  ) {
    self.source = source
    self.destination = destination
    self.ttl = ttl
    self.trafficClass = trafficClass
    self.tunnel = tunnel
    self.vlan = vlan
    self.linkSource = linkSource
    self.linkDestination = linkDestination
    self.packetID = packetID
    self.identification = identification
    self.doNotFragment = doNotFragment
    self.isReassembled = isReassembled
  }

  /// IPv4 identification; nil for IPv6.
  @inlinable public var identification: UInt16? {
    get { marks.contains(.identified) ? number : nil }
    set {
      number = newValue ?? 0
      marks.set(.identified, newValue != nil)
    }
  }

  @inlinable public var doNotFragment: Bool {
    get { marks.contains(.doNotFragment) }
    set { marks.set(.doNotFragment, newValue) }
  }

  /// The datagram was put together from fragments; its payload is not part of the frame's bytes.
  @inlinable public var isReassembled: Bool {
    get { marks.contains(.reassembled) }
    set { marks.set(.reassembled, newValue) }
  }
}
