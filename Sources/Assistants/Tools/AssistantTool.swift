import Reporting

/// Something that an assistant can have done. A tool is a type, and an entry in `AssistantTools`.
protocol AssistantTool: Sendable {
  var name: String { get }
  var title: String { get }
  /// When to use it, and what comes back: what the assistant knows of it.
  var description: String { get }
  /// Declared once: the schema of the arguments, their check and their defaults follow.
  var parameters: [ToolParameter] { get }
  var output: OutputSchema { get }
  /// It writes nothing.
  var readsOnly: Bool { get }
  /// - Throws: `ToolFailure`, which the assistant gets to read.
  func call(_ arguments: ToolArguments, _ call: ToolCall) throws(ToolFailure) -> ToolResult
}

extension AssistantTool {
  var readsOnly: Bool { true }

  /// As `tools/list` has it.
  var json: JSONValue {
    [
      "name": .text(name), "title": .text(title), "description": .text(description),
      "inputSchema": inputSchema, "outputSchema": outputSchema,
      "annotations": [
        "title": .text(title), "readOnlyHint": .boolean(readsOnly), "destructiveHint": false,
        "idempotentHint": true, "openWorldHint": false,
      ],
    ]
  }

  private var inputSchema: JSONValue {
    [
      "type": "object",
      "properties": .object(
        Dictionary(parameters.map { ($0.name, $0.schema) }) { first, _ in first }),
      "required": .list(parameters.filter(\.isRequired).map { .text($0.name) }),
      "additionalProperties": false,
    ]
  }

  /// Of the structured content; a root without a type would be refused by clients.
  private var outputSchema: JSONValue {
    guard case .object(var schema)? = try? JSONParser.value(of: Array(output.json.utf8)) else {
      return ["type": "object"]
    }
    schema["type"] = "object"
    return .object(schema)
  }
}

/// What a tool hands back: the records, and the same in short for reading.
struct ToolResult: Sendable {
  /// Bytes of the text; the records have everything.
  static let longestText = 12 << 10

  /// JSON on one line.
  var records: [UInt8]
  var text: String

  var json: JSONValue {
    [
      "content": [["type": "text", "text": .text(Self.shortened(text))]],
      "structuredContent": .written(records), "isError": false,
    ]
  }

  private static func shortened(_ text: String) -> String {
    guard text.utf8.count > longestText else { return text }
    var kept = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard kept.utf8.count + line.utf8.count < longestText else { break }
      kept += line + "\n"
    }
    return kept + "… (cut here; the structured content has all that was asked for)\n"
  }
}

/// Why a tool did not do what was asked, in words from which an assistant can go on.
struct ToolFailure: Error, Hashable {
  var message: String

  init(_ message: String) { self.message = message }

  var json: JSONValue {
    ["content": [["type": "text", "text": .text(message)]], "isError": true]
  }
}
