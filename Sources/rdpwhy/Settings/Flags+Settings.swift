import Analysis
import ArgumentParser
import CaptureReader
import Evidence
import Foundation
import Reporting

extension AnalysisFlags {
  func settings() throws -> Settings {
    var settings = try Settings(file: config)
    settings.set(.ports, port.map(String.init))
    settings.set(.keylogs, keylog)
    settings.set(.maxMemory, maxMemory.map { [String($0.bytes)] } ?? [])
    return settings
  }

  /// The flags as if what is set elsewhere had been typed.
  func completed() throws -> AnalysisFlags {
    let settings = try settings()
    var flags = self
    flags.port = (settings.values(.ports) ?? []).compactMap { UInt16($0) }
    flags.keylog = settings.values(.keylogs) ?? []
    flags.maxMemory = settings.values(.maxMemory)?.first.flatMap(MemorySize.init(argument:))
    return flags
  }
}

extension ResultFlags {
  /// - Parameter config: the configuration file that was named.
  func thresholds(config: String?) throws -> FailureThresholds {
    if let failOn { return failOn.thresholds }
    return try Settings(file: config).thresholds
  }

  /// Sites of networks, from the file that is named here or in the configuration.
  /// - Throws: where the file is none, once that has been reported.
  func siteMap(config: String?) throws -> SiteMap {
    let settings = try Settings(file: config)
    let values = sites.map { [$0] } ?? settings.values(.sites) ?? []
    guard let path = values.first else { return SiteMap() }
    if sites == nil, SitesFile.isInline(values) {
      do throws(SitesFile.Failure) {
        return try SitesFile(entries: values).map
      } catch {
        Diagnostics.report("\(settings.path ?? "sites"): sites: \(error.reason)")
        throw ExitCode(EX_USAGE)
      }
    }
    do throws(SitesFile.Failure) {
      return try SitesFile(path: path).map
    } catch {
      let line = error.line.map { "line \($0): " } ?? ""
      Diagnostics.report("\(path): \(line)\(error.reason)")
      throw ExitCode(EX_USAGE)
    }
  }
}

extension TextFlags {
  /// The reader's clock, as it was typed or set.
  /// - Parameter config: the configuration file that was named.
  func zone(config: String?) throws -> ReportZone? {
    if let timeZone { return timeZone }
    return try Settings(file: config).zone
  }
}
