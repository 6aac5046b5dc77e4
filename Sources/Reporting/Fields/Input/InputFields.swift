import CaptureReader

/// One input as it was read: a line of NDJSON, an element of the JSON document.
enum InputFields {
  static let record = Record<InputRecord>(
    "input", "one input as it was read",
    [
      Field("schema", "form of the record", as: .constant(InputRecord.currentSchema)) {
        $0.schema
      },
      Field("name", "name of the input, as given", columns: [.value]) { $0.name },
      Field("status", "ok, partial (cut short or damaged), failed", columns: [.value]) {
        $0.status
      },
      Field(
        "format", "format of the capture", as: .openWord(pattern: nil), columns: [.value]
      ) { $0.format?.rawValue },
      Field(
        "compression", "how it was compressed", as: .openWord(pattern: nil), columns: [.value]
      ) { $0.compression },
      Field("packets", "packets read", columns: [.value]) { $0.packets },
      Field("captured_bytes", "bytes of packets read", columns: [.value]) { $0.capturedBytes },
      Field("shortened_packets", "packets shortened by a snap length", columns: [.value]) {
        $0.shortenedPackets
      },
      Field("first_ts", "earliest packet", as: .time, columns: [.value]) { $0.firstTime },
      Field("last_ts", "latest packet", as: .time, columns: [.value]) { $0.lastTime },
      Field("interface_count", "interfaces that the capture describes", columns: [.value]) {
        $0.interfaceCount
      },
      Field("interfaces", "the first 64 of them", list: interface) { $0.interfaces },
      Field("ending", "how the input ends; null where it was not read", optional: ending) {
        $0.ending
      },
      Field("error", "why it could not be read", optional: failure) { $0.error },
      Field(
        "notes", "what makes its data less certain", list: note,
        columns: [.texts { $0["message"].text }]
      ) { $0.notes },
      Field("notes_omitted", "notes beyond those", columns: [.value]) { $0.notesOmitted },
      Field("contents", "what the capture holds, RDP or not", optional: contents) {
        $0.contents
      },
      .omitted(
        "sha256", "SHA-256 of the file as it lies there, of an archive for its entries",
        as: .pattern("^[0-9a-f]{64}$"), columns: [.value]
      ) { $0.sha256 },
      .omitted(
        "digest_note",
        "why there is no SHA-256: off, too_large (more than 16 MiB; --digest), not_read",
        as: .word(InputDigest.Reason.allCases.map(\.rawValue)), columns: [.value]
      ) { $0.digestNote },
      .omitted(
        "tool_version", "version of the program that read it", columns: [.value]
      ) { $0.toolVersion },
    ])

  private static let interface = Record<InputRecord.Interface>(
    "interface", "an interface that the capture describes",
    [
      Field("link_type", "number in the tcpdump.org registry") { $0.linkType },
      Field("snap_length", "most bytes kept of a packet; 0 without a limit") { $0.snapLength },
      Field("name", "the interface's name") { $0.name },
      Field("description", "the interface's description") { $0.description },
      Field("filter", "the capture filter") { $0.filter },
      Field("received", "packets received, by the interface's statistics") { $0.received },
      Field("dropped", "packets lost, by the interface's statistics") { $0.dropped },
    ])

  private static let ending = Record<InputRecord.Ending>(
    "ending", "how an input ends",
    [
      Field("kind", "complete, cut, damaged", columns: [.value(as: .word)]) { $0.kind },
      Field("offset", "byte at which reading stopped", columns: [.value]) { $0.offset },
      Field("expected", "what was expected there", columns: [.value]) { $0.expected },
    ])

  private static let note = Record<InputRecord.Note>(
    "note", "what makes an input's data less certain",
    [
      Field("code", "what it is about", as: .openWord(pattern: nil)) { $0.code },
      Field("message", "the same in a sentence") { $0.message },
      Field("offset", "byte that it is about") { $0.offset },
      Field("frame", "packet that it is about") { $0.frame },
    ])

  private static let failure = Record<InputRecord.Failure>(
    "error", "why an input could not be read",
    [
      Field(
        "code", "why it could not be read", as: .word(FailureWord.allCases.map(\.rawValue)),
        columns: [.value]
      ) { $0.code },
      Field("message", "the same in a sentence", columns: [.value]) { $0.message },
      Field("offset", "byte at which it failed", columns: [.value]) { $0.offset },
      Field("expected", "what was expected there", columns: [.value]) { $0.expected },
    ])

  private static let contents = Record<InputRecord.Contents>(
    "contents", "what a capture holds, RDP or not",
    [
      Field("packets", "packets") { $0.packets },
      Field("tcp_segments", "TCP segments") { $0.tcpSegments },
      Field("tcp_connections", "TCP connections, RDP or not", columns: [.value]) {
        $0.tcpConnections
      },
      Field("udp_datagrams", "UDP datagrams", columns: [.value]) { $0.udpDatagrams },
      Field("rdp_over_udp", "datagrams of RDP over UDP", columns: [.value]) { $0.rdpOverUDP },
      Field("top_ports", "ports with most connections", list: portCount) { $0.topPorts },
      Field.omitted(
        "mid_stream_connections",
        "TCP connections that had begun before the capture and are not followed; counted up to 64 for "
          + "each file; absent where none"
      ) { $0.midStreamConnections > 0 ? $0.midStreamConnections : nil },
      Field.omittedList(
        "mid_stream_ports", "their ports, the probable server's; absent where none", portCount
      ) { $0.midStreamPorts },
    ])

  static let portCount = Record<InputRecord.PortCount>(
    "port_count", "connections to a port",
    [
      Field("port", "the port", as: .port) { $0.port },
      Field("connections", "connections to it") { $0.connections },
    ])
}
