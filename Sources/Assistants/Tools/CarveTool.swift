import Analysis
import Attribution
import CaptureReader
import Carving
import Evidence
import Foundation
import Reporting

/// `carve`: sessions as captures of their own, for people who want to see the packets.
///
/// The only tool that writes: into the folder that was named at start, under names that it chooses, and
/// never over what is there.
struct CarveTool: AssistantTool {
  private static let mostSessions: Int64 = 100

  let name = "carve"
  let title = "Cut sessions out of captures"
  let description = """
    Writes the packets of sessions into small pcapng files of their own, which open in Wireshark with \
    the verdict and its evidence as comments; what the desktop showed is cut. Call analyze first and name \
    sessions by uid. Files go into the server's folder for them; one that is there is not written again.
    """
  let output = OutputSchema.carving
  var readsOnly: Bool { false }

  var parameters: [ToolParameter] {
    CaptureArguments.parameters + [
      ToolParameter(
        "sessions", "identifiers (uid) of the sessions", .texts(most: Int(Self.mostSessions)),
        isRequired: true)
    ]
  }

  func call(_ arguments: ToolArguments, _ call: ToolCall) throws(ToolFailure) -> ToolResult {
    guard let folder = call.carveFolder else {
      throw ToolFailure("The server was started without a folder for captures (--carve).")
    }
    let captures = try CaptureArguments(arguments, call)
    let analysis = try captures.analysis(call)
    let wanted = Set(arguments.texts("sessions"))
    var selection = SessionSelection()
    selection.sessions = wanted
    let orders = CarveOrder.orders(
      for: analysis, selection: selection, byStory: false, cut: .shortens)
    let due = orders.filter { !folder.holds($0.uid) }
    var carving = Carver.Options(application: "\(call.program.name) \(call.program.version)")
    carving.limits = captures.options.resources.limits
    var written: [CarvingRecord.Capture] = []
    do {
      try folder.create()
      try CarveRun(analysis, into: folder, carving: carving, options: captures.options)
        .carve(due) { capture in
          guard let session = analysis.sessions.first(where: { $0.uid == capture.order.uid }) else {
            return
          }
          written.append(Self.record(of: capture, session, in: folder))
        }
    } catch {
      throw ToolFailure("The captures cannot be written, or the inputs not be read again.")
    }
    let record = CarvingRecord(
      tool: call.program, captures: written, omitted: wanted.count - written.count)
    let there = orders.filter { order in !due.contains { $0.uid == order.uid } }
    let lines =
      written.map { "\($0.path): \($0.code), \($0.packets) packets" }
      + there.map { "\(folder.path(of: $0.uid)): is there already" }
      + wanted.filter { uid in !orders.contains { $0.uid == uid } }.sorted()
      .map { "\(TerminalText.escape($0)): no such session in these captures" }
    return ToolResult(records: Array(record.json()), text: lines.joined(separator: "\n"))
  }

  private static func record(
    of capture: CarveRun.Capture, _ session: SessionReport, in folder: CarveFolder
  ) -> CarvingRecord.Capture {
    CarvingRecord.Capture(
      uid: capture.order.uid, path: folder.path(of: capture.order.uid),
      cause: session.verdict.cause, code: session.verdict.code.rawValue,
      confidence: session.verdict.confidence, sessions: capture.order.sessions.count,
      around: capture.order.context.count, packets: capture.count.packets,
      cutPackets: capture.count.cutPackets, isFaithful: capture.check == .same)
  }
}
