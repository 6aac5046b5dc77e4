/// Reads capture files of any kind that is recognised by content: pcap and pcapng, plain or
/// compressed, from a path or from standard input.
public enum CaptureFile {
  /// Reads all packets in file order.
  ///
  /// What is wrong after the capture's header does not throw: packets until there are handed over,
  /// and the summary's `ending` and `notes` say what happened.
  /// - Parameters:
  ///   - opener: keeps an archive open from one of its entries to the next.
  ///   - workers: of several, one undoes a compression ahead.
  ///   - secrets: is told each decryption-secrets block where it stands between the packets.
  ///   - hostDrops: is told each packet that the capturing host dropped inside its stack, with its bytes.
  ///   - body: gets each packet; its bytes are borrowed for the call.
  /// - Throws: `CaptureError` where not even a capture's header can be read.
  public static func read(
    _ source: CaptureSource, limits: ReadingLimits = ReadingLimits(),
    opener: SourceOpener? = nil, workers: Workers = .one,
    secrets: (CaptureSecrets) -> Void = { _ in },
    hostDrops: (HostDrop, RawSpan) -> Void = { _, _ in },
    _ body: (borrowing PacketRecord, RawSpan) -> Void
  ) throws(CaptureError) -> CaptureSummary {
    let opened = try OpenedCapture(source, limits: limits, opener: opener)
    if workers.count > 1 { opened.decompressAhead() }
    return try opened.read(secrets: secrets, hostDrops: hostDrops) { record, bytes in
      body(record, bytes)
      return .proceed
    }
  }

  /// Reads packets in file order until `body` answers `.stop`.
  public static func readUntilStopped(
    _ source: CaptureSource, limits: ReadingLimits = ReadingLimits(),
    opener: SourceOpener? = nil, secrets: (CaptureSecrets) -> Void = { _ in },
    hostDrops: (HostDrop, RawSpan) -> Void = { _, _ in },
    _ body: (borrowing PacketRecord, RawSpan) -> ReadingControl
  ) throws(CaptureError) -> CaptureSummary {
    let opened = try OpenedCapture(source, limits: limits, opener: opener)
    return try opened.read(secrets: secrets, hostDrops: hostDrops, body)
  }

  /// What stands before and with the first packet of a capture of this format; nil for other formats,
  /// of which nothing is read: some have to be read whole to know their first packet.
  package static func front(
    of source: CaptureSource, ifFormat format: CaptureFormat, limits: ReadingLimits
  ) throws(CaptureError) -> CaptureSummary? {
    let opened = try OpenedCapture(source, limits: limits)
    guard opened.format == format else { return nil }
    return try opened.read(secrets: { _ in }, hostDrops: { _, _ in }) { _, _ in .stop }
  }

  /// Reads any capture as libpcap reads it: the witness for our own readers.
  package static func readThroughLibPCAP(
    _ source: CaptureSource, limits: ReadingLimits = ReadingLimits(),
    _ body: (borrowing PacketRecord, RawSpan) -> Void
  ) throws(CaptureError) -> CaptureSummary {
    let opened = try OpenedCapture(source, limits: limits)
    let summary = CaptureSummary(
      source: source, format: opened.format, compression: opened.compression)
    return try opened.readThroughLibPCAP(into: summary) { record, bytes in
      body(record, bytes)
      return .proceed
    }
  }

  /// The time of the first packet that has one, among the first packets.
  public static func firstTime(of source: CaptureSource, limits: ReadingLimits = ReadingLimits())
    -> Timestamp?
  {
    guard let opened = try? OpenedCapture(source, limits: limits) else { return nil }
    return opened.firstTime()
  }

  /// What an input is, without reading its packets: enough to sort a folder's files.
  public static func format(of source: CaptureSource, limits: ReadingLimits = ReadingLimits())
    throws(CaptureError) -> CaptureFormat
  {
    try OpenedCapture(source, limits: limits).format
  }
}
