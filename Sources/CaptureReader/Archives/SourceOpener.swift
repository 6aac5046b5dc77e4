/// Opens captures; keeps an archive open from one of its entries to the next, so that a whole archive
/// is read in one pass where its entries are asked for in their order.
public final class SourceOpener {
  private let limits: ReadingLimits
  package let monitor: ReadingMonitor?
  private let digests: InputDigests?
  private var open: OpenArchive?
  /// What was passed over in archives that were opened before, in bytes.
  private var passed: [String: Int] = [:]

  /// - Parameter digests: takes the SHA-256 of what is read.
  public init(
    limits: ReadingLimits = ReadingLimits(), monitor: ReadingMonitor? = nil,
    digests: InputDigests? = nil
  ) {
    self.limits = limits
    self.monitor = monitor
    self.digests = digests
  }

  /// The SHA-256 of an input that was read.
  public func digest(of source: CaptureSource) -> InputDigest {
    digests?.digest(of: source) { monitor?.isCancelled ?? false } ?? .unknown(.off)
  }

  /// An archive at one of its entries, with the nested archive that this entry is.
  private struct OpenArchive {
    var path: String
    var cursor: ArchiveCursor
    var stored: any StoredBytes
    var nested: ArchiveCursor?

    var passed: Int { cursor.passed.addingSaturating(nested?.passed ?? 0) }
  }

  func open(_ source: CaptureSource) throws(SourceFailure) -> (
    bytes: PeekedBytes, stored: any StoredBytes
  ) {
    switch source {
    case .entry(let entry): return try open(entry)
    case .file, .standardInput:
      let file = FileBytes(
        try FileHandle.open(source), monitor: monitor, digest: digests?.begin(source))
      return (PeekedBytes(file), file)
    }
  }

  private func open(_ entry: ArchiveEntry) throws(SourceFailure) -> (
    bytes: PeekedBytes, stored: any StoredBytes
  ) {
    guard let step = entry.steps.first, entry.steps.count <= limits.archiveDepth else {
      throw SourceFailure(.limit, "archives are nested too deep")
    }
    let inner = entry.steps.count > 1 ? entry.steps[1] : nil
    var archive = try archive(of: entry, step, inner)
    // While anything here fails, the archive counts as lost.
    open = nil
    do throws(SourceFailure) {
      let bytes = try bytes(at: step, inner, in: &archive)
      open = archive
      return (bytes, archive.stored)
    } catch {
      close(archive)
      throw error
    }
  }

  private func bytes(
    at step: ArchiveEntry.Step, _ inner: ArchiveEntry.Step?, in archive: inout OpenArchive
  ) throws(SourceFailure) -> PeekedBytes {
    if archive.cursor.index < step.index {
      archive.nested = nil
      try Self.advance(archive.cursor, to: step)
    }
    var bytes = PeekedBytes(
      BoundedBytes(archive.cursor.contents(), of: archive.stored, limits: limits))
    if let inner {
      let nested: ArchiveCursor
      if let open = archive.nested {
        nested = open
      } else {
        nested = try nestedArchive(
          try Self.unwrapped(bytes, stored: archive.stored, limits: limits))
      }
      try Self.advance(nested, to: inner)
      archive.nested = nested
      bytes = PeekedBytes(BoundedBytes(nested.contents(), of: archive.stored, limits: limits))
    }
    return bytes
  }

  private func close(_ archive: OpenArchive) {
    let before = passed[archive.path, default: 0]
    passed[archive.path] = before.addingSaturating(archive.passed)
  }

  /// The archive as it is open, where the entry still lies before it; else from its beginning.
  private func archive(
    of entry: ArchiveEntry, _ step: ArchiveEntry.Step, _ inner: ArchiveEntry.Step?
  ) throws(SourceFailure) -> OpenArchive {
    if let open, open.path == entry.archive {
      if open.cursor.index < step.index { return open }
      if open.cursor.index == step.index, let inner, let nested = open.nested,
        nested.index < inner.index
      {
        return open
      }
    }
    if let open { close(open) }
    open = nil
    let archive = try archive(at: entry.archive)
    let before = passed[entry.archive, default: 0]
    guard
      before <= limits.rereadBytes
        || before / max(1, limits.compressionRatio) <= archive.stored.total ?? .max
    else {
      throw SourceFailure(
        .limit,
        "its captures lie in another order than their times, too many to go back for each: "
          + "unpack it")
    }
    return archive
  }

  private static func advance(_ cursor: ArchiveCursor, to step: ArchiveEntry.Step)
    throws(SourceFailure)
  {
    while cursor.index < step.index {
      guard try cursor.next() != nil else {
        throw SourceFailure(.cut, "the archive has no entry \(step.index) any more")
      }
    }
    guard cursor.header?.name == step.name else {
      throw SourceFailure(.damaged, "another entry stands there now: the archive has changed")
    }
  }

  private func archive(at path: String) throws(SourceFailure) -> OpenArchive {
    let (bytes, stored) = try open(.file(path))
    let unwrapped = try Self.unwrapped(bytes, stored: stored, limits: limits)
    let isPlain = unwrapped.compressions.isEmpty
    switch unwrapped.recognised {
    case .known(.tar):
      let cursor = try ArchiveCursor(
        streaming: .tar, unwrapped.bytes, stored: stored, limits: limits)
      return OpenArchive(path: path, cursor: cursor, stored: stored)
    case .known(.zip) where isPlain, .known(.sevenZip) where isPlain:
      let kind: ArchiveCursor.Kind = unwrapped.recognised == .known(.zip) ? .zip : .sevenZip
      let cursor = try ArchiveCursor(seeking: kind, path: path, monitor: monitor, limits: limits)
      let whole = StoredFile(size: stored.total, monitor: monitor)
      return OpenArchive(path: path, cursor: cursor, stored: whole)
    default: throw SourceFailure(.damaged, "is no archive that is read here")
    }
  }

  /// An archive inside of an entry: a tar is streamed, the others are held in memory.
  private func nestedArchive(_ unwrapped: UnwrappedBytes) throws(SourceFailure) -> ArchiveCursor {
    switch unwrapped.recognised {
    case .known(.tar):
      return try ArchiveCursor(
        streaming: .tar, unwrapped.bytes, stored: unwrapped.stored, limits: limits)
    case .known(.zip), .known(.sevenZip):
      let kind: ArchiveCursor.Kind = unwrapped.recognised == .known(.zip) ? .zip : .sevenZip
      let held = try unwrapped.bytes.readAll(limit: limits.nestedArchiveBytes)
      return try ArchiveCursor(kind, in: held, stored: unwrapped.stored, limits: limits)
    default: throw SourceFailure(.damaged, "is no archive that is read here")
    }
  }

  private static func unwrapped(
    _ bytes: PeekedBytes, stored: any StoredBytes, limits: ReadingLimits
  ) throws(SourceFailure) -> UnwrappedBytes {
    do throws(UnwrappedBytes.Failure) {
      return try UnwrappedBytes(bytes, stored: stored, limits: limits)
    } catch {
      throw error.reason
    }
  }

  /// Walks an archive; `body` gets each file in it with its bytes, nested archives opened.
  func walk(
    _ path: String, _ body: (ArchiveEntry, UnwrappedBytes?, SourceFailure?) -> Void
  ) throws(SourceFailure) {
    let archive = try archive(at: path)
    try walk(archive.cursor, ArchiveEntry(archive: path, steps: []), archive.stored, body)
  }

  private func walk(
    _ cursor: ArchiveCursor, _ parent: ArchiveEntry, _ stored: any StoredBytes,
    _ body: (ArchiveEntry, UnwrappedBytes?, SourceFailure?) -> Void
  ) throws(SourceFailure) {
    while let header = try cursor.next() {
      try monitor?.check()
      guard header.isFile else { continue }
      var entry = parent
      entry.steps.append(
        ArchiveEntry.Step(index: header.index, name: header.name, size: header.size))
      do throws(SourceFailure) {
        let raw = PeekedBytes(BoundedBytes(cursor.contents(), of: stored, limits: limits))
        let unwrapped = try Self.unwrapped(raw, stored: stored, limits: limits)
        guard case .known(let format) = unwrapped.recognised,
          [.tar, .zip, .sevenZip].contains(format),
          entry.steps.count < limits.archiveDepth
        else {
          body(entry, unwrapped, nil)
          continue
        }
        let nested = try nestedArchive(unwrapped)
        try walk(nested, entry, stored, body)
      } catch {
        if error.message == "interrupted" { throw error }
        body(entry, nil, error)
      }
    }
  }
}
