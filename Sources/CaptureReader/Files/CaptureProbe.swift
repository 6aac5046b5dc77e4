/// What a file holds, told without reading more of it than must be.
public struct CaptureProbe: Sendable {
  /// A capture, or what is none.
  public struct Item: Sendable {
    public var source: CaptureSource
    /// Bytes of the file, or those that the archive says its entry has.
    public var bytes: Int?
    /// Time of the first packet; nil where there is none.
    public var firstTime: Timestamp?
    /// Time of the newest packet; nil where there is none, or the capture is not small.
    public var newestTime: Timestamp?
    /// Why it cannot be read.
    public var failure: CaptureError?
    /// What cannot be read is an archive, which nobody needs to open again.
    public var isBrokenArchive: Bool

    public init(
      source: CaptureSource, bytes: Int? = nil, failure: CaptureError? = nil,
      isBrokenArchive: Bool = false
    ) {
      self.source = source
      self.bytes = bytes
      self.failure = failure
      self.isBrokenArchive = isBrokenArchive
    }

    /// It is something else than a capture, and not named like one: a text, a picture.
    public var isForeign: Bool {
      guard let failure, !source.isNamedLikeCapture else { return false }
      switch failure.code {
      case .notACapture, .empty, .decompression: return true
      case .knownFormat(let format, _): return !format.mayHoldPackets
      case .cannotOpen, .cannotRead, .header: return false
      }
    }
  }

  /// The file itself, or an archive's files in their order and the archive where it could not be read
  /// to its end.
  public var items: [Item]
  public var isArchive: Bool
  /// Empty files in an archive that are not named like captures; they are no items.
  public private(set) var emptyForeign = 0

  /// Looks at a regular file.
  ///
  /// - Parameter smallSize: captures of so many bytes are read to their end, to know its time.
  public init(
    _ path: String, smallSize: Int = 0, limits: ReadingLimits = ReadingLimits(),
    monitor: ReadingMonitor? = nil
  ) {
    let source = CaptureSource.file(path)
    let opener = SourceOpener(limits: limits, monitor: monitor)
    isArchive = false
    var item = Item(source: source)
    do throws(CaptureError) {
      let raw: (bytes: PeekedBytes, stored: any StoredBytes)
      do throws(SourceFailure) {
        raw = try opener.open(source)
      } catch {
        throw CaptureError(file: path, code: .cannotOpen(reason: error.message))
      }
      item.bytes = raw.stored.total
      let unwrapped: UnwrappedBytes
      do throws(UnwrappedBytes.Failure) {
        unwrapped = try UnwrappedBytes(raw.bytes, stored: raw.stored, limits: limits)
      } catch {
        throw OpenedCapture.error(error.reason, source, error.compressions)
      }
      if case .known(let format) = unwrapped.recognised, format.isReadArchive {
        isArchive = true
        items = []
        addEntries(of: path, smallSize: smallSize, opener: opener, limits: limits)
        return
      }
      item.look(at: try OpenedCapture(source, unwrapped, limits: limits), smallSize: smallSize)
    } catch {
      item.failure = error
    }
    items = [item]
  }

  /// Whether a regular file is an archive whose entries are read in place.
  public static func isArchive(_ path: String, limits: ReadingLimits = ReadingLimits()) -> Bool {
    guard let raw = try? SourceOpener(limits: limits).open(.file(path)),
      let unwrapped = try? UnwrappedBytes(raw.bytes, stored: raw.stored, limits: limits),
      case .known(let format) = unwrapped.recognised
    else { return false }
    return format.isReadArchive
  }

  private mutating func addEntries(
    of path: String, smallSize: Int, opener: SourceOpener, limits: ReadingLimits
  ) {
    var empty = 0
    do throws(SourceFailure) {
      try opener.walk(path) { entry, unwrapped, failure in
        var item = Item(source: .entry(entry), bytes: entry.steps.last?.size)
        if let failure {
          item.failure = CaptureError(
            file: entry.name, code: .cannotRead(reason: failure.message))
          item.isBrokenArchive = true
        } else if let unwrapped {
          do throws(CaptureError) {
            item.look(
              at: try OpenedCapture(item.source, unwrapped, limits: limits), smallSize: smallSize)
          } catch {
            item.failure = error
          }
        }
        if case .empty = item.failure?.code {
          // An archive of nothing else would fill the memory, and the output.
          if item.isForeign {
            emptyForeign += 1
            return
          }
          empty += 1
          if empty > limits.emptyEntries { return }
        }
        items.append(item)
      }
    } catch {
      items.append(Self.broken(path, error.message))
    }
    if empty > limits.emptyEntries {
      items.append(
        Self.broken(path, "\(empty - limits.emptyEntries) more of its entries are empty"))
    }
  }

  private static func broken(_ path: String, _ reason: String) -> Item {
    Item(
      source: .file(path),
      failure: CaptureError(file: path, code: .cannotRead(reason: "the archive: \(reason)")),
      isBrokenArchive: true)
  }
}

extension CaptureProbe.Item {
  fileprivate mutating func look(at capture: OpenedCapture, smallSize: Int) {
    if smallSize > 0, bytes.map({ $0 <= smallSize }) ?? true {
      (firstTime, newestTime) = capture.times(within: smallSize)
    } else {
      firstTime = capture.firstTime()
    }
  }
}

extension CaptureFormat {
  /// An archive whose entries are read in place.
  var isReadArchive: Bool {
    switch self {
    case .tar, .zip, .sevenZip: true
    default: false
    }
  }

  /// Not read here, but perhaps full of packets.
  var mayHoldPackets: Bool {
    switch self {
    case .etl, .netMon, .snoop, .sniffer, .netXRay, .erf, .omniPeek, .iptrace, .nettl,
      .visualNetworks, .rar, .cabinet, .tar, .zip, .sevenZip, .pcap, .pcapng:
      true
    case .btsnoop, .evtx, .pktmonText, .tcpdumpText, .hexDump, .json, .ownResult, .xml,
      .utf16Text:
      false
    }
  }
}
