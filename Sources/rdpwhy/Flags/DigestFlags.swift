import ArgumentParser
import CaptureReader

/// Whether each input's record names its SHA-256, so that a report can be traced.
struct DigestFlags: ParsableArguments {
  @Flag(
    inversion: .prefixedNo, exclusivity: .chooseLast,
    help: """
      Name inputs of any size, or none, by their SHA-256 in records and reports; otherwise those of up \
      to 16 MiB are.
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
