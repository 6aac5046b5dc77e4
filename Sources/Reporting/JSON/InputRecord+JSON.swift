extension InputRecord: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("captured_bytes", capturedBytes)
    json.member("compression", compression)
    json.member("contents", contents)
    json.member("ending", ending)
    json.member("error", error)
    json.member("first_ts", firstTime)
    json.member("format", format)
    json.member("interface_count", interfaceCount)
    json.member("interfaces", interfaces)
    json.member("last_ts", lastTime)
    json.member("name", name)
    json.member("notes", notes)
    json.member("notes_omitted", notesOmitted)
    json.member("packets", packets)
    json.member("schema", schema)
    json.member("shortened_packets", shortenedPackets)
    json.member("status", status)
    json.endObject()
  }
}

extension InputRecord.Interface: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("description", description)
    json.member("dropped", dropped)
    json.member("filter", filter)
    json.member("link_type", linkType)
    json.member("name", name)
    json.member("received", received)
    json.member("snap_length", snapLength)
    json.endObject()
  }
}

extension InputRecord.Ending: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("expected", expected)
    json.member("kind", kind)
    json.member("offset", offset)
    json.endObject()
  }
}

extension InputRecord.Note: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("code", code)
    json.member("frame", frame)
    json.member("message", message)
    json.member("offset", offset)
    json.endObject()
  }
}

extension InputRecord.Failure: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("code", code)
    json.member("expected", expected)
    json.member("message", message)
    json.member("offset", offset)
    json.endObject()
  }
}

extension InputRecord.Contents: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("packets", packets)
    json.member("rdp_over_udp", rdpOverUDP)
    json.member("tcp_connections", tcpConnections)
    json.member("tcp_segments", tcpSegments)
    json.member("top_ports", topPorts)
    json.member("udp_datagrams", udpDatagrams)
    json.endObject()
  }
}

extension InputRecord.PortCount: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("connections", connections)
    json.member("port", port)
    json.endObject()
  }
}
