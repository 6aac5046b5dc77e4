import CaptureReader
import Foundation
import PacketDecode
import Support

/// A capture in which originals stand in every place that a frame has for them, and a log that has them
/// too.
enum PlantedCapture {
  static let user = "zwiebelfisch"
  static let domain = "QUOKKALAND"
  static let workstation = "AXOLOTL-PC"
  static let host = "numbat.wombat-works.example"
  static let proxied = "okapi.wombat-works.example"
  static let serial: [UInt8] = [0x5A, 0xC3, 0x19, 0x77, 0x42, 0x8E, 0x61, 0x0B, 0xD4]
  static let client = Endpoint("93.184.216.34", 50_123)
  static let server = Endpoint("151.101.65.140", 3_389)
  static let client6 = Endpoint("2a02:810d:1234::17:9", 50_124)
  static let server6 = Endpoint("2606:4700:77::68:51", 3_389)
  static let router = "198.51.107.213"
  static let clientLink: [UInt8] = [0x00, 0x1B, 0x63, 0xA7, 0x5C, 0x3E]
  static let serverLink: [UInt8] = [0x00, 0x25, 0x90, 0xD1, 0x88, 0x4F]

  static let names = [
    user, domain, "AXOLOTL", "numbat", "wombat-works", "okapi", "wolpertinger", "gecko-lldp",
  ]
  static let addresses = [
    client.address, server.address, client6.address, server6.address, IPAddress(router),
  ].compactMap { $0 }
  static let links = [clientLink, serverLink]

  /// What an original can look like in bytes.
  static func forms(of name: String) -> [[UInt8]] {
    [name, name.lowercased(), name.uppercased()].flatMap { text in
      [
        Array(text.utf8), text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
        text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] },
      ]
    }
  }

  static func forms(of address: IPAddress) -> [[UInt8]] {
    let bytes = PacketBuilder.bytes(address)
    let text = "\(address)"
    var forms = [bytes, Array(text.utf8), text.utf16.flatMap { [UInt8($0 & 0xFF), 0] }]
    if address.isV4 {
      let value = UInt32(truncatingIfNeeded: address.low)
      forms += ["\(value)", "\(value.byteSwapped)"].map { Array($0.utf8) }
      forms.append(Array(bytes.map(String.init).reversed().joined(separator: ".").utf8))
    }
    return forms
  }

  static func forms(ofLink link: [UInt8]) -> [[UInt8]] {
    let digits = link.map { String($0 >> 4, radix: 16) + String($0 & 0xF, radix: 16) }
    return [link]
      + [":", "-", ""].map { Array(digits.joined(separator: $0).utf8) }
      + [":", "-", ""].map { Array(digits.joined(separator: $0).uppercased().utf8) }
  }

  // MARK: Layers

  private static func frame(_ packet: [UInt8], fromClient: Bool, type: UInt16? = nil) -> [UInt8] {
    let bare = PacketBuilder.ethernet(packet, type: type)
    let links = fromClient ? serverLink + clientLink : clientLink + serverLink
    return links + bare.dropFirst(12)
  }

  private static func packet(_ payload: [UInt8]) -> [UInt8] {
    [3, 0] + PacketBuilder.bigEndian(UInt16(4 + payload.count)) + payload
  }

  private static func request(_ line: String) -> [UInt8] {
    let body = Array((line + "\r\n").utf8) + [1, 0, 8, 0, 3, 0, 0, 0]
    return packet([UInt8(6 + body.count), 0xE0, 0, 0, 0, 0, 0] + body)
  }

  /// The answer that only NLA will do ([MS-RDPBCGR] 2.2.1.2.2).
  private static let refusal = packet([14, 0xD0, 0, 0, 0x12, 0x34, 0, 3, 0, 8, 0, 5, 0, 0, 0])
  private static let confirm = packet([14, 0xD0, 0, 0, 0x12, 0x34, 0, 2, 0, 8, 0, 1, 0, 0, 0])

  private static func der(_ tag: UInt8, _ parts: [UInt8]...) -> [UInt8] {
    let content = parts.flatMap { $0 }
    let length: [UInt8] =
      content.count < 128
      ? [UInt8(content.count)] : [0x82] + PacketBuilder.bigEndian(UInt16(content.count))
    return [tag] + length + content
  }

  private static let certificate: [UInt8] = {
    let algorithm = der(0x30, der(6, [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 0x0B]), [5, 0])
    func name(_ text: String, _ wide: String) -> [UInt8] {
      let units = wide.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      return der(
        0x30, der(0x31, der(0x30, der(6, [0x55, 4, 3]), der(12, Array(text.utf8)))),
        der(0x31, der(0x30, der(6, [0x55, 4, 0x0A]), der(30, units))))
    }
    let time = der(23, Array("260101000000Z".utf8))
    let key = der(0x30, algorithm, der(3, [0], [UInt8](repeating: 0x31, count: 70)))
    let alternatives = der(
      0x30, der(0x82, Array(host.utf8)), der(0x87, PacketBuilder.bytes(server.address)),
      der(0x81, Array("\(user)@wombat-works.example".utf8)))
    let identifiers = der(0x30, der(6, [0x55, 0x1D, 0x11]), der(4, alternatives))
    let policy = der(0x30, der(6, [0x55, 0x1D, 0x20]), der(4, Array("wolpertinger".utf8)))
    let body = der(
      0x30, der(0xA0, der(2, [2])), der(2, serial), algorithm, name(host, domain),
      der(0x30, time, time), name(host, "wolpertinger"), key,
      der(0xA3, der(0x30, identifiers, policy)))
    return der(0x30, body, algorithm, der(3, [0], [UInt8](repeating: 0x77, count: 64)))
  }()

  private static func handshake(_ type: UInt8, _ body: [UInt8]) -> [UInt8] {
    let message = [type, 0] + PacketBuilder.bigEndian(UInt16(body.count)) + body
    return [22, 3, 3] + PacketBuilder.bigEndian(UInt16(message.count)) + message
  }

  private static let clientHello: [UInt8] = {
    let name = Array(host.utf8)
    let entry = [0] + PacketBuilder.bigEndian(UInt16(name.count)) + name
    let list = PacketBuilder.bigEndian(UInt16(entry.count)) + entry
    let field = [0, 0] + PacketBuilder.bigEndian(UInt16(list.count)) + list
    let random = (0..<32).map { UInt8($0 * 7 & 0xFF) }
    return handshake(
      1,
      [3, 3] + random + [0, 0, 2, 0xC0, 0x2F, 1, 0]
        + PacketBuilder.bigEndian(UInt16(field.count)) + field)
  }()

  private static let serverHello: [UInt8] = {
    let random = (0..<32).map { UInt8($0 * 11 & 0xFF) }
    let length = certificate.count
    func big24(_ value: Int) -> [UInt8] { [0, UInt8(value >> 8), UInt8(value & 0xFF)] }
    return handshake(2, [3, 3] + random + [0, 0xC0, 0x2F, 0])
      + handshake(11, big24(length + 3) + big24(length) + certificate) + handshake(14, [])
  }()

  /// Client Info in the clear ([MS-RDPBCGR] 2.2.1.11), with wide texts.
  private static let clientInfo: [UInt8] = {
    func wide(_ text: String) -> [UInt8] {
      text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }
    func little(_ value: Int) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }
    let texts = [domain, user, "wolpertinger", "", ""].map(wide)
    let info =
      [0, 0, 0, 0] + little(0x10) + [0, 0] + texts.flatMap { little($0.count) }
      + texts.flatMap { $0 + [0, 0] } + little(2) + little(2 * 14) + wide("93.184.216.34\0")
    let body = little(0x40) + [0, 0] + info
    return packet(
      [2, 0xF0, 0x80, 0x64, 0, 7, 3, 0xEB, 0x70, 0x80 | UInt8(body.count >> 8)]
        + [UInt8(body.count & 0xFF)] + body)
  }()

  private static func conference() -> [UInt8] {
    let name = workstation.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let core =
      [0x01, 0xC0, 0xD8, 0, 4, 0, 8, 0] + [UInt8](repeating: 0, count: 16) + name
      + [UInt8](repeating: 0, count: 32 - name.count) + [UInt8](repeating: 0, count: 160)
    let user: [UInt8] =
      [0, 5, 0, 0x14, 0x7C, 0, 1, 0x81, 0, 0, 8, 0, 0x10, 0, 1, 0xC0, 0]
      + Array("Duca".utf8) + [0x80, UInt8(core.count)] + core
    return packet(
      [2, 0xF0, 0x80, 0x7F, 0x65, 0x82] + PacketBuilder.bigEndian(UInt16(user.count + 4)) + [
        4, 0x82,
      ]
        + PacketBuilder.bigEndian(UInt16(user.count)) + user)
  }

  // MARK: Frames

  /// One connection: handshake, what both say in turn, and the server's RST.
  private static func connection(
    _ client: Endpoint, _ server: Endpoint, _ said: [(isClient: Bool, bytes: [UInt8])],
    options: [PacketBuilder.Option] = []
  ) -> [[UInt8]] {
    var frames: [[UInt8]] = []
    var next: (client: UInt32, server: UInt32) = (1_000, 9_000)
    func send(_ isClient: Bool, _ flags: TCPFlags, _ payload: [UInt8] = []) {
      let (from, to) = isClient ? (client, server) : (server, client)
      let segment = PacketBuilder.segment(
        from: from, to: to, seq: isClient ? next.client : next.server,
        ack: isClient ? next.server : next.client, flags: flags,
        options: flags.contains(.syn) ? [.maximumSegmentSize(1_460)] + options : [],
        payload: payload)
      frames.append(
        frame(
          PacketBuilder.ip(from: from.address, to: to.address, protocol: 6, segment),
          fromClient: isClient))
      let length = UInt32(payload.count) + (flags.contains(.syn) ? 1 : 0)
      if isClient { next.client += length } else { next.server += length }
    }
    send(true, [.syn])
    send(false, [.syn, .ack])
    send(true, [.ack])
    for part in said {
      for start in stride(from: 0, to: part.bytes.count, by: 1_200) {
        send(
          part.isClient, [.ack, .psh],
          Array(part.bytes[start..<min(start + 1_200, part.bytes.count)]))
      }
    }
    send(false, [.rst, .ack])
    return frames
  }

  static let frames: [[UInt8]] = {
    let token =
      "Cookie: msts=\(UInt32(truncatingIfNeeded: server.address.low).byteSwapped).15629.0000"
    var frames = connection(
      client, server,
      [
        (true, request("Cookie: mstshash=\(user)")), (false, confirm), (true, clientHello),
        (false, serverHello), (false, [21, 3, 3, 0, 2, 2, 40]),
      ],
      // An option of load balancers holds the client's address.
      options: [.raw([28, 6] + PacketBuilder.bytes(client.address))])
    frames += connection(
      Endpoint(address: client.address, port: 50_200), server,
      [(true, request(token)), (false, refusal)])
    frames += connection(
      client6, server6, [(true, request("Cookie: mstshash=\(domain)\\\(user)")), (false, refusal)])
    // RDP in the clear.
    frames += connection(
      Endpoint(address: client.address, port: 50_300), server,
      [
        (true, request("Cookie: mstshash=\(user)")),
        (false, packet([6, 0xD0, 0, 0, 0x12, 0x34, 0])), (true, conference()), (true, clientInfo),
      ])
    frames += connection(
      Endpoint(address: client.address, port: 50_400),
      Endpoint(address: server.address, port: 8_080),
      [
        (
          true,
          Array(
            ("CONNECT \(proxied):3389 HTTP/1.1\r\nHost: \(proxied):3389\r\n"
              + "Proxy-Authorization: Basic endpZWJlbGZpc2NoOnNlY3JldA==\r\n"
              + "User-Agent: \(workstation)\r\n\r\n").utf8)
        ),
        (false, Array("HTTP/1.1 200 Connection established\r\nVia: 1.1 \(proxied)\r\n\r\n".utf8)),
        (true, request("Cookie: mstshash=\(user)")), (false, refusal),
      ])
    let dns =
      [0x12, 0x34, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0]
      + host.split(separator: ".").flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) }
      + [0, 0, 1, 0, 1] as [UInt8]
    let resolver = Endpoint(router, 53)
    frames.append(
      frame(
        PacketBuilder.ip(
          from: client.address, to: resolver.address, protocol: 17,
          PacketBuilder.datagram(
            from: Endpoint(address: client.address, port: 5_353), to: resolver, payload: dns)),
        fromClient: true))
    // A route that is recorded (RFC 791), and an error that quotes (RFC 792).
    let quoted = Array(frames[0].dropFirst(14))
    frames.append(
      frame(
        PacketBuilder.ipv4(
          from: resolver.address, to: client.address, protocol: 1,
          [3, 1, 0, 0, 0, 0, 0, 0] + quoted.prefix(40),
          options: [7, 7, 8] + PacketBuilder.bytes(server.address) + [0]), fromClient: false))
    frames.append(
      frame(
        [0, 1, 8, 0, 6, 4, 0, 1] + clientLink + PacketBuilder.bytes(client.address)
          + [0, 0, 0, 0, 0, 0] + PacketBuilder.bytes(resolver.address), fromClient: true,
        type: 0x0806))
    // Neighbour discovery (RFC 4861).
    frames.append(
      frame(
        PacketBuilder.ipv6(
          from: client6.address, to: server6.address, next: 58,
          [135, 0, 0, 0, 0, 0, 0, 0] + PacketBuilder.bytes(server6.address) + [1, 1] + clientLink,
          hopLimit: 255), fromClient: true))
    frames.append(frame(Array("..gecko-lldp...".utf8), fromClient: true, type: 0x88CC))
    // Behind the end of a datagram.
    frames[0] += Array("\(user)...".utf8)
    return frames
  }()

  /// The capture with originals also in what describes it.
  static var bytes: [UInt8] {
    var capture = PCAPNGBuilder()
    func text(_ code: UInt16, _ value: String) -> PCAPNGBuilder.Option {
      PCAPNGBuilder.Option(code, Array(value.utf8))
    }
    capture.section([.comment("for \(user)"), text(2, "wolpertinger"), text(3, workstation)])
    capture.interface([
      text(2, "NPF_{\(workstation)}"), text(3, "card of \(user)"),
      PCAPNGBuilder.Option(11, [0] + Array("host \(host)".utf8)), .comment(host),
    ])
    // A Name Resolution Block.
    capture.block(
      4,
      capture.integers(UInt16(1), UInt16(4 + 8)) + PacketBuilder.bytes(server.address)
        + Array("okapi.x\0".utf8) + [0, 0, 0, 0])
    for (place, frame) in frames.enumerated() {
      capture.packet(
        frame, ticks: 1_767_225_600_000_000 + UInt64(place) * 1_000,
        [.comment("\(user) at \(host)")])
    }
    return capture.bytes
  }

  /// A log of xrdp's that has the same originals.
  static let log = """
    [20260101-00:00:00] [INFO ] Socket 12: AF_INET6 connection received from ::ffff:93.184.216.34 port 50123
    [20260101-00:00:01] [INFO ] connecting to sesman on \(router):3350
    [20260101-00:00:01] [ERROR] login failed for user: \(user)
    [20260101-00:00:02] [INFO ] login failed for display 0 user \(user) on \(host)
    [20260101-00:00:03] [INFO ] neighbour 00:1b:63:a7:5c:3e of \(workstation) at 2a02:810d:1234::17:9
    wolpertinger said something that nobody understands

    """
}
