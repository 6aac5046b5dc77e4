import Analysis
import ArgumentParser
import CaptureReader
import Reporting

extension SessionSelection {
  /// - Throws: where the selection can hold nothing by itself.
  init(_ flags: SelectionFlags) throws {
    self.init()
    since = flags.since?.time
    until = flags.until?.time
    if let since, let until, until < since {
      throw ValidationError("--until is before --since.")
    }
    clients = flags.client.map(\.block)
    servers = flags.server.map(\.block)
    for user in flags.user { add(user: user) }
    causes = flags.cause.causes
    sessions = Set(flags.session)
  }
}

extension SessionSelection {
  /// The selection of sessions whose facts are stored.
  ///
  /// - Throws: also where packets are to be filtered: facts hold none.
  init(ofFacts flags: SelectionFlags) throws {
    guard flags.filter == nil else {
      throw ValidationError("--filter needs packets; facts hold none.")
    }
    try self.init(flags)
  }
}

extension AnalysisOptions {
  /// - Throws: where the selection or the filter cannot be used.
  mutating func take(_ flags: SelectionFlags) throws {
    selection = try SessionSelection(flags)
    guard let text = flags.filter else { return }
    do throws(PacketFilter.Failure) {
      _ = try PacketFilter(text)
    } catch {
      throw ValidationError(
        "--filter cannot be used: \(TerminalText.escape(error.reason)) (see pcap-filter(7)).")
    }
    filter = text
  }
}
