public import ArgumentParser
public import Reporting

/// `--format`.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, ndjson
}

extension ColorChoice: ExpressibleByArgument {}
