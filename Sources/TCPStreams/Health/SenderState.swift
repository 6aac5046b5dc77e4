import CaptureReader
import PacketDecode

/// One direction of a connection while packets come in: where its sender is in the stream, what the
/// other side has acknowledged, and the counts for its record.
///
/// Offsets count stream bytes from the first byte after the SYN (or the first one seen), as 64-bit
/// integers, so that nothing downstream has to know that sequence numbers wrap.
/// Invariant: `acknowledged <= next` once both are known; holes are sorted, disjoint, below `next`.
struct SenderState: Sendable {
  struct Hole: Sendable {
    var start: Int
    var end: Int
    var created: Timestamp
  }

  /// What a repeat was taken for; `late` is one whose first copy seems lost before the capture point.
  enum RepeatKind: Sendable { case timeout, fast, tailLossProbe, late }

  struct Repeat: Sendable {
    var start: Int
    var end: Int
    var kind: RepeatKind
    var time: Timestamp
    /// Its timestamps option's value: an echo of an older one answers the first copy (RFC 3522).
    var timestamp: UInt32?
    /// It was acknowledged, and when; nothing behind it was at once.
    var answered: Timestamp?
  }

  // What every packet touches stands first, close together in memory.

  /// Sequence number of stream offset 0, once known.
  var base: SequenceNumber?
  /// The newest value of its timestamps option.
  var newestTimestamp: UInt32?
  var lastWindow: UInt16 = 0
  var windowScale: UInt8 = 0
  var scalesWindow = false
  /// The byte after the last one sent went out against a closed window.
  var probed = false
  var sentSyn = false
  var sentSynAck = false
  /// Hop limit of its first packet.
  var firstHopLimit: UInt8?
  /// How the packet at hand was sent relative to the one before it.
  var order = SendingOrder.unknown
  /// Nothing of the other side has been captured.
  var isUnanswered = false
  /// Up to where this side selectively acknowledged the other's stream; zero where it does not.
  var highestSACK = 0
  /// Offset after the highest byte seen (a FIN counts one).
  var next = 0
  /// Highest offset the other side acknowledged.
  var acknowledged = 0
  /// Last acknowledgment number this side sent, as an offset of the other side's stream.
  var lastAck: Int?
  var window: Int?
  /// How often the oldest unacknowledged segment was sent, and the last time; how often as a probe.
  var headAttempts = 0
  var headProbes = 0
  /// When the other side last acknowledged something new.
  var lastAdvance = Timestamp(nanoseconds: .min)
  @OptionalItem var headLastSent: ItemReference?
  /// Duplicate acknowledgements this side sent in a row.
  var duplicateAckRun = 0
  var keepAliveRun = 0
  /// Pauses that the other side has not answered after yet.
  var openPauses = PauseTally()
  var assembler = StreamAssembler()
  /// The newest round-trip sample of this side's data.
  var lastRoundTrip = TimeSpan.zero
  var marks = SendMarks()
  var record = DirectionRecord()
  var copies = CopyFilter()

  var holes: [Hole] = []
  /// Largest segment since there are holes.
  var largestBesideHole = 0
  /// What was acknowledged and had not been seen, with the acknowledgement's time; the last few.
  var missed: [Hole] = []
  var lastDuplicateAck: Timestamp?
  var finOffset: Int?
  @Seldom var burst: RetransmissionBurst? = nil
  /// What was sent before the last repeat that began a recovery, and what began it: repeats of it that
  /// follow an acknowledgement belong to the same recovery (RFC 6582, 6675).
  var recoveryPoint = 0
  var recoveryKind = RepeatKind.fast
  /// The other side acknowledged what had not been seen, and this side has not sent beyond it since.
  var doubts: [Doubt] = []
  /// Longest segment that the wire carries for this side: longer ones are cut up behind the capture.
  var segmentLimit = 8_960
  /// The handshake's round trip from the capture to the other side, and to this one.
  var pathTrip: TimeSpan?
  var ownTrip: TimeSpan?
  /// Pauses between the sendings of the oldest unacknowledged segment, or of the SYN; the last
  /// `HealthThresholds.keptPauses`.
  var pauses: [TimeSpan] = []
  /// The last repeats that seemed needed, until the receiver says that they were not; at most
  /// `HealthThresholds.keptRepeats`.
  var repeats: [Repeat] = []

  /// Begins the stream anew: a SYN with another initial sequence number came.
  mutating func restart(at base: SequenceNumber) {
    self.base = base
    next = 0
    acknowledged = 0
    holes = []
    missed = []
    doubts = []
    recoveryPoint = 0
    marks = SendMarks()
    repeats = []
    headAttempts = 0
    headLastSent = nil
    pauses = []
    finOffset = nil
    probed = false
    assembler = StreamAssembler()
  }

  /// No stream is longer, and sums of offsets below stay within Int: forged numbers jump by 2³¹.
  private static let longestStream = 1 << 62

  /// The stream offset of a sequence number; the shorter way round from the highest seen.
  func offset(of sequence: SequenceNumber) -> Int? {
    guard let base, next < Self.longestStream else { return nil }
    return next + base.advanced(by: next).distance(to: sequence)
  }

  /// The retransmission timeout by RFC 6298, with the round trip from end to end as far as it is known
  /// and the lower bound real stacks use for the variation (200 ms).
  @inline(__always)
  var retransmissionTimeout: TimeSpan {
    if let smoothed = record.roundTrip.smoothed {
      let trip = smoothed + (ownTrip ?? .zero)
      return trip + max(.milliseconds(200), record.roundTrip.variation * 4)
    }
    // The handshake's round trip is the first sample: its variation is half of it.
    guard let trip = handshakeTrip else { return .seconds(1) }
    return trip + max(.milliseconds(200), trip * 2)
  }

  /// The handshake's round trip from end to end, where both its halves were seen.
  var handshakeTrip: TimeSpan? {
    guard let pathTrip, let ownTrip else { return nil }
    return pathTrip + ownTrip
  }

  /// Notes how long the segment waited that is sent again now.
  mutating func note(pause: TimeSpan) {
    // What was one segment before the network card cut it up is sent again in pieces.
    guard pause >= HealthThresholds.shortestPause else { return }
    if pauses.count == HealthThresholds.keptPauses { pauses.removeFirst() }
    pauses.append(pause)
    burst?.note(pause: pause)
  }

  /// How the sender repeated what was never answered, up to the end.
  @inline(__always)
  func backoff(handshake: Handshake) -> Backoff? {
    if sentSyn, next == 0, handshake.synAck == nil, let syn = handshake.syn {
      return Backoff(syn: pauses, from: syn.time, stack: stack)
    }
    guard next > acknowledged, let head = marks.first else { return nil }
    return Backoff(data: pauses, from: head.frame.time, stack: stack)
  }

  /// By the options of its SYN and its segments.
  @inline(__always)
  var stack: StackFamily {
    StackFamily(
      usesTimestamps: record.usesTimestamps, windowScale: scalesWindow ? windowScale : nil,
      isAnswer: sentSynAck)
  }

  mutating func noteBurst(_ frame: ItemReference, bytes: Int, end: Int) {
    if var open = burst,
      frame.time.since(open.end.time) <= max(HealthThresholds.burstPause, retransmissionTimeout * 2)
    {
      open.end = frame
      open.segments += 1
      open.bytes += bytes
      open.endOffset = max(open.endOffset, end)
      burst = open
    } else {
      closeBurst()
      burst = RetransmissionBurst(
        start: frame, end: frame, segments: 1, bytes: bytes, endOffset: end)
    }
  }

  private mutating func closeBurst() {
    if let burst { record.note(burst) }
    burst = nil
  }

  mutating func note(outage: Outage) {
    if record.outages.count < HealthThresholds.keptOutages {
      record.outages.append(outage)
    } else if let shortest = record.outages.indices.min(by: {
      record.outages[$0].length < record.outages[$1].length
    }), record.outages[shortest].length < outage.length {
      record.outages.remove(at: shortest)
      record.outages.append(outage)
    }
  }

  /// A round trip, which is also a wait where it took that long.
  @inline(__always)
  mutating func sample(from start: Timestamp, to end: Timestamp) {
    let trip = end.since(start)
    if trip >= StallTally.shortest { noteWait(from: start, to: end, sendings: 1) }
    sample(roundTrip: trip)
  }

  /// Takes a round-trip sample into the smoothed estimate (RFC 6298 §2).
  mutating func sample(roundTrip sample: TimeSpan) {
    guard sample.nanoseconds >= 0 else { return }
    lastRoundTrip = sample
    record.roundTrip.samples += 1
    record.roundTrip.minimum = min(record.roundTrip.minimum ?? sample, sample)
    record.roundTrip.maximum = max(record.roundTrip.maximum ?? sample, sample)
    record.roundTrip.histogram.add(sample)
    if let smoothed = record.roundTrip.smoothed {
      let difference = abs(smoothed.nanoseconds - sample.nanoseconds)
      let variation = record.roundTrip.variation.nanoseconds
      record.roundTrip.variation = TimeSpan(nanoseconds: variation + (difference - variation) / 4)
      record.roundTrip.smoothed = TimeSpan(
        nanoseconds: smoothed.nanoseconds + (sample.nanoseconds - smoothed.nanoseconds) / 8)
    } else {
      record.roundTrip.smoothed = sample
      record.roundTrip.variation = TimeSpan(nanoseconds: sample.nanoseconds / 2)
    }
  }
}

extension DirectionRecord {
  /// A burst that is over; beyond those that are kept it takes the place of the last.
  mutating func note(_ burst: RetransmissionBurst) {
    guard burst.segments >= HealthThresholds.burstSegments else { return }
    if self.bursts.count < HealthThresholds.keptBursts {
      self.bursts.append(burst)
    } else {
      self.bursts[self.bursts.count - 1] = burst
    }
  }
}
