import CaptureReader
import Support
import Testing

@Suite("Events beside packets in a trace") struct TraceEventTests {
  private static let start = Timestamp(nanoseconds: 1_700_000_000_000_000_000)
  private static let moment = start.advanced(by: .milliseconds(250))
  /// Of nobody.
  private static let provider: [UInt8] = Array(1...16)
  /// Microsoft-Windows-TerminalServices-ClientActiveXCore.
  private static let client: [UInt8] = [
    0xbb, 0x95, 0xaa, 0x28, 0x44, 0xd4, 0x19, 0x47, 0xa3, 0x6f, 0x40, 0x46, 0x21, 0x68, 0x12, 0x7e,
  ]

  private static let payload =
    EventTraceBuilder.wide("left") + [7, 0, 0, 0]
    + EventTraceBuilder.wide("right")
  private static let fields: [(name: String, type: UInt16)] = [
    ("First", 1), ("Code", 8), ("Last", 1),
  ]

  @Test("a schema that stands behind its events decodes them", arguments: [false, true])
  func schemaBehind(isCompressed: Bool) throws {
    var trace = EventTraceBuilder(start: Self.start)
    trace.event(provider: Self.provider, id: 5, at: Self.moment, Self.payload)
    trace.endBuffer(isCompressed: isCompressed)
    trace.schema(provider: Self.provider, id: 5, name: "A-Provider", fields: Self.fields)
    trace.endBuffer(isCompressed: isCompressed)
    let summary = try read(trace.bytes).summary
    let event = try #require(summary.traceEvents.first)
    #expect(event.provider == "A-Provider")
    #expect(event.id == 5)
    #expect(event.time == Self.moment)
    #expect(event.data.map(\.name) == ["First", "Code", "Last"])
    #expect(event.data.map(\.value) == ["left", "7", "right"])
    #expect(summary.traceProviders.first?.name == "A-Provider")
  }

  @Test("what the client of Windows logs is read without a schema too")
  func withoutSchema() throws {
    var trace = EventTraceBuilder(start: Self.start)
    let payload =
      EventTraceBuilder.wide("Disconnect Reason") + [4, 9, 0, 0] + EventTraceBuilder.wide("Info")
    trace.event(provider: Self.client, id: 1026, at: Self.moment, payload)
    trace.event(provider: Self.provider, id: 5, at: Self.moment, Self.payload)
    trace.endBuffer()
    let summary = try read(trace.bytes).summary
    #expect(summary.traceEvents.map(\.id) == [1026])
    #expect(summary.traceEvents.first?.data.map(\.value) == ["Disconnect Reason", "2308", "Info"])
    #expect(summary.traceProviders.map(\.events) == [1, 1])
    #expect(summary.notes.contains { $0.code == .traceEvents })
  }

  @Test("each prefix of a payload gives the fields before it", arguments: 0...payload.count)
  func prefixes(count: Int) throws {
    var trace = EventTraceBuilder(start: Self.start)
    trace.schema(provider: Self.provider, id: 5, name: "A-Provider", fields: Self.fields)
    trace.event(
      provider: Self.provider, id: 5, at: Self.moment, Array(Self.payload.prefix(count)))
    trace.endBuffer()
    let event = try #require(try read(trace.bytes).summary.traceEvents.first)
    #expect(event.data.map(\.name) == Array(Self.fields.map(\.name).prefix(event.data.count)))
    if count < 10 { #expect(event.data.count <= 1) }
    if count == Self.payload.count { #expect(event.data.count == 3) }
  }

  @Test("changed bytes of schemas and events do no harm", arguments: 0..<30)
  func mutations(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    var trace = EventTraceBuilder(start: Self.start)
    trace.schema(provider: Self.provider, id: 5, name: "A-Provider", fields: Self.fields)
    for _ in 0..<4 { trace.event(provider: Self.provider, id: 5, at: Self.moment, Self.payload) }
    trace.endBuffer()
    var bytes = trace.bytes
    for _ in 0..<16 {
      let place = Int.random(in: 400..<bytes.count, using: &random)
      bytes[place] = [0, 1, 0x7F, 0x80, 0xFF].randomElement(using: &random) ?? 0
    }
    #expect(try read(bytes).summary.traceEvents.count <= 5)
  }

  @Test("a provider that floods the trace is counted, and does not fill the memory")
  func flood() throws {
    var trace = EventTraceBuilder(start: Self.start)
    trace.schema(provider: Self.provider, id: 5, name: "A-Provider", fields: Self.fields)
    for _ in 0..<20 {
      for _ in 0..<200 {
        trace.event(provider: Self.provider, id: 5, at: Self.moment, Self.payload)
      }
      trace.endBuffer()
    }
    let summary = try read(trace.bytes).summary
    #expect(summary.traceProviders.first?.events == 4_000)
    #expect(summary.traceEvents.count < 4_000)
    #expect(summary.notes.contains { $0.code == .traceEventsLeftOut })
  }

  @Test("a dropped packet is handed over with its reason and place")
  func hostDrops() throws {
    var trace = EventTraceBuilder(start: Self.start)
    trace.monitored(
      [UInt8](repeating: 9, count: 60), at: Self.moment, dropReason: 1207,
      dropLocation: 0xE000_4001)
    trace.endBuffer()
    let file = try ScratchFile()
    try file.write(trace.bytes)
    var drops: [(HostDrop, Int)] = []
    _ = try CaptureFile.read(
      .file(file.path), hostDrops: { drops.append(($0, $1.byteCount)) }
    ) { _, _ in }
    #expect(drops.count == 1)
    #expect(drops.first?.0.reason.isFilter == true)
    #expect(drops.first?.0.place == "TCP/IP")
    #expect(drops.first?.0.time == Self.moment)
    #expect(drops.first?.1 == 60)
  }
}
