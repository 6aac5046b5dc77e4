public import ArgumentParser
public import CaptureReader
public import Reporting

/// `--format`.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, ndjson
}

extension SeriesMode: ExpressibleByArgument {}

extension ColorChoice: ExpressibleByArgument {}
