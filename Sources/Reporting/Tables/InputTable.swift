import CaptureReader

/// The columns of the table that has one row per input.
enum InputTable {
  static let columns: [Column<InputRecord>] = [
    .text("name", "name of the input, as given") { $0.name },
    .word("status", "ok, partial (cut short or damaged), failed") { $0.status.rawValue },
    .word("format", "format of the capture") { $0.format?.rawValue },
    .word("compression", "how it was compressed") { $0.compression },
    .count("packets", "packets read") { $0.packets },
    .count("captured_bytes", "bytes of packets read") { $0.capturedBytes },
    .count("shortened_packets", "packets shortened by a snap length") { $0.shortenedPackets },
    .time("first_ts", "earliest packet") { $0.firstTime },
    .time("last_ts", "latest packet") { $0.lastTime },
    .count("interface_count", "interfaces that the capture describes") { $0.interfaceCount },
    .word("ending.kind", "complete, cut, damaged") { $0.ending?.kind.rawValue },
    .count("ending.offset", "byte at which reading stopped") { $0.ending?.offset },
    .text("ending.expected", "what was expected there") { $0.ending?.expected },
    .word("error.code", "why it could not be read") { $0.error?.code },
    .text("error.message", "the same in a sentence") { $0.error?.message },
    .count("error.offset", "byte at which it failed") { $0.error?.offset },
    .text("error.expected", "what was expected there") { $0.error?.expected },
    .list("notes", "what makes its data less certain") { $0.notes.map(\.message) },
    .count("notes_omitted", "notes beyond those") { $0.notesOmitted },
    .count("contents.tcp_connections", "TCP connections, RDP or not") {
      $0.contents?.tcpConnections
    },
    .count("contents.udp_datagrams", "UDP datagrams") { $0.contents?.udpDatagrams },
    .count("contents.rdp_over_udp", "datagrams of RDP over UDP") { $0.contents?.rdpOverUDP },
  ]
}
