import Analysis
import ArgumentParser
import CaptureReader
import RDPProtocol
import Reporting

extension AnalysisOptions {
  /// - Throws: where a key log cannot be read.
  init(_ flags: AnalysisFlags) throws {
    self.init(
      resources: Resources(
        memory: flags.maxMemory.map { MemoryBudget(bytes: $0.bytes) } ?? MemoryBudget(),
        ports: ServicePorts(named: Set(flags.port))))
    keepDuplicates = flags.keepDuplicates
    logZone = flags.logZone
    for path in flags.keylog { keys.add(try Self.secrets(in: path)) }
  }

  private static func secrets(in path: String) throws -> [UInt8] {
    let name = TerminalText.escape(path)
    do throws(KeyLogFile.Failure) {
      return try KeyLogFile.bytes(of: path)
    } catch {
      switch error {
      case .unreadable: throw ValidationError("The key log '\(name)' cannot be read.")
      case .tooLong(let limit):
        throw ValidationError(
          "The key log '\(name)' has more than \(limit >> 20) MiB: give the part of the sessions.")
      }
    }
  }
}
