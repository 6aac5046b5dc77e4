import ArgumentParser
import Evidence
import Foundation
import Reporting

/// What is set for this run beside its options: the environment before the configuration file.
struct Settings {
  /// Where a value comes from.
  enum Origin {
    case option
    case environment
    case file(line: Int)
    case nothing
  }

  /// The file that was read; nil where there is none.
  let path: String?
  private var entries: [Setting: (values: [String], origin: Origin)] = [:]

  /// - Parameter path: the file that the user names; without it the usual place is looked at, where a
  ///   file may be or not.
  /// - Throws: the exit code, once what is wrong has been reported.
  init(
    file named: String? = nil,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws {
    let wanted = named ?? environment["RDPWHY_CONFIG"].flatMap { $0.isEmpty ? nil : $0 }
    if let wanted {
      path = wanted == "none" ? nil : wanted
    } else {
      path = Self.usualPlace(environment).flatMap {
        FileManager.default.fileExists(atPath: $0) ? $0 : nil
      }
    }
    if let path {
      do throws(SettingsFile.Failure) {
        let file = try SettingsFile(path: path)
        entries = file.entries.mapValues { ($0.values, .file(line: $0.line)) }
      } catch {
        let line = error.line.map { "line \($0): " } ?? ""
        Diagnostics.report("\(path): \(line)\(error.reason)")
        throw ExitCode(EX_USAGE)
      }
    }
    let folder = path.map { URL(filePath: $0).deletingLastPathComponent().path }
    for setting in [Setting.keylogs, .sites] {
      guard let entry = entries[setting], setting != .sites || !SitesFile.isInline(entry.values)
      else { continue }
      entries[setting] = (
        entry.values.map { Self.place($0, in: folder, environment) }, entry.origin
      )
    }
    for setting in Setting.allCases {
      guard let text = environment[setting.variable], !text.isEmpty else { continue }
      let values = setting.separator.map { text.split(separator: $0).map(String.init) } ?? [text]
      for value in values where !setting.accepts(value) {
        Diagnostics.report(
          "\(setting.variable): '\(TerminalText.escape(value))' is not \(setting.expected)")
        throw ExitCode(EX_USAGE)
      }
      entries[setting] = (values, .environment)
    }
  }

  /// Nil where nothing is set.
  func values(_ setting: Setting) -> [String]? { entries[setting]?.values }

  func origin(_ setting: Setting) -> Origin { entries[setting]?.origin ?? .nothing }

  /// What was typed counts.
  mutating func set(_ setting: Setting, _ values: [String]) {
    if !values.isEmpty { entries[setting] = (values, .option) }
  }

  /// The reader's clock.
  var zone: ReportZone? { values(.timeZone)?.first.flatMap { ReportZone(name: $0) } }

  var thresholds: FailureThresholds {
    FailureWord(entries: values(.failOn) ?? []).thresholds
  }

  private static func usualPlace(_ environment: [String: String]) -> String? {
    if let base = environment["XDG_CONFIG_HOME"], base.hasPrefix("/") {
      return base + "/rdpwhy/config.yaml"
    }
    return environment["HOME"].flatMap {
      $0.isEmpty ? nil : $0 + "/.config/rdpwhy/config.yaml"
    }
  }

  private static func place(
    _ name: String, in folder: String?, _ environment: [String: String]
  ) -> String {
    if name.hasPrefix("~/"), let home = environment["HOME"] { return home + name.dropFirst(1) }
    guard !name.hasPrefix("/"), let folder else { return name }
    return folder + "/" + name
  }
}

extension Settings {
  /// YAML of what holds, each line with where it comes from.
  var text: String {
    var text =
      "# " + (path.map { "from \(TerminalText.escape($0, limit: 4_096))" } ?? "no file read") + "\n"
    for setting in Setting.allCases {
      let values = (values(setting) ?? []).map(Self.quoted)
      if setting == .sites, values.count > 1 || SitesFile.isInline(self.values(.sites) ?? []) {
        text += "sites:  # \(Self.words(origin(setting), of: setting))\n"
        for entry in self.values(.sites) ?? [] {
          text += SitesFile.configurationLine(entry, quoted: Self.quoted)
        }
        continue
      }
      let value =
        setting.separator == nil
        ? values.first ?? "null" : "[\(values.joined(separator: ", "))]"
      text += "\(setting.rawValue): \(value)  # \(Self.words(origin(setting), of: setting))\n"
    }
    return text
  }

  private static func words(_ origin: Origin, of setting: Setting) -> String {
    switch origin {
    case .option: setting.option
    case .environment: setting.variable
    case .file(let line): "line \(line)"
    case .nothing: "not set"
    }
  }

  /// As YAML and JSON have it; a plain word stays one.
  private static func quoted(_ value: String) -> String {
    let isPlain = value.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
    }
    if isPlain, !value.isEmpty { return value }
    let escaped = TerminalText.escape(
      value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""), limit: 4_096)
    return "\"\(escaped)\""
  }
}
