/// How the path treated what each end sent.
public struct HealthRecord: Codable, Sendable {
  public var orig: Direction
  public var resp: Direction
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
    public var zeroWindows: Int
    public var longestZeroWindow: Double
    public var zeroWindowProbes: Int
    public var windowFull: Int
    public var keepAlives: Int
    public var keepAlivesUnanswered: Int
    public var fins: Int
    public var resets: Int
    public var longestSilence: Double
    @ExplicitNull public var unacknowledged: Tail?
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
      case zeroWindows = "zero_windows"
      case longestZeroWindow = "longest_zero_window_s"
      case zeroWindowProbes = "zero_window_probes"
      case windowFull = "window_full"
      case keepAlives = "keep_alives"
      case keepAlivesUnanswered = "keep_alives_unanswered"
      case fins, resets
      case longestSilence = "longest_silence_s"
      case unacknowledged, bursts, outages
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
  }

  /// A time in which the side repeated its data and heard nothing new.
  public struct Interruption: Codable, Sendable {
    public var start: FrameRecord
    public var end: String
    public var duration: Double
    public var attempts: Int
    public var recovered: Bool
    public var peerHeard: Bool

    enum CodingKeys: String, CodingKey {
      case start, end
      case duration = "duration_s"
      case attempts, recovered
      case peerHeard = "peer_heard"
    }
  }
}
