import CaptureReader

/// One session's facts: all that its verdict rests on, before any of it is weighed.
///
/// `facts` follows the program's types, so its parts are not declared here.
enum FactsFields {
  static let record = Record<FactsRecord>(
    "facts", "what the verdict about a session rests on",
    [
      Field("schema", "form of the record", as: .constant(FactsRecord.currentSchema)) {
        $0.schema
      },
      .toolVersion(),
      Field("uid", "the session's name, the same for the same input") { $0.uid },
      Field("group", "sessions of one story share it") { $0.group },
      Field("inputs", "the inputs that references name by index", list: input) { $0.inputs },
      Field(
        "facts", "the facts as the program's version has them",
        kind: .open(["identity", "witnesses"])
      ) { record, json in
        // Nothing in facts is a number that JSON lacks.
        if (try? RecordEncoder().encode(record.facts, into: &json)) == nil { json.null() }
      },
    ])

  private static let input = Record<FactsRecord.Input>(
    "facts_input", "an input that references name by index",
    [
      Field("index", "the number that references have") { $0.index },
      Field("name", "the input's name, as given") { $0.name },
    ])
}
