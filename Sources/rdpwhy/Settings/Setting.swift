import CaptureReader
import Evidence

/// What can be set once for all runs: in the configuration file, in the environment, or by an option,
/// of which the later one counts.
///
/// The file's keys, the variables' names, their checks, `--print-config` and the help on them are made
/// from this declaration.
enum Setting: String, CaseIterable {
  case ports, keylogs
  case maxMemory = "max_memory"
  case failOn = "fail_on"
  case sites

  /// In the environment.
  var variable: String { "RDPWHY_\(rawValue.uppercased())" }

  var option: String {
    switch self {
    case .ports: "--port"
    case .keylogs: "--keylog"
    case .maxMemory: "--max-memory"
    case .failOn: "--fail-on"
    case .sites: "--sites"
    }
  }

  var meaning: String {
    switch self {
    case .ports: "further ports on which servers speak RDP"
    case .keylogs: "files of TLS secrets; relative to the folder of the configuration file"
    case .maxMemory: "memory of one analysis"
    case .failOn: "causes for which the exit code is 1"
    case .sites: "sites of networks; relative to the folder of the configuration file"
    }
  }

  /// What a value has to be.
  var expected: String {
    switch self {
    case .ports: "a port, 1 to 65535"
    case .keylogs, .sites: "the name of a file"
    case .maxMemory: "a size such as 256M or 2G, at least 64M"
    case .failOn: "one of \(CauseList.vocabulary)"
    }
  }

  var example: String {
    switch self {
    case .ports: "[3390, 4489]"
    case .keylogs: "[secrets/sslkeys.log]"
    case .maxMemory: "2G"
    case .failOn: "[network, tls]"
    case .sites: "sites.csv"
    }
  }

  /// Between the values of a list in the environment; nil where there is one value.
  var separator: Character? {
    switch self {
    case .ports, .failOn: ","
    case .keylogs: ":"
    case .maxMemory, .sites: nil
    }
  }

  func accepts(_ value: String) -> Bool {
    switch self {
    case .ports: UInt16(value).map { $0 > 0 } ?? false
    case .keylogs, .sites: !value.isEmpty && !value.utf8.contains(0)
    case .maxMemory: MemorySize(argument: value) != nil
    case .failOn: Cause(rawValue: value.lowercased()) != nil
    }
  }
}
