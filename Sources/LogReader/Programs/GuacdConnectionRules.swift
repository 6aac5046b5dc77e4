/// Lines of guacd about the connections themselves: which protocol each has, who joins and leaves.
enum GuacdConnectionRules {
  static let all: [LineRule] = [
    LineRule(
      "guacd.client", "Creating new client for protocol \"rdp\"", anywhere: true,
      is: .attemptBegins, "A connection begins"),
    LineRule(
      "guacd.other_protocol", "Creating new client for protocol \"", anywhere: true,
      is: .phaseReached, "A connection of another protocol begins: no session of Remote Desktop",
      details: { rest, event in event.text = rest.before("\"").text.shortened(32) }),
    LineRule(
      "guacd.connection_id", "Connection ID is \"", anywhere: true, is: .phaseReached,
      "The name of the connection that begins",
      details: { rest, event in event.text = rest.before("\"").text.shortened(64) }),
    LineRule(
      "guacd.joined", "joined connection \"", anywhere: true, is: .phaseReached,
      "A user joined the connection",
      details: { rest, event in event.text = rest.before("\"").text.shortened(64) }),
    LineRule(
      "guacd.removed", "Connection \"", "\" removed", anywhere: true, is: .phaseReached,
      "The parent process forgets the connection"),
    LineRule(
      "guacd.left_last", "Last user of connection ", anywhere: true, is: .consequence,
      "The last user left: the connection ends"),
    LineRule(
      "guacd.desktop", "RDPDR user logged on", anywhere: true, is: .sessionConnected,
      "The user is logged on and the desktop is there"),
    LineRule(
      "guacd.rdpdr", "Connected to RDPDR ", anywhere: true, is: .sessionConnected,
      "The server opened the channel of devices: the session is up"),
  ]
}
