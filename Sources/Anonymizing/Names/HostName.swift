/// What names of hosts look like in a text that does not say that they are any.
enum HostName {
  /// Domains of the root that names of hosts end with, and the ones of networks at home and at work.
  private static let roots: Set<String> = [
    "com", "net", "org", "edu", "gov", "mil", "info", "biz", "local", "lan", "intern", "internal",
    "corp", "home", "intranet", "domain", "ad", "arpa", "test", "example", "localdomain", "cloud",
    "de", "at", "ch", "uk", "us", "eu", "fr", "es", "nl", "be", "pl", "cz", "se", "no", "fi", "dk",
    "ru", "cn", "jp", "kr", "br", "au", "ca", "ua", "tr", "pt", "hu", "ro", "gr", "ie", "nz", "za",
  ]

  /// Names of packages and classes begin as those of hosts end.
  private static let packages: Set<String> = [
    "com", "org", "net", "java", "javax", "system", "sun",
  ]

  /// Makers whose domains stand in names of formats, and in addresses of documentation.
  private static let makers: Set<String> = [
    "microsoft", "w3", "freerdp", "apache", "freedesktop", "gnome", "kde", "github", "oasis-open",
    "openssl", "xmlsoap", "schemas", "mozilla", "wireshark",
  ]

  /// At least two labels of letters, digits and hyphens, the last one of them a known domain.
  static func isQualified(_ text: String) -> Bool {
    let labels = text.lowercased().split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, let last = labels.last, let first = labels.first,
      roots.contains(String(last)), !packages.contains(String(first)),
      labels.allSatisfy({ !$0.isEmpty && !$0.contains("_") && $0.utf8.count <= 63 }),
      !makers.contains(String(labels[labels.count - 2]))
    else { return false }
    return first.utf8.contains { $0.isLetter }
  }

  /// Words before the name of a machine.
  private static let machines: Set<String> = [
    "host", "hostname", "computer", "workstation", "machine", "client", "server", "pc",
  ]

  /// Capitals with a hyphen or a digit (15 characters at most), behind a word that says machine.
  static func isNetBIOS(_ text: String, after previous: String) -> Bool {
    guard machines.contains(previous.lowercased()), (3...15).contains(text.utf8.count),
      !text.hasPrefix("RDP-")
    else { return false }
    let bytes = text.utf8
    return bytes.contains { $0 >= 0x41 && $0 <= 0x5A }
      && bytes.contains { $0.isDigit || $0 == 0x2D }
      && bytes.allSatisfy { $0 >= 0x41 && $0 <= 0x5A || $0.isDigit || $0 == 0x2D }
  }
}
