/// The text where no RDP session was found: what the captures hold instead, and what to try.
struct EmptyFinding {
  let inputs: [InputRecord]

  func write(to layout: inout TextLayout) {
    let read = inputs.filter { $0.status != .failed }
    guard !read.isEmpty else {
      layout.add([TextPiece("No input could be read.", .strong)])
      return
    }
    if read.flatMap(\.notes).contains(where: { $0.code == "sessions_left_out" }) {
      // Sessions there are: the user's own selection hides them.
      layout.add([TextPiece("No session is left.", .strong)])
      for input in read {
        for note in input.notes where note.code == "sessions_left_out" {
          layout.add([TextPiece(input.name), .sentence(note.message)], first: 2, rest: 4)
        }
      }
      return
    }
    layout.add([TextPiece("No RDP session found.", .strong)])
    for input in read {
      layout.add(
        [TextPiece(input.name), .sentence(Self.contents(of: input))], first: 2, rest: 4)
    }
    for note in read.flatMap(\.notes) where note.code == "log_host" {
      layout.add(label: "Host", [.sentence(note.message)])
    }
    let captures = read.filter { !Self.isLog($0) }
    guard !captures.isEmpty else { return }
    for hint in hints(captures.compactMap(\.contents)) {
      layout.add(label: "Try", [.sentence(hint)])
    }
  }

  private static func isLog(_ input: InputRecord) -> Bool {
    input.notes.contains { $0.code == "log" }
  }

  /// `holds 412 packets, 3 TCP connections (to port 443: 2, 80: 1), 12 UDP datagrams`.
  static func contents(of input: InputRecord) -> String {
    if let note = input.notes.first(where: { $0.code == "log" }) {
      let kind = note.message.split(separator: ":").first.map(String.init) ?? "a log"
      return "is \(kind), without a Remote Desktop session"
    }
    guard let contents = input.contents, contents.packets > 0 else { return "holds no packets" }
    var parts = [Quantity.count(contents.packets, "packet")]
    let ports = contents.topPorts.prefix(5).map { "\($0.port): \($0.connections)" }
    let list = ports.isEmpty ? "" : " (to port \(ports.joined(separator: ", ")))"
    parts.append(Quantity.count(contents.tcpConnections, "TCP connection") + list)
    if contents.midStreamConnections > 0 {
      let ports = contents.midStreamPorts.prefix(5).map { "\($0.port): \($0.connections)" }
      parts.append(
        "\(contents.midStreamConnections) that began before it"
          + (ports.isEmpty ? "" : " (probably to port \(ports.joined(separator: ", ")))"))
    }
    if contents.udpDatagrams > 0 {
      parts.append(Quantity.count(contents.udpDatagrams, "UDP datagram"))
    }
    return "holds " + parts.joined(separator: ", ")
  }

  private func hints(_ contents: [InputRecord.Contents]) -> [String] {
    let packets = contents.contains { $0.packets > 0 }
    let tcp = contents.contains { $0.tcpConnections > 0 || $0.tcpSegments > 0 }
    var hints: [String] = []
    if contents.contains(where: { $0.rdpOverUDP > 0 }) {
      hints.append(
        "There is RDP over UDP here. It is the side channel of a TCP connection that the capture"
          + " lacks: capture TCP as well, from before the user connects.")
    }
    if let port = contents.lazy.flatMap(\.midStreamPorts).first?.port {
      hints.append(
        "A connection that began before the capture shows no RDP by its content. If a server speaks RDP"
          + " on port \(port), name it: --port \(port)")
    } else if tcp {
      hints.append(
        "RDP is found on port 3389, and on any port where the capture has a connection's start."
          + " If the server listens elsewhere, name the port: --port N")
    } else if packets {
      hints.append(
        "No TCP was captured: check the capture's filter and its interface (the VPN's, not the"
          + " physical one, or the other way round).")
    } else {
      hints.append("Check the capture's filter and interface, and that it ran during the drop.")
    }
    return hints
  }
}
