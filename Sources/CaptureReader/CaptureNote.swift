/// Something about a file that makes its data less certain, but did not stop the reading.
public struct CaptureNote: Hashable, Sendable, Codable {
  public var code: Code
  /// One sentence for people.
  public var message: String
  /// Bytes from the start of the (decompressed) capture.
  public var offset: Int?
  /// The frame it is about, counted from 1.
  public var frame: Int?

  public init(_ code: Code, _ message: String, offset: Int? = nil, frame: Int? = nil) {
    self.code = code
    self.message = message
    self.offset = offset
    self.frame = frame
  }

  /// A stable name of a kind of note; more may be added.
  public struct Code: RawRepresentable, Hashable, Sendable, Codable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A pcapng block's two total lengths differ.
    public static let lengthMismatch = Code(rawValue: "block_length_mismatch")
    /// A pcapng block's total length is no multiple of four.
    public static let unalignedBlock = Code(rawValue: "block_unaligned")
    /// A block's own fields contradict its length; the block was skipped.
    public static let invalidBlock = Code(rawValue: "block_invalid")
    /// A block names an interface that its section does not describe; it was skipped.
    public static let unknownInterface = Code(rawValue: "interface_unknown")
    /// Packets without a time (pcapng Simple Packet Block).
    public static let noTimestamps = Code(rawValue: "time_absent")
    /// A packet says it captured more bytes than it had.
    public static let capturedBeyondOriginal = Code(rawValue: "captured_beyond_original")
    /// A packet has more captured bytes than its file's snap length; they are kept.
    public static let beyondSnapLength = Code(rawValue: "captured_beyond_snap_length")
    /// Decryption secrets beyond the limit were left out.
    public static let secretsOmitted = Code(rawValue: "secrets_omitted")
    /// Compressed data ended in order, other bytes follow.
    public static let trailingBytes = Code(rawValue: "compression_trailing_bytes")
    /// Windows dropped packets inside the capturing host.
    public static let hostDrops = Code(rawValue: "host_drops")
    /// An event trace that holds no packets.
    public static let noPacketEvents = Code(rawValue: "trace_without_packets")
    /// Packets are shortened by pktmon's default.
    public static let shortenedByDefault = Code(rawValue: "trace_shortened")
    /// Providers of an event trace beside those that capture.
    public static let traceEvents = Code(rawValue: "trace_events")
    /// Events of an event trace that were counted but not kept.
    public static let traceEventsLeftOut = Code(rawValue: "trace_events_left_out")
    /// The event trace itself lost events.
    public static let eventsLost = Code(rawValue: "trace_events_lost")
    /// Packets that an event trace holds without headers.
    public static let unsupportedPackets = Code(rawValue: "trace_packets_unsupported")
    /// An event trace could not be put in order of time as a whole.
    public static let eventsUnordered = Code(rawValue: "trace_unordered")
    /// Decompression failed; what was decoded before is kept.
    public static let decompressionFailed = Code(rawValue: "decompression_failed")
  }
}

/// Where the reading of a capture ended. What was read before is kept in every case.
public enum CaptureEnding: Hashable, Sendable, Codable {
  /// At the end of a record, with nothing after it.
  case complete
  /// The data ends inside of a record: `offset` is where that record starts.
  case cut(offset: Int, expected: String)
  /// From `offset` on, the data is not what the format says.
  case damaged(offset: Int, expected: String)
}
