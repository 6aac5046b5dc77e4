public import CaptureReader
public import PacketDecode
public import TCPStreams

/// RDP's data over UDP between two endpoints, beside the TCP session that asked for it.
public struct UDPTransport: Sendable, Hashable, Codable {
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// [MS-RDPEUDP] and, from its version 0x0101 on, [MS-RDPEUDP2].
    case rdpeudp
    /// DTLS without RDPEUDP around it: a gateway's UDP side ([MS-TSGU]).
    case dtls
    /// Datagrams on RDP's port whose opening was not captured.
    case unknown
  }

  public var client: Endpoint
  public var server: Endpoint
  public var tunnel: UInt64
  public var kind: Kind
  public var first: ItemReference
  public var last: ItemReference
  /// The first SYN and how often it was sent.
  public var syn: ItemReference?
  public var synCount = 0
  public var synAck: ItemReference?
  /// What the client offered and the server agreed to: 1, 2, or 0x0101 (RDPEUDP2).
  public var offeredVersion: UInt16?
  public var version: UInt16?
  /// Best effort instead of reliable; nil where the opening was not seen.
  public var isLossy: Bool?
  public var correlationID: [UInt8]?
  public var cookieHash: [UInt8]?
  public var sent = PerSide(client: Direction(), server: Direction())
  public var finished = PerSide<ItemReference?>(client: nil, server: nil)
  /// ICMP error that quotes a datagram of it.
  public var icmp: Seen<ICMPCode>?

  /// What one side sent.
  public struct Direction: Sendable, Hashable, Codable {
    public var datagrams = 0
    public var bytes = 0
    /// Datagrams with data.
    public var data = 0
    /// Data that was sent again.
    public var retransmissions = 0
    /// Forward error correction.
    public var repairs = 0
    /// Datagrams of the other side that this side told missing.
    public var reportedMissing = 0
    public var last: ItemReference?
    public var lastData: ItemReference?
    /// Datagrams since the other side was heard last, and the first of them.
    public var unanswered = 0
    public var unansweredSince: ItemReference?
    /// Numbers of data seen.
    var numbers = SequenceWindow()
  }

  public struct ICMPCode: Sendable, Hashable, Codable {
    public var isV6: Bool
    public var type: UInt8
    public var code: UInt8
  }

  /// The transport came up: the SYN was answered, or data went both ways.
  public var isEstablished: Bool {
    synAck != nil || (sent.client.data > 0 && sent.server.data > 0)
      || (kind != .rdpeudp && sent.client.datagrams > 0 && sent.server.datagrams > 0)
  }

  /// Data went both ways: more than an opening.
  public var carriedData: Bool { sent.client.data > 0 && sent.server.data > 0 }
}

extension UDPTransport {
  /// Accounts for a datagram.
  mutating func receive(
    _ payload: RawSpan, length: Int, from side: Side, opening: RDPEUDPDatagram?,
    frame: ItemReference
  ) {
    last = frame
    switch side {
    case .client: Self.count(length, frame, in: &sent.client, other: &sent.server)
    case .server: Self.count(length, frame, in: &sent.server, other: &sent.client)
    }
    if let opening, case .opening(let fields) = opening.content {
      take(fields, frame: frame)
      return
    }
    let datagram: RDPEUDPDatagram? =
      switch (kind, version ?? offeredVersion) {
      case (.rdpeudp, 0x0101): RDPEUDPDatagram.version2(payload)
      case (.rdpeudp, _): RDPEUDPDatagram.version1(payload)
      case (.dtls, _), (.unknown, _):
        RDPEUDPDatagram(content: payload.byteCount > 24 ? .data(number: 0) : .acknowledgment)
      }
    guard let datagram else { return }
    switch side {
    case .client: take(datagram, in: &sent.client, finished: &finished.client, frame: frame)
    case .server: take(datagram, in: &sent.server, finished: &finished.server, frame: frame)
    }
  }

  private static func count(
    _ length: Int, _ frame: ItemReference, in direction: inout Direction, other: inout Direction
  ) {
    direction.datagrams &+= 1
    direction.bytes &+= length
    direction.last = frame
    if direction.unanswered == 0 { direction.unansweredSince = frame }
    direction.unanswered &+= 1
    other.unanswered = 0
  }

  private mutating func take(_ opening: RDPEUDPDatagram.Opening, frame: ItemReference) {
    if opening.isAnswer {
      synAck = synAck ?? frame
      version = version ?? opening.version
      return
    }
    syn = syn ?? frame
    synCount += 1
    offeredVersion = opening.version
    isLossy = opening.isLossy
    correlationID = opening.correlationID ?? correlationID
    cookieHash = opening.cookieHash ?? cookieHash
  }

  private func take(
    _ datagram: RDPEUDPDatagram, in direction: inout Direction,
    finished: inout ItemReference?, frame: ItemReference
  ) {
    direction.reportedMissing &+= datagram.missing
    switch datagram.content {
    case .data(let number):
      direction.data &+= 1
      direction.lastData = frame
      guard kind == .rdpeudp else { return }
      if direction.numbers.isRepeat(number, isShort: version == 0x0101) {
        direction.retransmissions &+= 1
      }
    case .repair: direction.repairs &+= 1
    case .finish: finished = finished ?? frame
    case .acknowledgment, .probe, .opening: break
    }
  }
}
