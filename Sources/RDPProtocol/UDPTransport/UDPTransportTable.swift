public import CaptureReader
public import PacketDecode
import TCPStreams

/// All UDP transports of an analysis, found by their datagrams; bounded.
public struct UDPTransportTable: Sendable {
  /// Transports kept; a session makes two, a scan of forged addresses any number.
  static let limit = 8192
  /// A transport that is silent for longer has ended: a SYN after it begins a new one
  /// ([MS-RDPEUDP] 3.1.5.1.4 gives up after 65 s).
  static let lifetime = TimeSpan.seconds(65)

  private struct Key: Hashable {
    var client: Endpoint
    var server: Endpoint
    var tunnel: UInt64
  }

  public private(set) var transports: [UDPTransport] = []
  /// Datagrams of transports beyond the limit.
  public private(set) var unfollowed = 0
  private var newest: [Key: Int] = [:]
  private var recent: (key: Key, index: Int)?
  /// Where Terminal Services and its gateway listen.
  @usableFromInline let servicePorts: PortSet

  public init(ports: ServicePorts = ServicePorts()) { servicePorts = PortSet(ports.udp) }

  /// Whether a datagram can belong to RDP by its ports.
  @inlinable @inline(__always)
  public func concerns(_ datagram: UDPDatagram) -> Bool {
    servicePorts.contains(datagram.sourcePort) || servicePorts.contains(datagram.destinationPort)
  }

  /// Accounts for a datagram on RDP's ports.
  public mutating func receive(
    _ datagram: UDPDatagram, network: NetworkHeader, payload: RawSpan, frame: ItemReference
  ) {
    let opening = RDPEUDPDatagram.opening(payload)
    let source = Endpoint(address: network.source, port: datagram.sourcePort)
    let destination = Endpoint(address: network.destination, port: datagram.destinationPort)
    var isFromClient = servicePorts.contains(datagram.destinationPort)
    if servicePorts.contains(datagram.sourcePort), isFromClient, let opening,
      case .opening(let fields) = opening.content
    {
      isFromClient = !fields.isAnswer
    }
    let key = Key(
      client: isFromClient ? source : destination, server: isFromClient ? destination : source,
      tunnel: network.tunnel)
    guard let index = index(of: key, opening: opening, payload: payload, frame: frame) else {
      unfollowed &+= 1
      return
    }
    transports[index].receive(
      payload, length: datagram.payloadLength, from: isFromClient ? .client : .server,
      opening: opening, frame: frame)
  }

  /// Ties an ICMP error to the transport that it quotes.
  public mutating func receive(
    _ error: ICMPError, network: NetworkHeader, frame: ItemReference
  ) {
    guard error.quotedProtocol == 17, let sourcePort = error.quotedSourcePort,
      let destinationPort = error.quotedDestinationPort
    else { return }
    let source = Endpoint(address: error.quotedSource, port: sourcePort)
    let destination = Endpoint(address: error.quotedDestination, port: destinationPort)
    let found =
      newest[Key(client: source, server: destination, tunnel: network.tunnel)]
      ?? newest[Key(client: destination, server: source, tunnel: network.tunnel)]
    guard let found, transports[found].icmp == nil else { return }
    transports[found].icmp = Seen(
      UDPTransport.ICMPCode(isV6: error.isV6, type: error.type, code: error.code), frame)
  }

  private mutating func index(
    of key: Key, opening: RDPEUDPDatagram?, payload: RawSpan, frame: ItemReference
  ) -> Int? {
    let known: Int? =
      if let recent, recent.key == key { recent.index } else { newest[key] }
    if let known, !startsAnew(known, opening: opening, frame: frame) {
      recent = (key, known)
      return known
    }
    guard transports.count < Self.limit else { return nil }
    transports.append(
      UDPTransport(
        client: key.client, server: key.server, tunnel: key.tunnel,
        kind: opening != nil ? .rdpeudp : Self.isDTLS(payload) ? .dtls : .unknown, first: frame,
        last: frame))
    newest[key] = transports.count - 1
    recent = (key, transports.count - 1)
    return transports.count - 1
  }

  private func startsAnew(
    _ index: Int, opening: RDPEUDPDatagram?, frame: ItemReference
  ) -> Bool {
    guard let opening, case .opening(let fields) = opening.content, !fields.isAnswer else {
      return false
    }
    let transport = transports[index]
    return transport.synAck != nil && transport.sent.client.data > 0
      || transport.finished.client != nil || transport.finished.server != nil
      || frame.time.since(transport.last.time) > Self.lifetime
  }

  /// A DTLS record that begins a handshake (RFC 6347 §4.1).
  private static func isDTLS(_ payload: RawSpan) -> Bool {
    guard let type: UInt8 = payload.bigEndian(at: 0), type == 22,
      let version: UInt16 = payload.bigEndian(at: 1)
    else { return false }
    return version == 0xFEFF || version == 0xFEFD
  }
}
