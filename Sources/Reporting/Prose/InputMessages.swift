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
      if let error = input.error { lines.append(line(input, words(error))) }
      if let ending = input.ending, ending.kind != .complete {
        let place = ending.offset.map { " at offset \($0)" } ?? ""
        let expected = ending.expected.map { ", expected \($0)" } ?? ""
        let what = ending.kind == .cut ? "is cut short" : "is damaged"
        let kept = Quantity.count(input.packets ?? 0, "packet")
        let advice = input.isTornArchive ? "; copy the file again: it is not whole" : ""
        lines.append(
          line(input, "\(what)\(place)\(expected); \(kept) before it analysed\(advice)"))
      }
      return lines
    }
  }

  private static let brokenShown = 5

  /// Files that were not copied whole: what follows in them is lost to the report, and only a new copy
  /// helps.
  var broken: [String] {
    let torn = inputs.filter(\.isTornArchive)
    let lines = torn.prefix(Self.brokenShown).map { input in
      let kept = Quantity.count(input.packets ?? 0, "packet")
      // What stands behind a damaged place may be there and cannot be found.
      let what =
        input.compression == nil
        ? "is damaged: it can be read up to" : "is not whole: it breaks off after"
      return "\(input.name) \(what) \(kept). What came later is not in this report; copy the file"
        + " again."
    }
    let hidden = torn.count - lines.count
    return lines + (hidden > 0 ? ["So do \(Quantity.count(hidden, "file")) more."] : [])
  }

  /// What makes the inputs' data less certain.
  public var notes: [String] {
    inputs.flatMap { input -> [String] in
      // What is said of the ending need not be said twice.
      let notes = input.notes.filter { input.ending?.expected?.contains($0.message) != true }
      let shown = notes.prefix(Self.notesShown).map { line(input, $0.message) }
      let hidden = notes.count - shown.count + input.notesOmitted
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

  private func words(_ error: InputRecord.Failure) -> String {
    if error.message.hasSuffix("is a directory") {
      return error.message + "; name the captures in it"
    }
    guard error.code == FailureWord.notACapture.rawValue else { return error.message }
    let isPicture = Self.pictures.contains { error.message.contains("found bytes \($0)") }
    let hint =
      isPicture
      ? "a picture: type the words or the number that it shows after rdpwhy explain"
      : "what is read: rdpwhy help inputs"
    return "neither a capture nor a log known to rdpwhy (\(error.message)); \(hint)"
  }

  /// First bytes of PNG, JPEG, GIF and BMP files.
  private static let pictures = ["89 50 4e 47", "ff d8 ff", "47 49 46 38", "42 4d"]

  private func line(_ input: InputRecord, _ message: String) -> String {
    TerminalText.escape(input.name) + ": "
      + TerminalText.escape(message, limit: TerminalText.sentenceLimit)
  }
}

extension InputRecord {
  /// Its compression breaks off, or it is damaged: no tool that captures leaves such a file, a broken copy
  /// does. A capture that was ended by force is cut in its last packet, which is nothing to speak of.
  fileprivate var isTornArchive: Bool {
    guard let ending, ending.kind != .complete else { return false }
    return compression != nil || ending.kind == .damaged
  }
}
