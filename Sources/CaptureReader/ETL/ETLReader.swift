/// Reads the packets of a Windows event trace: pktmon's and those of `netsh trace`.
///
/// Buffers are read one after the other, decompressed where they are compressed, and their packets
/// held until they stand in order of time, within `ReadingLimits.eventTraceBytes`.
struct ETLReader: ~Copyable {
  typealias PacketBody = (borrowing PacketRecord, RawSpan) -> ReadingControl
  typealias DropBody = (HostDrop, RawSpan) -> Void

  let limits: ReadingLimits
  private(set) var summary: CaptureSummary
  private var clock: ETLClock?
  private var held = HeldPackets()
  private var tally = PacketTally()
  private var newestDelivered: Timestamp?
  private var unordered = 0
  /// Interfaces by the number that the trace gives them.
  private var interfaces: [InterfaceKey: Int] = [:]
  /// Those asked for last, by the lowest bits of their numbers: packets pass many places in turn.
  private var recent = [(key: InterfaceKey, index: Int)?](repeating: nil, count: recentInterfaces)
  private var names: [UInt16: String] = [:]
  private var fragments = FragmentStore()
  private var contents = ETLContents()
  private var events = TraceEventStore()
  private var damagedBuffers = 0
  private var hasLostEvents = false

  private static let recentInterfaces = 128

  private struct InterfaceKey: Hashable {
    var number: UInt32
    var linkType: LinkType
  }

  init(_ summary: CaptureSummary, limits: ReadingLimits) {
    self.summary = summary
    self.limits = limits
  }

  /// Reads to the end, to what cannot be read, or until `body` stops it.
  ///
  /// - Parameter drops: gets each packet that Windows dropped inside the host, in the order of the file.
  mutating func read(_ source: PeekedBytes, drops: DropBody, _ body: PacketBody) {
    var window = ReadingWindow(source)
    var expanded = XPRESS()
    var isStopped = false
    while !isStopped {
      let offset = window.offset
      guard window.ensure(ETLBufferHeader.size) else {
        if window.available > 0 {
          summary.ending = .cut(offset: offset, expected: "all 72 bytes of a buffer's header")
        }
        break
      }
      guard let header = ETLBufferHeader(window.bytes),
        header.storedBytes >= ETLBufferHeader.size
      else { break }  // The rest was allocated before it was needed.
      guard header.storedBytes <= limits.eventTraceBufferBytes else {
        summary.ending = .damaged(
          offset: offset,
          expected: "a buffer of at most \(limits.eventTraceBufferBytes) bytes")
        break
      }
      guard window.ensure(header.storedBytes) else {
        summary.ending = .cut(
          offset: offset, expected: "all \(header.storedBytes) bytes of a buffer")
        break
      }
      read(
        header, window.bytes.extracting(ETLBufferHeader.size..<header.storedBytes), &expanded,
        drops)
      window.consume(header.storedBytes)
      if held.byteCount > limits.eventTraceBytes {
        isStopped = deliver(all: false, body) == .stop
      }
    }
    if !isStopped { isStopped = deliver(all: true, body) == .stop }
    summary.isStopped = isStopped
    summary.add(tally)
    summary.sections = clock == nil ? 0 : 1
    summary.readBytes = window.offset &+ window.available
    finish()
  }

  private mutating func read(
    _ header: ETLBufferHeader, _ stored: RawSpan, _ expanded: inout XPRESS, _ drops: DropBody
  ) {
    hasLostEvents = hasLostEvents || header.hasLostEvents || header.hasLostBuffers
    let length = header.filledBytes - ETLBufferHeader.size
    guard length > 0 else { return }
    guard header.isCompressed else {
      return readRecords(stored.extracting(0..<min(length, stored.byteCount)), drops)
    }
    guard length <= limits.eventTraceBufferBytes else {
      damagedBuffers += 1
      return
    }
    expanded.expand(stored, to: length)
    if expanded.count < length { damagedBuffers += 1 }
    readRecords(expanded.bytes, drops)
  }

  private mutating func readRecords(_ bytes: RawSpan, _ drops: DropBody) {
    var records = ETLRecords(bytes)
    while let range = records.next() {
      let record = bytes.extracting(range)
      summary.traceRecords &+= 1
      if clock == nil { clock = ETLClock(record) }
      guard let event = ETLEvent(record) else {
        if !events.addSchema(record) { contents.other += 1 }
        continue
      }
      take(event, record, drops)
    }
    if records.isDamaged { damagedBuffers += 1 }
  }

  // MARK: Events

  private mutating func take(_ event: ETLEvent, _ record: RawSpan, _ drops: DropBody) {
    let payload = record.extracting(event.payload)
    switch event.provider {
    case .packetMonitor: takeMonitored(event, payload, drops)
    case .packetCapture: takeCaptured(event, payload)
    case .remoteAccess where PacketCaptureEvent.remoteAccessIDs.contains(event.id):
      guard let piece = PacketCaptureEvent(remoteAccess: payload) else { return noteInvalid() }
      add(
        payload.extracting(piece.bytes), .ethernet, interface: piece.lowerInterface,
        at: event.stamp)
    default:
      contents.other += 1
      events.add(event, record)
    }
  }

  private mutating func takeMonitored(
    _ event: ETLEvent, _ payload: RawSpan, _ drops: DropBody
  ) {
    switch event.id {
    case PacketMonitorEvent.packetID:
      guard let packet = PacketMonitorEvent(payload) else { return noteInvalid() }
      let bytes = payload.extracting(packet.bytes)
      guard let linkType = packet.linkType(bytes) else {
        contents.unsupported += 1
        return
      }
      add(
        bytes, linkType, interface: UInt32(packet.component), at: event.stamp,
        original: packet.originalLength, packetID: packet.sharedID)
    case PacketMonitorEvent.dropID:
      guard let packet = PacketMonitorEvent(payload) else { return noteInvalid() }
      let reason = DropReason(rawValue: packet.dropReason)
      contents.drops.count(reason, at: HostDrop.Place(location: packet.dropLocation))
      let bytes = payload.extracting(packet.bytes)
      if let clock, let linkType = packet.linkType(bytes) {
        drops(
          HostDrop(
            time: clock.time(of: event.stamp), linkType: linkType,
            originalLength: packet.originalLength, reason: reason, location: packet.dropLocation),
          bytes)
      }
    case PacketMonitorEvent.componentID: noteComponent(payload)
    default: contents.rundown += 1
    }
  }

  private mutating func takeCaptured(_ event: ETLEvent, _ payload: RawSpan) {
    let keyword = PacketCaptureEvent.Keyword(rawValue: event.keyword)
    let piece: PacketCaptureEvent?
    switch event.id {
    case PacketCaptureEvent.fragmentID: piece = PacketCaptureEvent(fragment: payload)
    case PacketCaptureEvent.switchFragmentID: piece = PacketCaptureEvent(switchFragment: payload)
    default:
      contents.rundown += 1
      return
    }
    guard let piece else { return noteInvalid() }
    let bytes = payload.extracting(piece.bytes)
    let place = FragmentStore.Place(process: event.process, thread: event.thread)
    let (starts, ends) = (keyword.contains(.start), keyword.contains(.end))
    if starts, ends {
      fragments.forget(place)
      add(
        bytes, keyword.linkType, interface: piece.lowerInterface, at: event.stamp,
        isTruncated: keyword.contains(.truncated))
    } else if let packet = fragments.add(
      bytes.copied(limit: limits.packetBytes), at: place, starts: starts, ends: ends,
      limit: limits.packetBytes)
    {
      add(
        packet.rawSpan, keyword.linkType, interface: piece.lowerInterface, at: event.stamp,
        isTruncated: keyword.contains(.truncated))
    }
  }

  private mutating func noteComponent(_ payload: RawSpan) {
    guard let id = payload.littleEndian(at: 0, as: UInt16.self),
      names.count < limits.interfaces, names[id] == nil
    else { return }
    let text = payload.extracting(min(4, payload.byteCount)..<payload.byteCount)
    names[id] = text.wideText(limit: limits.textBytes)
  }

  private mutating func noteInvalid() {
    summary.addOnce(
      CaptureNote(.invalidBlock, "a packet event is too short for its fields"), limits: limits)
  }

  // MARK: Packets

  private mutating func add(
    _ packet: RawSpan, _ linkType: LinkType, interface number: UInt32, at stamp: Int64,
    original: Int? = nil, packetID: UInt64? = nil, isTruncated: Bool = false
  ) {
    guard let clock, let interface = interface(number, linkType) else { return }
    let bytes = packet.extracting(first: limits.packetBytes)
    let length = original ?? (isTruncated ? Self.lengthOnWire(bytes, linkType) : nil)
    if let length, length > bytes.byteCount {
      // No header says it: what the longest of the shortened packets kept is the limit.
      if summary.interfaces[interface].snapLength < bytes.byteCount {
        summary.interfaces[interface].snapLength = bytes.byteCount
      }
    }
    // An 802.11 payload is decrypted, the flag is not taken back.
    held.add(
      PacketRecord(
        frame: 0, time: clock.time(of: stamp),
        originalLength: max(length ?? 0, bytes.byteCount), linkType: linkType,
        interface: interface, packetID: packetID),
      bytes, clearing: linkType == .ieee80211 ? 0x40 : 0)
  }

  /// As the IP header says it: NDIS does not log it.
  private static func lengthOnWire(_ bytes: RawSpan, _ linkType: LinkType) -> Int? {
    guard linkType == .ethernet else { return nil }
    switch bytes.bigEndian(at: 12, as: UInt16.self) {
    case 0x0800: return bytes.bigEndian(at: 16, as: UInt16.self).map { Int($0) + 14 }
    case 0x86DD: return bytes.bigEndian(at: 18, as: UInt16.self).map { Int($0) + 54 }
    default: return nil
    }
  }

  private mutating func interface(_ number: UInt32, _ linkType: LinkType) -> Int? {
    let key = InterfaceKey(number: number, linkType: linkType)
    let place = Int(number) & (Self.recentInterfaces - 1)
    if let last = recent[place], last.key == key { return last.index }
    guard let index = known(key) else { return nil }
    recent[place] = (key, index)
    return index
  }

  private mutating func known(_ key: InterfaceKey) -> Int? {
    if let known = interfaces[key] { return known }
    guard summary.interfaces.count < limits.interfaces else { return nil }
    summary.interfaces.append(CaptureInterface(linkType: key.linkType, snapLength: 0))
    interfaces[key] = summary.interfaces.count - 1
    return summary.interfaces.count - 1
  }

  private mutating func deliver(all: Bool, _ body: PacketBody) -> ReadingControl {
    // Both are lent out: the packets' closure changes what stands beside them.
    var packets = HeldPackets()
    var counts = tally
    swap(&packets, &held)
    var (newest, late) = (newestDelivered, unordered)
    let control = packets.deliver(all: all) { record, bytes in
      var record = record
      record.frame = counts.packets + 1
      if let newest, record.time < newest { late += 1 }
      newest = max(record.time, newest ?? record.time)
      counts.count(captured: bytes.byteCount, original: record.originalLength, at: record.time)
      return body(record, bytes)
    }
    (tally, newestDelivered, unordered) = (counts, newest, late)
    swap(&packets, &held)
    return control
  }

  // MARK: End

  private mutating func finish() {
    for (key, index) in interfaces where key.number <= UInt32(UInt16.max) {
      summary.interfaces[index].name = names[UInt16(key.number)]
    }
    summary.droppedInHost = contents.drops.packets
    summary.hostDrops = contents.drops.tallies
    summary.traceProviders = events.providers.map {
      CaptureSummary.TraceProvider(name: $0.name, events: $0.events)
    }
    if let clock {
      summary.traceEvents = events.events(clock)
      summary.operatingSystem = "Windows, build \(clock.build)"
      summary.traceLostEvents = Int(clock.lostEvents)
      summary.traceLostBuffers = Int(clock.lostBuffers)
      hasLostEvents = hasLostEvents || clock.lostEvents > 0 || clock.lostBuffers > 0
    }
    for note in contents.notes(
      isShortened: summary.shortenedPackets > 0, packets: summary.packets,
      hasLostEvents: hasLostEvents, lostEvents: clock?.lostEvents ?? 0, unordered: unordered,
      damagedBuffers: damagedBuffers, providers: summary.traceProviders,
      leftOut: events.leftOut)
    {
      summary.add(note, limits: limits)
    }
  }
}
