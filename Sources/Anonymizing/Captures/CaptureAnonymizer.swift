public import Analysis
public import CaptureReader
import CaptureWriter
import Carving
import Evidence
import PacketDecode
import RDPProtocol
import TCPStreams

/// Writes captures anew with pseudonyms in place of addresses and names, and without what was said
/// in the sessions.
///
/// Every packet stays, with its time, its length and its place, so that frame numbers are the same.
/// Of the connections that a report holds stay the handshakes, and the headers of records and PDUs
/// behind them; other packets keep their headers only. The captures are read twice more: first the plain beginnings of
/// all connections are put in order and searched for names, then all is written.
public final class CaptureAnonymizer {
  /// What one capture came to.
  public struct Count: Sendable, Hashable {
    public var packets = 0
    /// Packets of no connection that the report holds: only their headers are there.
    public var otherPackets = 0
  }

  private let report: AnalysisReport
  private let pseudonyms: Pseudonyms
  private let rewriter: FrameRewriter
  private let limits: ReadingLimits
  private let application: String
  private let opener: SourceOpener
  private var flows: [FlowPair: [Int]] = [:]
  private var datagrams: [FlowPair: [ClosedRange<Timestamp>]] = [:]
  private var connections: [CarvedConnection] = []
  private var prefixes: [PerSide<PlainPrefix>] = []
  private var patches: [PerSide<StreamPatches>] = []
  /// The connections' streams; they go on from one capture of a series to the next.
  private var file: CarvedFile?
  private var names = NameBook()

  /// Bytes of a capture that wait to be written.
  private static let pendingLimit = 1 << 20
  /// First bytes of a stream that is neither TLS nor RDP: what tells protocols apart.
  private static let foreignBytes = 12
  /// Payload that stays of datagrams of a session's UDP transports: RDPEUDP's headers.
  private static let datagramBytes = 64

  /// - Parameters:
  ///   - report: of the captures, with all sessions.
  ///   - application: what writes: name and version.
  public init(
    _ report: AnalysisReport, pseudonyms: Pseudonyms, application: String,
    limits: ReadingLimits = ReadingLimits()
  ) {
    self.report = report
    self.pseudonyms = pseudonyms
    self.application = application
    self.limits = limits
    rewriter = FrameRewriter(pseudonyms: pseudonyms)
    opener = SourceOpener(limits: limits)
    var policy = StreamOutline.Policy()
    policy.hidesApplicationData = true
    policy.foreignBytes = Self.foreignBytes
    policy.packetHeadBytes = PlainNames.packetHead - 4
    for session in report.sessions {
      for witness in session.facts.witnesses {
        guard case .capture(let wire) = witness.observation else { continue }
        let connection = CarvedConnection(wire, inputs: witness.inputs, policy: policy)
        flows[connection.pair, default: []].append(connections.count)
        connections.append(connection)
        for transport in wire.surroundings.udp {
          let pair = FlowPair(transport.client, transport.server, tunnel: transport.tunnel)
          datagrams[pair, default: []].append(
            transport.first.time...max(transport.first.time, transport.last.time))
        }
      }
    }
    prefixes = [PerSide<PlainPrefix>](
      repeating: PerSide(client: PlainPrefix(), server: PlainPrefix()), count: connections.count)
  }

  /// The inputs that are captures and could be read.
  public var captures: [Int] {
    report.inputs.indices.filter {
      report.inputs[$0].kind == .capture && report.inputs[$0].summary != nil
    }
  }

  // MARK: Names

  /// Reads the captures and finds who is named in the plain beginnings of their connections.
  ///
  /// - Throws: `CaptureError` where one cannot be read again.
  public func collectNames(into names: inout NameBook) throws {
    for input in captures {
      guard let source = report.inputs[input].summary?.source else { continue }
      var decoder = PacketDecoder()
      _ = try CaptureFile.read(source, limits: limits, opener: opener) { record, bytes in
        let meaning = PacketMeaning(of: record, bytes, by: &decoder)
        guard let segment = meaning.segment, let pair = meaning.pair,
          let place = connection(of: pair, segment, input: input, at: record.time)
        else { return }
        let side = connections[place].side(of: meaning.source)
        if segment.flags.contains(.syn) {
          prefixes[place][side].begin(after: segment.sequence.rawValue)
        } else if let payload = meaning.payload, !payload.isEmpty {
          let data = bytes.extracting(payload).copied()
          prefixes[place][side].take(data[...], at: segment.sequence.rawValue)
        }
      }
    }
    patches = prefixes.map { prefix in
      var found = PerSide(client: StreamPatches(), server: StreamPatches())
      for side in Side.allCases {
        let plain = PlainNames(prefix[side].bytes, from: side, pseudonyms: pseudonyms)
        for name in plain.names { names.addHost(name) }
        found[side] = plain.patches
      }
      return found
    }
    prefixes = []
  }

  /// The newest connection of these ends that a packet of this time can belong to.
  private func connection(
    of pair: FlowPair, _ segment: TCPSegment, input: Int, at time: Timestamp
  ) -> Int? {
    (flows[pair] ?? []).filter {
      connections[$0].inputs.contains(input) && connections[$0].times.contains(time)
    }.max { connections[$0].times.lowerBound < connections[$1].times.lowerBound }
  }

  // MARK: Packets

  /// Writes one capture anew.
  ///
  /// - Parameter names: those of all inputs; one that stands where no parser looks is replaced too.
  /// - Throws: what `write` throws, or `CaptureError` where the capture cannot be read again.
  public func anonymize(
    input: Int, names: NameBook, write: ([UInt8]) throws -> Void
  ) throws -> Count {
    self.names = names
    var count = Count()
    guard report.inputs.indices.contains(input), let summary = report.inputs[input].summary else {
      return count
    }
    let file = begin(summary, input: input)
    var decoder = PacketDecoder()
    var failure: (any Error)?
    _ = try CaptureFile.readUntilStopped(summary.source, limits: limits, opener: opener) {
      record, bytes in
      let meaning = PacketMeaning(of: record, bytes, by: &decoder)
      count.packets += 1
      if !take(meaning, copy record, input: input, bytes.copied(), file) { count.otherPackets += 1 }
      guard file.pendingBytes >= Self.pendingLimit else { return .proceed }
      do {
        try write(file.take())
        return .proceed
      } catch {
        failure = error
        return .stop
      }
    }
    if let failure { throw failure }
    file.finish()
    try write(file.take())
    return count
  }

  private func begin(_ summary: CaptureSummary, input: Int) -> CarvedFile {
    let end = summary.statedEnd() ?? summary.lastTime ?? Timestamp(nanoseconds: 0)
    let layout = InterfaceLayout(
      points: [InterfaceLayout.Point(inputs: input...input, name: "", end: end)],
      inputs: report.inputs)
    layout.concealsOrigin = true
    let writer = PCAPNGWriter(application: application)
    if let file {
      file.begin(writer, layout: layout)
      return file
    }
    let file = CarvedFile(writer, layout: layout, cut: .blanks)
    file.connections = connections
    file.finishing = { [weak self] in self?.finished($0) ?? [] }
    self.file = file
    return file
  }

  /// - Returns: whether the packet belongs to a session.
  private func take(
    _ meaning: PacketMeaning, _ record: PacketRecord, input: Int, _ data: [UInt8],
    _ file: CarvedFile
  ) -> Bool {
    guard let pair = meaning.pair, !meaning.isQuoted else {
      file.receive(record, input: input, data, payload: nil, keeping: nil, comments: [])
      return false
    }
    if let segment = meaning.segment {
      if let place = connection(of: pair, segment, input: input, at: record.time) {
        let side = connections[place].side(of: meaning.source)
        file.receive(
          segment, from: side, connection: place, record, input: input, data,
          payload: meaning.payload, comments: [])
        return true
      }
      file.receive(record, input: input, data, payload: meaning.payload, keeping: 0, comments: [])
      return false
    }
    let isOfSession = (datagrams[pair] ?? []).contains { $0.contains(record.time) }
    file.receive(
      record, input: input, data, payload: meaning.payload,
      keeping: isOfSession ? Self.datagramBytes : 0, comments: [])
    return isOfSession
  }

  /// Gives a packet its last form: pseudonyms in the handshake, then in the headers.
  private func finished(_ packet: CarvedFile.Finishing) -> [UInt8] {
    var bytes = packet.bytes
    if let stream = packet.stream, patches.indices.contains(stream.connection), let file {
      let found = patches[stream.connection][stream.side]
      if !found.isEncryptedBehind, stream.range.upperBound > found.lookedAt {
        hide(
          &bytes, packet.payload, stream.range, behind: found.lookedAt,
          kept: file.connections[stream.connection].kept(stream.range, of: stream.side))
      }
      found.apply(to: &bytes, payload: packet.payload, of: stream.range)
    }
    replaceNames(&bytes, in: packet.payload)
    let payload = packet.payload.isEmpty ? nil : packet.payload
    return rewriter.rewritten(packet.original, edited: bytes, packet.record, payload: payload)
  }

  /// Shorter words are found anywhere by chance.
  private static let leastName = 4

  /// Names in payload that stays but lies elsewhere in the stream than what was read: segments that
  /// contradict each other, for instance.
  private func replaceNames(_ bytes: inout [UInt8], in payload: Range<Int>) {
    let end = min(payload.upperBound, bytes.count)
    var place = payload.lowerBound
    while place < end {
      guard bytes[place].isTokenPart else {
        place += 1
        continue
      }
      let stop = bytes[place..<end].firstIndex { !$0.isTokenPart } ?? end
      if stop - place >= Self.leastName {
        let word = String(decoding: bytes[place..<stop], as: UTF8.self)
        let lower = word.lowercased()
        if names.contains(lower), !KnownWords.isWeak(lower) {
          let image = Array(pseudonyms.token(word).utf8)
          if image.count == stop - place { bytes.replaceSubrange(place..<stop, with: image) }
        }
      }
      place = stop
    }
  }

  /// Blanks what nobody looked at, but for short stretches: the headers of records and PDUs.
  private func hide(
    _ bytes: inout [UInt8], _ payload: Range<Int>, _ stream: Range<Int>, behind lookedAt: Int,
    kept: [Range<Int>]
  ) {
    for range in kept {
      let start = max(range.lowerBound, lookedAt - stream.lowerBound)
      let shown = range.count <= PlainNames.packetHead ? range.upperBound : start + 5
      for offset in max(start, shown)..<max(start, shown, range.upperBound) {
        let place = payload.lowerBound + offset
        if place < payload.upperBound, bytes.indices.contains(place) { bytes[place] = 0 }
      }
    }
  }
}
