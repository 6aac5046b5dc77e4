/// An argument that a tool takes.
struct ToolParameter: Sendable {
  enum Kind: Sendable {
    case text
    case texts(most: Int)
    case integer(ClosedRange<Int64>)
    case integers(ClosedRange<Int64>, most: Int)
    case words([String])
    case word([String])
  }

  /// Bytes of a text.
  static let longestText = 1 << 16

  let name: String
  let meaning: String
  let kind: Kind
  var isRequired = false

  init(_ name: String, _ meaning: String, _ kind: Kind, isRequired: Bool = false) {
    self.name = name
    self.meaning = meaning
    self.kind = kind
    self.isRequired = isRequired
  }

  var schema: JSONValue {
    var schema: [String: JSONValue] = ["description": .text(meaning)]
    switch kind {
    case .text:
      schema["type"] = "string"
      schema["maxLength"] = .integer(Int64(Self.longestText))
    case .texts(let most):
      schema["type"] = "array"
      schema["items"] = ["type": "string"]
      schema["minItems"] = isRequired ? 1 : 0
      schema["maxItems"] = .integer(Int64(most))
    case .integer(let range): schema.merge(Self.numbers(range)) { $1 }
    case .integers(let range, let most):
      schema["type"] = "array"
      schema["items"] = .object(Self.numbers(range))
      schema["maxItems"] = .integer(Int64(most))
    case .words(let words):
      schema["type"] = "array"
      schema["items"] = ["enum": .list(words.map { .text($0) })]
      schema["maxItems"] = .integer(Int64(words.count))
    case .word(let words): schema["enum"] = .list(words.map { .text($0) })
    }
    return .object(schema)
  }

  private static func numbers(_ range: ClosedRange<Int64>) -> [String: JSONValue] {
    [
      "type": "integer", "minimum": .integer(range.lowerBound),
      "maximum": .integer(range.upperBound),
    ]
  }

  /// Whether a value is one that the schema allows.
  func accepts(_ value: JSONValue) -> Bool {
    switch kind {
    case .text: Self.isText(value)
    case .texts(let most):
      value.list.map {
        $0.count <= most && $0.allSatisfy(Self.isText) && !(isRequired && $0.isEmpty)
      } ?? false
    case .integer(let range): value.integer.map(range.contains) ?? false
    case .integers(let range, let most):
      value.list.map {
        $0.count <= most && $0.allSatisfy { $0.integer.map(range.contains) ?? false }
      } ?? false
    case .words(let words):
      value.list.map {
        $0.count <= words.count && $0.allSatisfy { $0.text.map(words.contains) ?? false }
      } ?? false
    case .word(let words): value.text.map(words.contains) ?? false
    }
  }

  private static func isText(_ value: JSONValue) -> Bool {
    value.text.map { $0.utf8.count <= longestText } ?? false
  }
}

/// A call's arguments, which are what its tool's parameters allow.
struct ToolArguments: Sendable {
  private let values: [String: JSONValue]

  init(_ values: [String: JSONValue], of parameters: [ToolParameter]) throws(ToolFailure) {
    for (name, value) in values.sorted(by: { $0.key < $1.key }) where value != .null {
      guard let parameter = parameters.first(where: { $0.name == name }) else {
        let known = parameters.map(\.name).joined(separator: ", ")
        throw ToolFailure("There is no argument \"\(name)\"; there are \(known).")
      }
      guard parameter.accepts(value) else {
        throw ToolFailure("The argument \"\(name)\" is not what its schema allows.")
      }
    }
    self.values = values.filter { $0.value != .null }
    for parameter in parameters where parameter.isRequired && self.values[parameter.name] == nil {
      throw ToolFailure("The argument \"\(parameter.name)\" is missing: \(parameter.meaning).")
    }
  }

  func text(_ name: String) -> String? { values[name]?.text }
  func texts(_ name: String) -> [String] { values[name]?.list?.compactMap(\.text) ?? [] }
  func integer(_ name: String) -> Int? { values[name]?.integer.map { Int(clamping: $0) } }

  func integers(_ name: String) -> [Int] {
    values[name]?.list?.compactMap(\.integer).map { Int(clamping: $0) } ?? []
  }
}
