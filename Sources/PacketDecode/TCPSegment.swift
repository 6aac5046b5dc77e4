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

  @inlinable
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
