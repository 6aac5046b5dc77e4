import CaptureReader

/// The text of a JSON Schema (draft 2020-12), made from the shapes of records.
struct SchemaText {
  private var definitions: [(name: String, text: String)] = []
  private var known: Set<String> = ["time"]

  /// - Parameters:
  ///   - roots: the document is one of these records.
  ///   - identifier: the last part of the schema's URN.
  static func text(_ roots: [RecordShape], identifier: String, title: String, description: String)
    -> String
  {
    var schema = SchemaText()
    for root in roots { schema.define(root) }
    let references = roots.map { "{\(reference(to: $0.name))}" }
    let root =
      roots.count == 1
      ? roots.map { reference(to: $0.name) }.joined()
      : "\"oneOf\": [\(references.joined(separator: ", "))]"
    let definitions = schema.definitions.map { "    \"\($0.name)\": \($0.text)" }
    return """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:rdpwhy:schema:\(identifier):1",
        "title": \(quoted(title)),
        "description": \(quoted(description + " Fields are added, never renamed or removed.")),
        \(root),
        "$defs": {
          "time": {
            "description": "RFC 3339, UTC, nanoseconds",
            "type": "string",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\\\.[0-9]{9}Z$"
          },
      \(definitions.joined(separator: ",\n"))
        }
      }

      """
  }

  /// Parts are defined before the record that has them.
  private mutating func define(_ shape: RecordShape) {
    guard known.insert(shape.name).inserted else { return }
    for member in shape.members {
      if let part = member.kind.shape { define(part) }
    }
    let required = shape.members.filter { !$0.isOmitted }.map { Self.quoted($0.key) }
    let properties = shape.members.map { member in
      "        \(Self.quoted(member.key)): {\"description\": \(Self.quoted(member.meaning)), "
        + Self.keywords(member.kind, isNullable: member.isNullable && !member.isOmitted) + "}"
    }
    definitions.append(
      (
        shape.name,
        """
        {
              "description": \(Self.quoted(shape.meaning)),
              "type": "object",
              "required": [\(required.joined(separator: ", "))],
              "properties": {
        \(properties.joined(separator: ",\n"))
              },
              "additionalProperties": true
            }
        """
      ))
  }

  /// The keywords that describe a value of a kind.
  private static func keywords(_ kind: FieldKind, isNullable: Bool) -> String {
    switch kind {
    case .text, .address: type("string", isNullable)
    case .pattern(let pattern), .openWord(.some(let pattern)):
      type("string", isNullable) + ", \"pattern\": \(quoted(pattern))"
    case .openWord(nil): type("string", isNullable)
    case .word(let words):
      "\"enum\": [" + (words.map(quoted) + (isNullable ? ["null"] : [])).joined(separator: ", ")
        + "]"
    case .constant(let value): "\"const\": \(quoted(value))"
    case .port: type("integer", isNullable) + ", \"minimum\": 0, \"maximum\": 65535"
    case .count: type("integer", isNullable) + ", \"minimum\": 0"
    case .integer: type("integer", isNullable)
    case .real, .signedSeconds: type("number", isNullable)
    case .ratio, .seconds: type("number", isNullable) + ", \"minimum\": 0"
    case .share: type("number", isNullable) + ", \"minimum\": 0, \"maximum\": 1"
    case .boolean: type("boolean", isNullable)
    case .time: reference(to: "time", isNullable)
    case .record(let shape): reference(to: shape.name, isNullable)
    case .list(let element, let most, let elementsAreNullable):
      type("array", isNullable)
        + ", \"items\": {\(keywords(element, isNullable: elementsAreNullable))}"
        + (most.map { ", \"maxItems\": \($0)" } ?? "")
    case .counts:
      type("object", isNullable)
        + ", \"additionalProperties\": {\(keywords(.count, isNullable: false))}"
    case .countTable:
      type("object", isNullable)
        + ", \"additionalProperties\": {\(keywords(.counts, isNullable: false))}"
    case .open(let required):
      type("object", isNullable)
        + ", \"required\": [\(required.map(quoted).joined(separator: ", "))]"
    }
  }

  private static func type(_ name: String, _ isNullable: Bool) -> String {
    isNullable ? "\"type\": [\"\(name)\", \"null\"]" : "\"type\": \"\(name)\""
  }

  private static func reference(to name: String, _ isNullable: Bool = false) -> String {
    let reference = "\"$ref\": \"#/$defs/\(name)\""
    return isNullable ? "\"oneOf\": [{\(reference)}, {\"type\": \"null\"}]" : reference
  }

  private static func quoted(_ text: String) -> String {
    var json = JSONBytes()
    json.string(text)
    return json.text.text
  }
}
