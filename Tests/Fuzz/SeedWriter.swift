import Analysis
import CaptureReader
import Foundation
import PacketDecode
import Reporting
import Support
import TCPStreams

@testable import RDPProtocol

/// Cuts recordings into each target's inputs: a corpus of the shapes that real programs send.
struct SeedWriter {
  let folder: String

  private static let frames = 40
  private static let largest = 12_000

  func write(captures: [String]) {
    for path in captures { write(path) }
    LogSeeds.write { save($0, for: $1) }
  }

  private func write(_ path: String) {
    if path.contains("/archives/") {
      guard let bytes = FileManager.default.contents(atPath: path) else { return }
      return save([UInt8](bytes), for: "archives")
    }
    if path.hasSuffix(".keys") {
      guard let bytes = FileManager.default.contents(atPath: path) else { return }
      return save([UInt8](bytes.prefix(Self.largest)), for: "keylog")
    }
    if let bytes = FileManager.default.contents(atPath: path), bytes.count <= 3 * Self.largest {
      for target in ["reader", "archives", "file", "stored"] { save([UInt8](bytes), for: target) }
    }
    let keys = path.replacing(/\.pcap(ng)?(\.gz)?$/, with: ".keys")
    var streams = StreamSeeds(
      keys: FileManager.default.contents(atPath: keys).map { KeyLog(parsing: [UInt8]($0)) })
    var packets: [(PacketRecord, [UInt8])] = []
    let limits = ReadingLimits()
    _ = try? CaptureFile.readUntilStopped(.file(path), limits: limits) { record, bytes in
      if packets.count < Self.frames { packets.append((copy record, bytes.copied())) }
      streams.receive(record, bytes)
      return record.frame < 1_000 ? .proceed : .stop
    }
    writeFrames(packets)
    writeFiles(packets)
    writeFacts(path)
    streams.finish { save($0, for: $1) }
  }

  private func writeFrames(_ packets: [(PacketRecord, [UInt8])]) {
    var series: [UInt8] = []
    for (record, bytes) in packets {
      guard
        let link = DecodeTarget.linkTypes.firstIndex(of: record.linkType.rawValue),
        bytes.count < 2_000
      else { continue }
      let missing = UInt8(clamping: record.originalLength - bytes.count) & 0x7F
      save([UInt8(link), missing] + bytes, for: "decode")
      if series.isEmpty { series = [UInt8(link)] }
      if series.count < Self.largest { series += [1, missing] + FuzzInput.counted(bytes) }
    }
    if !series.isEmpty { save(series, for: "fragments") }
  }

  private func writeFiles(_ packets: [(PacketRecord, [UInt8])]) {
    guard let first = packets.first else { return }
    var classic = PCAPBuilder(linkType: first.0.linkType.rawValue)
    var blocks = PCAPNGBuilder()
    blocks.section()
    blocks.interface(
      linkType: UInt16(truncatingIfNeeded: first.0.linkType.rawValue),
      [PCAPNGBuilder.Option(9, [9])])
    for (record, bytes) in packets where classic.bytes.count < Self.largest {
      let time = UInt64(max(0, record.time.nanoseconds))
      classic.packet(
        bytes, seconds: UInt32(truncatingIfNeeded: time / 1_000_000_000),
        fraction: UInt32(time / 1_000 % 1_000_000),
        original: UInt32(truncatingIfNeeded: record.originalLength))
      blocks.packet(
        bytes, ticks: time, original: UInt32(truncatingIfNeeded: record.originalLength))
    }
    for target in ["reader", "file", "stored"] {
      save(classic.bytes, for: target)
      save(blocks.bytes, for: target)
    }
  }

  private func writeFacts(_ path: String) {
    let analysis = CaptureAnalyzer.analyze([.file(path)], options: AnalysisOptions())
    let report = Report(analysis, tool: Tool(name: "fuzz", version: "0"))
    try? FactsReport().write(report) { line in
      if line.count <= Self.largest { save([UInt8](line), for: "facts") }
    }
  }

  private func save(_ bytes: [UInt8], for target: String) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    let place = URL(filePath: folder).appending(path: target)
    try? FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    try? Data(bytes).write(to: place.appending(path: String(hash, radix: 16)))
  }
}

/// The streams of one capture's first connection, and what they hold inside TLS where keys are there.
private struct StreamSeeds: ~Copyable {
  private let keys: KeyLog?
  private var decoder = PacketDecoder()
  private var table = ConnectionTable(options: ConnectionOptions(servicePorts: [3389, 443]))
  private var segments: [UInt8] = []
  private var chunks: [UInt8] = []
  private var inside: [UInt8] = []
  private var credssp: [UInt8] = []
  private var messages: [[UInt8]] = []
  private var framers = PerSide(client: StreamFramer(), server: StreamFramer())
  private var assemblers = PerSide(client: HandshakeAssembler(), server: HandshakeAssembler())
  private var decryptor: RecordDecryptor?

  private static let limit = 16_000

  init(keys: KeyLog?) {
    self.keys = keys
    framers.client.applicationDataLimit = TLSContentType.maximumLength
    framers.server.applicationDataLimit = TLSContentType.maximumLength
  }

  mutating func receive(_ record: borrowing PacketRecord, _ bytes: RawSpan) {
    let reference = ItemReference(input: 0, frame: record.frame, time: record.time)
    var found: (TCPSegment, NetworkHeader, [UInt8])?
    decoder.decode(bytes, record) { packet, payload in
      if case .tcp(let segment) = packet.transport {
        found = (segment, packet.network, payload.copied())
      }
    }
    guard let (segment, network, payload) = found else { return }
    var arrived: [FuzzChunk] = []
    table.receive(
      segment, network: network, payload: payload.rawSpan, frame: reference,
      opening: OpeningRecognizer.opening(of: payload.rawSpan)
    ) { connection, chunk, bytes in
      if connection == 0 { arrived.append(FuzzChunk(side: chunk.side, bytes: bytes.copied())) }
    }
    if segments.count < Self.limit, table.count <= 1 {
      let side: Side = segment.destinationPort < segment.sourcePort ? .client : .server
      segments += FuzzSegment(segment, payload: payload, side: side).encoded
    }
    for chunk in arrived { take(chunk, reference) }
  }

  private mutating func take(_ chunk: FuzzChunk, _ frame: ItemReference) {
    if chunks.count < Self.limit { chunks += chunk.encoded }
    var units: [StreamUnit] = []
    framers[chunk.side].consume(
      chunk.bytes.rawSpan, length: chunk.bytes.count, frame: frame
    ) { units.append($0) }
    for unit in units { take(unit, chunk.side) }
  }

  private mutating func take(_ unit: StreamUnit, _ side: Side) {
    switch unit.kind {
    case .tpkt:
      if messages.count < 24, unit.content.count > 1 {
        let choice: UInt8 =
          unit.content[1] == 0xE0 ? 0 : unit.content[1] == 0xD0 ? 1 : 2
        messages.append([choice] + unit.content)
        framers.client.expectation = .opening
      }
    case .tlsRecord(let type, let version):
      framers.client.expectation = .tls
      framers.server.expectation = .tls
      if type == TLSContentType.changeCipherSpec { decryptor?.changeCipherSpec(of: side) }
      if decryptor?.isProtected(type: type, from: side) == true {
        guard
          let opened = decryptor?.open(
            type: type, version: version, unit.content, from: side)
        else { return }
        if opened.type == TLSContentType.handshake {
          _ = decryptor?.takeHandshake(opened.bytes, from: side)
        }
        note(opened, side)
      } else if type == TLSContentType.handshake {
        var found: [(UInt8, [UInt8])] = []
        _ = assemblers[side].consume(unit.content) { found.append(($0, $1)) }
        for (kind, body) in found { take(kind, body) }
      }
    case .fastPath, .ssl2Hello, .foreign: break
    }
  }

  private mutating func take(_ type: UInt8, _ body: [UInt8]) {
    var reader = ByteReader(body.rawSpan)
    switch type {
    case HandshakeType.clientHello:
      messages.append([0x80] + body)
      let random = Array(body.prefix(34).dropFirst(2))
      if let secrets = ClientRandom(random).flatMap({ keys?.secrets(for: $0) }) {
        decryptor = RecordDecryptor(secrets: secrets, clientRandom: random)
      }
    case HandshakeType.serverHello:
      messages.append([0x81] + body)
      if let hello = try? ServerHello.parse(&reader, clientSessionID: []).hello {
        _ = decryptor?.begin(hello, serverRandom: Array(body.prefix(34).dropFirst(2)))
      }
    case HandshakeType.certificate: messages.append([0x82] + body)
    default: break
    }
  }

  private mutating func note(_ opened: RecordDecryptor.Opened, _ side: Side) {
    let kind: UInt8 = side == .client ? 0 : 1
    let type: UInt8 = opened.type == 22 ? 0xE0 : opened.type == 21 ? 0xC0 : 0
    if inside.count < Self.limit {
      inside += [kind | type] + FuzzInput.counted(opened.bytes)
    }
    guard type == 0, opened.bytes.first == 0x30 || opened.bytes.count == 4 else { return }
    credssp += [kind] + FuzzInput.counted(opened.bytes)
    messages.append([0x42] + opened.bytes)
    if let request = try? TSRequest(parsing: opened.bytes) {
      for token in request.negoTokens {
        messages.append([0x41] + token)
        if let place = token.firstRange(of: Array("NTLMSSP".utf8))?.lowerBound {
          messages.append([0x40] + token[place...])
        }
      }
    }
  }

  /// Hands over each input with its target's name.
  func finish(_ save: ([UInt8], String) -> Void) {
    if !segments.isEmpty { save(segments, "assembler") }
    if !chunks.isEmpty {
      save([7] + chunks, "x224")
      save([7] + chunks, "tls")
    }
    if !inside.isEmpty { save([0] + inside, "inside") }
    if !credssp.isEmpty { save([7] + credssp, "credssp") }
    for message in messages {
      let rest = [message[0] & 0x0F] + message.dropFirst()
      switch message[0] & 0xF0 {
      case 0x80: save(rest, "tls")
      case 0x40: save(rest, "credssp")
      default:
        save(rest, "x224")
        save([3] + message.dropFirst(8), "x224")
      }
    }
  }
}
