import CaptureReader
import Evidence
import LogReader

/// An input in which a witness of the session lies.
struct WitnessView: Sendable {
  let input: String
  /// What references number it by.
  let index: Int
  let kind: InputKind
  let point: Witness.Point?
  let clock: ClockOffset?

  static func views(of witnesses: [Witness], _ names: InputNames) -> [WitnessView] {
    var views: [WitnessView] = []
    forEach(of: witnesses, names) { views.append($0) }
    return views
  }

  static func forEach(
    of witnesses: [Witness], _ names: InputNames, _ body: (WitnessView) -> Void
  ) {
    func add(_ witness: borrowing Witness, _ index: Int) {
      guard let name = names[index] else { return }
      body(
        WitnessView(
          input: name, index: index, kind: witness.kind, point: witness.point,
          clock: witness.clock))
    }
    // A borrowed witness is not copied.
    let seen = witnesses.span
    for place in seen.indices {
      if seen[place].kind == .log, let log = seen[place].log {
        for index in log.session.inputs { add(seen[place], index) }
      } else {
        for index in seen[place].inputs { add(seen[place], index) }
      }
    }
  }
}

/// Who saw a session, and where from.
enum WitnessFields {
  static let record = Record<WitnessView>(
    "witness", "a capture or log that saw the session",
    [
      Field("input", "the input's name, as given") { $0.input },
      Field("kind", "what the input is: capture, log") { $0.kind },
      Field("point", "where it stands: client, server, between, gateway") { $0.point },
      Field(
        "clock_offset_s",
        "how far its clock is ahead of the session's times, a zone that it does not name left out",
        as: .signedSeconds
      ) { $0.clock?.offset },
      Field("clock_error_s", "the true offset lies within this of it") { $0.clock?.error },
    ], quiet: [QuietFields("clock_error_s", "clock_offset_s") { $0.clock == nil }])
}

/// What logs say of a session as a whole.
struct LogView: Sendable {
  let logs: [LogSession]
  /// What the times rest on that no log tells, a sentence each.
  let assumed: [String]

  init?(_ session: SessionFacts) {
    logs = session.logs.map(\.session)
    if logs.isEmpty { return nil }
    assumed = AssumedTimes(session).sentences
  }
}

enum LogFields {
  static let record = Record<LogView>(
    "log", "what logs say of the session",
    [
      Field("programs", "who wrote them") { Set($0.logs.map(\.program.rawValue)).sorted() },
      Field("user", "the account") { $0.logs.compactMap(\.user).first },
      Field("client_name", "the client's computer name") { $0.logs.compactMap(\.clientHost).first },
      Field("server_name", "the server, as a log names it: a name or an address") {
        $0.logs.compactMap(\.serverName).first
      },
      Field(
        "assumed_times",
        "what the session's times rest on that its logs do not tell (zone, date, or no time at all), "
          + "a sentence each"
      ) { $0.assumed },
      Field("events", "events that belong to the session") {
        $0.logs.reduce(0) { $0 + $1.events.count }
      },
    ])
}

/// A record of a log: the input it is in, and its number there.
enum LogItemFields {
  static let record = Record<ItemReference>(
    "log_item", "a record of a log",
    [
      Field("input", "the input's name, as given", kind: .text, isNullable: true) {
        reference, json in
        json.name(ofInput: reference.input)
      },
      Field("record", "line or record number within the log", as: .count) { $0.frame },
      Field("ts", "its time on the session's time line") { $0.time },
    ])
}

extension InputKind: FieldWord {}
extension Witness.Point: FieldWord {}
