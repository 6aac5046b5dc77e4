import CaptureReader
import Evidence
import PacketDecode
import RDPProtocol
import TCPStreams

/// Takes the packets of a series of captures and ends with its connections, traces and surroundings.
struct CaptureCollector: ~Copyable {
  var decoder = PacketDecoder()
  var stages: Stages
  /// Index of the first input among all inputs of the analysis.
  private let firstInput: Int
  /// The input that the running counts belong to, within the series.
  private(set) var current = 0
  /// What references to its packets begin with.
  private(set) var origin: ItemReference
  private var tallies: [InputTally]
  private var unfollowedBefore = 0
  /// The table's count of changes when the decoder's filter was made.
  private var filterChanges = 0
  /// Packets come in order of time, whatever their frames' numbers say.
  var isOrderedByTime = false { didSet { origin.isOrderedByTime = isOrderedByTime } }
  /// What stands in another order than that of time.
  var order = FileOrder()
  /// A packet that was older than the newest one before it.
  var hasLatePackets = false

  /// - Parameters:
  ///   - firstInput: what `ItemReference.input` counts from.
  ///   - inputs: how many the series has.
  ///   - keys: filled while the captures are read; secrets serve sessions whose handshake is yet to
  ///     come.
  init(firstInput: Int, inputs: Int, options: AnalysisOptions, keys: KeyRing) {
    self.firstInput = firstInput
    origin = Self.origin(of: firstInput)
    tallies = Array(repeating: InputTally(), count: max(1, inputs))
    stages = Stages(firstInput: firstInput, options: options, keys: keys)
  }

  /// - Parameter input: the packet's input within the series.
  mutating func receive(_ record: borrowing PacketRecord, _ bytes: RawSpan, of input: Int) {
    if input != current { turn(to: input) }
    let frame = origin.sibling(frame: record.frame, time: record.time)
    if record.time < stages.table.captureEnd {
      return receiveLate(record, bytes, frame, of: input)
    }
    stages.table.note(time: record.time)
    decode(record, bytes, frame)
  }

  @inline(never)
  private mutating func receiveLate(
    _ record: borrowing PacketRecord, _ bytes: RawSpan, _ frame: ItemReference, of input: Int
  ) {
    noteLate(frame, of: input, interface: record.interface)
    decode(record, bytes, frame)
    order.note(stages.table.takeLateSigns())
  }

  mutating func noteLate(_ frame: ItemReference, of input: Int, interface: Int) {
    let lateness = stages.table.captureEnd.since(frame.time)
    hasLatePackets = true
    if frame.time.nanoseconds > 0, lateness <= Lateness.limit {
      order.expect(
        frame, lateness, of: ReadingOrder.Interface(member: input, number: interface))
    }
  }

  /// The capture ran until `time`, whenever its last packet came.
  mutating func noteEnd(at time: Timestamp) { stages.table.note(time: time) }

  /// Packets may be missing after `time`.
  mutating func noteGap(at time: Timestamp) { stages.table.noteGap(at: time) }

  /// Books the counts so far to their input; those of the next packets are `input`'s.
  mutating func turn(to input: Int) {
    if tallies.indices.contains(current) {
      tallies[current].statistics += decoder.takeStatistics()
      tallies[current].openings += stages.openings
      tallies[current].midStream += stages.midStream.take()
      tallies[current].rdpOverUDP += stages.rdpOverUDP
      tallies[current].unfollowedSegments += stages.table.unfollowedSegments - unfollowedBefore
    }
    stages.openings = PortTally()
    stages.rdpOverUDP = 0
    unfollowedBefore = stages.table.unfollowedSegments
    decoder.filter = nil
    current = input
    origin = Self.origin(of: firstInput &+ input)
    origin.isOrderedByTime = isOrderedByTime
  }

  private static func origin(of input: Int) -> ItemReference {
    ItemReference(input: input, frame: 0, time: Timestamp(nanoseconds: 0))
  }

  /// Ends the collection.
  ///
  /// - Returns: facts without surroundings, in the order of first packets.
  consuming func finished() -> (sessions: [SessionFacts], beside: Collected) {
    stages.finishOpenings()
    order.note(stages.table.takeLateSigns())
    decoder.finish()
    turn(to: current)
    var sessions: [SessionFacts] = []
    sessions.reserveCapacity(stages.table.count)
    var ordinals: [Int] = []
    ordinals.reserveCapacity(stages.table.count)
    while let connection = stages.table.nextTaken() {
      let trace = stages.sessions.takeTrace(of: connection)
      var record = stages.table.takeRecord(of: connection)
      record.evicted = record.evicted || trace.hasDroppedBuffers
      ordinals.append(record.index)
      sessions.append(
        SessionFacts(WireFacts(connection: consume record, trace: consume trace)))
    }
    // Full states are made when an opening becomes a connection; what is told follows first packets.
    Self.sort(&sessions, by: ordinals)
    let beside = Collected(
      udp: stages.udp.transports, resolutions: stages.resolutions, pings: stages.pings,
      kerberos: stages.kerberos, tallies: tallies, order: order,
      countedOpenings: stages.table.outcomes,
      evictedConnections: stages.table.evictedConnections)
    return (sessions, beside)
  }

  /// Puts facts in the order of their numbers, all different, in place: they are most of the memory.
  static func sort(_ sessions: inout [SessionFacts], by numbers: [Int]) {
    var ranks = Array(repeating: 0, count: numbers.count)
    let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
    for (rank, place) in order.enumerated() { ranks[place] = rank }
    // Each exchange brings one to its place.
    for place in ranks.indices {
      while ranks[place] != place {
        let rank = ranks[place]
        sessions.swapAt(place, rank)
        ranks.swapAt(place, rank)
      }
    }
  }

  /// What a series shows beside its connections.
  struct Collected {
    var udp: [UDPTransport]
    var resolutions: ResolutionLog
    var pings: PingLog
    var kerberos: KerberosLog
    /// One for each input of the series.
    var tallies: [InputTally]
    /// What did not stand in order of time.
    var order: FileOrder
    /// Connections that ended in their opening and are counted only.
    var countedOpenings: OpeningOutcomes
    /// Short connections dropped to make room.
    var evictedConnections: Int
  }

  /// The stages after the decoder: separate from it, so that it can hand packets on while it works.
  struct Stages: ~Copyable {
    var table: ConnectionTable
    var sessions: Sessions
    var resolutions = ResolutionLog()
    var pings = PingLog()
    var kerberos = KerberosLog()
    var openings = PortTally()
    var midStream = MidStreamTally()
    var rdpOverUDP = 0
    var udp: UDPTransportTable

    init(firstInput: Int, options: AnalysisOptions, keys: KeyRing) {
      let resources = options.resources
      sessions = Sessions(keys: keys, resources: resources)
      udp = UDPTransportTable(ports: resources.ports)
      var connections = ConnectionOptions(resources)
      connections.keepsCopies = options.keepDuplicates
      connections.defersOpenings = true
      connections.keepsTrail = options.keepsTrails
      connections.firstInput = firstInput
      table = ConnectionTable(options: connections)
    }

    mutating func evict() {
      for slot in table.evict() { sessions.forget(slot) }
    }

    mutating func finishOpenings() {
      CaptureCollector.finishOpenings(table: &table, sessions: &sessions)
    }
  }

  @inline(__always)
  private mutating func decode(
    _ record: borrowing PacketRecord, _ bytes: RawSpan, _ frame: ItemReference
  ) {
    // Once no more segments of other conversations are looked at, those go by that can open nothing.
    if !stages.midStream.isOpen,
      decoder.filter == nil || filterChanges != stages.table.watchedChanges
    {
      renewFilter()
    }
    Self.decode(&decoder, record, bytes, frame, into: &stages)
  }

  @inline(never)
  private mutating func renewFilter() {
    filterChanges = stages.table.watchedChanges
    decoder.filter = SegmentFilter(
      ports: stages.table.watched,
      firstBytes: ByteSet(OpeningRecognizer.firstBytes + CarrierRecognizer.firstBytes))
  }

  private static func decode(
    _ decoder: inout PacketDecoder, _ record: borrowing PacketRecord, _ bytes: RawSpan,
    _ frame: ItemReference, into stages: inout Stages
  ) {
    decoder.decode(
      bytes, record,
      segment: { segment, network, payload in
        take(segment, network, payload, frame, into: &stages)
      }
    ) { packet, payload in
      switch packet.transport {
      case .tcp: break
      case .udp(let datagram):
        stages.kerberos.note(
          from: datagram.sourcePort, to: datagram.destinationPort, packet.network, frame)
        if stages.udp.concerns(datagram) {
          if stages.sessions.ports.isService(datagram.destinationPort)
            || stages.sessions.ports.isService(datagram.sourcePort)
          {
            stages.rdpOverUDP += 1
          }
          stages.udp.receive(datagram, network: packet.network, payload: payload, frame: frame)
        }
      case .icmpError(let error):
        note(
          error, packet.network, frame, table: &stages.table, sessions: &stages.sessions)
        stages.udp.receive(error, network: packet.network, frame: frame)
      case .resolution(let resolution):
        stages.resolutions.note(resolution, frame: frame)
      case .echoReply:
        stages.pings.note(from: packet.network.source, frame)
      }
    }
  }

  @inline(__always)
  static func take(
    _ segment: TCPSegment, _ network: NetworkHeader, _ payload: RawSpan, _ frame: ItemReference,
    into stages: inout Stages
  ) {
    if receiveInOrder(
      segment, network, payload, frame, table: &stages.table, sessions: &stages.sessions)
    {
      return
    }
    // What comes in order now may be anything.
    stages.sessions.deliveries.item = -1
    if segment.flags.contains(.syn) {
      stages.kerberos.note(
        from: segment.sourcePort, to: segment.destinationPort, network, frame)
    }
    if segment.flags.contains(.syn), !segment.flags.contains(.ack) {
      stages.openings.count(segment.destinationPort)
    }
    let opening = Self.opening(of: payload, sessions: stages.sessions)
    guard opening != nil || stages.table.concerns(segment) else {
      if stages.midStream.isOpen { stages.midStream.note(segment, network) }
      return
    }
    if stages.table.isFull { stages.evict() }
    follow(
      segment, network, payload, frame, opening, table: &stages.table,
      sessions: &stages.sessions)
  }

  @inline(__always)
  private static func receiveInOrder(
    _ segment: TCPSegment, _ network: NetworkHeader, _ payload: RawSpan, _ frame: ItemReference,
    table: inout ConnectionTable, sessions: inout Sessions
  ) -> Bool {
    table.receiveInOrder(segment, network: network, payload: payload, frame: frame) {
      connection, chunk, bytes in
      sessions.receive(connection, chunk, bytes)
    }
  }

  /// What the payload's first bytes open, on any port. Nearly every payload is told by four bytes to
  /// open nothing.
  @inline(__always)
  private static func opening(of payload: RawSpan, sessions: borrowing Sessions) -> Opening? {
    OpeningRecognizer.opening(of: payload)
      ?? CarrierRecognizer.opening(
        of: payload, ports: sessions.ports, keys: sessions.keys.log)
  }

  private static func follow(
    _ segment: TCPSegment, _ network: NetworkHeader, _ payload: RawSpan, _ frame: ItemReference,
    _ opening: Opening?, table: inout ConnectionTable, sessions: inout Sessions
  ) {
    table.receive(
      segment, network: network, payload: payload, frame: frame, opening: opening
    ) { connection, chunk, bytes in
      sessions.receive(connection, chunk, bytes)
    }
  }

  private static func finishOpenings(
    table: inout ConnectionTable, sessions: inout Sessions
  ) {
    table.finishOpenings { connection, chunk, bytes in
      sessions.receive(connection, chunk, bytes)
    }
  }

  private static func note(
    _ error: ICMPError, _ network: NetworkHeader, _ frame: ItemReference,
    table: inout ConnectionTable, sessions: inout Sessions
  ) {
    table.receive(error, network: network, frame: frame) { connection, chunk, bytes in
      sessions.receive(connection, chunk, bytes)
    }
  }
}
