public import CaptureReader

/// What a user or a caller knows about a log beyond its text.
public struct LogOptions: Hashable, Sendable {
  /// Zone of stamps that name none; UTC is assumed, and said, where this is nil.
  public var zone: LogZone?
  /// A time near the log's: a joined capture's, or when the file was last written. Gives the date, or the
  /// year, to stamps without; nil leaves them on 1970-01-01.
  public var reference: Timestamp?
  public var limits = LogLimits()
  /// No other log is read beside it: sessions of a long one may be built before its end.
  public var isAlone = false

  public init(
    zone: LogZone? = nil, reference: Timestamp? = nil, limits: LogLimits = LogLimits()
  ) {
    self.zone = zone
    self.reference = reference
    self.limits = limits
  }
}
