/// A file inside of an archive, by its place there. Its name is shown and never used as a path.
public struct ArchiveEntry: Hashable, Sendable, Codable {
  /// Path of the archive's file.
  public var archive: String
  /// The entry, or a nested archive and its entry.
  public var steps: [Step]

  public struct Step: Hashable, Sendable, Codable {
    /// Counts the archive's headers from 0, folders and links too.
    public var index: Int
    public var name: String
    /// Bytes of the entry, as the archive says.
    public var size: Int?

    public init(index: Int, name: String, size: Int? = nil) {
      self.index = index
      self.name = name
      self.size = size
    }
  }

  public init(archive: String, steps: [Step]) {
    self.archive = archive
    self.steps = steps
  }

  /// `logs.zip!monday.tar.gz!ring_00001.pcap`
  public var name: String { ([archive] + steps.map(\.name)).joined(separator: "!") }
}
