import ArgumentParser

/// A number of bytes as it is typed: `256M`, `2G`.
struct MemorySize: ExpressibleByArgument {
  /// The least that an analysis can do with.
  private static let least = 64 << 20

  var bytes: Int

  init?(argument: String) {
    let digits = argument.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits) else { return nil }
    let shift: Int
    switch argument.dropFirst(digits.count).uppercased() {
    case "K", "KB", "KIB": shift = 10
    case "M", "MB", "MIB": shift = 20
    case "G", "GB", "GIB": shift = 30
    case "": shift = 0
    default: return nil
    }
    let (bytes, overflow) = number.multipliedReportingOverflow(by: 1 << shift)
    guard !overflow, bytes >= Self.least else { return nil }
    self.bytes = bytes
  }
}
