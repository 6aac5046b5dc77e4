public import Analysis
import Attribution
public import CaptureReader
import CaptureWriter
import Evidence
import PacketDecode
import RDPProtocol
import TCPStreams

/// Takes sessions out of the captures in which they lie: one small capture for each, with the verdict
/// and its evidence as comments.
///
/// It reads the captures anew and finds the packets by what the first reading noted.
public struct Carver {
  public struct Options: Sendable {
    /// What the captures are written by, as they say: name and version.
    public var application: String
    /// Adds the TLS secrets of its sessions, from the inputs and from key logs.
    public var addsSecrets = false
    public var keyLogs: [[UInt8]] = []
    public var limits = ReadingLimits()
    /// A packet filter in libpcap's language.
    public var filter: String?

    public init(application: String) { self.application = application }
  }

  /// What one carved capture came to.
  public struct Count: Sendable, Hashable {
    public var packets = 0
    /// Of which payload was cut.
    public var cutPackets = 0
  }

  private let report: AnalysisReport
  private let options: Options
  private let secrets: SecretLines
  /// Bytes of a capture that wait to be written.
  private static let pendingLimit = 32 << 10
  /// Payload that stays of datagrams: what RDPEUDP's own headers take.
  private static let datagramBytes = 64
  /// The longest record of a running session that is read where there are secrets.
  private static let openedRecordBytes = 1_024
  private static let kerberosPort: UInt16 = 88

  public init(_ report: AnalysisReport, options: Options) {
    self.report = report
    self.options = options
    secrets =
      options.addsSecrets
      ? SecretLines(
        options.keyLogs
          + report.inputs.flatMap { ($0.summary?.secrets ?? []) }.filter { $0.type == .tlsKeyLog }
          .map(\.bytes)) : SecretLines([])
  }

  /// Writes the captures in one pass over the inputs.
  ///
  /// - Parameter write: takes pieces of a capture, by its place among the orders.
  /// - Throws: what `write` throws, or why an input cannot be read again.
  public func carve(
    _ orders: [CarveOrder], write: (Int, [UInt8]) throws -> Void
  ) throws -> [Count] {
    let text = CarveText(report: report)
    var files: [CarvedFile] = []
    var index = CarveIndex()
    for (number, order) in orders.enumerated() {
      let file = file(for: order, text)
      index.add(number, file, comments: text.frameComments(of: order))
      for place in order.sessions where report.sessions.indices.contains(place) {
        for (wire, inputs) in Self.captures(of: report.sessions[place]) {
          index.add(surroundingsOf: wire, inputs: inputs, to: number)
        }
      }
      files.append(file)
    }
    let opener = SourceOpener(limits: options.limits)
    for input in index.inputs.sorted() where report.inputs.indices.contains(input) {
      guard let source = report.inputs[input].summary?.source else { continue }
      try read(source, input: input, opener, index, files, write)
    }
    return try files.enumerated().map { number, file in
      file.finish()
      try write(number, file.take())
      return Count(packets: file.writer.packets, cutPackets: file.cutPackets)
    }
  }

  private static func captures(of session: SessionReport) -> [(WireFacts, ClosedRange<Int>)] {
    session.facts.witnesses.compactMap { witness in
      guard case .capture(let wire) = witness.observation else { return nil }
      return (wire, witness.inputs)
    }
  }

  /// Files of one ring follow each other; what was captured at the same time in another file was captured
  /// elsewhere: the other half of what a relay carries.
  private func isOtherPoint(
    _ inputs: ClosedRange<Int>, than points: [InterfaceLayout.Point]
  ) -> Bool {
    guard !points.contains(where: { $0.inputs.overlaps(inputs) }), let own = times(of: inputs)
    else { return false }
    return points.contains { times(of: $0.inputs)?.overlaps(own) ?? false }
  }

  private func times(of inputs: ClosedRange<Int>) -> ClosedRange<Timestamp>? {
    let summaries = inputs.filter(report.inputs.indices.contains).compactMap {
      report.inputs[$0].summary
    }
    guard let first = summaries.compactMap(\.firstTime).min(),
      let last = summaries.compactMap(\.lastTime).max(), first <= last
    else { return nil }
    return first...last
  }

  private func file(for order: CarveOrder, _ text: CarveText) -> CarvedFile {
    let writer = PCAPNGWriter(
      application: options.application,
      comments: text.comments(
        of: order, application: options.application, hasSecrets: !secrets.isEmpty))
    var points: [InterfaceLayout.Point] = []
    let own = order.sessions.filter(report.sessions.indices.contains).map { report.sessions[$0] }
    for session in own {
      for witness in session.facts.witnesses {
        guard case .capture(let wire) = witness.observation else { continue }
        let end = wire.connection.captureEnd
        if let place = points.firstIndex(where: { $0.inputs.overlaps(witness.inputs) }) {
          let before = points[place]
          points[place].inputs =
            min(
              before.inputs.lowerBound, witness.inputs.lowerBound)...max(
              before.inputs.upperBound, witness.inputs.upperBound)
          points[place].end = max(before.end, end)
        } else {
          points.append(
            InterfaceLayout.Point(
              inputs: witness.inputs, name: witness.point?.rawValue ?? "unknown", end: end))
        }
      }
    }
    for place in order.context where report.sessions.indices.contains(place) {
      for (wire, inputs) in Self.captures(of: report.sessions[place])
      where isOtherPoint(inputs, than: points) {
        points.append(
          InterfaceLayout.Point(
            inputs: inputs, name: "unknown", end: wire.connection.captureEnd))
      }
    }
    let file = CarvedFile(
      writer, layout: InterfaceLayout(points: points, inputs: report.inputs), cut: order.cut)
    for place in order.sessions + order.context where report.sessions.indices.contains(place) {
      for (wire, inputs) in Self.captures(of: report.sessions[place]) {
        var policy = StreamOutline.Policy()
        if wire.trace.decrypted != nil { policy.shortRecordLimit = Self.openedRecordBytes }
        file.connections.append(CarvedConnection(wire, inputs: inputs, policy: policy))
      }
    }
    return file
  }

  private func read(
    _ source: CaptureSource, input: Int, _ opener: SourceOpener, _ index: CarveIndex,
    _ files: [CarvedFile], _ write: (Int, [UInt8]) throws -> Void
  ) throws {
    var decoder = PacketDecoder()
    var failure: (any Error)?
    let filter = options.filter.flatMap { try? PacketFilter($0) }
    _ = try CaptureFile.readUntilStopped(source, limits: options.limits, opener: opener) {
      record, bytes in
      guard filter?.passes(record, bytes) ?? true else { return .proceed }
      let meaning = PacketMeaning(of: record, bytes, by: &decoder)
      let frame = FrameKey(input: input, frame: record.frame)
      let takers = takers(
        of: meaning, copy record, input: input, named: index.frames[frame] ?? [], index, files)
      guard !takers.isEmpty else { return .proceed }
      let data = bytes.copied()
      do {
        for taker in takers {
          hand(meaning, copy record, input: input, data, to: taker, files)
          if files[taker.file].writer.pendingBytes >= Self.pendingLimit {
            try write(taker.file, files[taker.file].take())
          }
        }
      } catch {
        failure = error
        return .stop
      }
      return .proceed
    }
    if let failure { throw failure }
  }

  /// A capture that takes a packet.
  private struct Taker {
    var file: Int
    var comments: [String]
    /// The connection that the packet belongs to.
    var connection: Int?
    /// Payload that stays, where it is no connection's of the capture.
    var keeping: Int?
  }

  private func takers(
    of meaning: PacketMeaning, _ record: PacketRecord, input: Int,
    named: [(file: Int, comments: [String])], _ index: CarveIndex, _ files: [CarvedFile]
  ) -> [Taker] {
    var found: [Int: Taker] = [:]
    func add(_ file: Int, connection: Int? = nil, keeping: Int? = nil) {
      if found[file] == nil {
        found[file] = Taker(file: file, comments: [], connection: connection, keeping: keeping)
      }
    }
    if let pair = meaning.pair {
      for flow in index.flows[pair] ?? [] {
        let connection = files[flow.file].connections[flow.connection]
        guard connection.inputs.contains(input), connection.times.contains(record.time) else {
          continue
        }
        add(flow.file, connection: meaning.isQuoted ? nil : flow.connection)
      }
      for span in index.datagrams[pair] ?? [] where span.contains(record, input: input) {
        add(span.file, keeping: meaning.isQuoted ? nil : Self.datagramBytes)
      }
    }
    for address in meaning.resolved {
      for span in index.resolutions[address] ?? [] where span.contains(record, input: input) {
        add(span.file)
      }
    }
    if meaning.ports.contains(Self.kerberosPort) {
      for address in meaning.hosts {
        for span in index.kerberos[address] ?? [] where span.contains(record, input: input) {
          add(span.file, keeping: 0)
        }
      }
    }
    for (file, comments) in named {
      add(file, keeping: 0)
      found[file]?.comments = comments
    }
    return found.values.sorted { $0.file < $1.file }
  }

  private func hand(
    _ meaning: PacketMeaning, _ record: PacketRecord, input: Int, _ data: [UInt8],
    to taker: Taker, _ files: [CarvedFile]
  ) {
    let file = files[taker.file]
    guard let connection = taker.connection, let segment = meaning.segment else {
      return file.receive(
        record, input: input, data, payload: meaning.payload, keeping: taker.keeping,
        comments: taker.comments)
    }
    if !secrets.isEmpty, let payload = meaning.payload,
      let lines = secrets.lines(forHelloIn: data[payload])
    {
      file.receive(CaptureSecrets(type: .tlsKeyLog, bytes: lines))
    }
    let side = file.connections[connection].side(of: meaning.source)
    file.receive(
      segment, from: side, connection: connection, record, input: input, data,
      payload: meaning.payload, comments: taker.comments)
  }
}
