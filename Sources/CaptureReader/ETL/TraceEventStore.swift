/// Events of other providers than those that capture: kept as they are until their schemas, which may
/// stand behind them, are read.
struct TraceEventStore {
  private struct Pending {
    var key: TraceSchema.Key
    var event: ETLEvent
    var activity: String?
    var payload: [UInt8]
    var pointer: Int
  }

  private var pending: [Pending] = []
  private var schemas: [TraceSchema.Key: TraceSchema] = [:]
  private var names: [ETLProvider: String] = [:]
  private var counts: [ETLProvider: Int] = [:]
  private var bytes: [ETLProvider: Int] = [:]
  /// Events that are counted but not kept.
  private(set) var leftOut = 0

  /// Memory for the events of one provider, and of one that tells of Remote Desktop.
  private static let mostBytes = 256 << 10
  private static let mostOwnBytes = 8 << 20
  private static let mostProviders = 64
  private static let mostSchemas = 4_096

  mutating func add(_ event: ETLEvent, _ record: RawSpan) {
    let provider = event.provider
    guard counts[provider] != nil || counts.count < Self.mostProviders else {
      leftOut += 1
      return
    }
    counts[provider, default: 0] += 1
    let limit = KnownTraces.names[provider] == nil ? Self.mostBytes : Self.mostOwnBytes
    let size = event.payload.count + MemoryLayout<Pending>.stride
    guard bytes[provider, default: 0] + size <= limit else {
      leftOut += 1
      return
    }
    bytes[provider, default: 0] += size
    let flags = record.littleEndian(at: 4, as: UInt16.self) ?? 0
    pending.append(
      Pending(
        key: TraceSchema.Key(
          provider: provider, id: event.id,
          version: record.littleEndian(at: 42, as: UInt8.self) ?? 0),
        event: event, activity: TracePayload.guid(record, at: 64),
        payload: record.extracting(event.payload).copied(limit: event.payload.count),
        pointer: flags & 0x20 != 0 ? 4 : 8))
  }

  /// A classic record (EVENT_TRACE), which may hold a schema.
  ///
  /// - Returns: whether it does.
  mutating func addSchema(_ record: RawSpan) -> Bool {
    let payload = 48
    guard let type = record.littleEndian(at: 2, as: UInt8.self), type == 0x0A || type == 0x14,
      let opcode = record.littleEndian(at: 4, as: UInt8.self),
      let high = record.bigEndian(at: 24, as: UInt64.self),
      let low = record.bigEndian(at: 32, as: UInt64.self), record.byteCount > payload,
      ETLProvider(high: high, low: low) == TraceSchema.container
    else { return false }
    // Maps of numbers to words are schemas too, and not read.
    guard opcode == TraceSchema.opcode, schemas.count < Self.mostSchemas,
      let schema = TraceSchema(record.extracting(payload..<record.byteCount))
    else { return true }
    schemas[schema.key] = schema
    if !schema.providerName.isEmpty { names[schema.key.provider] = schema.providerName }
    return true
  }

  /// Events by provider, most first: names, or numbers where no schema names them.
  var providers: [(name: String, events: Int)] {
    counts.map { (name: name(of: $0.key), events: $0.value) }.sorted {
      ($1.events, $0.name) < ($0.events, $1.name)
    }
  }

  private func name(of provider: ETLProvider) -> String {
    names[provider] ?? KnownTraces.names[provider] ?? KnownTraces.otherNames[provider]
      ?? provider.text
  }

  /// What could be decoded, in order of time.
  func events(_ clock: ETLClock) -> [TraceEvent] {
    var events = pending.compactMap { item -> TraceEvent? in
      guard let fields = schemas[item.key]?.fields ?? KnownTraces.fields(of: item.key) else {
        return nil
      }
      return TraceEvent(
        provider: name(of: item.key.provider), id: Int(item.key.id),
        time: clock.time(of: item.event.stamp), process: Int(item.event.process),
        thread: Int(item.event.thread), activity: item.activity,
        data: TracePayload.items(
          of: item.payload.rawSpan, fields: fields, pointer: item.pointer))
    }
    events.sort { $0.time < $1.time }
    return events
  }
}
