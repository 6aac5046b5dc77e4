public import CaptureReader
import PacketDecode

/// The segments of one connection as one capture saw them, for a comparison with another capture.
///
/// Bounded: beyond its limits the middle is left out, which `gaps` tells.
public struct SegmentTrail: Sendable, Hashable {
  /// In capture order, copies left out.
  public internal(set) var segments: [TrailedSegment] = []
  /// The SYN and SYN-ACK; nil where they were not captured.
  public internal(set) var openings = PerSide<TrailedOpening?>(client: nil, server: nil)
  /// Segments left out.
  public internal(set) var omitted = 0
  /// Where they are missing, in order.
  public internal(set) var gaps: [TrailGap] = []
  /// Number of the first input of the capture (or series of captures) that saw it: two trails of one
  /// series are no two witnesses.
  public internal(set) var series = 0
  /// Time of that capture's first and last packet, of whatever connection.
  public internal(set) var captureStart = Timestamp(nanoseconds: 0)
  public internal(set) var captureEnd = Timestamp(nanoseconds: 0)
  /// The inputs that the segments name.
  private(set) var inputs: [Int] = []

  public init() {}

  /// A time within which segments are left out.
  public struct TrailGap: Sendable, Hashable, Codable {
    public var start: Timestamp
    public var end: Timestamp

    public init(start: Timestamp, end: Timestamp) {
      self.start = start
      self.end = end
    }

    public func contains(_ time: Timestamp) -> Bool { time >= start && time <= end }
  }

  /// Where a segment stands in its file.
  public func reference(of segment: TrailedSegment) -> ItemReference {
    let place = Int(segment.inputPlace)
    return ItemReference(
      input: inputs.indices.contains(place) ? inputs[place] : 0, frame: segment.frame,
      time: segment.time)
  }

  /// Turns the ends round.
  public mutating func swapSides() {
    for index in segments.indices { segments[index].side = segments[index].side.other }
    openings = PerSide(client: openings.server, server: openings.client)
  }

  /// Takes a segment; says by how many the trail has grown.
  mutating func note(
    _ segment: TCPSegment, network: NetworkHeader, payload: RawSpan, side: Side,
    frame: ItemReference, hasRoom: Bool
  ) -> Int {
    guard hasRoom, let place = place(of: frame.input) else {
      omitted &+= 1
      noteGap(to: frame.time)
      return 0
    }
    let isWhole = segment.payloadLength > 0 && payload.byteCount >= segment.payloadLength
    let hash =
      isWhole ? PayloadHash.hash(of: payload.extracting(first: segment.payloadLength)) : nil
    let kept = TrailedSegment(
      segment, network: network, payloadHash: hash, side: side, frame: frame, inputPlace: place)
    if segment.flags.contains(.syn), openings[side] == nil {
      openings[side] = TrailedOpening(segment, network: network)
    }
    segments.append(kept)
    guard segments.count > TrailLimits.segments else { return 1 }
    return 1 - dropMiddle()
  }

  private mutating func place(of input: Int) -> UInt8? {
    if let last = inputs.last, last == input { return UInt8(truncatingIfNeeded: inputs.count - 1) }
    if let known = inputs.firstIndex(of: input) { return UInt8(truncatingIfNeeded: known) }
    guard inputs.count < TrailLimits.inputs else { return nil }
    inputs.append(input)
    return UInt8(truncatingIfNeeded: inputs.count - 1)
  }

  /// Segments from here on are left out: the gap grows.
  private mutating func noteGap(to time: Timestamp) {
    let start = segments.last?.time ?? time
    if let last = gaps.indices.last, gaps[last].end >= start {
      gaps[last].end = max(gaps[last].end, time)
    } else if gaps.count < 2 {
      gaps.append(TrailGap(start: start, end: time))
    } else {
      gaps[1].end = max(gaps[1].end, time)
    }
  }

  private mutating func dropMiddle() -> Int {
    let count = TrailLimits.segments / TrailLimits.kept
    guard segments.count > count * 2 else { return 0 }
    let gap = TrailGap(start: segments[count - 1].time, end: segments[count * 2].time)
    if gaps.isEmpty { gaps.append(gap) } else { gaps[0].end = max(gaps[0].end, gap.end) }
    segments.removeSubrange(count..<(count * 2))
    omitted &+= count
    return count
  }
}

/// What a SYN or SYN-ACK offers.
public struct TrailedOpening: Sendable, Hashable, Codable {
  public var sequence: UInt32
  public var maximumSegmentSize: UInt16?
  public var windowScale: UInt8?
  public var permitsSelectiveAcknowledgment: Bool
  public var timestamp: UInt32?
  public var trafficClass: UInt8

  init(_ segment: TCPSegment, network: NetworkHeader) {
    sequence = segment.sequence.rawValue
    maximumSegmentSize = segment.options.maximumSegmentSize
    windowScale = segment.options.windowScale
    permitsSelectiveAcknowledgment = segment.options.selectiveAcknowledgmentPermitted
    timestamp = segment.options.timestamps?.value
    trafficClass = network.trafficClass
  }
}

extension SegmentTrail: Codable {
  private enum CodingKeys: String, CodingKey {
    case segments, openings, omitted, gaps, inputs, series, start, end
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    let text = try fields.decode(String.self, forKey: .segments)
    guard let stored = PackedSegments.segments(in: text) else {
      throw DecodingError.dataCorruptedError(
        forKey: .segments, in: fields, debugDescription: "not whole segments, or too many")
    }
    segments = stored
    openings = try fields.decode(PerSide<TrailedOpening?>.self, forKey: .openings)
    omitted = try fields.decode(Int.self, forKey: .omitted)
    gaps = try fields.decode([TrailGap].self, forKey: .gaps)
    // Stored as references: a reader of several runs' facts moves the inputs of all of them.
    inputs = try fields.decode([ItemReference].self, forKey: .inputs).map(\.input)
    series = try fields.decode(ItemReference.self, forKey: .series).input
    captureStart = try fields.decode(Timestamp.self, forKey: .start)
    captureEnd = try fields.decode(Timestamp.self, forKey: .end)
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(PackedSegments.text(of: segments), forKey: .segments)
    try fields.encode(openings, forKey: .openings)
    try fields.encode(omitted, forKey: .omitted)
    try fields.encode(gaps, forKey: .gaps)
    try fields.encode(inputs.map(Self.reference), forKey: .inputs)
    try fields.encode(Self.reference(to: series), forKey: .series)
    try fields.encode(captureStart, forKey: .start)
    try fields.encode(captureEnd, forKey: .end)
  }

  private static func reference(to input: Int) -> ItemReference {
    ItemReference(input: input, frame: 0, time: Timestamp(nanoseconds: 0))
  }
}
