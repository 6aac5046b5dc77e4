/// A series of a run that is done.
public struct SeriesEnd: Sendable {
  public let series: String
  /// Of its inputs.
  public let bytes: Int
  public let sessions: Int
  /// What reading and storing it took; nil where an earlier run had done so.
  public let time: Duration?
}
