/// One packet, as far as its headers could be read; its payload travels beside it, borrowed.
public struct DecodedPacket: Sendable {
  public var network: NetworkHeader
  public var transport: Transport

  public init(network: NetworkHeader, transport: Transport) {
    self.network = network
    self.transport = transport
  }
}

/// What the (innermost) IP header says that later stages need.
public struct NetworkHeader: Hashable, Sendable {
  public var source: IPAddress
  public var destination: IPAddress
  /// IPv4 time to live or IPv6 hop limit.
  public var ttl: UInt8
  /// IPv4 identification; nil for IPv6.
  public var identification: UInt16?
  public var doNotFragment: Bool
  /// Differentiated services and ECN bits.
  public var trafficClass: UInt8
  /// Network identifier of a tunnel that keeps address spaces apart (VXLAN or GENEVE VNI, with a
  /// mark for the kind in the upper half); 0 outside of such tunnels. Part of a flow's identity.
  public var tunnel: UInt64
  /// Outermost VLAN identifier, 0 where untagged. Not part of a flow's identity: a trunk can show
  /// the two directions, or two copies, under different tags.
  public var vlan: UInt16
  /// Source and destination of the innermost link layer outside of this header (EUI-48 in the low 48
  /// bits), 0 where there are none.
  public var linkSource: UInt64
  public var linkDestination: UInt64
  /// The datagram was put together from fragments; its payload is not part of the frame's bytes.
  public var isReassembled: Bool
  /// The capture file's own identifier of the packet (pcapng `epb_packetid`), 0 where there is none.
  public var packetID: UInt64

  public init(
    source: IPAddress, destination: IPAddress, ttl: UInt8 = 64, identification: UInt16? = nil,
    doNotFragment: Bool = false, trafficClass: UInt8 = 0, tunnel: UInt64 = 0, vlan: UInt16 = 0,
    linkSource: UInt64 = 0, linkDestination: UInt64 = 0, isReassembled: Bool = false,
    packetID: UInt64 = 0
  ) {
    self.source = source
    self.destination = destination
    self.ttl = ttl
    self.identification = identification
    self.doNotFragment = doNotFragment
    self.trafficClass = trafficClass
    self.tunnel = tunnel
    self.vlan = vlan
    self.linkSource = linkSource
    self.linkDestination = linkDestination
    self.isReassembled = isReassembled
    self.packetID = packetID
  }
}

public enum Transport: Sendable {
  /// `payload` beside the packet holds the captured part of the segment's data.
  case tcp(TCPSegment)
  /// `payload` beside the packet holds the captured part of the datagram's data.
  case udp(UDPDatagram)
  case icmpError(ICMPError)
  /// ARP or IPv6 neighbour discovery.
  case resolution(AddressResolution)
}

/// TCP header fields (RFC 9293 §3.1) and the options that matter to analysis.
public struct TCPSegment: Hashable, Sendable {
  public var sourcePort: UInt16
  public var destinationPort: UInt16
  public var sequence: SequenceNumber
  public var acknowledgment: SequenceNumber
  public var flags: TCPFlags
  /// As on the wire, before window scaling.
  public var window: UInt16
  public var checksum: UInt16
  public var options: TCPOptions
  /// Bytes of data by the IP header's account; the captured payload can be shorter.
  public var payloadLength: Int

  public init(
    sourcePort: UInt16, destinationPort: UInt16, sequence: SequenceNumber,
    acknowledgment: SequenceNumber, flags: TCPFlags, window: UInt16, checksum: UInt16 = 0,
    options: TCPOptions = TCPOptions(), payloadLength: Int = 0
  ) {
    self.sourcePort = sourcePort
    self.destinationPort = destinationPort
    self.sequence = sequence
    self.acknowledgment = acknowledgment
    self.flags = flags
    self.window = window
    self.checksum = checksum
    self.options = options
    self.payloadLength = payloadLength
  }
}

@frozen
public struct TCPFlags: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8
  @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
  // Computed: stored ones would be asked for through a call, several times per packet.
  @inlinable public static var fin: TCPFlags { TCPFlags(rawValue: 0x01) }
  @inlinable public static var syn: TCPFlags { TCPFlags(rawValue: 0x02) }
  @inlinable public static var rst: TCPFlags { TCPFlags(rawValue: 0x04) }
  @inlinable public static var psh: TCPFlags { TCPFlags(rawValue: 0x08) }
  @inlinable public static var ack: TCPFlags { TCPFlags(rawValue: 0x10) }
  @inlinable public static var urg: TCPFlags { TCPFlags(rawValue: 0x20) }
  @inlinable public static var ece: TCPFlags { TCPFlags(rawValue: 0x40) }
  @inlinable public static var cwr: TCPFlags { TCPFlags(rawValue: 0x80) }
}

public struct TCPOptions: Hashable, Sendable {
  public var maximumSegmentSize: UInt16?
  public var windowScale: UInt8?
  public var selectiveAcknowledgmentPermitted: Bool = false
  public var timestamps: Timestamps?
  /// The first SACK block; a DSACK where it lies at or below the acknowledgment (RFC 2883).
  public var firstSACK: SACKBlock?
  public var secondSACK: SACKBlock?
  /// Blocks in the option, up to four.
  public var sackCount: UInt8 = 0
  /// The highest right edge of all blocks.
  public var highestSACK: SequenceNumber?

  public struct Timestamps: Hashable, Sendable {
    public var value: UInt32
    public var echo: UInt32
    public init(value: UInt32, echo: UInt32) {
      self.value = value
      self.echo = echo
    }
  }

  public init() {}
}

public struct SACKBlock: Hashable, Sendable {
  public var left: SequenceNumber
  public var right: SequenceNumber
  public init(left: SequenceNumber, right: SequenceNumber) {
    self.left = left
    self.right = right
  }
}

public struct UDPDatagram: Hashable, Sendable {
  public var sourcePort: UInt16
  public var destinationPort: UInt16
  /// Bytes of data by the UDP header's account.
  public var payloadLength: Int

  public init(sourcePort: UInt16, destinationPort: UInt16, payloadLength: Int = 0) {
    self.sourcePort = sourcePort
    self.destinationPort = destinationPort
    self.payloadLength = payloadLength
  }
}

/// An ICMP or ICMPv6 error, with what it quotes of the packet that caused it (RFC 792, RFC 4443).
public struct ICMPError: Hashable, Sendable {
  public var isV6: Bool
  public var type: UInt8
  public var code: UInt8
  /// Next-hop MTU of "fragmentation needed" / "packet too big".
  public var mtu: UInt32?
  public var quotedSource: IPAddress
  public var quotedDestination: IPAddress
  public var quotedProtocol: UInt8
  public var quotedSourcePort: UInt16?
  public var quotedDestinationPort: UInt16?
  public var quotedSequence: SequenceNumber?

  public init(
    isV6: Bool, type: UInt8, code: UInt8, mtu: UInt32? = nil, quotedSource: IPAddress,
    quotedDestination: IPAddress, quotedProtocol: UInt8, quotedSourcePort: UInt16? = nil,
    quotedDestinationPort: UInt16? = nil, quotedSequence: SequenceNumber? = nil
  ) {
    self.isV6 = isV6
    self.type = type
    self.code = code
    self.mtu = mtu
    self.quotedSource = quotedSource
    self.quotedDestination = quotedDestination
    self.quotedProtocol = quotedProtocol
    self.quotedSourcePort = quotedSourcePort
    self.quotedDestinationPort = quotedDestinationPort
    self.quotedSequence = quotedSequence
  }
}

public struct AddressResolution: Hashable, Sendable {
  public var isReply: Bool
  public var sender: IPAddress
  public var target: IPAddress

  public init(isReply: Bool, sender: IPAddress, target: IPAddress) {
    self.isReply = isReply
    self.sender = sender
    self.target = target
  }
}
