import CaptureReader

extension InputRecord {
  /// An input that an earlier run wrote.
  public init(_ stored: StoredRecord) {
    self.init(
      name: stored["name"].text ?? "",
      status: stored["status"].text.flatMap(Status.init(rawValue:)) ?? .failed,
      format: stored["format"].text.flatMap(CaptureFormat.init(rawValue:)),
      compression: stored["compression"].text, packets: stored["packets"].count,
      capturedBytes: stored["captured_bytes"].count,
      shortenedPackets: stored["shortened_packets"].count,
      firstTime: stored["first_ts"].text, lastTime: stored["last_ts"].text,
      interfaceCount: stored["interface_count"].count,
      interfaces: stored["interfaces"].records.map { Interface($0) },
      ending: stored["ending"].record.map { Ending($0) },
      notes: stored["notes"].records.map { Note($0) },
      notesOmitted: stored["notes_omitted"].count ?? 0,
      error: stored["error"].record.map { Failure($0) },
      contents: stored["contents"].record.map { Contents($0) }, sha256: stored["sha256"].text,
      digestNote: stored["digest_note"].text, toolVersion: stored["tool_version"].text)
  }
}

extension InputRecord.Interface {
  fileprivate init(_ stored: StoredRecord) {
    self.init(
      linkType: UInt32(clamping: stored["link_type"].integer ?? 0),
      snapLength: stored["snap_length"].count ?? 0, name: stored["name"].text,
      description: stored["description"].text, filter: stored["filter"].text,
      received: stored["received"].integer.map { UInt64(clamping: $0) },
      dropped: stored["dropped"].integer.map { UInt64(clamping: $0) })
  }
}

extension InputRecord.Ending {
  fileprivate init(_ stored: StoredRecord) {
    self.init(
      kind: stored["kind"].text.flatMap(Kind.init(rawValue:)) ?? .damaged,
      offset: stored["offset"].count, expected: stored["expected"].text)
  }
}

extension InputRecord.Note {
  fileprivate init(_ stored: StoredRecord) {
    self.init(
      code: stored["code"].text ?? "", message: stored["message"].text ?? "",
      offset: stored["offset"].count, frame: stored["frame"].count)
  }
}

extension InputRecord.Failure {
  fileprivate init(_ stored: StoredRecord) {
    self.init(
      code: stored["code"].text ?? "", message: stored["message"].text ?? "",
      offset: stored["offset"].count ?? 0, expected: stored["expected"].text ?? "")
  }
}

extension InputRecord.Contents {
  fileprivate init(_ stored: StoredRecord) {
    self.init(
      packets: stored["packets"].count ?? 0, tcpSegments: stored["tcp_segments"].count ?? 0,
      udpDatagrams: stored["udp_datagrams"].count ?? 0,
      tcpConnections: stored["tcp_connections"].count ?? 0,
      topPorts: stored["top_ports"].records.map {
        InputRecord.PortCount(
          port: UInt16(clamping: $0["port"].integer ?? 0), connections: $0["connections"].count ?? 0
        )
      },
      midStreamConnections: stored["mid_stream_connections"].count ?? 0,
      midStreamPorts: stored["mid_stream_ports"].records.map {
        InputRecord.PortCount(
          port: UInt16(clamping: $0["port"].integer ?? 0), connections: $0["connections"].count ?? 0
        )
      },
      rdpOverUDP: stored["rdp_over_udp"].count ?? 0)
  }
}
