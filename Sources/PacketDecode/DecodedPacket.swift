/// One packet, as far as its headers could be read; its payload travels beside it, borrowed.
public struct DecodedPacket: Sendable {
  public var network: NetworkHeader
  public var transport: Transport

  @inlinable public init(network: NetworkHeader, transport: Transport) {
    self.network = network
    self.transport = transport
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
  /// The answer to a ping (ICMP and ICMPv6 echo reply): its sender is up.
  case echoReply
}

public struct UDPDatagram: Hashable, Sendable {
  public var sourcePort: UInt16
  public var destinationPort: UInt16
  /// Bytes of data by the UDP header's account.
  public var payloadLength: Int

  @inlinable public init(sourcePort: UInt16, destinationPort: UInt16, payloadLength: Int = 0) {
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
