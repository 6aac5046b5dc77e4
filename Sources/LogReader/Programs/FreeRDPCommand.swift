/// A command line of FreeRDP's client that was pasted with its output: `xfreerdp /v:HOST:PORT /u:USER …`.
///
/// Of its options only the server and the account are kept.
struct FreeRDPCommand {
  private let server: String
  private let user: String?

  init?(_ line: LineBytes) {
    guard line.count < 4_096, line.first != UInt8(ascii: "["),
      let program = line.range(of: "freerdp") ?? line.range(of: "FreeRDP"),
      let option = line.range(of: " /v:"), program.lowerBound < option.lowerBound
    else { return nil }
    let value: (Needle) -> String? = { name in
      guard let rest = line.after(name) else { return nil }
      // The next option may stand close behind it.
      let word = rest.firstWord.prefix { $0 != UInt8(ascii: "/") }
        .filter { $0 != 0x22 && $0 != 0x27 }
      return word.isEmpty || word.count > 128 ? nil : word[...].text
    }
    guard let server = value(" /v:") else { return nil }
    let port = value(" /port:").flatMap { Int($0) }
    self.server = server.contains(":") ? server : port.map { "\(server):\($0)" } ?? server
    let name = value(" /u:")
    user = name.map { name in
      let plain = name.replacing("\\\\", with: "\\")
      return value(" /d:").map { plain.contains("\\") ? plain : "\($0)\\\(plain)" } ?? plain
    }
  }

  /// Gives the event what the command names and the log does not.
  func name(_ event: inout LogEvent) {
    event.server = event.server ?? LogEndpoint(parsing: server)
    event.user = event.user ?? user
  }
}
