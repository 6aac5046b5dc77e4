import Glibc

/// What the system says of a path, in one call.
public struct FileStatus: Hashable, Sendable {
  public enum Kind: Sendable { case regular, folder, link, other }

  public var kind: Kind
  public var size: Int
  /// Nanoseconds since 1970 of the last change of its contents.
  public var changed: Int64
  /// Two names with the same one are names of one file.
  public var identity: Identity

  public struct Identity: Hashable, Sendable {
    var device: UInt64
    var number: UInt64
  }

  /// Nil where there is nothing, or nothing that may be looked at.
  ///
  /// - Parameter followingLinks: tell of what a link leads to, not of the link.
  public init?(path: String, followingLinks: Bool = true) {
    var status = stat()
    let failed = unsafe FileSystem.withPath(path) {
      unsafe fstatat(AT_FDCWD, $0, &status, followingLinks ? 0 : AT_SYMLINK_NOFOLLOW)
    }
    guard failed == 0 else { return nil }
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    size = Int(clamping: status.st_size)
    identity = Identity(
      device: UInt64(truncatingIfNeeded: status.st_dev),
      number: UInt64(truncatingIfNeeded: status.st_ino))
    let time = status.st_mtim
    changed =
      Int64(time.tv_sec).multipliedReportingOverflow(by: 1_000_000_000).partialValue
      .addingReportingOverflow(Int64(time.tv_nsec)).partialValue
  }
}
