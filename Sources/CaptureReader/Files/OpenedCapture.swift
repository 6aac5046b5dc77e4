/// An input whose compressions are undone and whose format is known.
struct OpenedCapture {
  let source: CaptureSource
  let format: CaptureFormat
  private(set) var compression: String?
  private let limits: ReadingLimits
  private let bytes: PeekedBytes
  private let gzip: GzipBytes?

  init(_ source: CaptureSource, limits: ReadingLimits) throws(CaptureError) {
    self.source = source
    self.limits = limits
    let file: FileBytes
    do throws(SourceFailure) {
      file = FileBytes(try FileHandle.open(source))
    } catch {
      throw CaptureError(file: source.name, code: .cannotOpen(reason: error.message))
    }
    var bytes = PeekedBytes(file)
    var gzip: GzipBytes?
    var compressions: [String] = []
    while true {
      switch FormatRecognition(head: bytes.head) {
      case .capture(let format):
        self.format = format
        self.bytes = bytes
        self.gzip = gzip
        let names = compressions.reversed().joined(separator: " in ")
        compression = names.isEmpty ? nil : names
        return
      case .compressed(let kind) where compressions.count < limits.compressionDepth:
        do throws(SourceFailure) {
          let decoder = try Self.decoder(of: kind, bytes)
          gzip = decoder as? GzipBytes
          bytes = PeekedBytes(BoundedBytes(decoder, of: file, limits: limits))
        } catch {
          throw Self.error(error, source, compressions + [kind.rawValue])
        }
        compressions.append(kind.rawValue)
      case let other: throw Self.error(other, bytes, source, compressions)
      }
    }
  }

  private static func decoder(of kind: FormatRecognition.Compression, _ bytes: PeekedBytes)
    throws(SourceFailure) -> any ByteSource
  {
    switch kind {
    case .gzip: try GzipBytes(bytes)
    case .zstd, .xz, .bzip2, .lz4, .lzma, .lzip, .compress: try ArchiveBytes(bytes)
    }
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

  private static func error(
    _ failure: SourceFailure, _ source: CaptureSource, _ compressions: [String]
  ) -> CaptureError {
    guard failure.kind != .unreadable, let compression = compressions.last else {
      return CaptureError(file: source.name, code: .cannotRead(reason: failure.message))
    }
    return CaptureError(
      file: source.name, code: .decompression(compression, reason: failure.message))
  }

  func readPCAPNG(
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

  func readPCAP(
    into summary: CaptureSummary,
    _ body: (borrowing PacketRecord, RawSpan) -> ReadingControl
  ) throws(CaptureError) -> CaptureSummary {
    var summary = summary
    do throws(SourceFailure) {
      var reader = try PCAPReader(bytes, limits: limits)
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
    var summary = summary
    if gzip?.hasTrailingBytes == true {
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
