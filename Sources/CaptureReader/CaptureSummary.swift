/// What a file is and how well it could be read: everything but its packets.
public struct CaptureSummary: Hashable, Sendable {
  public var source: CaptureSource
  public var format: CaptureFormat
  /// Name of the compression around the capture (`gzip`, or `gzip in xz`), nil where there is none.
  public var compression: String?
  /// The tool-independent order of `PacketRecord.interface`; all sections, in file order.
  public var interfaces: [CaptureInterface] = []
  public var packets = 0
  /// Captured bytes of all packets.
  public var capturedBytes = 0
  /// Packets of which fewer bytes were captured than they had (snap length).
  public var shortenedPackets = 0
  /// Packets that the capturing host dropped inside its stack and logged as dropped (pktmon).
  public var droppedInHost = 0
  /// The same by reason and part of the stack, most packets first.
  public var hostDrops: [HostDropTally] = []
  /// Records of an event trace, of all kinds.
  public var traceRecords = 0
  /// Events beside packets that an event trace holds, decoded; in order of time.
  public var traceEvents: [TraceEvent] = []
  /// Providers of an event trace other than those that capture, most events first.
  public var traceProviders: [TraceProvider] = []
  /// Events and buffers that Windows lost while it traced, as the trace itself says.
  public var traceLostEvents = 0
  public var traceLostBuffers = 0
  /// Earliest and latest packet time; packets without a time are left out.
  public var firstTime: Timestamp?
  public var lastTime: Timestamp?
  /// Packets that are older than one before them, and by how much at most.
  public var backwardSteps = 0
  public var largestBackwardStep = TimeSpan.zero
  /// Comments of sections, interfaces and packets, as far as the limits let them be kept.
  public var comments: [CaptureComment] = []
  public var commentsOmitted = 0
  /// What the first pcapng section says about where it was captured.
  public var hardware: String?
  public var operatingSystem: String?
  public var application: String?
  /// pcapng sections; 1 for pcap.
  public var sections = 0
  /// Decryption secrets in file order.
  public var secrets: [CaptureSecrets] = []
  /// Blocks that were skipped by type: name resolution, custom, unknown.
  public var skippedBlocks: [UInt32: Int] = [:]
  public var notes: [CaptureNote] = []
  public var notesOmitted = 0
  public var ending = CaptureEnding.complete
  /// The caller stopped the reading; counts and `ending` cover what was read until then.
  public var isStopped = false
  /// Bytes of the capture that were read, after decompression.
  public var readBytes = 0

  public init(source: CaptureSource, format: CaptureFormat, compression: String? = nil) {
    self.source = source
    self.format = format
    self.compression = compression
  }

  /// Until when the capture ran, where its own carved captures say so: other programs write the time
  /// at which they stopped by another clock than that of the packets.
  ///
  /// - Parameter meant: the interfaces that count; nil for all.
  public func statedEnd(of meant: Set<Int>? = nil) -> Timestamp? {
    guard application?.hasPrefix("rdpwhy") ?? false else { return nil }
    return interfaces.enumerated().filter { meant?.contains($0.offset) ?? true }
      .compactMap(\.element.listenedUntil).max()
  }

  /// A provider of an event trace and how many events of it there are.
  public struct TraceProvider: Hashable, Sendable {
    public var name: String
    public var events: Int

    public init(name: String, events: Int) {
      self.name = name
      self.events = events
    }
  }

  mutating func add(_ note: CaptureNote, limits: ReadingLimits) {
    guard notes.count < limits.notes else {
      notesOmitted &+= 1
      return
    }
    notes.append(note)
  }

  /// For notes that could stand at every packet: the first place is enough.
  mutating func addOnce(_ note: CaptureNote, limits: ReadingLimits) {
    if notes.contains(where: { $0.code == note.code }) {
      notesOmitted &+= 1
    } else {
      add(note, limits: limits)
    }
  }

  /// Notes a packet with more captured bytes than it can have.
  mutating func noteLength(
    _ captured: Int, _ record: borrowing PacketRecord, offset: Int, limits: ReadingLimits
  ) {
    let note =
      captured > record.originalLength
      ? CaptureNote(
        .capturedBeyondOriginal, "a packet has more captured bytes than it had on the wire",
        offset: offset, frame: record.frame)
      : CaptureNote(
        .beyondSnapLength, "a packet has more captured bytes than the file's snap length",
        offset: offset, frame: record.frame)
    addOnce(note, limits: limits)
  }

  mutating func add(_ tally: PacketTally) {
    packets = tally.packets
    capturedBytes = tally.capturedBytes
    shortenedPackets = tally.shortenedPackets
    backwardSteps = tally.backwardSteps
    largestBackwardStep = tally.largestBackwardStep
    guard tally.firstTime <= tally.lastTime else { return }
    firstTime = tally.firstTime
    lastTime = tally.lastTime
  }
}

/// A comment that somebody wrote into the file.
public struct CaptureComment: Hashable, Sendable, Codable {
  /// The frame it belongs to, nil where it is about the whole capture or an interface.
  public var frame: Int?
  public var text: String

  public init(frame: Int? = nil, text: String) {
    self.frame = frame
    self.text = text
  }
}

/// The contents of a pcapng Decryption Secrets Block (§4.7).
public struct CaptureSecrets: Hashable, Sendable {
  public var type: SecretsType
  public var bytes: [UInt8]

  public init(type: SecretsType, bytes: [UInt8]) {
    self.type = type
    self.bytes = bytes
  }

  public struct SecretsType: RawRepresentable, Hashable, Sendable, Codable {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// NSS key log lines.
    public static let tlsKeyLog = SecretsType(rawValue: 0x544c_534b)
    public static let sshKeyLog = SecretsType(rawValue: 0x5353_484b)
    public static let wireGuardKeyLog = SecretsType(rawValue: 0x5747_4b4c)
  }
}

/// The per-packet counts, apart from the summary so that the packet loop touches numbers only.
struct PacketTally {
  private(set) var packets = 0
  private(set) var capturedBytes = 0
  private(set) var shortenedPackets = 0
  private(set) var firstTime = Timestamp(nanoseconds: .max)
  private(set) var lastTime = Timestamp(nanoseconds: .min)
  private(set) var backwardSteps = 0
  private(set) var largestBackwardStep = TimeSpan.zero

  mutating func count(captured: Int, original: Int) {
    packets &+= 1
    capturedBytes &+= captured
    if captured < original { shortenedPackets &+= 1 }
  }

  mutating func count(captured: Int, original: Int, at time: Timestamp) {
    count(captured: captured, original: original)
    if time < firstTime { firstTime = time }
    if time >= lastTime {
      lastTime = time
    } else {
      backwardSteps &+= 1
      largestBackwardStep = max(largestBackwardStep, lastTime.since(time))
    }
  }
}
