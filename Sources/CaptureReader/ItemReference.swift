/// Item N of input I at time T: what evidence points at. The input says whether its items are frames of
/// a capture or records of a log.
///
/// Sessions keep dozens of them and touch several for each packet, so input and number share a word.
public struct ItemReference: Hashable, Sendable {
  /// The input in the upper 24 bits, of which the highest tells the order; the frame's number in the
  /// lower 40.
  @usableFromInline var place: UInt64
  public var time: Timestamp

  private static let frameBits: UInt64 = 40
  private static let frameMask: UInt64 = 1 << frameBits - 1
  private static let inputMask = UInt64(greatestInput)
  private static let orderMask: UInt64 = 1 << 63
  /// Inputs beyond this number share it.
  public static let greatestInput = 1 << 23 - 1

  /// Numbers beyond 8 million inputs, or 10¹² packets of one, stay at these limits.
  @inline(__always)
  public init(input: Int, frame: Int, time: Timestamp) {
    let input = min(UInt64(clamping: input), Self.inputMask)
    place = input << Self.frameBits | min(UInt64(clamping: frame), Self.frameMask)
    self.time = time
  }

  /// Another item of the same input.
  @inline(__always)
  public func sibling(frame: Int, time: Timestamp) -> ItemReference {
    var other = self
    other.place = place & ~Self.frameMask | min(UInt64(clamping: frame), Self.frameMask)
    other.time = time
    return other
  }

  /// Index of the input, in the order in which the inputs are read.
  public var input: Int {
    Int(truncatingIfNeeded: place >> Self.frameBits & Self.inputMask)
  }
  /// The input was read in order of time, since its packets do not stand in it: frame numbers do not
  /// tell which came first.
  public var isOrderedByTime: Bool {
    get { place & Self.orderMask != 0 }
    set { place = newValue ? place | Self.orderMask : place & ~Self.orderMask }
  }
  /// Counts from 1 within that input.
  public var frame: Int { Int(truncatingIfNeeded: place & Self.frameMask) }
}

extension ItemReference: Comparable {
  /// Which of two packets came first: within an input the one that stands first, in two inputs of a
  /// series, and in one that was read in order of time, the earlier one. Frame numbers of different
  /// inputs say nothing.
  public static func < (one: Self, other: Self) -> Bool {
    if one.input == other.input {
      if one.isOrderedByTime, one.time != other.time { return one.time < other.time }
      return one.frame < other.frame
    }
    return (one.time, one.input) < (other.time, other.input)
  }
}

/// Facts of several runs are read together, and each run counts its inputs from 0: what is decoded can be
/// moved behind the inputs that are known already.
extension ItemReference {
  /// Key of a decoder's user information: what it adds to the indices of inputs.
  public static let shiftKey = CodingUserInfoKey(rawValue: "inputShift")

  /// The index that an input has among all that are read.
  public static func moved(_ input: Int, in decoder: any Decoder) -> Int {
    guard let shiftKey, let shift = decoder.userInfo[shiftKey] as? Int else { return input }
    return input.addingSaturating(shift)
  }
}

extension ItemReference: Codable {
  private enum CodingKeys: String, CodingKey { case input, frame, time, ordered }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      input: try Self.moved(fields.decode(Int.self, forKey: .input), in: decoder),
      frame: try fields.decode(Int.self, forKey: .frame),
      time: try fields.decode(Timestamp.self, forKey: .time))
    isOrderedByTime = try fields.decodeIfPresent(Bool.self, forKey: .ordered) ?? false
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(input, forKey: .input)
    try fields.encode(frame, forKey: .frame)
    try fields.encode(time, forKey: .time)
    try fields.encodeIfPresent(isOrderedByTime ? true : nil, forKey: .ordered)
  }
}
