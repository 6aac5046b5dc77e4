import Crypto
import Foundation

/// Of all that is stored for a series: what was changed on disk is no result.
struct StoredDigest {
  private var hash = SHA256()

  init(_ name: String, _ fingerprint: String, _ head: Data, _ digest: Data) {
    for part in [Data(name.utf8), Data(fingerprint.utf8), head, digest] { add(part) }
  }

  mutating func add(_ part: Int, _ first: Int, _ lines: Int, _ size: Int, _ data: Data) {
    hash.update(data: Data("\(part) \(first) \(lines) \(size) ".utf8))
    add(data)
  }

  /// Lengths stand between the parts, so that none can lend bytes to the next.
  private mutating func add(_ part: Data) {
    hash.update(data: Data("\(part.count) ".utf8))
    hash.update(data: part)
  }

  var value: Data { Data(hash.finalize()) }
}
