import CaptureReader

/// A session's line of NDJSON, as a batch stores it.
public enum SessionLine {
  /// The line with another number of its story: stories are counted over a whole output, and a part of
  /// it does not know what comes before it.
  public static func shiftingStory(
    of line: ArraySlice<UInt8>, by shift: Int
  ) -> ArraySlice<UInt8> {
    guard let place = RecordParser.range(of: ["attempt", "group"], in: line),
      let number = Int(String(decoding: line[place], as: UTF8.self))
    else { return line }
    let (shifted, overflow) = number.addingReportingOverflow(shift)
    guard !overflow else { return line }
    return line[..<place.lowerBound] + Array("\(shifted)".utf8) + line[place.upperBound...]
  }
}
