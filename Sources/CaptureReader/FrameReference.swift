/// One packet of one input: what evidence points at.
public struct FrameReference: Hashable, Sendable, Codable {
  /// Index of the input, in the order in which the inputs are read.
  public var input: Int
  /// Counts from 1 within that input.
  public var frame: Int
  public var time: Timestamp

  public init(input: Int, frame: Int, time: Timestamp) {
    self.input = input
    self.frame = frame
    self.time = time
  }
}

extension FrameReference: Comparable {
  /// Which of two packets came first: within an input the one that stands first, in two inputs of a
  /// series the earlier one. Frame numbers of different inputs say nothing.
  public static func < (one: Self, other: Self) -> Bool {
    if one.input == other.input { return one.frame < other.frame }
    return (one.time, one.input) < (other.time, other.input)
  }
}
