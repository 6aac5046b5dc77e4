public import CaptureReader
import LogReader

/// Writes logs anew with pseudonyms. Lines of programs that are not read here are left empty: nobody
/// knows whom they name. Event logs become XML, with the events that are read here.
public struct LogAnonymizer {
  private let pseudonyms: Pseudonyms
  private let limits: ReadingLimits

  /// What one log came to.
  public struct Count: Sendable, Hashable {
    public var lines = 0
    /// Lines and events that nobody knows what they say: left out.
    public var unknown = 0
    public var isEventLog = false
  }

  public init(pseudonyms: Pseudonyms, limits: ReadingLimits = ReadingLimits()) {
    self.pseudonyms = pseudonyms
    self.limits = limits
  }

  /// Reads a log and takes the names that it gives.
  public func collectNames(of source: CaptureSource, into names: inout NameBook) throws {
    _ = try LogPieces.read(source, limits: limits) { piece in
      guard piece.isKnown else { return }
      for event in piece.events { names.add(event) }
      names.add(namedIn: piece.text)
    }
  }

  public func anonymize(
    _ source: CaptureSource, names: NameBook, write: ([UInt8]) throws -> Void
  ) throws -> Count {
    let scrubber = TextScrubber(pseudonyms: pseudonyms, names: names)
    var count = Count()
    var failure: (any Error)?
    let outcome = try LogPieces.read(source, limits: limits) { piece in
      guard failure == nil else { return }
      count.lines += 1
      let isKept = piece.isKnown || Self.isHeader(piece.text)
      if !isKept, !piece.text.isEmpty { count.unknown += 1 }
      do {
        try write((isKept ? scrubber.scrubbed(piece.text) : []) + [0x0A])
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    count.isEventLog = outcome.format == .evtx
    return count
  }

  /// Directives of the W3C's extended log format, by which the lines behind them are read.
  private static func isHeader(_ line: [UInt8]) -> Bool {
    ["#Fields:", "#Version:", "#Software:", "#Time Format:"].contains {
      line.starts(with: $0.utf8)
    }
  }
}
