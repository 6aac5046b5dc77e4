/// Which captures belong together.
public enum SeriesMode: String, Hashable, Sendable, CaseIterable {
  /// The files of a ring, as their names and times show.
  case auto
  /// None: each file is a capture of its own.
  case each
  /// All that are given.
  case one
}
