/// What stands on standard error about the inputs.
public struct InputMessages {
  /// Notes shown of one input; all are in the JSON output.
  private static let notesShown = 5

  let inputs: [InputRecord]

  public init(_ report: Report) { inputs = report.inputs }

  public init(_ inputs: [InputRecord]) { self.inputs = inputs }

  /// Inputs that could not be read, or not to their end: `capture.pcap: is empty, …`.
  public var failures: [String] {
    inputs.flatMap { input -> [String] in
      var lines: [String] = []
      if let error = input.error { lines.append(line(input, error.message + hint(error))) }
      if let ending = input.ending, ending.kind != .complete {
        let place = ending.offset.map { " at offset \($0)" } ?? ""
        let expected = ending.expected.map { ", expected \($0)" } ?? ""
        let what = ending.kind == .cut ? "is cut short" : "is damaged"
        let kept = Quantity.count(input.packets ?? 0, "packet")
        lines.append(line(input, "\(what)\(place)\(expected); \(kept) before it analysed"))
      }
      return lines
    }
  }

  /// What makes the inputs' data less certain.
  public var notes: [String] {
    inputs.flatMap { input -> [String] in
      let shown = input.notes.prefix(Self.notesShown).map { line(input, $0.message) }
      let hidden = input.notes.count - shown.count + input.notesOmitted
      return shown + (hidden > 0 ? [line(input, "and \(Quantity.count(hidden, "more note"))")] : [])
    }
  }

  /// What was left out for want of memory.
  public var crowded: [String] {
    inputs.flatMap { input in
      input.notes.filter { InputRecord.Note.codesOfMemory.contains($0.code) }
        .map { line(input, $0.message) }
    }
  }

  private func hint(_ error: InputRecord.Failure) -> String {
    error.message.hasSuffix("is a directory") ? "; name the captures in it" : ""
  }

  private func line(_ input: InputRecord, _ message: String) -> String {
    TerminalText.escape(input.name) + ": "
      + TerminalText.escape(message, limit: TerminalText.sentenceLimit)
  }
}
