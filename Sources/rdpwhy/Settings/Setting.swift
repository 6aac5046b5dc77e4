import CaptureReader
import Evidence
import Reporting

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
  case timeZone = "time_zone"

  /// In the environment.
  var variable: String { "RDPWHY_\(rawValue.uppercased())" }

  var option: String {
    switch self {
    case .ports: "--port"
    case .keylogs: "--keylog"
    case .maxMemory: "--max-memory"
    case .failOn: "--fail-on"
    case .sites: "--sites"
    case .timeZone: "--time-zone"
    }
  }

  var meaning: String {
    switch self {
    case .ports: "further ports on which servers speak RDP"
    case .keylogs: "files of TLS secrets; relative to the folder of the configuration file"
    case .maxMemory: "memory of one analysis"
    case .failOn: "causes for which the exit code is 1, and how many sessions of one it takes"
    case .sites:
      "sites of networks: a file, relative to the folder of the configuration file, or a table"
    case .timeZone: "the clock that people read, beside UTC"
    }
  }

  /// What a value has to be.
  var expected: String {
    switch self {
    case .ports: "a port, 1 to 65535"
    case .keylogs, .sites: "the name of a file"
    case .maxMemory: "a size such as 256M or 2G, at least 64M"
    case .failOn: "one of \(CauseList.vocabulary), or one with a number (network:5)"
    case .timeZone: "a time zone such as Europe/Berlin"
    }
  }

  var example: String {
    switch self {
    case .ports: "[3390, 4489]"
    case .keylogs: "[secrets/sslkeys.log]"
    case .maxMemory: "2G"
    case .failOn: "{network: 5, tls: 1}"
    case .sites: "{10.1.0.0/16: Berlin, 10.2.0.0/16: {site: Oslo, gateway: gw-oslo}}"
    case .timeZone: "Europe/Berlin"
    }
  }

  /// Between the values of a list in the environment; nil where there is one value.
  var separator: Character? {
    switch self {
    case .ports, .failOn: ","
    case .keylogs: ":"
    case .maxMemory, .sites, .timeZone: nil
    }
  }

  func accepts(_ value: String) -> Bool {
    switch self {
    case .ports: UInt16(value).map { $0 > 0 } ?? false
    case .keylogs, .sites: !value.isEmpty && !value.utf8.contains(0)
    case .maxMemory: MemorySize(argument: value) != nil
    case .failOn: FailureWord.entry(value) != nil
    case .timeZone: ReportZone(name: value) != nil
    }
  }
}
