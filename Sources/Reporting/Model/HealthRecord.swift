public import Evidence
public import TCPStreams

/// How the path treated what each end sent.
public struct HealthRecord: Codable, Sendable {
  public var orig: Direction
  public var resp: Direction
  /// What happened over time; `null` for connections that carried little.
  @ExplicitNull public var series: Series?
  public var artefacts: Artefacts
}

extension HealthRecord {
  /// What one side sent.
  public struct Direction: Codable, Sendable {
    public var packets: Int
    public var dataPackets: Int
    public var bytes: Int
    public var uniqueBytes: Int
    public var retransmissions: RetransmissionCounts
    public var lossEstimate: Double
    public var reordered: Int
    public var lostBeforeCapture: Int
    public var missedBytes: Int
    public var openHoleBytes: Int
    public var duplicateAcks: Int
    public var selectiveAcks: Int
    public var duplicateSacks: Int
    public var roundTripSamples: Int
    @ExplicitNull public var roundTripMinimum: Double?
    @ExplicitNull public var roundTripMedian: Double?
    @ExplicitNull public var roundTrip95: Double?
    @ExplicitNull public var roundTripMaximum: Double?
    /// The typical minimum in the course of the connection, and in the last seconds with samples.
    @ExplicitNull public var roundTripBaseline: Double?
    @ExplicitNull public var roundTripBeforeEnd: Double?
    /// The latter as a multiple of the former.
    @ExplicitNull public var roundTripInflation: Double?
    public var zeroWindows: Int
    public var longestZeroWindow: Double
    public var zeroWindowProbes: Int
    public var windowFull: Int
    public var keepAlives: Int
    public var keepAlivesUnanswered: Int
    public var fins: Int
    public var resets: Int
    @ExplicitNull public var firstReset: Reset?
    public var longestSilence: Double
    @ExplicitNull public var unacknowledged: Tail?
    @ExplicitNull public var backoff: BackoffRecord?
    public var bursts: [Burst]
    public var outages: [Interruption]

    enum CodingKeys: String, CodingKey {
      case packets
      case dataPackets = "data_packets"
      case bytes
      case uniqueBytes = "unique_bytes"
      case retransmissions
      case lossEstimate = "loss_estimate"
      case reordered
      case lostBeforeCapture = "lost_before_capture"
      case missedBytes = "missed_bytes"
      case openHoleBytes = "open_hole_bytes"
      case duplicateAcks = "duplicate_acks"
      case selectiveAcks = "selective_acks"
      case duplicateSacks = "duplicate_sacks"
      case roundTripSamples = "rtt_samples"
      case roundTripMinimum = "rtt_min_s"
      case roundTripMedian = "rtt_p50_s"
      case roundTrip95 = "rtt_p95_s"
      case roundTripMaximum = "rtt_max_s"
      case roundTripBaseline = "rtt_baseline_s"
      case roundTripBeforeEnd = "rtt_before_end_s"
      case roundTripInflation = "rtt_inflation"
      case zeroWindows = "zero_windows"
      case longestZeroWindow = "longest_zero_window_s"
      case zeroWindowProbes = "zero_window_probes"
      case windowFull = "window_full"
      case keepAlives = "keep_alives"
      case keepAlivesUnanswered = "keep_alives_unanswered"
      case fins, resets
      case firstReset = "first_reset"
      case longestSilence = "longest_silence_s"
      case unacknowledged, backoff, bursts, outages
    }
  }

  /// Segments sent again, by what made the sender do so.
  public struct RetransmissionCounts: Codable, Sendable {
    public var total: Int
    public var timeout: Int
    public var fast: Int
    public var tailLossProbe: Int
    public var spurious: Int
    public var syn: Int
    public var fin: Int
    public var bytes: Int

    enum CodingKeys: String, CodingKey {
      case total, timeout, fast
      case tailLossProbe = "tail_loss_probe"
      case spurious, syn, fin, bytes
    }
  }

  /// Data that nobody acknowledged when the record ends.
  public struct Tail: Codable, Sendable {
    public var bytes: Int
    public var attempts: Int
    public var finOnly: Bool
    public var firstSent: FrameRecord
    public var lastSent: FrameRecord

    enum CodingKeys: String, CodingKey {
      case bytes, attempts
      case finOnly = "fin_only"
      case firstSent = "first_sent"
      case lastSent = "last_sent"
    }
  }

  public struct Burst: Codable, Sendable {
    public var start: FrameRecord
    public var end: FrameRecord
    public var segments: Int
    public var bytes: Int
    /// All that was sent again was acknowledged later.
    public var repaired: Bool
    /// Longest pause between two sendings of one segment, as a multiple of the shortest.
    @ExplicitNull public var backoffFactor: Double?

    enum CodingKeys: String, CodingKey {
      case start, end, segments, bytes, repaired
      case backoffFactor = "backoff_factor"
    }
  }

  /// A RST beside what is known of its sender.
  public struct Reset: Codable, Sendable {
    public var kind: ResetKind
    public var frame: FrameRecord
    public var hopLimit: UInt8
    /// Hop limits of the side's other packets.
    public var hopLimits: [UInt8]
    /// IPv4 identification.
    @ExplicitNull public var identification: UInt16?
    public var window: UInt16
    public var hasACK: Bool
    /// Distance of its sequence number from the next one of its sender.
    public var sequenceOffset: Int
    /// The side went on as if it had sent none.
    public var senderWentOn: Bool
    /// The other side's bytes on the way when it came.
    public var bytesInFlight: Int

    enum CodingKeys: String, CodingKey {
      case kind, frame
      case hopLimit = "hop_limit"
      case hopLimits = "hop_limits"
      case identification, window
      case hasACK = "ack"
      case sequenceOffset = "sequence_offset"
      case senderWentOn = "sender_went_on"
      case bytesInFlight = "bytes_in_flight"
    }
  }

  /// How the side repeated what was never answered.
  public struct BackoffRecord: Codable, Sendable {
    public var subject: Backoff.Subject
    public var schedule: Backoff.Schedule
    public var pauses: [Double]
    @ExplicitNull public var timeout: Double?
    @ExplicitNull public var givesUpAfter: Double?
    @ExplicitNull public var givesUpAt: String?

    enum CodingKeys: String, CodingKey {
      case subject, schedule
      case pauses = "pauses_s"
      case timeout = "timeout_s"
      case givesUpAfter = "gives_up_after_s"
      case givesUpAt = "gives_up_at"
    }
  }

  /// A time in which the side repeated its data and heard nothing new.
  public struct Interruption: Codable, Sendable {
    public var start: FrameRecord
    public var end: String
    public var duration: Double
    public var attempts: Int
    public var recovered: Bool
    public var peerHeard: Bool
    /// Bytes of the stream that were acknowledged when it began.
    public var acknowledgedBytes: Int

    enum CodingKeys: String, CodingKey {
      case start, end
      case duration = "duration_s"
      case attempts, recovered
      case peerHeard = "peer_heard"
      case acknowledgedBytes = "acknowledged_bytes"
    }
  }

  /// Stretches of equal length, the last of which holds the connection's last packet.
  public struct Series: Codable, Sendable {
    /// When the first stretch begins.
    public var start: String
    public var length: Double
    public var orig: Course
    public var resp: Course

    enum CodingKeys: String, CodingKey {
      case start
      case length = "length_s"
      case orig, resp
    }
  }

  /// What one side did, stretch by stretch.
  public struct Course: Codable, Sendable {
    public var packets: [UInt32]
    public var bytes: [UInt32]
    public var retransmissions: [UInt32]
    /// The shortest of each stretch; `null` without a sample.
    public var roundTrips: [Double?]

    enum CodingKeys: String, CodingKey {
      case packets, bytes, retransmissions
      case roundTrips = "rtt_min_s"
    }
  }

  /// What the capture shows otherwise than the wire had it.
  public struct Artefacts: Codable, Sendable {
    /// Where on the path it was taken: client, server, middle, unknown.
    public var point: String
    public var copies: Copies
    /// The only side of which packets were seen; `null` where both were.
    @ExplicitNull public var oneSided: String?
    /// Bytes that were acknowledged but not captured, both sides together.
    public var missedBytes: Int
    public var interfaceDrops: UInt64
    public var snapped: Bool
    /// Segments larger than the receiver takes: seen before or behind a network card's offload.
    public var oversizedSegments: Bool
    /// Packets of the connection that are older than the one before, and by how much at most.
    public var backwardSteps: Int
    public var largestBackwardStep: Double

    enum CodingKeys: String, CodingKey {
      case point, copies
      case oneSided = "one_sided"
      case missedBytes = "missed_bytes"
      case interfaceDrops = "interface_drops"
      case snapped
      case oversizedSegments = "oversized_segments"
      case backwardSteps = "backward_steps"
      case largestBackwardStep = "largest_backward_step_s"
    }
  }

  /// Packets that were captured again, by how that shows.
  public struct Copies: Codable, Sendable {
    public var total: Int
    public var identical: Int
    public var routed: Int
    public var samePacketID: Int

    enum CodingKeys: String, CodingKey {
      case total, identical, routed
      case samePacketID = "same_packet_id"
    }
  }
}
