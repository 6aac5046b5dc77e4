import Analysis
import ArgumentParser
import Batch
import CaptureReader
import Foundation
import Reporting

/// What the typed inputs mean: files as they stand; folders, archives, patterns and lists as the
/// captures in them.
struct InputList {
  let typed: [String]
  /// Files met in folders and archives that are no captures.
  private(set) var foreign = 0

  /// - Throws: where standard input is named twice, or the first word is neither a file nor a command.
  init(_ typed: [String]) throws {
    guard typed.count(where: { $0 == Self.standardInput }) <= 1 else {
      throw ValidationError("Standard input (-) can be read only once.")
    }
    if let address = Plan.address(in: typed) { throw ValidationError(address.description) }
    try CommandWord.check(typed)
    self.typed = typed
  }

  private static let standardInput = "-"

  /// Nothing comes through a pipe.
  var areFiles: Bool {
    !typed.contains { $0 == Self.standardInput || FileStatus(path: $0)?.kind == .other }
  }

  /// The files by themselves, as `inspect` takes them.
  var sources: [CaptureSource] {
    typed.map { $0 == Self.standardInput ? .standardInput : .file($0) }
  }

  /// - Throws: where a list of paths cannot be read.
  mutating func series(mode: SeriesMode, limits: ReadingLimits) throws -> [CaptureSeries] {
    guard typed.contains(where: { Self.isCollection($0, limits: limits) }) else {
      return CaptureSeries.series(of: sources, mode: mode) {
        CaptureFile.firstTime(of: $0, limits: limits)
      }
    }
    let plan: Plan
    do {
      plan = try Plan(typed.filter { $0 != Self.standardInput }, mode: mode, limits: limits)
    } catch let error as BatchError {
      throw ValidationError(error.description)
    } catch {
      throw ValidationError("A list of paths cannot be read: \(error.reason)")
    }
    foreign = plan.foreign
    let piped = typed.contains(Self.standardInput) ? [CaptureSeries(.standardInput)] : []
    return piped + plan.series.map(\.captures)
  }

  private static func isCollection(_ path: String, limits: ReadingLimits) -> Bool {
    if path == standardInput { return false }
    if path.hasPrefix("@") { return true }
    switch FileStatus(path: path)?.kind {
    case .folder: return true
    case .regular: return CaptureProbe.isArchive(path, limits: limits)
    case nil: return PathPattern(path) != nil
    default: return false
    }
  }
}
