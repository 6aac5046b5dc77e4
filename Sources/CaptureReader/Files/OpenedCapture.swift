/// An input whose compressions are undone and whose format is known.
struct OpenedCapture {
  let source: CaptureSource
  let format: CaptureFormat
  let compression: String?
  private let limits: ReadingLimits
  private let bytes: PeekedBytes
  private let gzip: GzipBytes?
  /// Stored bytes, where that is known.
  private let storedSize: Int?
  /// Below it a core of its own does not pay.
  private static let leastAhead = 256 << 10

  init(_ source: CaptureSource, limits: ReadingLimits, opener: SourceOpener? = nil)
    throws(CaptureError)
  {
    let opener = opener ?? SourceOpener(limits: limits)
    let raw: (bytes: PeekedBytes, stored: any StoredBytes)
    do throws(SourceFailure) {
      raw = try opener.open(source)
    } catch {
      throw CaptureError(file: source.name, code: .cannotOpen(reason: error.message))
    }
    try self.init(source, raw.bytes, stored: raw.stored, limits: limits)
  }

  /// A capture in bytes that are open already.
  init(
    _ source: CaptureSource, _ raw: PeekedBytes, stored: any StoredBytes, limits: ReadingLimits
  ) throws(CaptureError) {
    let unwrapped: UnwrappedBytes
    do throws(UnwrappedBytes.Failure) {
      unwrapped = try UnwrappedBytes(raw, stored: stored, limits: limits)
    } catch {
      throw Self.error(error.reason, source, error.compressions)
    }
    try self.init(source, unwrapped, limits: limits)
  }

  init(_ source: CaptureSource, _ unwrapped: UnwrappedBytes, limits: ReadingLimits)
    throws(CaptureError)
  {
    guard case .capture(let format) = unwrapped.recognised else {
      throw Self.error(unwrapped.recognised, unwrapped.bytes, source, unwrapped.compressions)
    }
    self.source = source
    self.limits = limits
    self.format = format
    bytes = unwrapped.bytes
    gzip = unwrapped.gzip
    storedSize = unwrapped.stored.total
    compression = unwrapped.compression
  }

  private static func error(
    _ recognised: FormatRecognition, _ bytes: PeekedBytes, _ source: CaptureSource,
    _ compressions: [String]
  ) -> CaptureError {
    if bytes.head.count < 4, let failure = bytes.failure {
      return error(failure, source, compressions)
    }
    if bytes.head.isEmpty { return CaptureError(file: source.name, code: .empty) }
    let code: CaptureError.Code =
      switch recognised {
      case .known(let format), .capture(let format):
        .knownFormat(format, conversion: format.conversionCommand(for: source.name))
      case .compressed(let kind):
        .notACapture(found: "too many compressions, \(kind.rawValue) last")
      case .unknown(let found): .notACapture(found: found)
      }
    return CaptureError(file: source.name, code: code)
  }

  static func error(
    _ failure: SourceFailure, _ source: CaptureSource, _ compressions: [String]
  ) -> CaptureError {
    guard failure.kind != .unreadable, let compression = compressions.last else {
      return CaptureError(file: source.name, code: .cannotRead(reason: failure.message))
    }
    return CaptureError(
      file: source.name, code: .decompression(compression, reason: failure.message))
  }

  /// Has another core undo the compression while packets are looked at. A pipe is read only by who
  /// waits for it.
  func decompressAhead() {
    guard compression != nil, case .file = source, storedSize ?? 0 >= Self.leastAhead
    else { return }
    bytes.readAhead()
  }

  /// Reads packets in file order until `body` answers `.stop`.
  func read(
    secrets: (CaptureSecrets) -> Void, hostDrops: (HostDrop, RawSpan) -> Void = { _, _ in },
    _ body: (borrowing PacketRecord, RawSpan) -> ReadingControl
  ) throws(CaptureError) -> CaptureSummary {
    let summary = CaptureSummary(source: source, format: format, compression: compression)
    switch format {
    case .pcapng: return try readPCAPNG(into: summary, secrets: secrets, body)
    case .etl:
      var reader = ETLReader(summary, limits: limits)
      reader.read(bytes, drops: hostDrops, body)
      return finished(reader.summary)
    default:
      guard let reader = PCAPReader(PCAPVariant(head: bytes.head), limits: limits) else {
        return try readThroughLibPCAP(into: summary, body)
      }
      var summary = summary
      reader.read(bytes, into: &summary, body)
      return finished(summary)
    }
  }

  /// The time of the first packet that has one; consumes the capture.
  func firstTime() -> Timestamp? {
    var time: Timestamp?
    var looked = 0
    _ = try? read(secrets: { _ in }) { record, _ in
      looked += 1
      if record.time.nanoseconds > 0 { time = record.time }
      return time == nil && looked < limits.packetsLookedAt ? .proceed : .stop
    }
    return time
  }

  /// The times of the first packet that has one and of the newest; consumes the capture. The newest is
  /// nil where the packets take more than `limit` bytes.
  func times(within limit: Int) -> (first: Timestamp?, newest: Timestamp?) {
    var first: Timestamp?
    var newest: Timestamp?
    var left = limit
    var looked = 0
    _ = try? read(secrets: { _ in }) { record, bytes in
      looked += 1
      if record.time.nanoseconds > 0 {
        if first == nil, looked <= limits.packetsLookedAt { first = record.time }
        newest = max(record.time, newest ?? record.time)
      }
      left -= bytes.byteCount + Self.leastRecord
      return left > 0 ? .proceed : .stop
    }
    return left > 0 ? (first, newest) : (first, nil)
  }

  /// Bytes that a packet takes in a file beside its own.
  private static let leastRecord = 16

  private func readPCAPNG(
    into summary: CaptureSummary, secrets: (CaptureSecrets) -> Void,
    _ body: (borrowing PacketRecord, RawSpan) -> ReadingControl
  ) throws(CaptureError) -> CaptureSummary {
    var reader = PCAPNGReader(summary, limits: limits)
    reader.read(bytes, secrets: secrets, body)
    guard reader.summary.sections > 0 else {
      switch reader.summary.ending {
      case .cut(let offset, let expected), .damaged(let offset, let expected):
        throw CaptureError(
          file: source.name,
          code: .header(.pcapng, reason: bytes.failure?.message ?? "no section header"),
          offset: offset, expected: expected)
      case .complete: throw CaptureError(file: source.name, code: .empty)
      }
    }
    return finished(reader.summary)
  }

  /// Reads any capture through libpcap.
  func readThroughLibPCAP(
    into summary: CaptureSummary,
    _ body: (borrowing PacketRecord, RawSpan) -> ReadingControl
  ) throws(CaptureError) -> CaptureSummary {
    var summary = summary
    do throws(SourceFailure) {
      var reader = try LibPCAPReader(bytes, limits: limits)
      reader.read(into: &summary, body)
    } catch {
      throw CaptureError(
        file: source.name, code: .header(.pcap, reason: bytes.failure?.message ?? error.message),
        expected: "a pcap file header of version 2")
    }
    return finished(summary)
  }

  /// Adds what the decoders know: a reader that ran out of bytes cannot tell why.
  private func finished(_ summary: CaptureSummary) -> CaptureSummary {
    bytes.finishAhead()
    var summary = summary
    // What a decoder that is ahead has met is not what was read.
    if bytes.isAtEnd, gzip?.hasTrailingBytes == true {
      summary.add(
        CaptureNote(.trailingBytes, "bytes after the compressed data were left out"), limits: limits
      )
    }
    guard let failure = bytes.failure, !summary.isStopped else { return summary }
    let offset: Int
    switch summary.ending {
    // The reader found something wrong before the decoder's failure.
    case .damaged: return summary
    case .cut(let start, _): offset = start
    case .complete: offset = summary.readBytes
    }
    if compression != nil {
      summary.add(
        CaptureNote(.decompressionFailed, failure.message, offset: summary.readBytes),
        limits: limits)
    }
    let expected = "more data (\(failure.message))"
    summary.ending =
      failure.kind == .cut
      ? .cut(offset: offset, expected: expected) : .damaged(offset: offset, expected: expected)
    return summary
  }
}
