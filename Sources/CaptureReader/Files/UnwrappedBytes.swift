/// Bytes whose compressions are undone, and what they are then.
struct UnwrappedBytes {
  private(set) var bytes: PeekedBytes
  /// What the ratios are measured against.
  let stored: any StoredBytes
  private(set) var gzip: GzipBytes?
  /// Outermost first.
  private(set) var compressions: [String] = []
  let recognised: FormatRecognition

  /// Why a decoder did not start, after those that did.
  struct Failure: Error {
    var compressions: [String]
    var reason: SourceFailure
  }

  init(_ raw: PeekedBytes, stored: any StoredBytes, limits: ReadingLimits) throws(Failure) {
    bytes = raw
    self.stored = stored
    while true {
      let recognised = FormatRecognition(head: bytes.head)
      guard case .compressed(let kind) = recognised, compressions.count < limits.compressionDepth
      else {
        self.recognised = recognised
        return
      }
      do throws(SourceFailure) {
        let decoder = try Self.decoder(of: kind, bytes)
        gzip = decoder as? GzipBytes
        bytes = PeekedBytes(BoundedBytes(decoder, of: stored, limits: limits))
      } catch {
        throw Failure(compressions: compressions + [kind.rawValue], reason: error)
      }
      compressions.append(kind.rawValue)
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

  /// `gzip in xz`, nil where there is none.
  var compression: String? {
    compressions.isEmpty ? nil : compressions.reversed().joined(separator: " in ")
  }
}
