import CaptureReader

/// Finds the files that typed paths mean: folders with all below them, patterns, and lists.
///
/// The order is that of the names' bytes, so that every machine makes the same plan.
struct PathWalk {
  struct File: Hashable, Sendable {
    var path: String
    /// Met in a folder: what is no capture there is nobody's mistake.
    var isFound: Bool
  }

  private(set) var files: [File] = []
  private var known: Set<String> = []

  /// Folders inside each other; links to folders are not followed, so this is no loop's limit.
  private static let depthLimit = 128

  /// What this run writes, and closing it would unlock it.
  private let own: FileStatus.Identity?

  /// - Parameter own: the run's checkpoint.
  /// - Throws: where a list cannot be read.
  init(_ typed: [String], own: String? = nil) throws {
    self.own = own.flatMap { FileStatus(path: $0)?.identity }
    for path in typed { try add(path, mayBeList: true) }
  }

  private mutating func add(_ path: String, mayBeList: Bool) throws {
    if mayBeList, path.hasPrefix("@") {
      let list = PathList(path: String(path.dropFirst()))
      if let problem = list.problem { throw problem }
      try list.forEachLine { try add($0, mayBeList: false) }
    } else if FileStatus(path: path) != nil {
      try addExisting(path)
    } else if let scheme = Self.scheme(of: path) {
      throw BatchError.address(path, scheme: scheme)
    } else if let pattern = PathPattern(path) {
      for match in pattern.matches() { try addExisting(match) }
    } else {
      try append(File(path: path, isFound: false))
    }
  }

  /// Of an address such as `s3://store/a.pcap`; nil where it is none.
  static func scheme(of path: String) -> String? {
    guard let end = path.firstRange(of: "://") else { return nil }
    let scheme = path[..<end.lowerBound]
    let isScheme =
      (2...16).contains(scheme.utf8.count)
      && scheme.utf8.allSatisfy {
        (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0)
          || [0x2B, 0x2D, 0x2E].contains($0)
      }
    return isScheme ? scheme.lowercased() : nil
  }

  private mutating func addExisting(_ path: String) throws {
    if FileStatus(path: path)?.kind == .folder {
      try walk(path.hasSuffix("/") ? String(path.dropLast()) : path, depth: 0)
    } else {
      try append(File(path: path, isFound: false))
    }
  }

  private mutating func walk(_ folder: String, depth: Int) throws {
    guard depth < Self.depthLimit, let names = FileSystem.names(in: folder.isEmpty ? "/" : folder)
    else { return try append(File(path: folder, isFound: false)) }
    for name in names {
      let path = folder == "." ? name : folder + "/" + name
      let status = FileStatus(path: path, followingLinks: false)
      if let own, status?.identity == own { continue }
      switch status?.kind {
      case .folder: try walk(path, depth: depth + 1)
      case .regular: try append(File(path: path, isFound: true))
      case .link where FileStatus(path: path)?.kind == .regular:
        try append(File(path: path, isFound: true))
      // Pipes and devices would keep the run waiting.
      default: break
      }
    }
  }

  private mutating func append(_ file: File) throws {
    guard known.insert(file.path).inserted else { return }
    guard files.count < Self.fileLimit else { throw BatchError.tooManyInputs(Self.fileLimit) }
    files.append(file)
  }

  /// Files of one plan, 1.5 kB of memory each: more are several plans, or archives.
  static let fileLimit = 1_000_000
}
