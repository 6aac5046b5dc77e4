public import Foundation

/// A file that a test writes again and again; it is gone when the test lets go of it.
public final class ScratchFile {
  private let url: URL

  public init(named name: String = "capture") throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "rdpwhy-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    url = folder.appending(path: name)
  }

  deinit { try? FileManager.default.removeItem(at: url.deletingLastPathComponent()) }

  public var path: String { url.path }

  public func write(_ bytes: some DataProtocol) throws { try Data(bytes).write(to: url) }
}
