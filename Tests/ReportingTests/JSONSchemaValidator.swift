import Foundation

/// Checks a value against the part of JSON Schema 2020-12 that Docs/schemas use.
///
/// A keyword it does not know is an error of its own, so that none is silently not checked.
struct JSONSchemaValidator {
  private static let annotations: Set<String> = ["$schema", "$id", "$defs", "title", "description"]
  private let root: JSONValue

  init(_ schema: JSONValue) { root = schema }

  /// What is wrong, each with the place it is at; empty where the value is valid.
  func problems(in value: JSONValue) -> [String] { problems(value, root, at: "$") }

  /// Problems with one of the definitions as the schema.
  func problems(in value: JSONValue, definition: String) -> [String] {
    problems(value, .object(["$ref": .string("#/$defs/\(definition)")]), at: "$")
  }

  private func problems(_ value: JSONValue, _ schema: JSONValue, at place: String) -> [String] {
    guard let keywords = schema.object else { return ["\(place): schema is no object"] }
    return keywords.sorted { $0.key < $1.key }.flatMap { keyword, argument in
      problems(value, keyword, argument, schema, at: place)
    }
  }

  private func problems(
    _ value: JSONValue, _ keyword: String, _ argument: JSONValue, _ schema: JSONValue,
    at place: String
  ) -> [String] {
    switch keyword {
    case "$ref": return referenced(argument, value, at: place)
    case "oneOf":
      let fitting = (argument.array ?? []).filter { problems(value, $0, at: place).isEmpty }
      guard fitting.count != 1 else { return [] }
      let reasons = (argument.array ?? []).flatMap { problems(value, $0, at: place) }
      return ["\(place): fits \(fitting.count) of oneOf"] + reasons
    case "type":
      let allowed = argument.array?.compactMap(\.string) ?? [argument.string ?? ""]
      let name = value.typeName
      let fits = allowed.contains(name) || name == "integer" && allowed.contains("number")
      return fits ? [] : ["\(place): is \(name), not \(allowed.joined(separator: " or "))"]
    case "enum":
      return argument.array?.contains(value) == true ? [] : ["\(place): \(value) is not in enum"]
    case "const": return argument == value ? [] : ["\(place): is not \(argument)"]
    case "pattern": return matches(value, argument) ? [] : ["\(place): does not fit the pattern"]
    case "minimum", "maximum":
      guard let number = value.number, let limit = argument.number else { return [] }
      let fits = keyword == "minimum" ? number >= limit : number <= limit
      return fits ? [] : ["\(place): \(number) is beyond \(keyword) \(limit)"]
    case "maxItems":
      guard let items = value.array, let limit = argument.number else { return [] }
      return Double(items.count) <= limit ? [] : ["\(place): too many items"]
    case "items":
      return (value.array ?? []).enumerated().flatMap {
        problems($0.element, argument, at: "\(place)[\($0.offset)]")
      }
    case "required":
      guard let members = value.object else { return [] }
      return (argument.array ?? []).compactMap(\.string).filter { members[$0] == nil }
        .map { "\(place): \($0) is missing" }
    case "properties":
      guard let members = value.object, let known = argument.object else { return [] }
      return known.sorted { $0.key < $1.key }.flatMap { name, property in
        members[name].map { problems($0, property, at: "\(place).\(name)") } ?? []
      }
    case "additionalProperties" where argument.object != nil:
      return (value.object ?? [:]).sorted { $0.key < $1.key }.flatMap {
        problems($0.value, argument, at: "\(place).\($0.key)")
      }
    case "additionalProperties":
      // The schema allows them; the records here are the current version's and must be listed.
      let known = schema["properties"]?.object ?? [:]
      return (value.object ?? [:]).keys.filter { known[$0] == nil }.sorted()
        .map { "\(place): \($0) is not listed" }
    case _ where Self.annotations.contains(keyword): return []
    default: return ["\(place): the validator does not know \(keyword)"]
    }
  }

  private func referenced(
    _ reference: JSONValue, _ value: JSONValue, at place: String
  ) -> [String] {
    let prefix = "#/$defs/"
    guard let path = reference.string, path.hasPrefix(prefix),
      let definition = root["$defs"]?[String(path.dropFirst(prefix.count))]
    else { return ["\(place): no definition \(reference)"] }
    return problems(value, definition, at: place)
  }

  private func matches(_ value: JSONValue, _ pattern: JSONValue) -> Bool {
    // A pattern says nothing of what is no string.
    guard let text = value.string else { return true }
    guard let pattern = pattern.string,
      let expression = try? Regex(pattern)
    else { return false }
    return text.contains(expression)
  }
}
