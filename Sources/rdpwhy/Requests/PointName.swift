import ArgumentParser

/// `--point NAME=FILE`: where a capture was taken, by the user's word.
struct PointName: ExpressibleByArgument {
  let name: String
  let file: String

  /// Longest name: it stands in sentences and columns.
  private static let longest = 64

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[0].utf8.count <= Self.longest,
      !parts[1].isEmpty
    else { return nil }
    name = String(parts[0])
    file = String(parts[1])
  }
}
