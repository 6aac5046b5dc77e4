/// Captures that a hostile sender would make to cost time or memory: each a series of any length.
public enum AttackShape: String, CaseIterable, Sendable {
  case halfOpenConnections
  case connectionsOnOtherPorts
  case tinySegments
  case overlappingSegments
  case reversedSegments
  case everySecondSegment
  case repeatedSegments
  case selectiveAcknowledgments
  case fragmentsOfOneDatagram
  case fragmentsOfManyDatagrams
  case overlappingFragments
  case emptyRecords
  case tinyPDUs
  case handshakeInTinyRecords
  case helloOfManyExtensions
  case helloOfManySuites
  case secretsBetweenSessions
  case unreachableReports
  case addressRequests
  case commentedPackets
  case interfaces
  case sections
  case tinyBlocks

  /// Each packet makes a session, which costs a report.
  public var makesSessions: Bool {
    switch self {
    case .halfOpenConnections, .helloOfManyExtensions, .helloOfManySuites, .secretsBetweenSessions:
      true
    default: false
    }
  }

  /// A pcapng whose number of packets (or blocks) grows with `size`.
  public func capture(size: Int) -> [UInt8] {
    var file = AttackCapture()
    switch self {
    case .halfOpenConnections:
      for index in 0..<size { file.syn(from: index, to: 3389) }
    case .connectionsOnOtherPorts:
      for index in 0..<size { file.syn(from: index, to: UInt16(truncatingIfNeeded: index | 1)) }
    case .tinySegments:
      file.open()
      for index in 0..<size { file.data(at: index, [0x17]) }
    case .overlappingSegments:
      file.open()
      for index in 0..<size { file.data(at: index * 3 + 1, [UInt8](repeating: 0, count: 8)) }
    case .reversedSegments:
      file.open()
      for index in 0..<size { file.data(at: (size - index) * 2, [0, 0]) }
    case .everySecondSegment:
      file.open()
      for index in 0..<size { file.data(at: index * 2 + 1, [0]) }
    case .repeatedSegments:
      file.open()
      for index in 0..<size { file.data(at: index % 7, [UInt8](repeating: 0, count: 40)) }
    case .selectiveAcknowledgments:
      file.open()
      for index in 0..<size { file.duplicateAcknowledgment(index) }
    case .fragmentsOfOneDatagram:
      for index in 0..<size { file.fragment(id: 1, at: 8 * (8_190 - index % 8_190)) }
    case .fragmentsOfManyDatagrams:
      for index in 0..<size {
        file.fragment(id: UInt16(truncatingIfNeeded: index), at: 65_520)
      }
    case .overlappingFragments:
      for index in 0..<size {
        file.fragment(id: UInt16(truncatingIfNeeded: index / 64), at: 16 * (index % 64), count: 256)
      }
    case .emptyRecords:
      file.open()
      let records = (0..<100).flatMap { _ in [0x17, 3, 3, 0, 0] as [UInt8] }
      for index in 0..<size { file.data(at: index * records.count, records) }
    case .tinyPDUs:
      file.open()
      let units = (0..<70).flatMap { _ in [3, 0, 0, 7, 2, 0xF0, 0x80] as [UInt8] }
      for index in 0..<size { file.data(at: index * units.count, units) }
    case .handshakeInTinyRecords:
      file.open()
      let records = (0..<100).flatMap { _ in [0x16, 3, 3, 0, 1, 1] as [UInt8] }
      for index in 0..<size { file.data(at: index * records.count, records) }
    case .helloOfManyExtensions:
      for index in 0..<size { file.hello(client: index, extensions: 300) }
    case .helloOfManySuites:
      for index in 0..<size { file.hello(client: index, suites: 8_000) }
    case .secretsBetweenSessions:
      for index in 0..<size {
        file.secret(index)
        file.hello(client: index)
      }
    case .unreachableReports:
      file.open()
      for _ in 0..<size { file.unreachable() }
    case .addressRequests:
      for index in 0..<size { file.addressRequest(UInt32(truncatingIfNeeded: index)) }
    case .commentedPackets:
      for index in 0..<size { file.commented(index, options: 20) }
    case .interfaces:
      for _ in 0..<size {
        file.blocks.interface([.init(2, [UInt8](repeating: 0x61, count: 1_000))])
      }
    case .sections:
      for _ in 0..<size { file.blocks.section() }
    case .tinyBlocks:
      for _ in 0..<size { file.blocks.block(0xBAD, []) }
    }
    return file.blocks.bytes
  }
}

/// Builds frames fast: no checksums, which nothing looks at.
struct AttackCapture {
  var blocks = PCAPNGBuilder()
  private var time: UInt64 = 0

  init() {
    blocks.section()
    blocks.interface()
  }

  mutating func syn(from client: Int, to port: UInt16) {
    add(
      tcp(
        client: UInt32(0x0B00_0000 + client / 20_000), port: UInt16(1_024 + client % 20_000),
        serverPort: port, sequence: 0, flags: 0x02, []))
  }

  /// The handshake of the connection that `data` continues.
  mutating func open() {
    add(tcp(sequence: 0, flags: 0x02, []))
    add(tcp(isFromServer: true, sequence: 0, flags: 0x12, []))
    add(tcp(sequence: 1, flags: 0x10, []))
  }

  mutating func data(at offset: Int, _ payload: [UInt8]) {
    add(tcp(sequence: UInt32(truncatingIfNeeded: offset + 1), flags: 0x18, payload))
  }

  mutating func duplicateAcknowledgment(_ index: Int) {
    let left = PacketBuilder.bigEndian(UInt32(truncatingIfNeeded: 100 + index * 2))
    let right = PacketBuilder.bigEndian(UInt32(truncatingIfNeeded: 101 + index * 2))
    add(
      tcp(isFromServer: true, sequence: 1, flags: 0x10, [1, 1, 5, 10] + left + right, options: 12))
  }

  /// A line of a key log that belongs to no hello.
  mutating func secret(_ index: Int) {
    let digits = String(index, radix: 16)
    let random = String(repeating: "0", count: 64 - digits.count) + digits
    let line = "CLIENT_RANDOM \(random) \(String(repeating: "5a", count: 48))\n"
    blocks.secrets(Array(line.utf8))
  }

  mutating func hello(client: Int, extensions: Int = 1, suites: Int = 1) {
    let body: [UInt8] =
      [3, 3] + [UInt8](repeating: 0x11, count: 32) + [0]
      + PacketBuilder.bigEndian(UInt16(suites * 2))
      + (0..<suites).flatMap { _ in [0x13, 1] as [UInt8] }
      + [1, 0] + PacketBuilder.bigEndian(UInt16(extensions * 4))
      + (0..<extensions).flatMap { _ in [0xFA, 0xFA, 0, 0] as [UInt8] }
    let message = [1, 0] + PacketBuilder.bigEndian(UInt16(body.count)) + body
    let record = [0x16, 3, 1] + PacketBuilder.bigEndian(UInt16(message.count)) + message
    let port = UInt16(1_024 + client % 60_000)
    add(tcp(port: port, sequence: 0, flags: 0x02, []))
    add(tcp(port: port, isFromServer: true, sequence: 0, flags: 0x12, []))
    add(tcp(port: port, sequence: 1, flags: 0x18, record))
  }

  mutating func fragment(id: UInt16, at offset: Int, count: Int = 8) {
    let field = UInt16(offset / 8) | 0x2000
    add(ip(protocol: 6, id: id, fragment: field, [UInt8](repeating: 0, count: count)))
  }

  mutating func unreachable() {
    let quoted = tcp(sequence: 1, flags: 0x10, []).dropFirst(14)
    add(ip(protocol: 1, [3, 1, 0, 0, 0, 0, 0, 0] + quoted))
  }

  mutating func addressRequest(_ target: UInt32) {
    let frame: [UInt8] =
      PacketBuilder.destinationMAC + PacketBuilder.sourceMAC + [8, 6, 0, 1, 8, 0, 6, 4, 0, 1]
      + PacketBuilder.sourceMAC + [10, 0, 0, 1, 0, 0, 0, 0, 0, 0] + PacketBuilder.bigEndian(target)
    add(frame)
  }

  mutating func commented(_ index: Int, options: Int) {
    time += 1_000
    blocks.packet(
      tcp(sequence: UInt32(truncatingIfNeeded: index), flags: 0x10, []), ticks: time,
      (0..<options).map { _ in .comment("x") })
  }

  private mutating func add(_ frame: [UInt8]) {
    time += 10
    blocks.packet(frame, ticks: time)
  }

  private func tcp(
    client: UInt32 = 0x0A00_0001, port: UInt16 = 50_000, serverPort: UInt16 = 3389,
    isFromServer: Bool = false, sequence: UInt32, flags: UInt8, _ payload: [UInt8],
    options: Int = 0
  ) -> [UInt8] {
    let ports = isFromServer ? [serverPort, port] : [port, serverPort]
    let segment: [UInt8] =
      ports.flatMap { PacketBuilder.bigEndian($0) } + PacketBuilder.bigEndian(sequence)
      + [0, 0, 0, 1, UInt8(5 + options / 4) << 4, flags, 0xFA, 0xF0, 0, 0, 0, 0] + payload
    return ip(protocol: 6, client: client, isFromServer: isFromServer, segment)
  }

  private func ip(
    protocol number: UInt8, client: UInt32 = 0x0A00_0001, isFromServer: Bool = false,
    id: UInt16 = 0, fragment: UInt16 = 0, _ payload: [UInt8]
  ) -> [UInt8] {
    let ends: [UInt32] = isFromServer ? [0x0A00_0002, client] : [client, 0x0A00_0002]
    return PacketBuilder.destinationMAC + PacketBuilder.sourceMAC + [8, 0, 0x45, 0]
      + PacketBuilder.bigEndian(UInt16(20 + payload.count)) + PacketBuilder.bigEndian(id)
      + PacketBuilder.bigEndian(fragment) + [64, number, 0, 0]
      + ends.flatMap { PacketBuilder.bigEndian($0) } + payload
  }
}
