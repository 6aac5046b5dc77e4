public import CaptureReader
public import LogReader
public import RDPProtocol

/// What the user chose about an analysis.
public struct AnalysisOptions: Sendable {
  /// What the analysis may use, and where it looks.
  public var resources: Resources
  /// Count copies of packets as packets.
  public var keepDuplicates = false
  /// TLS secrets of the sessions (`--keylog`); those inside a pcapng are added.
  public var keys = KeyLog()
  /// Keep what a comparison with other captures needs.
  public var keepsTrails = false
  /// Names of the points at which captures were taken, by the name of the file (`--point`).
  public var points: [String: String] = [:]
  /// Time zone of logs whose stamps name none (`--log-zone`); UTC is assumed where this is nil.
  public var logZone: LogZone?

  /// The sessions that reports show.
  public var selection = SessionSelection()
  /// What networks belong to which site (`--sites`).
  public var sites = SiteMap()
  /// A packet filter in libpcap's language (`--filter`): what does not pass is as if it had not been
  /// captured.
  public var filter: String?

  /// How another core is made use of.
  package var ahead = AheadSettings()

  public init(resources: Resources = Resources()) { self.resources = resources }
}
