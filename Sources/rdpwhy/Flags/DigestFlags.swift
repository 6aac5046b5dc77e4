import ArgumentParser
import CaptureReader

/// Whether each input's record names its SHA-256, so that a report can be traced.
struct DigestFlags: ParsableArguments {
  @Flag(
    inversion: .prefixedNo, exclusivity: .chooseLast,
    help: """
      Name each input in its record and in reports by its SHA-256, whatever its size; without this up \
      to 64 MiB.
      """)
  var digest: Bool?

  /// Bytes of an input that is hashed; nil for none.
  var limit: Int? {
    switch digest {
    case true?: .max
    case false?: nil
    case nil: InputDigests.usualLimit
    }
  }
}
