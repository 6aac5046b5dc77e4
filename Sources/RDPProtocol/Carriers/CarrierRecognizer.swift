public import CaptureReader
public import TCPStreams

/// Recognises the opening of a carrier on ports where RDP itself does not listen.
public enum CarrierRecognizer {
  /// What every opening begins with: a record of a TLS handshake, or the first letter of a request.
  public static let firstBytes: [UInt8] = [0x16] + "RGC".utf8

  /// Who sent these bytes, if they open a carrier: a gateway's or WebSocket's request in the clear, or
  /// a TLS hello that there are secrets for, or that asks for a gateway by name.
  @inlinable @inline(__always)
  public static func opening(
    of payload: RawSpan, ports: ServicePorts = ServicePorts(), keys: @autoclosure () -> KeyLog
  ) -> Opening? {
    guard payload.byteCount >= 16, let head: UInt32 = payload.bigEndian(at: 0) else { return nil }
    switch head & 0xFFFF_FF00 {
    // Handshake record of TLS 1.0 to 1.2; "RDG", "RPC", "GET", "CON".
    case 0x1603_0100, 0x1603_0200, 0x1603_0300: return hello(payload, keys: keys())
    case 0x5244_4700, 0x5250_4300, 0x4745_5400, 0x434F_4E00: return request(payload, ports: ports)
    default: return nil
    }
  }

  @usableFromInline
  static func request(_ payload: RawSpan, ports: ServicePorts) -> Opening? {
    let line = payload.copied(limit: 256).prefix { $0 != 0x0D }
    let text = String(decoding: line, as: UTF8.self).lowercased()
    let opens =
      text.hasPrefix("rdg_out_data ") || text.hasPrefix("rdg_in_data ")
      || text.hasPrefix("get /rdp ") || text.hasPrefix("get /rdp/")
      || text.hasPrefix("get /remotedesktopgateway")
      || (text.hasPrefix("rpc_") && text.contains(":3388 "))
      || (text.hasPrefix("connect ") && isProxied(text.dropFirst(8).prefix { $0 != " " }, ports))
    return opens ? .fromClient : nil
  }

  /// The target of a CONNECT request (RFC 9110 §9.3.6) is a port on which RDP is expected.
  static func isProxied(_ target: some StringProtocol, _ ports: ServicePorts) -> Bool {
    guard let colon = target.lastIndex(of: ":"),
      let port = UInt16(target[target.index(after: colon)...])
    else { return false }
    return ports.isService(port)
  }

  @usableFromInline
  static func hello(_ payload: RawSpan, keys: KeyLog) -> Opening? {
    // Record header, handshake type and length, version, random.
    guard payload.bigEndian(at: 5, as: UInt8.self) == HandshakeType.clientHello,
      payload.byteCount >= 44
    else { return nil }
    if !keys.isEmpty, let random = ClientRandom(payload.extracting(11..<43).copied()),
      keys.secrets(for: random) != nil
    {
      return .fromClient
    }
    guard let name = serverName(payload) else { return nil }
    return GatewayName.kind(of: name) == nil ? nil : .fromClient
  }

  /// The server name of a hello that lies in one segment; the walk takes no more memory.
  private static func serverName(_ payload: RawSpan) -> String? {
    var place = 43
    guard let session: UInt8 = payload.bigEndian(at: place) else { return nil }
    place += 1 + Int(session)
    guard let suites: UInt16 = payload.bigEndian(at: place) else { return nil }
    place += 2 + Int(suites)
    guard let compressions: UInt8 = payload.bigEndian(at: place) else { return nil }
    place += 1 + Int(compressions) + 2
    for _ in 0..<64 {
      guard let type: UInt16 = payload.bigEndian(at: place),
        let length: UInt16 = payload.bigEndian(at: place + 2)
      else { return nil }
      if type == 0 {
        // List length, name type, name length.
        guard let count: UInt16 = payload.bigEndian(at: place + 7), count <= 255,
          payload.byteCount >= place + 9 + Int(count)
        else { return nil }
        let name = payload.extracting((place + 9)..<(place + 9 + Int(count))).copied()
        return String(decoding: name, as: UTF8.self)
      }
      place += 4 + Int(length)
    }
    return nil
  }
}
