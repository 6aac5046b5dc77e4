/// How much is kept of connections' segments for a comparison with another capture.
public enum TrailLimits {
  /// Segments of one connection; the middle gives way, for openings and endings tell most.
  public static let segments = 65_536
  /// Segments of all connections of a capture together (40 bytes each).
  public static let totalSegments = 2_097_152
  /// Files of a series that one trail can name.
  static let inputs = 255
  /// Of a full trail, the share at its beginning that stays, and as much is dropped behind it.
  static let kept = 4
}
